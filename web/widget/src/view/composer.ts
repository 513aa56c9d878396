// Where the person writes. Always there, never disabled, and what is in it is only ever taken by
// sending.

import { by_finger, h } from '../dom.js';
import type { Context } from './context.js';

export class Composer {
  readonly node: HTMLElement;
  readonly field: HTMLTextAreaElement;
  private readonly hint_ = h('p', { class: 'small hint', hidden: true });

  /// `typed` hears every change, for the draft; `send` answers whether it took the text.
  constructor(
    { t }: Context,
    send: (text: string) => boolean,
    private readonly typed_: (text: string) => void,
  ) {
    this.field = h('textarea', {
      id: 'field',
      rows: 1,
      enterkeyhint: 'send',
      autocapitalize: 'sentences',
      dir: 'auto',
    });
    const submit = (event?: Event) => {
      event?.preventDefault();
      const text = this.field.value.trim();
      if (text && send(text)) this.fill('');
    };
    this.field.addEventListener('keydown', (event) => {
      // On a phone Enter is the only way to a new line; while an input method composes, Enter is
      // its own.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || by_finger()) return;
      submit(event);
    });
    this.field.addEventListener('input', () => {
      this.fit();
      this.hint('');
      this.typed_(this.field.value);
    });
    this.node = h(
      'form',
      { class: 'composer', part: 'composer', onsubmit: submit },
      h('label', { for: 'field', class: 'small' }, t.label),
      h(
        'div',
        { class: 'line' },
        this.field,
        h('button', { class: 'solid', part: 'send' }, t.send),
      ),
      this.hint_,
    );
  }

  fill(text: string): void {
    this.field.value = text;
    this.typed_(text);
    this.fit();
  }

  /// What was refused comes back in front of what was typed since.
  give_back(text: string, why: string): void {
    this.fill([text, this.field.value].filter(Boolean).join('\n'));
    this.hint(why);
  }

  hint(text: string): void {
    this.hint_.textContent = text;
    this.hint_.hidden = !text;
  }

  private fit(): void {
    this.field.style.height = 'auto';
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }
}
