/** An exported network answers as it did in the tutor: in TensorFlow.js, and in Keras. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as layers from '@tensorflow/tfjs-layers';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { WorkerPool } from '../../src/runs/pool.js';
import type { FitSettings } from '../../src/runs/protocol.js';
import type { ModelSample } from '../../src/runs/trial.js';
import { kerasModel } from '../../src/tutor/model/keras-model.js';
import { modelJson, weightsFile, WEIGHTS_FILE } from '../../src/tutor/model/tfjs-files.js';
import { engineFor } from '../../workers/engines/engines.js';
import { python, pythonHas, pythonIsHere } from '../support/python.js';

const folder = mkdtempSync(join(tmpdir(), 'model-'));
let pool: WorkerPool;
beforeAll(() => {
  const workers = new URL('../../dist/workers/', import.meta.url);
  pool = new WorkerPool({ workers, dataDir: folder, threads: 1 });
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const plain: FitSettings = {
  dataset: { kind: 'builtin', name: 'churn' },
  ...{ epochs: 3, batchSize: 10, validationSplit: 0, layers: [6, 6], activation: 'relu' },
  ...{ optimizer: 'adam', learningRate: 0.001, seed: 42, pace: 'fast' },
};

const kinds: readonly (readonly [string, Partial<FitSettings>])[] = [
  ['churn', {}],
  ['penguins', { activation: 'tanh', layers: [5, 4], dropout: 0.2, l2: 0.001 }],
  ['cars', { activation: 'sigmoid', layers: [], epochs: 10 }],
];

async function taken(
  name: string,
  more: Partial<FitSettings>,
): Promise<{ settings: FitSettings; weights: Float32Array; sample: ModelSample }> {
  const settings: FitSettings = { ...plain, ...more, dataset: { kind: 'builtin', name } };
  const { checkpoint } = await pool.train(
    { settings, backend: 'fused', checkpoint: null, valLosses: [], forMs: 60_000 },
    () => undefined,
    new AbortController().signal,
  );
  const weights = checkpoint?.weights ?? new Float32Array();
  return { settings, weights, sample: await pool.sampleModel({ run: 'ab12', settings, weights }) };
}

test.each(kinds)('TensorFlow.js reads model.json: %s %o', async (name, more) => {
  const { settings, weights, sample } = await taken(name, more);
  await engineFor('cpu');
  const json = JSON.parse(modelJson('ab12', settings, sample)) as {
    modelTopology: object;
    weightsManifest: [tf.io.WeightsManifestConfig[number]];
  };
  expect(json.weightsManifest[0].paths).toEqual([WEIGHTS_FILE]);
  const { buffer: weightData } = Uint8Array.from(weightsFile(weights));
  const model = await layers.loadLayersModel(
    tf.io.fromMemory({
      modelTopology: json.modelTopology,
      weightSpecs: json.weightsManifest[0].weights,
      weightData,
    }),
  );
  expect(model.countParams()).toBe(weights.length);
  expect(sample.rows.length).toBe(5);
  for (const { x, answer } of sample.rows) {
    const found = [...(model.predict(tf.tensor2d([[...x]])) as tf.Tensor).dataSync()];
    expect(found).toHaveLength(answer.length);
    found.forEach((value, index) => {
      expect(value).toBeCloseTo(answer[index] ?? NaN, 5);
    });
  }
});

test.skipIf(!pythonIsHere).each(locales)(
  'the script for Keras compiles (%s; skipped where python3 is missing)',
  async (locale) => {
    const { settings, sample } = await taken('penguins', {});
    const script = kerasModel('ab12', settings, sample, translator(locale));
    python('import sys; compile(sys.stdin.read(), "model.py", "exec")', script);
  },
);

describe.skipIf(!pythonHas('keras', 'numpy'))(
  'in Keras itself (skipped where python3, or PYTHON_PATH, has no keras)',
  () => {
    test.each(kinds)('the script finds the same predictions: %s %o', async (name, more) => {
      const { settings, weights, sample } = await taken(name, more);
      writeFileSync(join(folder, WEIGHTS_FILE), weightsFile(weights));
      const script = kerasModel('ab12', settings, sample, translator('en'));
      expect(python(script, '', folder)).toContain('The same as in the tutor.');
      // And says so only if they do.
      const other = weights.map((weight) => weight + 0.1);
      writeFileSync(join(folder, WEIGHTS_FILE), weightsFile(other));
      expect(() => python(script, '', folder)).toThrow('Not equal to tolerance');
    });
  },
);
