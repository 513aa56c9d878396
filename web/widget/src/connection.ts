// One tab's line to the server: says hello, keeps the numbers in order, answers pings, notices
// silence, and comes back by itself. It hands on every frame that is new and in order, and nothing
// else. Not for: what frames mean (talk.ts), what is kept through a reload (storage.ts). The
// socket, the clock and chance are passed in, so that tests need no network and no waiting.

import { backoff_ms } from './backoff.js';
import { read_frame, type ClientFrame, type Hello, type ServerFrame } from './wire.js';

export interface Socket {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(data: string): void;
  close(code?: number): void;
}

export interface World {
  dial(): Socket;
  now(): number;
  random(): number;
  /// Runs `work` after `ms`; the answer cancels it.
  later(ms: number, work: () => void): () => void;
}

/// `off`: not wanted. `dialling`: first try. `open`: welcomed. `waiting`: between tries.
/// `stopped`: the server said that trying again is pointless; `code` says why.
export type Link = 'off' | 'dialling' | 'open' | 'waiting' | 'stopped';

export interface Listener {
  /// The fields of `hello` besides `type` and `last_seq`.
  hello(): Omit<Hello, 'type' | 'last_seq'>;
  frame(frame: ServerFrame): void;
  link(link: Link, code: number): void;
}

const closed_for_gap = 4410;
const closed_for_silence = 4000;
const stops_for_good = new Set([4400, 4401, 4403, 4406]);
const welcome_patience_ms = 15_000;

export class Connection {
  private socket_: Socket | null = null;
  private link_: Link = 'off';
  private last_seq_ = 0;
  private attempt_ = 0;
  private forgive_ = true;
  private heard_at_ = 0;
  private patience_ms_ = welcome_patience_ms;
  private cancel_retry_ = () => {};
  private cancel_watch_ = () => {};

  constructor(
    private readonly world_: World,
    private readonly listener_: Listener,
  ) {}

  get link(): Link {
    return this.link_;
  }

  /// Starts, or, when it waits between two tries, tries at once.
  start(): void {
    if (this.socket_) return;
    this.cancel_retry_();
    this.dial();
  }

  /// The device woke up or says that it is online: do not wait for a timer to notice.
  nudge(): void {
    if (this.link_ === 'waiting') this.start();
    else if (this.link_ === 'open') this.look_for_silence();
  }

  /// Leaves on purpose and stays away until `start`.
  stop(bye = true): void {
    if (bye) this.send({ type: 'bye' });
    this.drop(1000);
    this.cancel_retry_();
    this.attempt_ = 0;
    this.become('off');
  }

  /// A new person, or the old one erased: numbers start over.
  forget(): void {
    this.last_seq_ = 0;
  }

  /// False when there is no line: the caller keeps the message.
  send(frame: ClientFrame): boolean {
    if (this.link_ !== 'open' || !this.socket_) return false;
    this.socket_.send(JSON.stringify(frame));
    return true;
  }

  private dial(): void {
    this.become(this.attempt_ ? 'waiting' : 'dialling');
    this.patience_ms_ = welcome_patience_ms;
    this.heard_at_ = this.world_.now();
    let socket: Socket;
    try {
      socket = this.world_.dial();
    } catch {
      this.come_back(1006);
      return;
    }
    this.socket_ = socket;
    socket.onopen = () => {
      const hello: Hello = { type: 'hello', last_seq: this.last_seq_, ...this.listener_.hello() };
      socket.send(JSON.stringify(hello));
    };
    socket.onmessage = ({ data }) => this.hear(data);
    socket.onclose = ({ code }) => {
      this.drop(1000);
      this.come_back(code);
    };
    this.watch();
  }

  private hear(data: unknown): void {
    this.heard_at_ = this.world_.now();
    const frame = read_frame(data);
    if (!frame) return;
    if (frame.type === 'welcome') {
      if (!frame.resumed) this.last_seq_ = 0;
      if (this.forgive_) this.attempt_ = 0;
      this.forgive_ = true;
      this.patience_ms_ = frame.heartbeat_s * 2000 + 5000;
      this.watch();
      // The welcome is handed on before the link opens: whoever hears "open" may rely on its token.
      this.listener_.frame(frame);
      this.become('open');
      return;
    }
    if (this.link_ !== 'open') {
      if (frame.type === 'error' || frame.type === 'notice') this.listener_.frame(frame);
      return;
    }
    if (frame.type === 'ping') {
      this.send({ type: 'pong' });
      return;
    }
    if (frame.type === 'you' || frame.type === 'bot') {
      if (frame.seq <= this.last_seq_) return;
      if (frame.seq > this.last_seq_ + 1) {
        // Coming straight back into the same gap must not become a storm.
        this.forgive_ = false;
        this.drop(closed_for_gap);
        this.come_back(closed_for_gap);
        return;
      }
      this.last_seq_ = frame.seq;
    }
    this.listener_.frame(frame);
  }

  private come_back(code: number): void {
    if (stops_for_good.has(code)) {
      this.become('stopped', code);
      return;
    }
    const slow = code === 1013 || code === 4429 ? 4 : 0;
    const wait_ms = backoff_ms(Math.max(this.attempt_, slow), this.world_.random());
    this.attempt_ += 1;
    this.become('waiting', code);
    // A listener may have called `stop` or `start` just now.
    if (this.link_ !== 'waiting' || this.socket_) return;
    this.cancel_retry_();
    this.cancel_retry_ = this.world_.later(wait_ms, () => this.start());
  }

  private watch(): void {
    this.cancel_watch_();
    const left_ms = this.heard_at_ + this.patience_ms_ - this.world_.now();
    this.cancel_watch_ = this.world_.later(Math.max(left_ms, 0), () => this.look_for_silence());
  }

  private look_for_silence(): void {
    if (!this.socket_) return;
    if (this.world_.now() - this.heard_at_ < this.patience_ms_) {
      this.watch();
      return;
    }
    this.drop(closed_for_silence);
    this.come_back(closed_for_silence);
  }

  /// Lets go of the socket without waiting for the other side, which may be gone.
  private drop(code: number): void {
    this.cancel_watch_();
    const socket = this.socket_;
    this.socket_ = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(code);
  }

  private become(link: Link, code = 0): void {
    const changed = link !== this.link_;
    this.link_ = link;
    if (changed || code) this.listener_.link(link, code);
  }
}
