/**
 * A TrainingPool without threads: epochs are arithmetic on the checkpoint, so an interrupted run can be
 * compared with a whole one. With `hold`, each epoch waits until the test releases it.
 */
import { UserError } from '../../src/errors.js';
import type { TrainingPool } from '../../src/runs/ports.js';
import type { DataPreview, DataSummary, DatasetRef } from '../../src/runs/dataset.js';
import type {
  Checkpoint,
  EvaluateTask,
  StepProgress,
  TensorflowBackend,
  TestResult,
  TrainResult,
  TrainTask,
} from '../../src/runs/protocol.js';
import type { AskedPlane, PlaneTask } from '../../src/runs/plane.js';
import type { SlowResult, SlowTask } from '../../src/runs/slow-motion.js';
import type { Mistakes, MistakesTask } from '../../src/runs/mistakes.js';
import type { ModelSample, Trial, TrialTask } from '../../src/runs/trial.js';
import { stepsPerEpoch } from '../../src/runs/run.js';
import { summary } from './run-samples.js';

type Task = Omit<TrainTask, 'number' | 'stopFlag'>;

export interface HeldEpoch {
  readonly task: Task;
  readonly epoch: number;
  /** @param elapsedMs since the epoch began; 1 ms per iteration by default */
  progress(step: number, elapsedMs?: number): StepProgress;
  finish(): void;
  fail(error: Error): void;
}

export class ScriptedPool implements TrainingPool {
  readonly hasFused: boolean = true;
  tensorflow: readonly TensorflowBackend[] = ['cpu', 'wasm'];
  readonly evaluated: EvaluateTask[] = [];
  readonly tried: TrialTask[] = [];
  trial: Trial = {
    columns: [
      { name: 'Age', kind: 'number', value: 40 },
      { name: 'Balance', kind: 'number', value: 76_485.9, isMean: true },
      { name: 'Geography', kind: 'category', value: 'France', isUsual: true },
    ],
    answer: { kind: 'classes', probabilities: [0.75, 0.25] },
    nearest: { kind: 'classes', rows: 5, counts: [4, 1] },
  };
  /** Tests about single iterations use the real threads. */
  stepThrough: (task: SlowTask) => Promise<SlowResult> = () =>
    Promise.reject(new Error('no iterations here'));
  readonly searched: MistakesTask[] = [];
  mistakes: Mistakes = {
    kind: 'classes',
    confusion: [
      [1500, 93],
      [207, 200],
    ],
    worst: [
      {
        ...{ row: 38, answer: 1, said: 0, probability: 0.985 },
        cells: [
          { name: 'Age', value: '24' },
          { name: 'Geography', value: '' },
        ],
      },
    ],
  };
  hold = false;
  data: DataSummary | UserError = summary();
  /** An epoch's loss, by epoch number. */
  loss = (epoch: number, _task: Task): number => 1 / epoch;
  /** Every epoch's logs, besides the loss. */
  logs: object = {};
  underWay = 0;
  mostUnderWay = 0;
  #held: HeldEpoch[] = [];
  #waiting: ((epoch: HeldEpoch) => void)[] = [];

  /** The next held epoch. */
  next(): Promise<HeldEpoch> {
    const held = this.#held.shift();
    if (held) return Promise.resolve(held);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async train(
    task: Task,
    onProgress: (progress: StepProgress) => void,
    stop: AbortSignal,
  ): Promise<TrainResult> {
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    try {
      return await this.#epoch(task, onProgress, stop);
    } finally {
      this.underWay -= 1;
    }
  }

  tensorflowBackends(): Promise<readonly TensorflowBackend[]> {
    return Promise.resolve(this.tensorflow);
  }

  evaluate(task: EvaluateTask): Promise<TestResult> {
    this.evaluated.push(task);
    return Promise.resolve({ loss: 0.4, metric: 0.85 });
  }

  describe(_dataset: DatasetRef, _validationSplit: number): Promise<DataSummary> {
    const { data } = this;
    return data instanceof UserError ? Promise.reject(data) : Promise.resolve(data);
  }

  tryRow(task: TrialTask): Promise<Trial> {
    this.tried.push(task);
    return Promise.resolve(this.trial);
  }

  findMistakes(task: MistakesTask): Promise<Mistakes> {
    this.searched.push(task);
    return Promise.resolve(this.mistakes);
  }

  sampleModel(_task: Omit<TrialTask, 'asked'>): Promise<ModelSample> {
    const inputs = [{ name: 'Age', mean: 39, deviation: 10 }];
    const rows = [{ x: [0.5], answer: [0.25] }];
    return Promise.resolve({ units: [1, 1], task: 'binary', inputs, rows });
  }

  /** A straight boundary after the first epoch, then more and more curved. */
  planeAnswers({ weights }: PlaneTask): Promise<AskedPlane> {
    const axis = { least: 0, most: 1 };
    return Promise.resolve({
      plane: {
        ...{ task: 'binary', classes: ['inner', 'outer'], points: [] },
        axes: [
          { name: 'x', ...axis },
          { name: 'y', ...axis },
        ],
        rows: { training: 8, test: 2 },
      },
      answers: weights.map((_, index) => ({
        ...{ side: 2, values: new Float32Array(4) },
        shape: {
          ...{ kind: 'classes', areas: [1, 1], bend: 0.015 * index },
          enclosed: index > 2 ? [0] : [],
        },
      })),
    });
  }

  preview(): Promise<DataPreview> {
    if (this.data instanceof UserError) return Promise.reject(this.data);
    const { name, rows, columns = [] } = this.data;
    const outcome = { kind: 'ready', summary: this.data } as const;
    return Promise.resolve({ name, rows: rows.read, columns, targets: ['Age'], outcome });
  }

  #steps({ settings }: Task): number {
    const rows = this.data instanceof UserError ? 0 : this.data.rows.training;
    return stepsPerEpoch(rows, settings.batchSize);
  }

  #epoch(
    task: Task,
    onProgress: (progress: StepProgress) => void,
    stop: AbortSignal,
  ): Promise<TrainResult> {
    const from = task.checkpoint ?? firstCheckpoint(task.settings.seed);
    const epoch = from.epoch + 1;
    let steps = 0;
    const trained = (made: number) => ({
      logs: { loss: this.loss(epoch, task), metric: 0.8, ...this.logs },
      steps: made,
      elapsedMs: 100 + epoch,
      firstStepMs: 5,
    });
    const finished = (): TrainResult => ({
      epochs: [trained(this.#steps(task))],
      checkpoint: nextCheckpoint(from),
    });
    const brokenOff = (): TrainResult => ({
      epochs: [],
      checkpoint: task.checkpoint,
      brokenOff: { epoch: trained(steps), checkpoint: { ...from, step: from.step + steps } },
    });
    if (stop.aborted) return Promise.resolve(brokenOff());
    if (!this.hold) return Promise.resolve(finished());
    return new Promise((resolve, reject) => {
      stop.addEventListener('abort', () => {
        resolve(brokenOff());
      });
      const held: HeldEpoch = {
        task,
        epoch,
        progress: (step, elapsedMs = step) => {
          steps = step;
          const progress = { epoch, step, loss: 0.6, metric: 0.7, elapsedMs, firstStepMs: 5 };
          onProgress(progress);
          return progress;
        },
        finish: () => {
          resolve(finished());
        },
        fail: reject,
      };
      const waiting = this.#waiting.shift();
      if (waiting) waiting(held);
      else this.#held.push(held);
    });
  }
}

function firstCheckpoint(seed: number): Checkpoint {
  return { epoch: 0, step: 0, weights: Float32Array.of(seed), slots: [], shuffle: [seed] };
}

function nextCheckpoint({ epoch, step, weights, shuffle }: Checkpoint): Checkpoint {
  const word = ((shuffle[0] ?? 0) * 1664525 + 1013904223) >>> 0;
  return {
    epoch: epoch + 1,
    step: step + 800,
    weights: weights.map((weight) => weight * 0.9 + word / 2 ** 32),
    slots: [],
    shuffle: [word],
  };
}
