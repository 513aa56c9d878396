// What can be tapped in answer to the open turn, between the log and the composer: the helper for
// the kind of question, the replies, and the ways out that every question has. Typing stays
// possible throughout.

import { amounts_helper } from './helpers.js';
import { button, h } from '../dom.js';
import { open_question, open_replies, open_turn, type Talk } from '../talk.js';
import type { Context } from './context.js';

export class Dock {
  readonly node: HTMLElement;
  private shown_ = '';

  constructor(private readonly context_: Context) {
    this.node = h('div', {
      class: 'dock',
      part: 'replies',
      role: 'group',
      'aria-label': context_.t.replies,
    });
    this.node.hidden = true;
  }

  /// True when what is shown changed.
  show(talk: Talk): boolean {
    const turn = open_turn(talk);
    const signature = turn ? `${turn.key} ${talk.state.can_undo}` : '';
    if (signature === this.shown_) return false;
    this.shown_ = signature;
    this.node.replaceChildren(...(turn ? this.parts(talk) : []));
    this.node.hidden = !this.node.childElementCount;
    return true;
  }

  private parts(talk: Talk): HTMLElement[] {
    const { t, acts } = this.context_;
    const question = open_question(talk);
    const parts: HTMLElement[] = [];
    const helper = question && amounts_helper(this.context_, question);
    if (helper) parts.push(helper);
    const replies = open_replies(talk);
    if (replies.length) {
      const chips = replies.map(({ title, payload }) =>
        h(
          'li',
          {},
          button(title, () => acts.say(title, payload), {
            class: 'chip',
            part: 'reply',
            dir: 'auto',
          }),
        ),
      );
      parts.push(h('ul', { class: 'row replies' }, ...chips));
    }
    const quiet = (label: string, text: string) =>
      button(label, () => acts.say(text), { class: 'quiet' });
    const ways = [
      ...(question ? [quiet(t.skip, t.skip_said), quiet(t.why, t.why_said)] : []),
      ...(talk.state.can_undo ? [quiet(t.back, t.back_said)] : []),
    ];
    if (ways.length) parts.push(h('div', { class: 'row ways' }, ...ways));
    return parts;
  }
}
