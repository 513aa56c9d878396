// Leaving at once. The page is blanked before anything else happens, then the talk is let go of,
// then the browser goes to a dull page in place of this one, so that Back does not come here.

import { ShiftThree, shift_patience_ms } from './shift_three.js';
import type { Strings } from './strings.js';

export interface Exit {
  t: Strings;
  /// Where to go; read at the moment of leaving.
  target(): string;
  /// Closes the line and wipes what this browser keeps.
  let_go(): void;
  say(text: string): void;
  dots(count: number): void;
}

let left = false;

/// Blanks, lets go, goes. Safe to call twice.
export function leave(exit: Exit): void {
  if (left) return;
  left = true;
  const blank = document.createElement('div');
  blank.setAttribute('role', 'alert');
  document.title = '\u200b';
  document.documentElement.style.background = '#fff';
  document.body.replaceChildren(blank);
  blank.textContent = exit.t.leaving;
  exit.let_go();
  // A page brought back from the browser's memory starts anew, with nothing in it.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  location.replace(exit.target());
}

/// Listens on the whole page until the returned function is called.
export function listen_for_shift(exit: Exit): () => void {
  const counter = new ShiftThree();
  let lapse = 0;
  let hush = 0;
  const hear = (event: KeyboardEvent) => {
    const pressed = counter.key_up(event.key, event.shiftKey, performance.now());
    const counting = pressed > 0;
    clearTimeout(lapse);
    exit.dots(pressed);
    if (pressed === 3) leave(exit);
    if (!counting) return;
    exit.say(pressed === 1 ? exit.t.shift_2 : exit.t.shift_1);
    lapse = window.setTimeout(() => {
      exit.dots(0);
      exit.say(exit.t.shift_over);
      clearTimeout(hush);
      hush = window.setTimeout(() => exit.say(''), shift_patience_ms);
    }, shift_patience_ms);
  };
  document.addEventListener('keyup', hear, true);
  return () => {
    clearTimeout(lapse);
    clearTimeout(hush);
    document.removeEventListener('keyup', hear, true);
  };
}
