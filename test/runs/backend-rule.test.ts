import { expect, test } from 'vitest';
import { chooseBackend, type BackendPreference } from '../../src/runs/backend-rule.js';
import type { BackendName } from '../../src/runs/protocol.js';
import { recordedRun, recordedState } from '../support/recorded-runs.js';

const { settings } = recordedRun('lesson').record;
const { data } = recordedState('lesson');
const all: readonly BackendName[] = ['cpu', 'wasm', 'node'];

function choose(
  change: Partial<typeof settings>,
  available = all,
  preference: BackendPreference = 'auto',
): BackendName {
  if (!data) throw new Error('the recorded lesson has data');
  return chooseBackend(preference, available, { ...settings, ...change }, data);
}

test.each([
  { what: "the lesson's network", change: {}, quickest: 'cpu' },
  { what: 'a large batch', change: { batchSize: 1000 }, quickest: 'wasm' },
  { what: 'wide layers', change: { layers: [64, 64], batchSize: 64 }, quickest: 'wasm' },
  {
    what: 'wide layers, many rows',
    change: { layers: [128, 128], batchSize: 64 },
    quickest: 'node',
  },
  { what: 'the widest layers', change: { layers: [512, 512], batchSize: 128 }, quickest: 'node' },
])('auto takes what was measured quickest for $what', ({ change, quickest }) => {
  expect(choose(change)).toBe(quickest);
});

test('a batch larger than the rows is work for the rows there are', () => {
  expect(choose({ layers: [1], batchSize: 100_000 })).toBe('wasm');
});

test('without the quickest, auto takes the nearest that loaded', () => {
  expect(choose({ layers: [512, 512], batchSize: 128 }, ['cpu', 'wasm'])).toBe('wasm');
  expect(choose({ layers: [64, 64], batchSize: 64 }, ['cpu', 'node'])).toBe('node');
  expect(choose({}, ['wasm'])).toBe('wasm');
});

test('a forced backend is taken whatever the size', () => {
  expect(choose({}, all, 'node')).toBe('node');
});
