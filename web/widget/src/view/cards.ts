// Which piece shows which card inside the log. Cards that are answered near the composer (scale,
// duration, date) and the pause have no place here; one that is unknown shows its plain words.

import { button, h } from '../dom.js';
import type { Entry } from '../talk.js';
import type { Context } from './context.js';
import { crisis_card } from './crisis.js';
import { marks_card } from './marks.js';
import { pacer_card } from './pacer.js';

export interface ShownCard {
  node: HTMLElement;
  /// Whether this turn still waits for an answer.
  set_open?(open: boolean): void;
}

export function card_of(context: Context, entry: Entry): ShownCard | undefined {
  const { t, acts } = context;
  const card = entry.card;
  switch (card?.kind) {
    case 'crisis':
      return { node: crisis_card(context, card) };
    case 'marks':
      return marks_card(context, card);
    case 'pacer':
      return { node: pacer_card(context, card) };
    case 'list': {
      const items = card.items.map((item) => h('li', { dir: 'auto' }, item));
      return {
        node: h(
          'section',
          { class: 'card' },
          card.title && h('h2', {}, card.title),
          h('ul', {}, ...items),
        ),
      };
    }
    case 'exit':
      return { node: h('p', { class: 'row' }, button(t.leave, acts.leave, { class: 'solid' })) };
    case 'export':
      return {
        node: h(
          'p',
          { class: 'row' },
          button(t.download, acts.download, { class: 'chip' }),
          button(t.erase, acts.ask_erase, { class: 'chip' }),
        ),
      };
    case 'other':
      if (entry.alt && entry.alt !== entry.text)
        return { node: h('p', { class: 'card' }, entry.alt) };
  }
  return undefined;
}
