// The frame around the talk: header, what stays in view, log, dock, composer, panels, first screen.
// It is given a snapshot and shows it; it decides nothing about the talk itself.

import { button, h } from '../dom.js';
import type { Link } from '../connection.js';
import { countries_of, guess_country, lines_for } from '../help_lines.js';
import type { Talk } from '../talk.js';
import type { HelpLine } from '../wire.js';
import { Composer } from './composer.js';
import type { Context } from './context.js';
import { Dock } from './dock.js';
import { facts, intro } from './intro.js';
import { line_list, reach_links } from './lines.js';
import { Log } from './log.js';
import { Sheet } from './sheet.js';
import { Timers } from './timers.js';

export interface Snapshot {
  talk: Talk;
  link: Link;
  code: number;
  /// The line has been down for long enough to say so.
  lost: boolean;
  begun: boolean;
  dark: boolean;
}

export interface Needs {
  place: string;
  note: string;
  quick_exit(): boolean;
  country(): string | null | undefined;
  set_country(country: string): void;
  send(text: string): boolean;
  erase(): boolean;
  typed(text: string): void;
}

export class Frame {
  readonly node: HTMLElement;
  readonly log: Log;
  readonly composer: Composer;
  help_lines: HelpLine[] = [];

  private readonly dock_: Dock;
  private readonly timers_: Timers;
  private readonly sheet_: Sheet;
  private readonly help_: HTMLElement;
  private readonly leave_: HTMLElement;
  private readonly menu_: HTMLElement;
  private readonly dots_: HTMLElement[];
  private readonly pinned_ = h('div', { class: 'strip warm', hidden: true });
  private readonly status_ = h('div', { class: 'strip', hidden: true });
  private readonly talk_: HTMLElement;
  private readonly beneath_: HTMLElement;
  private intro_: HTMLElement | null = null;
  private said_ = '';
  private pinned_shown_ = '';
  private status_shown_ = '';
  private was_lost_ = false;

  constructor(
    private readonly context_: Context,
    private readonly needs_: Needs,
  ) {
    const { t, acts } = context_;
    this.log = new Log(context_);
    this.dock_ = new Dock(context_);
    this.timers_ = new Timers(context_);
    this.composer = new Composer(context_, needs_.send, needs_.typed);
    this.talk_ = h(
      'div',
      { class: 'body' },
      this.log.node,
      this.timers_.node,
      this.dock_.node,
      this.composer.node,
    );
    this.beneath_ = h('div', { class: 'body' }, this.pinned_, this.status_, this.talk_);
    this.sheet_ = new Sheet(context_, this.beneath_, (name) => this.mark_open(name));
    const opens = { 'aria-expanded': 'false' };
    this.help_ = button(t.help, () => this.toggle('help'), { class: 'help', ...opens });
    this.menu_ = button(t.menu, () => this.toggle('menu'), opens);
    this.dots_ = [1, 2, 3].map(() => h('b'));
    const dots = h('i', { 'aria-hidden': 'true', hidden: true }, ...this.dots_);
    this.leave_ = button(t.leave, acts.leave, { class: 'leave' });
    this.leave_.append(dots);
    const head = h(
      'div',
      {},
      h('h1', { class: 'mark' }, t.title),
      this.help_,
      this.leave_,
      this.menu_,
    );
    const body = h('div', { class: 'body' }, this.beneath_, this.sheet_.node);
    this.node = h('div', { class: 'root' }, h('header', { part: 'header' }, head), body);
  }

  show(now: Snapshot): void {
    this.node.classList.toggle('dark', now.dark);
    const exit_card = now.talk.entries.some((entry) => entry.card?.kind === 'exit');
    this.leave_.hidden = !this.needs_.quick_exit() && !exit_card;
    this.menu_.hidden = !now.begun;
    this.show_intro(!now.begun);
    this.show_status(now);
    this.show_pinned(now.talk.state.help ?? []);
    this.timers_.show(now.talk.state.timers);
    const moved = this.dock_.show(now.talk);
    this.log.show(now.talk, !now.lost);
    if (moved) this.log.keep_place();
  }

  rest(): void {
    this.timers_.stop();
  }

  show_dots(count: number): void {
    this.dots_[0]!.parentElement!.hidden = !count;
    this.dots_.forEach((dot, index) => dot.classList.toggle('on', index < count));
  }

  /// One sentence above the first screen, the next time it is shown.
  say_at_start(text: string): void {
    this.said_ = text;
    this.sheet_.close();
  }

  open_help(): void {
    this.toggle('help');
  }

  ask_erase(opener: HTMLElement | null): void {
    const { t, voice } = this.context_;
    const note = h('p', { class: 'small' });
    const erase = () => {
      if (!this.needs_.erase()) voice.status((note.textContent = t.erase_waiting));
    };
    const content = [
      h('p', {}, t.erase_text),
      h(
        'div',
        { class: 'row' },
        button(t.erase_no, () => this.sheet_.close(), { class: 'solid' }),
        button(t.erase_yes, erase, { class: 'chip' }),
      ),
      note,
    ];
    this.sheet_.open('erase', t.erase_title, content, opener ?? this.menu_);
  }

  private toggle(name: 'help' | 'menu'): void {
    if (this.sheet_.name === name) this.sheet_.close();
    else if (name === 'help') this.show_help();
    else this.show_menu();
  }

  private mark_open(name: string): void {
    this.help_.setAttribute('aria-expanded', String(name === 'help'));
    this.menu_.setAttribute('aria-expanded', String(name !== '' && name !== 'help'));
  }

  private show_help(): void {
    const { t } = this.context_;
    const known = countries_of(this.help_lines);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const chosen = this.needs_.country() ?? guess_country(zone, navigator.language, known);
    const list = h('div', { class: 'found' });
    const fill = (country: string) =>
      list.replaceChildren(line_list(this.context_, lines_for(this.help_lines, country)));
    fill(chosen);
    const content = this.help_lines.length
      ? [this.country_picker(known, chosen, fill), list]
      : [h('p', {}, `${t.help_missing} ${t.help_bare}`)];
    this.sheet_.open(
      'help',
      t.help_title,
      [h('p', { class: 'small' }, t.help_intro), ...content],
      this.help_,
    );
  }

  private country_picker(
    known: string[],
    chosen: string,
    fill: (country: string) => void,
  ): HTMLElement {
    const { t } = this.context_;
    const names = new Intl.DisplayNames([this.context_.language()], { type: 'region' });
    const options = known
      .filter((code) => code !== 'ZZ')
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((a, b) => a.name.localeCompare(b.name));
    options.push({ code: 'ZZ', name: t.elsewhere });
    const pick = h('select', { id: 'country' });
    for (const { code, name } of options)
      pick.append(h('option', { value: code, selected: code === chosen }, name));
    pick.addEventListener('change', () => {
      fill(pick.value);
      // Before Begin nothing is stored, not even this.
      if (!this.intro_) this.needs_.set_country(pick.value);
    });
    return h('p', { class: 'pick' }, h('label', { for: 'country' }, t.country), pick);
  }

  private show_menu(): void {
    const { t, acts } = this.context_;
    const act = (label: string, note: string, press: () => void) => {
      const item = button(label, press);
      if (note) item.append(h('span', { class: 'small' }, note));
      return h('li', {}, item);
    };
    const items = [
      act(t.download, t.download_note, acts.download),
      act(t.erase, t.erase_note, () => this.ask_erase(this.menu_)),
      act(t.about, '', () => this.show_about()),
    ];
    this.sheet_.open('menu', t.menu_title, [h('ul', { class: 'acts' }, ...items)], this.menu_);
  }

  private show_about(): void {
    this.sheet_.open('about', this.context_.t.about, [this.facts()], this.menu_);
  }

  private facts(): HTMLElement {
    return facts(this.context_, this.needs_.place, this.needs_.note, this.needs_.quick_exit());
  }

  private show_intro(wanted: boolean): void {
    this.talk_.hidden = wanted;
    if (wanted && !this.intro_) {
      this.intro_ = intro(this.context_, this.facts(), this.said_);
      this.said_ = '';
      this.beneath_.append(this.intro_);
    } else if (!wanted) {
      this.intro_?.remove();
      this.intro_ = null;
    }
  }

  private show_status({ link, code, lost, begun }: Snapshot): void {
    const { t, acts, voice } = this.context_;
    let text = '';
    let press: HTMLElement | false = false;
    if (link === 'stopped' && code === 4401) {
      text = t.unknown_here;
      press = button(t.start_new, acts.start_anew, { class: 'quiet' });
    } else if (link === 'stopped') {
      text = t.refused;
      press = button(t.try_now, acts.try_now, { class: 'quiet' });
    } else if (begun && lost) {
      text = t.lost;
      press = button(t.try_now, acts.try_now, { class: 'quiet' });
    }
    if (this.was_lost_ && link === 'open') voice.status(t.back_online);
    this.was_lost_ = text !== '';
    if (text === this.status_shown_) return;
    this.status_shown_ = text;
    this.status_.hidden = !text;
    this.status_.replaceChildren(h('div', {}, h('p', {}, text), press));
    if (text) voice.status(text);
  }

  private show_pinned(lines: readonly HelpLine[]): void {
    const { t, acts } = this.context_;
    const signature = JSON.stringify(lines);
    if (signature === this.pinned_shown_) return;
    this.pinned_shown_ = signature;
    this.pinned_.hidden = !lines.length;
    const first = lines.slice(0, 1).flatMap((line) => reach_links(this.context_, line).slice(0, 1));
    this.pinned_.replaceChildren(
      h(
        'div',
        {},
        h('span', {}, t.pinned),
        ...first,
        button(t.all_lines, acts.open_help, { class: 'plain' }),
      ),
    );
  }
}
