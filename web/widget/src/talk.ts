// The talk as this tab shows it, and the pure step from one frame to the next. Nothing here touches
// the socket, the clock or the page. `seq` is checked by the connection before a frame gets here.

import { taken, without_message, with_messages, type Outgoing } from './outbox.js';
import type { Card, Question, QuickReply, ServerFrame, TalkState } from './wire.js';

export interface Entry {
  /// Stable for as long as the tab is open; a message keeps its key when it turns from pending to
  /// said.
  key: string;
  who: 'you' | 'bot' | 'notice';
  text: string;
  at: number;
  seq: number;
  lang?: string;
  card?: Card;
  alt?: string;
  last?: boolean;
  replies?: QuickReply[];
  /// It came while the person was here, so it is worth saying aloud; a replayed record is not.
  live: boolean;
}

export interface Talk {
  entries: readonly Entry[];
  outbox: readonly Outgoing[];
  state: TalkState;
  last_seq: number;
  /// Counts how often the server's numbers became void.
  generation: number;
  /// Records up to this `seq` are replayed history.
  replay_until: number;
  country?: string;
}

export const quiet_state: TalkState = {
  safety: 'none',
  question: null,
  timers: [],
  help: null,
  can_undo: false,
};

export const empty_talk: Talk = {
  entries: [],
  outbox: [],
  state: quiet_state,
  last_seq: 0,
  generation: 0,
  replay_until: 0,
};

/// The person pressed send (or messages kept from before the reload were found).
export function said(talk: Talk, messages: readonly Outgoing[]): Talk {
  return { ...talk, outbox: with_messages(talk.outbox, messages) };
}

/// One step. `now` is only used to date what carries no date of its own.
export function take(talk: Talk, frame: ServerFrame, now: number): Talk {
  switch (frame.type) {
    case 'welcome': {
      const next: Talk = { ...talk, country: frame.country ?? talk.country };
      next.replay_until = frame.resumed ? (frame.seq ?? talk.last_seq) : 0;
      if (frame.resumed || !talk.last_seq) return next;
      return { ...next, state: quiet_state, last_seq: 0, generation: talk.generation + 1 };
    }
    case 'you': {
      const entry: Entry = {
        key: frame.id,
        who: 'you',
        text: frame.text,
        at: frame.at || now,
        seq: frame.seq,
        live: frame.seq > talk.replay_until,
      };
      // After the numbers became void, a message sent again is already there as history: it moves.
      const before = talk.entries.filter((one) => one.key !== entry.key);
      const outbox = without_message(talk.outbox, frame.id);
      return { ...talk, entries: [...before, entry], outbox, last_seq: frame.seq };
    }
    case 'bot': {
      const entry: Entry = {
        key: `${talk.generation}:${frame.seq}`,
        who: 'bot',
        text: frame.text,
        at: frame.at || now,
        seq: frame.seq,
        lang: frame.lang,
        card: frame.card,
        alt: frame.alt,
        last: frame.last,
        replies: frame.quick_replies,
        live: frame.seq > talk.replay_until,
      };
      const state = frame.state ?? talk.state;
      return { ...talk, entries: [...talk.entries, entry], state, last_seq: frame.seq };
    }
    case 'notice': {
      const key = `notice:${now}:${talk.entries.length}`;
      const { text, card } = frame;
      const entry: Entry = { key, who: 'notice', text, card, at: now, seq: 0, live: true };
      return { ...talk, entries: [...talk.entries, entry] };
    }
    case 'ack': {
      const seen = frame.seq <= talk.last_seq;
      const outbox = seen ? without_message(talk.outbox, frame.id) : taken(talk.outbox, frame.id);
      return { ...talk, outbox };
    }
    case 'error':
      if (!frame.id || frame.retryable || frame.code === 'rate') return talk;
      return { ...talk, outbox: without_message(talk.outbox, frame.id) };
  }
  return talk;
}

/// The turn that waits for an answer: the coach spoke last, said all it had to say, and nothing is
/// under way.
export function open_turn(talk: Talk): Entry | undefined {
  if (talk.outbox.length) return undefined;
  const newest = talk.entries.filter((entry) => entry.who !== 'notice').at(-1);
  return newest?.who === 'bot' && newest.last ? newest : undefined;
}

export function open_replies(talk: Talk): QuickReply[] {
  return open_turn(talk)?.replies ?? [];
}

/// What is being asked: the card on the newest turn says it best, else the state does.
export function open_question(talk: Talk): Question | null {
  const turn = open_turn(talk);
  if (!turn) return null;
  const card = turn.card;
  if (card?.kind === 'scale') return card;
  if (card?.kind === 'duration' || card?.kind === 'date') return { kind: card.kind };
  return talk.state.question;
}
