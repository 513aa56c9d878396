// A clock that moves only when told, sockets that do only what the test says, and a shelf in
// memory.

export class FakeWorld {
  sockets = [];
  time = 1_000_000;
  chance = 0.5;
  timers = new Map();
  #next = 1;

  dial = () => {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    return socket;
  };
  now = () => this.time;
  random = () => this.chance;
  later = (ms, work) => {
    const id = this.#next++;
    this.timers.set(id, { at: this.time + ms, work });
    return () => this.timers.delete(id);
  };

  get socket() {
    return this.sockets.at(-1);
  }

  pass(ms) {
    const until = this.time + ms;
    for (;;) {
      const due = [...this.timers]
        .filter(([, { at }]) => at <= until)
        .sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      this.timers.delete(due[0]);
      this.time = Math.max(this.time, due[1].at);
      due[1].work();
    }
    this.time = until;
  }
}

export class FakeSocket {
  sent = [];
  closed_with;
  send(data) {
    this.sent.push(JSON.parse(data));
  }
  close(code) {
    this.closed_with ??= code;
  }
  /// The server's side.
  open() {
    this.onopen?.({});
  }
  says(frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  breaks(code = 1006) {
    this.onclose?.({ code });
  }
  types() {
    return this.sent.map((frame) => frame.type);
  }
}

export class FakeShelf {
  items = new Map();
  getItem = (key) => this.items.get(key) ?? null;
  setItem = (key, value) => void this.items.set(key, String(value));
  removeItem = (key) => void this.items.delete(key);
  keys = () => [...this.items.keys()];
}

export const welcome = (more = {}) => ({
  type: 'welcome',
  session: 's',
  token: 't',
  epoch: 'e1',
  resumed: false,
  heartbeat_s: 20,
  ...more,
});
export const bot = (seq, text = `b${seq}`, more = {}) => ({
  type: 'bot',
  seq,
  text,
  at: seq,
  ...more,
});
export const you = (seq, id, text = 'hi') => ({ type: 'you', seq, id, text, at: seq });
