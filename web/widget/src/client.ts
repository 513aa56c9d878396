// The whole client without a page: connection, talk and storage joined. It decides what is sent
// when, keeps a message until the server has it, and tells its listener what changed. The element
// draws it. It never asks the person anything; what needs asking (a talk the server forgot) it
// reports and waits.

import { Connection, type Link, type World } from './connection.js';
import { new_id } from './ids.js';
import { user_frames } from './outbox.js';
import type { Store } from './storage.js';
import { empty_talk, said, take, type Entry, type Talk } from './talk.js';
import type { Hello, ServerFrame } from './wire.js';

export const text_points_max = 20_000;
const away_ms = 6 * 3600 * 1000;
const again_ms = 3000;

export interface Events {
  /// The talk or the link changed; drawing may wait for the next frame.
  changed(): void;
  /// Something new was said while the person is here.
  heard(entry: Entry): void;
  /// A message was refused; its text goes back to the person.
  returned(text: string, code: string): void;
  exported(data: unknown): void;
  /// The talk is gone, here and on the server, or another tab ended it here.
  erased(): void;
  trouble(code: string): void;
  welcomed(): void;
}

export class Client {
  talk: Talk = empty_talk;
  link: Link = 'off';
  /// Why the line went down, as a WebSocket close code.
  code = 0;
  /// The server's clock minus this one's, in milliseconds.
  skew_ms = 0;

  private readonly connection_: Connection;
  private say_opened_ = false;
  private anew_ = false;
  private export_id_ = '';
  private cancel_again_ = () => {};

  constructor(
    private readonly world_: World,
    private readonly store_: Store,
    private readonly about_: () => Pick<
      Hello,
      'locale' | 'tz' | 'utc_offset_min' | 'client' | 'caps'
    >,
    private readonly events_: Events,
  ) {
    this.connection_ = new Connection(world_, {
      hello: () => ({ ...(this.anew_ ? null : this.store_.account()), ...this.about_() }),
      frame: (frame) => this.hear(frame),
      link: (link, code) => this.see_link(link, code),
    });
  }

  /// True when there is a talk in this browser to come back to; then it is dialled.
  resume(): boolean {
    if (!this.store_.account()) return false;
    this.talk = said(this.talk, this.store_.messages());
    this.connection_.start();
    return true;
  }

  begin(): void {
    if (!this.resume()) this.connection_.start();
  }

  /// The server forgot this talk and the person wants a new one. What was not taken yet goes there.
  start_anew(): void {
    this.anew_ = true;
    this.connection_.forget();
    this.connection_.start();
  }

  /// Another tab began a talk, the first one or one in place of a talk that the server forgot.
  join(): void {
    if (this.link === 'stopped') {
      this.connection_.forget();
      this.talk = empty_talk;
    }
    if (this.link === 'stopped' || this.link === 'off') this.resume();
  }

  nudge(): void {
    this.connection_.nudge();
  }

  /// Leaves the line without ending the talk (the element was taken off the page).
  rest(): void {
    this.cancel_again_();
    this.connection_.stop();
  }

  /// False when the text is too long to send; nothing is sent or kept then.
  say(text: string, payload?: string): boolean {
    // With the u flag only halves of a pair match; the server takes whole characters alone.
    const clean = text.replace(/[\ud800-\udfff]/gu, '\ufffd');
    if (Array.from(clean).length > text_points_max) return false;
    const message = { id: new_id(), text: clean, payload, at: this.world_.now() };
    this.store_.keep_message(message);
    this.store_.set_seen_at(message.at);
    this.talk = said(this.talk, [message]);
    this.connection_.send({ type: 'user', ...message });
    this.events_.changed();
    return true;
  }

  /// False when there is no line to ask over.
  download(): boolean {
    this.export_id_ = new_id();
    return this.connection_.send({ type: 'export', id: this.export_id_ });
  }

  /// False when it has to wait for the line; it is then done as soon as the server is back.
  erase(): boolean {
    this.store_.want_erase();
    return this.connection_.send({ type: 'erase', id: new_id() });
  }

  /// At once and without waiting: the quick exit. With `forget`, the server is asked to erase too.
  leave(forget: boolean): void {
    if (forget) this.connection_.send({ type: 'erase', id: new_id() });
    this.connection_.stop(!forget);
    this.store_.tell_leaving();
    this.store_.wipe();
    this.talk = empty_talk;
  }

  /// Back to before Begin, after erasing here or in another tab.
  end(): void {
    this.cancel_again_();
    this.connection_.stop(false);
    this.connection_.forget();
    this.store_.wipe();
    this.talk = empty_talk;
    this.events_.erased();
    this.events_.changed();
  }

  private see_link(link: Link, code: number): void {
    this.link = link;
    this.code = code;
    if (link === 'open') this.greet();
    // What was to be erased is already gone.
    if (link === 'stopped' && code === 4401 && this.store_.erase_wanted()) this.end();
    this.events_.changed();
  }

  private greet(): void {
    if (this.store_.erase_wanted()) {
      this.connection_.send({ type: 'erase', id: new_id() });
      return;
    }
    if (this.say_opened_) {
      this.connection_.send({ type: 'event', id: new_id(), name: 'opened', data: {} });
      this.say_opened_ = false;
    }
    // Another tab may have closed before its messages were taken.
    this.talk = said(this.talk, this.store_.messages());
    this.flush();
    this.events_.welcomed();
  }

  private flush(): void {
    for (const frame of user_frames(this.talk.outbox)) this.connection_.send(frame);
  }

  private hear(frame: ServerFrame): void {
    const now = this.world_.now();
    if (frame.type === 'welcome') {
      const { session, token, epoch } = frame;
      this.say_opened_ = !frame.resumed || now - this.store_.seen_at() >= away_ms;
      this.anew_ = false;
      this.store_.set_account({ session, token, epoch });
      this.store_.set_seen_at(now);
      if (frame.now) this.skew_ms = frame.now - now;
    }
    if (frame.type === 'content') {
      // For whoever writes the content.
      console[frame.ok ? 'info' : 'error'](frame.text);
      return;
    }
    if (frame.type === 'export') {
      if (frame.id === this.export_id_) this.events_.exported(frame.data);
      return;
    }
    if (frame.type === 'erased') {
      this.end();
      return;
    }
    if (frame.type === 'error') this.hear_error(frame);
    if (frame.type === 'ack' || frame.type === 'you') this.store_.drop_message(frame.id);
    this.talk = take(this.talk, frame, now);
    const newest = this.talk.entries.at(-1);
    if (frame.type === 'bot' || frame.type === 'you' || frame.type === 'notice') {
      this.store_.set_seen_at(now);
      if (newest?.live) this.events_.heard(newest);
    }
    this.events_.changed();
  }

  private hear_error(error: { code: string; retryable: boolean; id?: string }): void {
    this.events_.trouble(error.code);
    const message = this.talk.outbox.find((item) => item.id === error.id);
    if (!message) return;
    if (error.retryable || error.code === 'rate') {
      this.cancel_again_();
      this.cancel_again_ = this.world_.later(again_ms, () => this.flush());
      return;
    }
    this.store_.drop_message(message.id);
    this.events_.returned(message.text, error.code);
  }
}
