// A panel over the talk, below the header: help lines, menu, erase, what this is. One at a time.
// What lies beneath is out of reach while it is open; Escape or Close gives the focus back to where
// it came from.

import { button, h } from '../dom.js';
import type { Context } from './context.js';

export class Sheet {
  readonly node: HTMLElement;
  private opener_: HTMLElement | null = null;
  private name_ = '';

  constructor(
    private readonly context_: Context,
    /// What is covered.
    private readonly beneath_: HTMLElement,
    private readonly changed_: (name: string) => void,
  ) {
    this.node = h('div', { class: 'sheet', part: 'sheet', hidden: true, role: 'dialog' });
    this.node.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  get name(): string {
    return this.name_;
  }

  open(
    name: string,
    title: string,
    content: (HTMLElement | false)[],
    opener: HTMLElement | null,
  ): void {
    if (!this.name_) this.opener_ = opener;
    this.name_ = name;
    const heading = h('h2', { tabindex: -1 }, title);
    const close = button(this.context_.t.close, () => this.close(), { class: 'quiet' });
    this.node.setAttribute('aria-label', title);
    this.node.replaceChildren(
      h(
        'div',
        { class: 'inner' },
        h('div', { class: 'top' }, heading, close),
        ...content.filter((one) => !!one),
      ),
    );
    this.node.hidden = false;
    this.beneath_.classList.add('covered');
    this.changed_(name);
    this.node.scrollTop = 0;
    heading.focus();
  }

  close(): void {
    if (!this.name_) return;
    this.name_ = '';
    this.node.hidden = true;
    this.node.replaceChildren();
    this.beneath_.classList.remove('covered');
    this.changed_('');
    this.opener_?.focus();
    this.opener_ = null;
  }
}
