// What the person has sent and the server has not yet taken: a list of messages, each with the id
// that makes sending it twice harmless. Pure functions over values; storage.ts keeps them through a
// reload.

import type { ClientFrame } from './wire.js';

export interface Outgoing {
  id: string;
  text: string;
  payload?: string;
  at: number;
  /// The server has it; it stays listed until its own `you` record arrives, so that it never
  /// flickers.
  taken?: boolean;
}

/// Adds those of `more` that are not listed yet; the oldest comes first.
export function with_messages(box: readonly Outgoing[], more: readonly Outgoing[]): Outgoing[] {
  const known = new Set(box.map((item) => item.id));
  const added = more.filter((item) => !known.has(item.id));
  return [...box, ...added].sort((a, b) => a.at - b.at);
}

export function without_message(box: readonly Outgoing[], id: string): Outgoing[] {
  return box.filter((item) => item.id !== id);
}

export function taken(box: readonly Outgoing[], id: string): Outgoing[] {
  return box.map((item) => (item.id === id ? { ...item, taken: true } : item));
}

/// The frames to send, oldest first.
export function user_frames(box: readonly Outgoing[]): ClientFrame[] {
  return box
    .filter((item) => !item.taken)
    .map(({ id, text, payload, at }) => ({ type: 'user' as const, id, text, payload, at }));
}
