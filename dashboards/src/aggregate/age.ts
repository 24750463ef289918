export type Age = { unit: 'now' | 'date' } | { unit: 'seconds' | 'minutes' | 'hours'; count: number };

/** How long ago, in the largest unit that says enough; older than a day is a date. */
export function ageOf(instant: string, now: number): Age {
  const seconds = Math.floor((now - Date.parse(instant)) / 1000);
  if (seconds < 2) return { unit: 'now' };
  if (seconds < 60) return { unit: 'seconds', count: seconds };
  if (seconds < 3600) return { unit: 'minutes', count: Math.floor(seconds / 60) };
  if (seconds < 86_400) return { unit: 'hours', count: Math.floor(seconds / 3600) };
  return { unit: 'date' };
}
