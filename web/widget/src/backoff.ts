// How long to wait before trying the server again: half a second, doubled each time, at most
// thirty, and a random share of that ("full jitter"), so that many tabs do not come back in step.

const first_ms = 500;
const longest_ms = 30_000;

/// `attempt` counts from 0; `random` is in [0, 1). The answer is in milliseconds.
export function backoff_ms(attempt: number, random: number): number {
  const ceiling_ms = Math.min(longest_ms, first_ms * 2 ** Math.min(attempt, 16));
  return Math.round(ceiling_ms * random);
}
