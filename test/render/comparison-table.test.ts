/** The comparison table: as wide as a phone, whatever the numbers. */
import { expect, test } from 'vitest';
import { comparedRun, type ComparedRun } from '../../src/render/comparison/compared-run.js';
import { comparisonTable } from '../../src/render/comparison/table.js';
import { recordedState } from '../support/recorded-runs.js';

function lesson(more: Partial<ComparedRun> = {}): ComparedRun {
  const run = comparedRun(recordedState('lesson'));
  if (!run) throw new Error('the lesson has epochs');
  return { ...run, ...more };
}

const losses = [0, 1e-12, 0.00051, 0.3401, 99.95, 1234.5678, 99_999.9, 1e12, 1e300, NaN, Infinity];

test.each(losses)('a loss of %d fits three runs into 28 columns, legibly', (loss) => {
  const test = { loss, metric: loss };
  const run = lesson({ loss, test, updates: 4_000_000, steps: 100_000 });
  const table = comparisonTable([run, run, run]);
  for (const line of table.split('\n')) expect(line.length, line).toBeLessThanOrEqual(28);
  const shown = Number(
    /^ *(\S+)/.exec(table.split('\n')[1] ?? '')?.[1]?.replace('inf', 'Infinity'),
  );
  if (Number.isFinite(loss)) expect(Math.abs(shown - loss)).toBeLessThanOrEqual(loss * 0.5);
  else expect(shown).toBe(loss);
});

test('counts are exact below a million, and in thousands from there', () => {
  const counts = [999, 16_000, 123_456, 1_250_000].map((updates) => lesson({ updates }));
  expect(comparisonTable(counts).split('\n').at(-1)).toBe('   999 16,000 123456  1250k updates');
});
