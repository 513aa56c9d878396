// What a screen reader hears. One log, one status and one alert, empty, made once as children of
// the host element itself: several screen readers do not notice live regions inside a shadow root,
// or ones that arrive together with their text.

import { h } from './dom.js';

const stays_ms = 1000;
const status_stays_ms = 5000;

export class Voice {
  private readonly log_ = h('div', { slot: 'voice', role: 'log', 'aria-live': 'polite' });
  private readonly status_ = h('div', { slot: 'voice', role: 'status' });
  private readonly alert_ = h('div', { slot: 'voice', role: 'alert' });
  private hush_ = 0;

  attach(host: HTMLElement, label: string): void {
    this.log_.setAttribute('aria-label', label);
    host.append(this.log_, this.status_, this.alert_);
  }

  /// A message. It goes again after a second: some readers repeat whatever still stands there.
  say(text: string, lang?: string): void {
    const line = h('div', { lang }, text);
    this.log_.append(line);
    setTimeout(() => line.remove(), stays_ms);
  }

  /// What is going on, replacing what was there.
  status(text: string): void {
    this.status_.textContent = text;
    clearTimeout(this.hush_);
    this.hush_ = window.setTimeout(() => (this.status_.textContent = ''), status_stays_ms);
  }

  /// For safety alone, at most once for each event.
  alert(text: string): void {
    this.alert_.textContent = text;
    setTimeout(() => (this.alert_.textContent = ''), status_stays_ms);
  }
}
