/** The memory for drawing a chart is freed: in the real thread, through the real pool. */
import { afterAll, expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { chartOf } from '../../src/render/chart.js';
import { comparisonChart } from '../../src/render/comparison/chart.js';
import { comparedRun } from '../../src/render/comparison/compared-run.js';
import { differences } from '../../src/render/comparison/differences.js';
import { WorkerPool } from '../../src/runs/pool.js';
import { recordedState } from '../support/recorded-runs.js';

const workers = new URL('../../dist/workers/', import.meta.url);
const pool = new WorkerPool({ workers, dataDir: 'no uploads', threads: 1 });
afterAll(() => pool.close());

const t = translator('ko');
const runs = [recordedState('lesson'), recordedState('stopped')];
const pair = runs.map((state) => comparedRun(state)).filter((run) => run !== undefined);
const charts = [...runs.map((run) => chartOf(run, t)), comparisonChart(pair, differences(pair), t)];

/**
 * The process's memory after that many more charts. It rises and falls with uncollected garbage, so the
 * minimum of the last twenty counts: a leak raises that too, a pending collection does not.
 */
async function memoryAfter(count: number): Promise<number> {
  const seen: number[] = [];
  for (let drawn = 0; drawn < count; drawn += 1) {
    await pool.drawChart(charts[drawn % charts.length] ?? {});
    seen.push(process.memoryUsage.rss());
  }
  return Math.min(...seen.slice(-20));
}

test('100 charts hold no more memory than 30, within a fifth', async () => {
  const first = await memoryAfter(30);
  await memoryAfter(70);
  // Garbage is gone a few charts later; a leak only grows.
  await expect
    .poll(async () => (await memoryAfter(20)) / first, { timeout: 90_000 })
    .toBeLessThan(1.2);
}, 120_000);
