/** An older version started the run; this one may read its file differently. */
import { describe, expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { failure } from '../../src/render/run-ending.js';
import type { DataSummary, DatasetRef } from '../../src/runs/dataset.js';
import { RunProcesses, by, unseen } from '../support/run-processes.js';
import { summary } from '../support/run-samples.js';

const file: DatasetRef = { kind: 'csv', sha256: 'a'.repeat(64), fileName: 'mine.csv' };

/** Starts a run and leaves it in the store as the first version of the reader would have. */
async function leftByOldVersion(then: DataSummary, now: DataSummary) {
  const on = new RunProcesses();
  on.pool.data = then;
  on.pool.hold = true;
  const { id } = await on.begin({ dataset: file, epochs: 4 });
  (await on.pool.next()).finish();
  await on.pool.next();
  await on.runs.close();
  const kept = await on.store.find(id);
  const checkpoint = await on.store.checkpoint(id);
  if (!kept) throw new Error('nothing was kept');
  const old = {
    ...kept.record,
    id: 'o1d',
    settings: { ...kept.record.settings, dataset: file },
  };
  await on.store.append(id, [{ kind: 'stopped', atMs: 1 }]);
  await on.store.create(old, kept.events);
  await on.store.append(old.id, [], checkpoint);
  on.restart();
  on.pool.data = now;
  await on.runs.resumeUnfinished(unseen);
  return { on, state: await on.runs.ended(old.id) };
}

const reading = { encoding: 'utf-8', separator: ',', decimal: '.' } as const;
const plain: DataSummary = {
  ...summary(),
  reading,
  columns: [{ name: 'Age', kind: 'number', distinct: 60, gaps: 0, examples: ['42'] }],
};

describe('a run left by an older version', () => {
  test('continues if the file gives the same inputs', async () => {
    const { state } = await leftByOldVersion(summary(), plain);
    expect(state).toMatchObject({ phase: 'completed', resumedAfter: [1] });
  });

  test.each<[string, DataSummary]>([
    ['other inputs', { ...plain, inputs: 12 }],
    ['another decimal sign', { ...plain, reading: { ...reading, decimal: ',' } }],
    ['rows of totals', { ...plain, reading: { ...reading, totals: ['Total'] } }],
    [
      'a unit',
      {
        ...plain,
        columns: [
          ...(plain.columns ?? []),
          ...[{ name: 'b', kind: 'number', distinct: 2, gaps: 0, examples: [] } as const].map(
            (column) => ({ ...column, unit: { prefix: '$' } }),
          ),
        ],
      },
    ],
  ])('ends with an explanation if it is read with %s', async (_, now) => {
    const { state } = await leftByOldVersion(summary(), now);
    expect(state).toMatchObject({ phase: 'failed', readOtherwise: true, finished: [{ epoch: 1 }] });
    for (const language of ['en', 'ko'] as const) {
      const text = failure(state, translator(language));
      expect(text.map(({ text }) => text).join('')).toContain('/fit like:o1d');
    }
  });
});

test('a new run stores how its file was read, and only such a run can be checked', async () => {
  const on = new RunProcesses();
  const { id } = await on.begin({ dataset: file });
  const { record } = await on.runs.ended(id);
  expect(record.settings.dataset).toMatchObject({ reading: expect.any(Number) as number });
  const check = { ...record.settings, checks: id };
  await expect(
    on.runs.start(by('web:eve', { ...check, dataset: file }), unseen),
  ).rejects.toMatchObject({ key: 'error.checkReadOtherwise', params: { run: id } });
  expect((await on.runs.start(by('web:eve', check), unseen)).record.settings.checks).toBe(id);
});
