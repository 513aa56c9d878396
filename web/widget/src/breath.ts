// Where in a paced breath one is. Pure arithmetic over elapsed time; views/pacer.ts shows it.

export interface Pace {
  in_ms: number;
  out_ms: number;
  rounds: number;
}

export interface Breath {
  phase: 'in' | 'out';
  /// Counts from 1.
  round: number;
  /// The second within the phase, counted from 1.
  count: number;
  /// Until the phase ends.
  left_ms: number;
}

/// `undefined` once the last round is over.
export function breath_at(pace: Pace, elapsed_ms: number): Breath | undefined {
  const whole_ms = pace.in_ms + pace.out_ms;
  const round = Math.floor(elapsed_ms / whole_ms) + 1;
  if (round > pace.rounds) return undefined;
  const within_ms = elapsed_ms % whole_ms;
  const phase = within_ms < pace.in_ms ? 'in' : 'out';
  const into_ms = phase === 'in' ? within_ms : within_ms - pace.in_ms;
  const phase_ms = phase === 'in' ? pace.in_ms : pace.out_ms;
  return { phase, round, count: Math.floor(into_ms / 1000) + 1, left_ms: phase_ms - into_ms };
}

/// The same shape of breath, a little slower or quicker, within what is comfortable for most
/// people.
export function adjusted(pace: Pace, factor: number): Pace {
  const held = (ms: number) =>
    Math.min(10_000, Math.max(2000, Math.round((ms * factor) / 500) * 500));
  return { ...pace, in_ms: held(pace.in_ms), out_ms: held(pace.out_ms) };
}
