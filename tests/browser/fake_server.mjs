// A scripted keel.v1 server for tests of the page: it serves dist/ under the strict policy that the
// real one uses, answers what a test types with a card of that name, keeps its records by the rules
// of web/PROTOCOL.md, and can fail on purpose at every moment that matters.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { help_lines } from './help_lines.mjs';
import { greeting, turn_for } from './script.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.resolve(here, '../../web/widget/dist');
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export class FakeServer {
  /// What to do wrong, each counted down as it happens.
  faults = {
    before_ack: 0,
    after_ack: 0,
    during_replay: 0,
    gap: 0,
    refuse_token: 0,
    too_long: 0,
    busy: 0,
  };
  sessions = new Map();
  epoch = 'e1';
  heartbeat_s = 20;
  /// Extra pages by path: { type, body, headers }.
  pages = new Map();
  /// Every `user` frame that came, and how often a message was run.
  frames = [];
  runs = new Map();
  requests = [];

  async start(port = 0) {
    this.http = createServer((request, response) => this.#serve(request, response));
    this.wss = new WebSocketServer({
      noServer: true,
      handleProtocols: (offered) => (offered.has('keel.v1') ? 'keel.v1' : false),
    });
    this.http.on('upgrade', (request, socket, head) => {
      this.wss.handleUpgrade(request, socket, head, (ws) => this.#talk(ws));
    });
    await new Promise((done) => this.http.listen(port, '127.0.0.1', done));
    this.port = this.http.address().port;
    this.url = `http://127.0.0.1:${this.port}/`;
    return this;
  }

  /// Like a power cut: every connection is gone at once.
  async stop() {
    for (const ws of this.wss.clients) ws.terminate();
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
  }

  async restart({ forget = false } = {}) {
    await this.stop();
    if (forget) {
      this.epoch = `e${Number(this.epoch.slice(1)) + 1}`;
      for (const session of this.sessions.values()) session.records = [];
    }
    await this.start(this.port);
  }

  cut() {
    for (const ws of this.wss.clients) ws.terminate();
  }

  only_session() {
    return [...this.sessions.values()].at(-1);
  }

  /// The coach speaks by itself, as when a pause runs out.
  speak(bubbles, session = this.only_session()) {
    this.#record_turn(session, bubbles);
  }

  async #serve(request, response) {
    const { pathname } = new URL(request.url, this.url);
    this.requests.push(pathname);
    const page = this.pages.get(pathname);
    if (page) {
      response
        .writeHead(200, { 'content-type': page.type ?? 'text/html', ...page.headers })
        .end(page.body);
      return;
    }
    const headers = {
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    };
    if (pathname === '/help-lines.json') {
      response
        .writeHead(200, { ...headers, 'content-type': types['.json'] })
        .end(JSON.stringify(help_lines));
      return;
    }
    const name = { '/': 'index.html', '/away': 'away.html' }[pathname] ?? path.basename(pathname);
    try {
      const body = await readFile(path.join(dist, name));
      response
        .writeHead(200, { ...headers, 'content-type': types[path.extname(name)] ?? 'text/plain' })
        .end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  }

  #talk(ws) {
    let session;
    const send = (frame) => ws.readyState === ws.OPEN && ws.send(JSON.stringify(frame));
    ws.on('message', (data) => {
      const frame = JSON.parse(String(data));
      if (frame.type === 'hello') session = this.#welcome(ws, frame, send);
      else if (session) this.#hear(ws, session, frame, send);
    });
    ws.on('close', () => session?.sockets.delete(ws));
  }

  #welcome(ws, hello, send) {
    if (hello.token && this.faults.refuse_token > 0) {
      this.faults.refuse_token -= 1;
      ws.close(4401);
      return undefined;
    }
    let session = this.sessions.get(hello.session);
    if (hello.session && (!session || session.token !== hello.token)) {
      ws.close(4401);
      return undefined;
    }
    const resumed = !!session && hello.epoch === this.epoch;
    if (!session) {
      session = {
        id: randomUUID(),
        token: `t-${randomUUID()}`,
        records: [],
        acks: new Map(),
        sockets: new Set(),
        events: [],
      };
      this.sessions.set(session.id, session);
    }
    session.hellos = [...(session.hellos ?? []), hello];
    const { id, token, records } = session;
    const numbers = { seq: records.length, now: Date.now() };
    send({
      type: 'welcome',
      session: id,
      token,
      epoch: this.epoch,
      resumed,
      heartbeat_s: this.heartbeat_s,
      server: { version: 'fake', content_hash: '0' },
      ...numbers,
    });
    const last_seq = resumed ? hello.last_seq : 0;
    for (const record of records.slice(last_seq)) {
      if (this.faults.during_replay > 0 && record.seq === last_seq + 2) {
        this.faults.during_replay -= 1;
        ws.terminate();
        return undefined;
      }
      send(record);
    }
    session.sockets.add(ws);
    return session;
  }

  #hear(ws, session, frame, send) {
    if (frame.type === 'event') {
      session.events.push(frame.name);
      if (!session.records.length) this.#record_turn(session, greeting);
    }
    if (frame.type === 'export')
      send({
        type: 'export',
        id: frame.id,
        data: { session: session.id, records: session.records },
      });
    if (frame.type === 'erase') this.#erase(session, frame);
    if (frame.type === 'user') this.#hear_user(ws, session, frame, send);
  }

  #erase(session, { id }) {
    this.sessions.delete(session.id);
    for (const ws of session.sockets) {
      ws.send(JSON.stringify({ type: 'erased', id }));
      ws.close(1000);
    }
  }

  #hear_user(ws, session, frame, send) {
    this.frames.push(frame);
    if (this.faults.too_long > 0) {
      this.faults.too_long -= 1;
      send({
        type: 'error',
        code: 'too_long',
        message: 'too long',
        retryable: false,
        id: frame.id,
      });
      return;
    }
    if (this.faults.busy > 0) {
      this.faults.busy -= 1;
      send({ type: 'error', code: 'busy', message: 'busy', retryable: true, id: frame.id });
      return;
    }
    if (this.faults.before_ack > 0) {
      this.faults.before_ack -= 1;
      ws.terminate();
      return;
    }
    if (session.acks.has(frame.id)) {
      const seq = session.acks.get(frame.id);
      send({ type: 'ack', id: frame.id, seq, duplicate: true });
      for (const record of session.records.slice(seq - 1)) send(record);
      return;
    }
    this.runs.set(frame.id, (this.runs.get(frame.id) ?? 0) + 1);
    const seq = session.records.length + 1;
    session.acks.set(frame.id, seq);
    const silent = this.faults.after_ack > 0;
    if (silent) session.sockets.delete(ws);
    const you = { type: 'you', seq, id: frame.id, text: frame.text, at: Date.now() };
    this.#keep(session, you);
    this.#record_turn(session, turn_for(frame), frame.id);
    if (!silent) send({ type: 'ack', id: frame.id, seq });
    else {
      this.faults.after_ack -= 1;
      send({ type: 'ack', id: frame.id, seq });
      setImmediate(() => ws.terminate());
    }
  }

  #record_turn(session, bubbles, reply_to) {
    bubbles.forEach((bubble, index) => {
      const last = index === bubbles.length - 1;
      const made = typeof bubble === 'function' ? bubble(Date.now()) : bubble;
      const { replies = [], state = {}, ...rest } = made;
      const seq = session.records.length + 1;
      const quiet = { safety: 'none', question: null, timers: [], help: null, can_undo: seq > 3 };
      const ending = last ? { last, quick_replies: replies, state: { ...quiet, ...state } } : {};
      this.#keep(session, {
        type: 'bot',
        seq,
        reply_to,
        format: 'plain',
        lang: 'en',
        at: Date.now(),
        ...rest,
        ...ending,
      });
    });
  }

  #keep(session, record) {
    session.records.push(record);
    if (this.faults.gap > 0 && record.type === 'bot') {
      this.faults.gap -= 1;
      return;
    }
    for (const ws of session.sockets) ws.readyState === ws.OPEN && ws.send(JSON.stringify(record));
  }
}
