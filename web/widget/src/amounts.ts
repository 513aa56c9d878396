// The words that the small helpers under a question send: a length of time, a date, a step on a
// scale.

export const units = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type Unit = (typeof units)[number];

/// Numbers to tap: every whole one when there are few, else about ten even steps.
export function scale_steps(min: number, max: number): number[] {
  const step = max - min <= 10 ? 1 : Math.ceil((max - min) / 10);
  const steps: number[] = [];
  for (let at = min; at <= max; at += step) steps.push(at);
  if (steps.at(-1) !== max) steps.push(max);
  return steps;
}

/// The day that a date field holds ("2026-03-05"), in words that people and keel both read.
export function date_words(value: string, language: string): string | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return undefined;
  const day = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return day.toLocaleDateString(language, style);
}
