import { expect, test } from 'vitest';
import { timeAgo } from '../../commands/time-ago.js';

const nowMs = Date.UTC(2026, 0, 10, 1);
const second = 1000;
const hour = 3_600_000;

test.each([
  [0, 'now', '지금'],
  [999, 'now', '지금'],
  [second, '1 second ago', '1초 전'],
  [90 * second, '1 minute ago', '1분 전'],
  [hour - 1, '59 minutes ago', '59분 전'],
  [23 * hour, '23 hours ago', '23시간 전'],
  // At one in the morning this was the day before yesterday.
  [47 * hour, '1 day ago', '1일 전'],
  [60 * hour, '2 days ago', '2일 전'],
])('%d ms: %s, %s', (agoMs, english, korean) => {
  expect(timeAgo(nowMs - agoMs, nowMs, 'en')).toBe(english);
  expect(timeAgo(nowMs - agoMs, nowMs, 'ko')).toBe(korean);
});

test('a clock that was set back does not make it the future', () => {
  expect(timeAgo(nowMs + hour, nowMs, 'en')).toBe('now');
});
