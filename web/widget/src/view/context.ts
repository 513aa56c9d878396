// What every piece of the view may use: the words, the acts of the person, the voice, the clock.

import type { Strings } from '../strings.js';
import type { Voice } from '../voice.js';

export interface Acts {
  say(text: string, payload?: string): void;
  begin(): void;
  try_now(): void;
  start_anew(): void;
  download(): void;
  ask_erase(): void;
  leave(): void;
  open_help(): void;
}

export interface Context {
  t: Strings;
  acts: Acts;
  voice: Voice;
  language(): string;
  /// The server's time, in milliseconds since 1970.
  now(): number;
}
