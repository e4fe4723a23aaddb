import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { csvOf } from '../../src/datasets/builtin/as-csv.js';
import type { BuiltinName } from '../../src/datasets/builtin.js';
import { describeDataset } from '../../src/datasets/describe.js';
import { loadDataset } from '../../src/datasets/load.js';
import { splitRows } from '../../src/datasets/split.js';
import type { FitSettings } from '../../src/runs/protocol.js';
import { initialState, type RunState } from '../../src/runs/run.js';
import { pytorchScript } from '../../src/tutor/pytorch-script.js';
import { initialCheckpoint } from '../../workers/engines/checkpoint.js';
import type { Network } from '../../workers/engines/engine.js';
import { engineFor } from '../../workers/engines/engines.js';
import { trainEpoch } from '../../workers/engines/epoch.js';
import { layersOf } from '../../workers/engines/layers.js';
import { python, pythonHas, pythonIsHere } from '../support/python.js';
import { recordedNames, recordedState } from '../support/recorded-runs.js';

const en = translator('en');

const plain: FitSettings = {
  dataset: { kind: 'builtin', name: 'churn' },
  ...{ epochs: 3, batchSize: 10, validationSplit: 0, layers: [6, 6], activation: 'relu' },
  ...{ optimizer: 'adam', learningRate: 0.001, seed: 42, pace: 'fast' },
};

function runOf(name: BuiltinName, more: Partial<FitSettings> = {}): RunState {
  const settings = { ...plain, ...more, dataset: { kind: 'builtin', name } as const };
  const data = describeDataset(settings.dataset, 'no uploads', settings.validationSplit);
  const record = { id: 'ab12', ownerId: 'web:ada', ownerName: 'Ada', settings, createdAtMs: 0 };
  return { ...initialState(record), data };
}

/** With every optional setting. */
const regularised = runOf('penguins', {
  ...{ epochs: 30, batchSize: 8, layers: [16, 8], optimizer: 'sgd', learningRate: 0.01 },
  ...{ momentum: 0.9, dropout: 0.2, l2: 0.001, validationSplit: 0.2, patience: 5 },
});

describe('the PyTorch loop of a run', () => {
  it('has its settings, and says where epoch, iteration and batch are', () => {
    const script = pytorchScript(recordedState('lesson'), en) ?? '';
    for (const line of [
      'torch.manual_seed(42)',
      'loader = DataLoader(rows, batch_size=10, shuffle=True)',
      '    nn.Linear(11, 6),\n    nn.ReLU(),\n    nn.Linear(6, 6),\n    nn.ReLU(),\n    nn.Linear(6, 1),',
      'optimizer = torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-7)',
      'loss_function = nn.BCEWithLogitsLoss()',
      '# BATCH: the DataLoader hands out 10 of the 8,000 rows at a time',
      '# EPOCH: each turn of this loop uses all 8,000 training rows once; 20 turns.\nfor epoch in range(1, 20 + 1):',
      '    # ITERATION: each turn of this loop uses one batch; 800 turns per epoch.\n    for x_batch, y_batch in loader:',
    ]) {
      expect(script).toContain(line);
    }
    expect(script).not.toMatch(/validation|Dropout|penalty|copy/);
  });

  it('has dropout, L2, momentum, validation and early stopping if the run has them', () => {
    const script = pytorchScript(regularised, en) ?? '';
    for (const line of [
      '    nn.Linear(7, 16),\n    nn.ReLU(),\n    nn.Dropout(0.2),\n    nn.Linear(16, 8),',
      '    nn.Linear(8, 3),\n)',
      'torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)',
      '0.001 * sum((layer.weight**2).sum() for layer in linear)',
      'loss_function(outputs, y_batch) + penalty()',
      'train, validation = np.split(train, [int(len(train) * (1 - 0.2))])',
      '    if epoch > 1 and waited >= 5:\n        break',
      'model.load_state_dict(best)',
    ]) {
      expect(script).toContain(line);
    }
  });

  it('is missing before the data was looked at', () => {
    const queued = recordedState('lesson', ({ kind }) => kind === 'queued');
    expect(pytorchScript(queued, en)).toBeUndefined();
  });
});

describe.skipIf(!pythonIsHere)('in Python itself (skipped where python3 is missing)', () => {
  it.each(locales)('every loop compiles (%s)', (locale) => {
    const states = [...recordedNames.map((name) => recordedState(name)), regularised];
    const scripts = states.flatMap((state) => pytorchScript(state, translator(locale)) ?? []);
    expect(scripts.length).toBeGreaterThan(7);
    python(
      'import json, sys\nfor s in json.load(sys.stdin): compile(s, "fit.py", "exec")',
      JSON.stringify(scripts),
    );
  });
});

/** What a script trained and reached, given the initial weights and the row order. */
interface Told {
  /** Largest initial weight and bias of each layer, before they are replaced. */
  readonly starts: readonly (readonly [number, number])[];
  readonly iterations: readonly number[];
  readonly losses: readonly number[];
  readonly test: readonly [number, number];
}

const load = `
starts = [(l.weight.abs().max().item(), l.bias.abs().max().item()) for l in linear]
for layer, (kernel, bias) in zip(linear, json.loads(sys.stdin.read())):
    layer.weight.data = torch.tensor(kernel, dtype=torch.float32).reshape(layer.weight.shape[::-1]).T.contiguous()
    layer.bias.data = torch.tensor(bias, dtype=torch.float32)
iterations, losses = [], []
`;

function inPytorch(run: RunState, weights: Float32Array, units: readonly number[]): Told {
  const folder = mkdtempSync(join(tmpdir(), 'pytorch-'));
  const { dataset } = run.record.settings;
  if (dataset.kind !== 'builtin') throw new Error('for built-in data');
  try {
    const name = dataset.name as BuiltinName;
    writeFileSync(join(folder, `${name}.csv`), csvOf(name));
    const script = (pytorchScript(run, en) ?? '')
      .replace('shuffle=True', 'shuffle=False')
      .replace('optimizer = torch', `${load}optimizer = torch`)
      .replace(
        '    print(line)',
        '    iterations.append(len(loader)); losses.append(loss_sum / seen)',
      )
      .replace(/print\(f"test .*/, `told = (loss, ${run.data?.metric ?? ''})`);
    const layers = layersOf(units).map(({ kernel, bias }) => [
      [...weights.subarray(kernel.start, kernel.end)],
      [...weights.subarray(bias.start, bias.end)],
    ]);
    const print =
      'print(json.dumps(dict(starts=starts, iterations=iterations, losses=losses, test=told)))';
    const told = python(`import json, sys\n${script}\n${print}`, JSON.stringify(layers), folder);
    return JSON.parse(told ?? '') as Told;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same on the tutor's engine. */
async function here(run: RunState): Promise<{
  readonly units: readonly number[];
  readonly weights: Float32Array;
  readonly losses: readonly number[];
  readonly test: readonly [number, number];
}> {
  const { settings } = run.record;
  const data = loadDataset(settings.dataset, 'no uploads');
  const units = [data.inputs, ...settings.layers, data.outputs];
  const network: Network = {
    ...{ units, activation: settings.activation, task: data.task },
    ...(settings.l2 !== undefined && { l2: settings.l2 }),
  };
  const rows = (start: number, end: number) => ({
    x: data.x.subarray(start * data.inputs, end * data.inputs),
    y: data.y.subarray(start, end),
  });
  const { training } = splitRows(data.trainRows, settings.validationSplit);
  const engine = await engineFor('fused');
  let checkpoint = initialCheckpoint(units, settings);
  const { weights } = checkpoint;
  const losses: number[] = [];
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    const done = trainEpoch({
      engine,
      training: { network, rows: rows(0, training), settings, shuffle: false },
      validation: rows(training, data.trainRows),
      checkpoint,
      onProgress: () => undefined,
      shouldStop: () => false,
    });
    losses.push(done.logs.loss);
    ({ checkpoint } = done);
  }
  const { loss, metric } = engine.evaluate(
    network,
    checkpoint.weights,
    rows(data.trainRows, data.rows),
  );
  return { units, weights, losses, test: [loss, metric] };
}

describe.skipIf(!pythonHas('torch', 'pandas'))(
  'in PyTorch itself (skipped where python3, or PYTHON_PATH, has no torch and pandas)',
  () => {
    it.each([
      ['churn, Adam', runOf('churn')],
      [
        'penguins, L2 and validation rows',
        runOf('penguins', { l2: 0.001, validationSplit: 0.2, batchSize: 7, activation: 'tanh' }),
      ],
      ['cars, RMSprop', runOf('cars', { optimizer: 'rmsprop', learningRate: 0.01, layers: [] })],
      ['penguins, momentum', runOf('penguins', { optimizer: 'sgd', momentum: 0.9 })],
    ])('%s: same rows, steps and numbers as the tutor’s engine', async (_name, run) => {
      const ours = await here(run);
      const theirs = inPytorch(run, ours.weights, ours.units);
      const { training } = run.data?.rows ?? { training: 0 };
      const steps = Math.ceil(training / run.record.settings.batchSize);
      expect(theirs.iterations).toEqual(ours.losses.map(() => steps));
      layersOf(ours.units).forEach(({ inputs, outputs }, index) => {
        const [weight = 0, bias] = theirs.starts[index] ?? [];
        const limit = Math.sqrt(6 / (inputs + outputs));
        expect(weight).toBeLessThanOrEqual(limit + 1e-6);
        expect(weight).toBeGreaterThan(limit / 2);
        expect(bias).toBe(0);
      });
      theirs.losses.forEach((loss, index) => {
        expect(loss / (ours.losses[index] ?? 0)).toBeCloseTo(1, 3);
      });
      expect(theirs.test[0] / ours.test[0]).toBeCloseTo(1, 3);
      expect(theirs.test[1]).toBeCloseTo(ours.test[1], 2);
    });
  },
);
