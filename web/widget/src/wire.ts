// The frames of keel.v1 as the element knows them, and the reader that decides which ones to
// believe. The reader never throws: what is not a frame of ours is `undefined`, unknown fields are
// ignored, and a card that is unknown or broken becomes `other`, so that its plain words (`alt`)
// are shown instead. The names of fields in this file are the names on the wire, so the build
// leaves them as they are. web/PROTOCOL.md is the truth; tests/wire/ holds examples that this
// reader and the server both read.

export interface QuickReply {
  title: string;
  payload?: string;
}

export interface HelpLine {
  name: string;
  for: string;
  phone: string | null;
  sms: { number: string; keyword: string | null } | null;
  chat: string | null;
  hours: string | null;
  open?: boolean;
  languages: string[] | null;
  country?: string;
}

export interface Question {
  kind: string;
  min?: number;
  max?: number;
}

export interface Timer {
  id: string;
  started_at: number;
  ends_at: number;
  label: string;
}

export interface TalkState {
  safety: 'none' | 'ask' | 'high' | 'emergency';
  question: Question | null;
  timers: Timer[];
  help: HelpLine[] | null;
  can_undo: boolean;
}

export interface Piece {
  text: string;
  kind: string;
}

export type Card =
  | { kind: 'scale'; min: number; max: number }
  | { kind: 'duration' | 'date' | 'timer' | 'exit' | 'export' | 'other' }
  | { kind: 'pacer'; in_ms: number; out_ms: number; rounds: number }
  | { kind: 'marks'; pieces: Piece[]; kinds: { id: string; label: string }[] }
  | { kind: 'list'; title: string; items: string[] }
  | {
      kind: 'crisis';
      level: string;
      lines: HelpLine[];
      directory: { name: string; url: string } | null;
      guessed?: string;
    };

export interface Welcome {
  type: 'welcome';
  session: string;
  token: string;
  epoch: string;
  resumed: boolean;
  heartbeat_s: number;
  country?: string;
  seq?: number;
  now?: number;
}

export interface You {
  type: 'you';
  seq: number;
  id: string;
  text: string;
  at: number;
}

export interface Bot {
  type: 'bot';
  seq: number;
  text: string;
  at: number;
  last: boolean;
  lang?: string;
  card?: Card;
  alt?: string;
  quick_replies: QuickReply[];
  state?: TalkState;
}

export type ServerFrame =
  | Welcome
  | You
  | Bot
  | { type: 'ack'; id: string; seq: number; duplicate: boolean }
  | { type: 'notice'; code: string; text: string; card?: Card }
  | { type: 'content'; ok: boolean; text: string }
  | { type: 'ping' }
  | { type: 'export'; id: string; data: unknown }
  | { type: 'erased'; id?: string }
  | { type: 'error'; code: string; message: string; retryable: boolean; id?: string };

/// What goes the other way. `last_seq` 0: nothing yet.
export interface Hello {
  type: 'hello';
  session?: string;
  token?: string;
  epoch?: string;
  last_seq: number;
  locale: string;
  tz: string;
  utc_offset_min: number;
  client: { name: string; version: string };
  caps: string[];
}

export type ClientFrame =
  | Hello
  | { type: 'user'; id: string; text: string; payload?: string; at: number }
  | { type: 'export' | 'erase'; id: string }
  | { type: 'event'; id: string; name: string; data: object }
  | { type: 'pong' | 'bye' };

type Dict = Record<string, unknown>;

const dict = (value: unknown): Dict | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Dict)
    : undefined;
const words = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const count = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
const each = <T>(value: unknown, read: (one: unknown) => T | undefined): T[] =>
  Array.isArray(value) ? value.map(read).filter((one): one is T => one !== undefined) : [];
const number_or_words = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : words(value);

export function read_help_line(value: unknown): HelpLine | undefined {
  const line = dict(value);
  const name = words(line?.name);
  if (!line || !name) return undefined;
  const sms = dict(line.sms);
  const number = words(sms?.number);
  const read: HelpLine = {
    name,
    for: words(line.for) ?? 'general',
    phone: words(line.phone) ?? null,
    sms: number ? { number, keyword: words(sms?.keyword) ?? null } : null,
    chat: words(line.chat) ?? null,
    hours: words(line.hours) ?? null,
    ...(typeof line.open === 'boolean' && { open: line.open }),
    languages: Array.isArray(line.languages) ? each(line.languages, words) : null,
    country: words(line.country),
  };
  return read.phone || read.sms || read.chat ? read : undefined;
}

function read_card(value: unknown): Card | undefined {
  const card = dict(value);
  if (!card) return undefined;
  const kind = words(card.kind);
  switch (kind) {
    case 'scale': {
      const min = count(card.min);
      const max = count(card.max);
      if (min !== undefined && max !== undefined && min < max) return { kind, min, max };
      break;
    }
    case 'duration':
    case 'date':
    case 'timer':
    case 'exit':
    case 'export':
      return { kind };
    case 'pacer': {
      const [in_ms, out_ms, rounds] = [count(card.in_ms), count(card.out_ms), count(card.rounds)];
      if (in_ms && out_ms && rounds && in_ms > 0 && out_ms > 0 && rounds > 0) {
        return { kind, in_ms, out_ms, rounds };
      }
      break;
    }
    case 'marks': {
      const pieces = each(card.pieces, (one) => {
        const text = words(dict(one)?.text);
        return text === undefined ? undefined : { text, kind: words(dict(one)?.kind) ?? '' };
      });
      const kinds = each(card.kinds, (one) => {
        const id = words(dict(one)?.id);
        return id === undefined ? undefined : { id, label: words(dict(one)?.label) ?? id };
      });
      if (pieces.length && kinds.length) return { kind, pieces, kinds };
      break;
    }
    case 'list': {
      const items = each(card.items, words);
      if (items.length) return { kind, title: words(card.title) ?? '', items };
      break;
    }
    case 'crisis': {
      const url = words(dict(card.directory)?.url);
      const lines = each(card.lines, read_help_line);
      const directory = url ? { name: words(dict(card.directory)?.name) ?? url, url } : null;
      const guessed = card.guessed === true ? words(card.country) : undefined;
      return {
        kind,
        level: words(card.level) ?? 'high',
        lines,
        directory,
        ...(guessed && { guessed }),
      };
    }
  }
  return { kind: 'other' };
}

const safety_levels = ['none', 'ask', 'high', 'emergency'] as const;

export function read_state(value: unknown): TalkState | undefined {
  const state = dict(value);
  if (!state) return undefined;
  const question = dict(state.question);
  const kind = words(question?.kind);
  return {
    safety: safety_levels.find((level) => level === state.safety) ?? 'none',
    question: kind ? { kind, min: count(question?.min), max: count(question?.max) } : null,
    timers: each(state.timers, (one) => {
      const timer = dict(one);
      const id = number_or_words(timer?.id);
      const started_at = count(timer?.started_at);
      const ends_at = count(timer?.ends_at);
      if (id === undefined || started_at === undefined || ends_at === undefined) return undefined;
      return { id, started_at, ends_at, label: words(timer?.label) ?? '' };
    }),
    help: Array.isArray(state.help) ? each(state.help, read_help_line) : null,
    can_undo: state.can_undo === true,
  };
}

const read_seq = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;

function read_welcome(frame: Dict): Welcome | undefined {
  const session = words(frame.session);
  const token = words(frame.token);
  const epoch = number_or_words(frame.epoch);
  if (!session || !token || epoch === undefined || typeof frame.resumed !== 'boolean')
    return undefined;
  return {
    type: 'welcome',
    session,
    token,
    epoch,
    resumed: frame.resumed,
    heartbeat_s: Math.max(1, count(frame.heartbeat_s) ?? 20),
    country: words(frame.country),
    seq: count(frame.seq),
    now: count(frame.now),
  };
}

function read_bot(frame: Dict): Bot | undefined {
  const seq = read_seq(frame.seq);
  const text = words(frame.text);
  if (seq === undefined || text === undefined) return undefined;
  return {
    type: 'bot',
    seq,
    text,
    at: count(frame.at) ?? 0,
    last: frame.last === true,
    lang: words(frame.lang),
    card: read_card(frame.card),
    alt: words(frame.alt),
    quick_replies: each(frame.quick_replies, (one) => {
      const title = words(dict(one)?.title);
      return title ? { title, payload: words(dict(one)?.payload) } : undefined;
    }),
    state: read_state(frame.state),
  };
}

/// Reads one text frame from the server; `undefined` when it is none that this version knows.
export function read_frame(data: unknown): ServerFrame | undefined {
  let frame: Dict | undefined;
  try {
    frame = dict(JSON.parse(String(data)));
  } catch {
    return undefined;
  }
  if (!frame) return undefined;
  const id = words(frame.id);
  const seq = read_seq(frame.seq);
  const text = words(frame.text);
  switch (frame.type) {
    case 'welcome':
      return read_welcome(frame);
    case 'bot':
      return read_bot(frame);
    case 'you':
      if (seq === undefined || id === undefined || text === undefined) return undefined;
      return { type: 'you', seq, id, text, at: count(frame.at) ?? 0 };
    case 'ack':
      if (seq === undefined || id === undefined) return undefined;
      return { type: 'ack', id, seq, duplicate: frame.duplicate === true };
    case 'notice':
      if (text === undefined) return undefined;
      return { type: 'notice', code: words(frame.code) ?? '', text, card: read_card(frame.card) };
    case 'content':
      if (text === undefined) return undefined;
      return { type: 'content', ok: frame.ok === true, text };
    case 'ping':
      return { type: 'ping' };
    case 'export':
      if (id === undefined || frame.data === undefined) return undefined;
      return { type: 'export', id, data: frame.data };
    case 'erased':
      return { type: 'erased', id };
    case 'error': {
      const code = words(frame.code);
      if (!code) return undefined;
      const message = words(frame.message) ?? '';
      return { type: 'error', code, message, retryable: frame.retryable === true, id };
    }
  }
  return undefined;
}
