// <keel-chat>: the element. It joins the client (client.ts) to the pieces of the view and to the
// page: attributes in, events out, focus, and the way out. One vanilla custom element, no
// dependency, no markup parsed, no style attribute: it runs under a strict content security policy
// with Trusted Types enforced.
//
//   <script type="module" src="https://keel.example/keel-chat.js"></script>
//   <keel-chat></keel-chat>
//
// Attributes: url (the server; default: where this script came from), quick-exit, exit-url,
// exit-policy ("forget" asks the server to erase, the default; "keep" does not), theme ("light",
// "dark"; else the system's), country, lang, note (one more sentence for the first screen).
// Properties: strings (any of strings.ts), url. Methods: open, close, send, erase, transcript,
// focusInput. Events: keel-ready, keel-message {from, seq}, keel-state {link, safety}, keel-crisis
// {level}, keel-exit, keel-error {code}. No event carries what anyone said.

import css from './style.css';
import { Client } from './client.js';
import type { Socket, World } from './connection.js';
import { by_finger, h } from './dom.js';
import { read_help_lines } from './help_lines.js';
import { leave, listen_for_shift } from './quick_exit.js';
import { Store } from './storage.js';
import { english, type Strings } from './strings.js';
import { open_replies, type Entry } from './talk.js';
import { Frame } from './view/frame.js';
import { Voice } from './voice.js';

const script_base = new URL('.', import.meta.url).href;
const patience_ms = 1500;
const caps = 'scale duration date timer pacer marks list crisis exit export'.split(' ');

let sheet: CSSStyleSheet | undefined;

function style(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

export class KeelChat extends HTMLElement {
  /// Any of the element's own words, replaced. Set it before the element is on the page.
  declare strings?: Partial<Strings>;

  private readonly voice_ = new Voice();
  private readonly dark_ = matchMedia('(prefers-color-scheme: dark)');
  private store_!: Store;
  private client_!: Client;
  private frame_!: Frame;
  private started_ = false;
  private drawing_ = false;
  private lost_at_ = 0;
  private missed_ = 0;
  private alerted_ = '';
  private unlisten_: (() => void)[] = [];

  get url(): string {
    return this.getAttribute('url') ?? script_base;
  }
  set url(value: string) {
    this.setAttribute('url', value);
  }

  connectedCallback(): void {
    if (!this.started_) this.start();
    this.listen();
    this.client_.resume();
    this.draw_soon();
  }

  disconnectedCallback(): void {
    // A node that is only moved is back before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      for (const undo of this.unlisten_.splice(0)) undo();
      this.client_.rest();
      this.frame_.rest();
    });
  }

  /// Shows the element and says aloud what came while it was closed.
  open(): void {
    this.hidden = false;
    if (this.missed_) {
      const newest = this.client_.talk.entries.at(-1);
      this.voice_.say(
        `${this.words().announce_missed(this.missed_)} ${newest?.text ?? ''}`,
        newest?.lang,
      );
    }
    this.missed_ = 0;
  }

  close(): void {
    this.hidden = true;
  }

  /// Sends a text as if the person had typed it. False before Begin, or when it is too long.
  send(text: string): boolean {
    if (!this.store_.account() || !text.trim()) return false;
    return this.client_.say(text.trim());
  }

  /// Erases without asking; the menu asks first.
  erase(): void {
    this.client_.erase();
  }

  transcript(): { from: string; text: string; at: number }[] {
    return this.client_.talk.entries.map(({ who, text, at }) => ({ from: who, text, at }));
  }

  focusInput(): void {
    this.frame_.composer.field.focus();
  }

  /// The quick exit, for a control of the host page.
  exit(): void {
    leave(this.exit_plan());
  }

  private words(): Strings {
    return { ...english, ...this.strings };
  }

  private language(): string {
    const page = this.getAttribute('lang') || document.documentElement.lang;
    // The browser also knows the region, and with it how dates and times are written.
    return !page || navigator.language.startsWith(page) ? navigator.language : page;
  }

  private start(): void {
    this.started_ = true;
    // A property that was set before this script ran hides the accessor.
    if (Object.hasOwn(this, 'url')) {
      const early = this.url;
      delete (this as Partial<KeelChat>).url;
      this.url = early;
    }
    const t = this.words();
    const base = new URL(this.url, document.baseURI);
    this.store_ = new Store(
      base.host,
      () => localStorage,
      () => sessionStorage,
    );
    this.client_ = new Client(this.world(base), this.store_, () => this.hello(), {
      changed: () => this.see_change(),
      heard: (entry) => this.hear(entry),
      returned: (text, code) =>
        this.frame_.composer.give_back(text, code === 'too_long' ? t.too_long : t.not_taken),
      exported: (data) => this.save(data),
      erased: () => this.see_erased(),
      trouble: (code) => this.emit('error', { code }),
      welcomed: () => this.see_welcome(),
    });
    this.voice_.attach(this, t.log_live);
    this.make_frame(t, base);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style()];
    root.append(this.frame_.node, h('slot', { name: 'voice' }));
    this.load_help(base);
  }

  private make_frame(t: Strings, base: URL): void {
    const context = {
      t,
      voice: this.voice_,
      language: () => this.language(),
      now: () => Date.now() + this.client_.skew_ms,
      acts: {
        say: (text: string, payload?: string) => this.answer(text, payload),
        begin: () => this.begin(),
        try_now: () => this.client_.begin(),
        start_anew: () => this.client_.start_anew(),
        download: () => this.voice_.status(this.client_.download() ? t.downloading : t.lost),
        ask_erase: () => this.frame_.ask_erase(null),
        leave: () => this.exit(),
        open_help: () => this.frame_.open_help(),
      },
    };
    this.frame_ = new Frame(context, {
      place: base.host,
      note: this.getAttribute('note') ?? '',
      quick_exit: () => this.hasAttribute('quick-exit'),
      country: () =>
        this.store_.country() ?? this.getAttribute('country') ?? this.client_.talk.country,
      set_country: (country) => this.store_.set_country(country),
      send: (text) => this.say(text),
      erase: () => this.client_.erase(),
      typed: (text) => this.store_.set_draft(text),
    });
    const draft = this.store_.draft();
    if (draft) this.frame_.composer.fill(draft);
  }

  private world(base: URL): World {
    const socket_url = new URL('v1/socket', base);
    socket_url.protocol = base.protocol === 'http:' ? 'ws:' : 'wss:';
    return {
      dial: () => new WebSocket(socket_url, 'keel.v1') as unknown as Socket,
      now: () => Date.now(),
      random: () => Math.random(),
      later: (ms, work) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    };
  }

  private hello() {
    return {
      locale: this.language(),
      tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
      utc_offset_min: -new Date().getTimezoneOffset(),
      client: { name: 'keel-chat', version: '0.1.0' },
      caps,
    };
  }

  private listen(): void {
    const on = (target: EventTarget, name: string, work: (event: never) => void) => {
      target.addEventListener(name, work as EventListener);
      this.unlisten_.push(() => target.removeEventListener(name, work as EventListener));
    };
    on(window, 'online', () => this.client_.nudge());
    on(document, 'visibilitychange', () => document.hidden || this.client_.nudge());
    on(this.dark_, 'change', () => this.draw_soon());
    on(window, 'resize', () => this.frame_.log.keep_place());
    on(window, 'storage', (event: StorageEvent) => {
      if (event.key === this.store_.leaving_key && event.newValue) this.exit();
      if (event.key !== this.store_.account_key) return;
      if (event.newValue) this.client_.join();
      else if (this.client_.link !== 'off') this.client_.end();
    });
    if (this.hasAttribute('quick-exit')) this.unlisten_.push(listen_for_shift(this.exit_plan()));
  }

  private exit_plan() {
    return {
      t: this.words(),
      target: () => {
        const to = new URL(
          this.getAttribute('exit-url') ?? new URL('away', new URL(this.url, document.baseURI)),
          document.baseURI,
        );
        return /^https?:$/.test(to.protocol) ? to.href : 'about:blank';
      },
      let_go: () => {
        this.client_.leave(this.getAttribute('exit-policy') !== 'keep');
        this.emit('exit');
      },
      say: (text: string) => this.voice_.status(text),
      dots: (count: number) => this.frame_.show_dots(count),
    };
  }

  /// What a person sends, typed or tapped; the field keeps the focus where it had it.
  private say(text: string): boolean {
    const t = this.words();
    const said = this.client_.say(text);
    if (!said) this.frame_.composer.hint(t.too_long);
    return said;
  }

  /// A tap removes what was tapped: the focus goes where the answer will be read or the next one
  /// written.
  private answer(text: string, payload?: string): void {
    this.client_.say(text, payload);
    this.focus_after_tap();
  }

  private focus_after_tap(): void {
    if (by_finger()) this.frame_.log.scroller.focus({ preventScroll: true });
    else this.frame_.composer.field.focus();
  }

  private begin(): void {
    this.client_.begin();
    this.draw();
    this.focus_after_tap();
  }

  private see_change(): void {
    const { link, talk } = this.client_;
    if (link === 'open' || link === 'off') this.lost_at_ = 0;
    else if (!this.lost_at_) {
      this.lost_at_ = Date.now();
      setTimeout(() => this.draw_soon(), patience_ms);
    }
    this.emit('state', { link, safety: talk.state.safety });
    this.draw_soon();
  }

  private see_welcome(): void {
    this.keep_help();
    this.emit('ready');
  }

  private see_erased(): void {
    const t = this.words();
    this.frame_.composer.fill('');
    this.frame_.say_at_start(t.erased);
    this.voice_.status(t.erased);
    // Not with the next frame: a tab in the background may not have one for a long time.
    this.draw();
  }

  private hear(entry: Entry): void {
    this.emit('message', { from: entry.who, seq: entry.seq });
    if (entry.who === 'you') return;
    if (this.hidden) this.missed_ += 1;
    const level = entry.card?.kind === 'crisis' ? entry.card.level : '';
    if (level && this.alerted_ !== entry.key) {
      this.alerted_ = entry.key;
      this.voice_.alert(entry.alt ?? entry.text);
      this.emit('crisis', { level });
    }
    if (this.hidden) return;
    const replies = open_replies(this.client_.talk).length;
    const after = entry.last && replies ? ` ${this.words().announce_replies(replies)}` : '';
    this.voice_.say(entry.text + after, entry.lang);
  }

  private draw_soon(): void {
    if (this.drawing_) return;
    this.drawing_ = true;
    const draw = () => {
      if (this.drawing_) this.draw();
    };
    if (document.hidden) setTimeout(draw);
    else requestAnimationFrame(draw);
  }

  private draw(): void {
    this.drawing_ = false;
    const { talk, link, code } = this.client_;
    const lost = this.lost_at_ > 0 && Date.now() - this.lost_at_ >= patience_ms;
    const begun = link !== 'off' || !!this.store_.account();
    const theme = this.getAttribute('theme');
    const dark = theme === 'dark' || (theme !== 'light' && this.dark_.matches);
    this.frame_.show({ talk, link, code, lost, begun, dark });
  }

  private async load_help(base: URL): Promise<void> {
    this.frame_.help_lines = read_help_lines(this.store_.help());
    try {
      const answer = await fetch(new URL('help-lines.json', base));
      const lines = read_help_lines(await answer.json());
      if (!lines.length) return;
      this.frame_.help_lines = lines;
      if (this.store_.account()) this.keep_help();
    } catch {
      // The kept copy serves, or else the emergency numbers that are part of the element.
    }
  }

  private keep_help(): void {
    if (this.frame_.help_lines.length) this.store_.set_help(this.frame_.help_lines);
  }

  private save(data: unknown): void {
    const file = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' });
    const href = URL.createObjectURL(file);
    h('a', { href, download: 'my-talk.json' }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  private emit(name: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(`keel-${name}`, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get('keel-chat')) customElements.define('keel-chat', KeelChat);
