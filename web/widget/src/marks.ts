// Correcting what keel marked as fact or interpretation: the words and the payload of one
// correction.

import type { Piece } from './wire.js';

/// The longest part of a piece that is said back; the payload says exactly which one is meant.
const quote_characters_max = 60;

export function mark_payload(index: number, kind: string): string {
  return `mark:${index}:${kind}`;
}

export function mark_quote(piece: Piece): string {
  const letters = Array.from(piece.text.trim());
  if (letters.length <= quote_characters_max) return letters.join('');
  return `${letters.slice(0, quote_characters_max).join('').trimEnd()}…`;
}
