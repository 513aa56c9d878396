// Pauses that run, in view for as long as they last. The server's state is the truth: one that is
// not in it is gone. They are announced at the start, half way, with a minute left, and at the end;
// never with sound.

import { clock_words, left_ms, milestone } from '../clock.js';
import { h } from '../dom.js';
import type { Timer } from '../wire.js';
import type { Context } from './context.js';

const tick_ms = 1000;
const hour_ms = 3_600_000;

export class Timers {
  readonly node: HTMLElement;
  private rows_: { timer: Timer; left: HTMLElement; before_ms: number }[] = [];
  private shown_ = '';
  private ticking_ = 0;

  constructor(private readonly context_: Context) {
    this.node = h('div', { class: 'timers', hidden: true });
  }

  show(timers: readonly Timer[]): void {
    const signature = JSON.stringify(timers);
    if (signature === this.shown_) return;
    this.shown_ = signature;
    this.rows_ = timers.map((timer) => this.row(timer));
    this.node.replaceChildren(...this.rows_.map(({ left }) => left.parentElement!));
    this.node.hidden = !timers.length;
    clearInterval(this.ticking_);
    if (timers.length) this.ticking_ = window.setInterval(() => this.tick(), tick_ms);
    this.tick();
  }

  stop(): void {
    clearInterval(this.ticking_);
    this.shown_ = '';
  }

  private row(timer: Timer) {
    const { t, language, now } = this.context_;
    const ends = new Date(timer.ends_at - now() + Date.now());
    const until = ends.toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' });
    const label = timer.label || t.pause;
    const left = h('span', { role: 'timer', 'aria-live': 'off', 'aria-label': label });
    h(
      'div',
      { class: 'timer' },
      h('span', {}, label),
      left,
      h('span', { class: 'small' }, t.pause_until(until)),
    );
    const before_ms = left_ms(timer.ends_at, now());
    return { timer, left, before_ms };
  }

  private tick(): void {
    const { t, voice, now } = this.context_;
    for (const row of this.rows_) {
      const { timer, left } = row;
      const after_ms = left_ms(timer.ends_at, now());
      const words = clock_words(after_ms);
      if (left.textContent !== words) left.textContent = words;
      const passed = milestone(row.before_ms, after_ms, timer.ends_at - timer.started_at);
      row.before_ms = after_ms;
      if (passed === 'half' && after_ms < 24 * hour_ms) voice.status(t.pause_half);
      if (passed === 'minute') voice.status(t.pause_minute);
      if (passed === 'over') voice.status(t.pause_over);
    }
  }
}
