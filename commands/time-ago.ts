const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
] as const;

/**
 * “3 minutes ago”, in the largest unit that fits: valid in every time zone. Never “yesterday”,
 * which 30 hours ago may or may not be, depending on the time zone.
 */
export function timeAgo(atMs: number, nowMs: number, locale: string): string {
  const agoMs = Math.max(0, nowMs - atMs);
  const step = steps.find(({ ms }) => agoMs >= ms);
  if (!step) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  return new Intl.RelativeTimeFormat(locale).format(-Math.floor(agoMs / step.ms), step.unit);
}
