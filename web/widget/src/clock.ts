// The arithmetic of a pause: how much is left, how to write it, and when to say something aloud.
// Times are milliseconds; `ends_at` is absolute, so a pause survives reload and sleep.

export type Milestone = 'half' | 'minute' | 'over';

export function left_ms(ends_at: number, now: number): number {
  return Math.max(0, ends_at - now);
}

/// "4:09" below an hour, "7 h 12 min" from there on. A started second counts as a whole one.
export function clock_words(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/// What was passed between two looks at the clock; the latest one when there were several.
export function milestone(before_ms: number, after_ms: number, whole_ms: number): Milestone | null {
  const passed = (mark_ms: number) => before_ms > mark_ms && after_ms <= mark_ms;
  if (passed(0)) return 'over';
  if (whole_ms > 60_000 && passed(60_000)) return 'minute';
  if (whole_ms > 180_000 && passed(whole_ms / 2)) return 'half';
  return null;
}
