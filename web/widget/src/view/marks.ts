// The person's own words, cut into pieces, each with what keel took it for. While the turn is open
// a piece can be tapped and given another kind; afterwards the card only shows what was.

import { button, h } from '../dom.js';
import { mark_payload, mark_quote } from '../marks.js';
import type { Card } from '../wire.js';
import type { Context } from './context.js';

type Marks = Extract<Card, { kind: 'marks' }>;

export interface MarksCard {
  node: HTMLElement;
  set_open(open: boolean): void;
}

export function marks_card({ t, acts }: Context, card: Marks): MarksCard {
  const label_of = (id: string) => card.kinds.find((kind) => kind.id === id)?.label ?? id;
  const node = h('section', { class: 'card marks' });
  let chosen = -1;
  let is_open: boolean | undefined;

  const chooser = (index: number) => {
    const quote = mark_quote(card.pieces[index]!);
    const choices = card.kinds.map(({ id, label }) =>
      button(
        label,
        () => {
          chosen = -1;
          acts.say(t.mark_said(quote, label), mark_payload(index, id));
        },
        { class: 'chip', 'aria-pressed': card.pieces[index]!.kind === id ? 'true' : 'false' },
      ),
    );
    return h(
      'div',
      { role: 'group', 'aria-label': t.mark_choose(quote), class: 'row' },
      ...choices,
    );
  };

  const piece_row = (index: number) => {
    const { text, kind } = card.pieces[index]!;
    const inside = [
      h('span', { class: 'quote', 'data-kind': kind, dir: 'auto' }, text),
      h('span', { class: 'small' }, label_of(kind)),
    ];
    if (!is_open) return h('li', {}, h('div', { class: 'piece' }, ...inside));
    const choose = () => {
      chosen = chosen === index ? -1 : index;
      draw();
      node.querySelectorAll<HTMLElement>('.piece')[index]?.focus();
    };
    const expanded = chosen === index ? 'true' : 'false';
    const press = h('button', {
      type: 'button',
      class: 'piece',
      'aria-expanded': expanded,
      onclick: choose,
    });
    press.append(...inside);
    return h('li', {}, press, chosen === index && chooser(index));
  };

  const draw = () => {
    const rows = card.pieces.map((_, index) => piece_row(index));
    node.replaceChildren(
      h('p', { class: 'small' }, is_open ? t.marks : t.marks_again),
      h('ol', {}, ...rows),
    );
  };

  const set_open = (open: boolean) => {
    if (open === is_open) return;
    is_open = open;
    if (!open) chosen = -1;
    draw();
  };
  set_open(false);
  return { node, set_open };
}
