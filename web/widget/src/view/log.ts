// The transcript: an ordered list that only grows. It scrolls along with a reader who is at its
// end, and leaves one who is reading further up where they are, with a button to come back.

import { button, h } from '../dom.js';
import { open_turn, type Entry, type Talk } from '../talk.js';
import { card_of, type ShownCard } from './cards.js';
import type { Context } from './context.js';

const near_px = 80;
const margin_px = 16;
const pause_between_dates_ms = 30 * 60_000;

export class Log {
  private readonly list_ = h('ol', {});
  private readonly newest_: HTMLElement;
  readonly node: HTMLElement;
  readonly scroller: HTMLElement;
  private readonly shown_ = new Map<
    string,
    { item: HTMLElement; card?: ShownCard; pending?: boolean }
  >();
  private follows_ = true;
  private generation_ = 0;

  constructor(private readonly context_: Context) {
    const { t } = context_;
    this.scroller = h('div', {
      class: 'log',
      part: 'log',
      role: 'region',
      tabindex: 0,
      'aria-label': t.log,
      onscroll: () => this.notice_scroll(),
    });
    this.scroller.append(this.list_);
    this.newest_ = button(t.newest, () => this.to_newest(), { class: 'newest', hidden: true });
    this.node = h('div', { class: 'log-frame' }, this.scroller, this.newest_);
  }

  show(talk: Talk, connected: boolean): void {
    if (!talk.entries.length && !talk.outbox.length && this.shown_.size) this.clear();
    const before = this.list_.childElementCount;
    const own_before = this.list_.querySelectorAll('.you').length;
    const open_key = open_turn(talk)?.key;
    let previous_at = 0;
    let place = this.list_.firstElementChild;
    const put = (key: string, make: () => { item: HTMLElement; card?: ShownCard }) => {
      let shown = this.shown_.get(key);
      if (!shown) this.shown_.set(key, (shown = make()));
      if (shown.item === place) place = place.nextElementSibling;
      else this.list_.insertBefore(shown.item, place);
      return shown;
    };
    for (const entry of talk.entries) {
      const dated = entry.at - previous_at > pause_between_dates_ms;
      previous_at = entry.at;
      const shown = put(entry.key, () => this.make(entry, dated));
      if (shown.pending) this.settle(shown);
      shown.card?.set_open?.(entry.key === open_key);
    }
    for (const message of talk.outbox) {
      const entry: Entry = {
        key: message.id,
        who: 'you',
        text: message.text,
        at: message.at,
        seq: 0,
        live: true,
      };
      const shown = put(message.id, () => ({ ...this.make(entry, false), pending: true }));
      shown.item.classList.toggle('pending', !connected);
    }
    this.drop_unlisted(talk);
    if (talk.generation !== this.generation_) this.mark_earlier(talk);
    const own_now = this.list_.querySelectorAll('.you').length;
    if (this.list_.childElementCount !== before) this.arrive(own_now > own_before);
  }

  to_newest(): void {
    this.follows_ = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.newest_.hidden = true;
    this.scroller.focus();
  }

  /// The space for the log changed (a keyboard, other replies): a follower stays at the end.
  keep_place(): void {
    if (this.follows_) this.scroll_to_turn();
  }

  private make(entry: Entry, dated: boolean): { item: HTMLElement; card?: ShownCard } {
    const { t } = this.context_;
    const card = card_of(this.context_, entry);
    const who = entry.who === 'you' ? t.you_said : t.keel_says;
    const kind = [entry.who, entry.live && 'live', dated && 'dated'].filter(Boolean).join(' ');
    const item = h(
      'li',
      { class: kind, part: 'message', lang: entry.lang },
      dated && h('time', { class: 'when' }, this.when(entry.at)),
      h('div', { class: 'words', dir: 'auto' }, h('span', { class: 'sr' }, `${who} `), entry.text),
      card?.node,
    );
    if (entry.who === 'you') item.append(h('p', { class: 'small note' }, t.pending));
    return { item, card };
  }

  private settle(shown: { item: HTMLElement; pending?: boolean }): void {
    shown.pending = false;
    shown.item.classList.remove('pending');
  }

  private when(at: number): string {
    const day = new Date(at);
    const time = { hour: '2-digit', minute: '2-digit' } as const;
    if (day.toDateString() === new Date().toDateString()) {
      return day.toLocaleTimeString(this.context_.language(), time);
    }
    const date = { weekday: 'long', day: 'numeric', month: 'long', ...time } as const;
    return day.toLocaleString(this.context_.language(), date);
  }

  private drop_unlisted(talk: Talk): void {
    const listed = talk.entries.length + talk.outbox.length;
    if (this.shown_.size === listed) return;
    const keys = new Set(
      [...talk.entries, ...talk.outbox].map((one) => ('key' in one ? one.key : one.id)),
    );
    for (const [key, { item }] of this.shown_) {
      if (keys.has(key)) continue;
      item.remove();
      this.shown_.delete(key);
    }
  }

  private mark_earlier(talk: Talk): void {
    const last = talk.entries
      .filter((entry) => entry.key.startsWith(`${this.generation_}:`))
      .at(-1);
    this.generation_ = talk.generation;
    const item = last && this.shown_.get(last.key)?.item;
    item?.append(h('p', { class: 'small earlier' }, this.context_.t.earlier));
  }

  private clear(): void {
    this.shown_.clear();
    this.list_.replaceChildren();
    this.follows_ = true;
    this.newest_.hidden = true;
  }

  private arrive(own: boolean): void {
    if (own) this.follows_ = true;
    if (this.follows_) this.scroll_to_turn();
    else this.newest_.hidden = this.at_end();
  }

  /// To the end, but never so far that the beginning of the newest message is lost, and from the
  /// person's own message on where there is room: what was said, what was answered, what is asked.
  private turn_top(): number {
    const newest = this.list_.lastElementChild as HTMLElement | null;
    const own = this.list_.querySelectorAll<HTMLElement>('.you');
    const from = own[own.length - 1];
    const end = this.scroller.scrollHeight - this.scroller.clientHeight;
    if (!newest) return end;
    const asked = newest.querySelector<HTMLElement>('.words')!;
    const asked_end = newest.offsetTop + asked.offsetTop + asked.offsetHeight;
    const fits = from && asked_end - from.offsetTop + margin_px < this.scroller.clientHeight;
    return Math.max(0, Math.min(end, (fits ? from : newest).offsetTop - margin_px));
  }

  private scroll_to_turn(): void {
    this.scroller.scrollTop = this.turn_top();
  }

  private at_end(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight <= near_px;
  }

  private notice_scroll(): void {
    this.follows_ = this.at_end() || Math.abs(this.scroller.scrollTop - this.turn_top()) < 4;
    if (this.at_end()) this.newest_.hidden = true;
  }
}
