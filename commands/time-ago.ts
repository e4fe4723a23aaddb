const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
] as const;

/** “3 minutes ago”, in the largest unit that fits: it holds in every time zone. */
export function timeAgo(atMs: number, nowMs: number, locale: string): string {
  const agoMs = Math.max(0, nowMs - atMs);
  const step = steps.find(({ ms }) => agoMs >= ms);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return step ? format.format(-Math.floor(agoMs / step.ms), step.unit) : format.format(0, 'second');
}
