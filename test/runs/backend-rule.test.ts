import { expect, test } from 'vitest';
import { chooseBackend, isAvailable, type BackendPreference } from '../../src/runs/backend-rule.js';
import type { BackendName, TensorflowBackend } from '../../src/runs/protocol.js';
import { recordedRun, recordedState } from '../support/recorded-runs.js';

const { settings } = recordedRun('lesson').record;
const { data } = recordedState('lesson');
const all: readonly TensorflowBackend[] = ['cpu', 'wasm', 'node'];

const offered = (hasFused: boolean, tensorflow: readonly TensorflowBackend[] = all) => ({
  hasFused,
  tensorflowBackends: () => Promise.resolve(tensorflow),
});
const nobodyAsks = {
  hasFused: true,
  tensorflowBackends: () => Promise.reject(new Error('TensorFlow was loaded')),
};

function choose(
  change: Partial<typeof settings>,
  backends = offered(false),
  preference: BackendPreference = 'auto',
): Promise<BackendName> {
  if (!data) throw new Error('the recorded lesson has data');
  return chooseBackend(preference, backends, { ...settings, ...change }, data);
}

test.each([{}, { batchSize: 1000 }, { layers: [512, 512], batchSize: 128 }])(
  'auto takes the fused engine, and does not even load TensorFlow: %o',
  async (change) => {
    expect(await choose(change, nobodyAsks)).toBe('fused');
  },
);

test('a request for TensorFlow gets the library itself, or its substitute here', async () => {
  expect(await choose({ engine: 'tensorflow' }, offered(true))).toBe('node');
  expect(await choose({ engine: 'tensorflow' }, offered(true, ['cpu', 'wasm']))).toBe('cpu');
});

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
])(
  'without the fused engine, auto takes what was measured fastest for $what',
  async ({ change, quickest }) => {
    expect(await choose(change)).toBe(quickest);
  },
);

test('a batch larger than the rows counts as work for the existing rows', async () => {
  expect(await choose({ layers: [1], batchSize: 100_000 })).toBe('wasm');
});

test('without the fastest, auto takes the nearest that loaded', async () => {
  const wide = { layers: [512, 512], batchSize: 128 };
  expect(await choose(wide, offered(false, ['cpu', 'wasm']))).toBe('wasm');
  const narrower = { layers: [64, 64], batchSize: 64 };
  expect(await choose(narrower, offered(false, ['cpu', 'node']))).toBe('node');
  expect(await choose({}, offered(false, ['wasm']))).toBe('wasm');
});

test('a forced backend is used whatever the size', async () => {
  expect(await choose({}, nobodyAsks, 'node')).toBe('node');
});

test('a run keeps its backend as long as that is available', async () => {
  expect(await isAvailable('fused', nobodyAsks)).toBe(true);
  expect(await isAvailable('fused', offered(false))).toBe(false);
  expect(await isAvailable('wasm', offered(true))).toBe(true);
  expect(await isAvailable('node', offered(true, ['cpu', 'wasm']))).toBe(false);
});
