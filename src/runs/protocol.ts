/**
 * What a run is made of, as plain data: settings, the tasks that workers carry out, and the events
 * they cause. Everything here survives `structuredClone`. The data are in `dataset.ts`; nothing else of
 * ours is imported.
 */
import type { DataSummary, DatasetRef } from './dataset.js';

export type Activation = 'relu' | 'tanh' | 'sigmoid';
export type OptimizerName = 'adam' | 'sgd' | 'rmsprop';
/** TensorFlow.js backends: `node` is the native library, `cpu` plain JavaScript, `wasm` WebAssembly. */
export type TensorflowBackend = 'node' | 'cpu' | 'wasm';
/** What computes a run: the project's own engine (`fused`), or TensorFlow.js on one of its backends. */
export type BackendName = 'fused' | TensorflowBackend;
/** `watch` shows every epoch before the next begins; `fast` never waits for the message. */
export type Pace = 'watch' | 'fast';

/** What the learner asked `fit` for. */
export interface FitSettings {
  readonly dataset: DatasetRef;
  readonly epochs: number;
  readonly batchSize: number;
  /** Share of the training rows, taken from the end, that is used for validation only; 0 for none. */
  readonly validationSplit: number;
  /** Units of each hidden layer. */
  readonly layers: readonly number[];
  readonly activation: Activation;
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  /** SGD's momentum, above 0 and below 1; absent for none. */
  readonly momentum?: number;
  /**
   * Dropout: the share of each hidden layer's outputs that an iteration leaves out, above 0 and below 1;
   * absent for none.
   */
  readonly dropout?: number;
  /** λ of the penalty λ·Σw² on the kernels of all layers, above 0; absent for none. */
  readonly l2?: number;
  /**
   * Epochs without a new lowest val_loss after which training ends, as Keras' `EarlyStopping` counts
   * them; absent for never. Only with a validation split.
   */
  readonly patience?: number;
  /** Seed of the initial weights, of the shuffling and of dropout; 32-bit unsigned. */
  readonly seed: number;
  readonly pace: Pace;
  /** Absent for the quickest engine; `tensorflow` for TensorFlow.js. */
  readonly engine?: 'tensorflow';
  /** Id of the run that this one checks: exactly the same training, on TensorFlow.js. */
  readonly checks?: string;
  /** The outcome of the epochs of the run whose code this one repeats. */
  readonly repeats?: SeenEpochs;
}

/** The outcome of a training's first epochs. */
export interface SeenEpochs {
  readonly epochs: number;
  /** Digest of all their numbers, bit for bit, in hex. */
  readonly digest: string;
  /** The backend that computed them. */
  readonly backend: BackendName;
}

/** Row-weighted means over one epoch, under Keras' names. */
export interface EpochLogs {
  readonly loss: number;
  readonly metric: number;
  readonly valLoss?: number;
  readonly valMetric?: number;
}

/** Everything that the next epoch needs. An epoch is a pure step from one checkpoint to the next. */
export interface Checkpoint {
  /** Epochs finished so far. */
  readonly epoch: number;
  /** Updates made so far; Adam's step count. */
  readonly step: number;
  /** Kernel, bias, kernel, bias …, flattened row-major into one array of float32. */
  readonly weights: Float32Array;
  /** The optimizer's moving averages, each as long as `weights`: two for Adam, one for RMSprop and for SGD with momentum. */
  readonly slots: readonly Float32Array[];
  /** State of the generator behind shuffling and dropout, 32-bit words. */
  readonly shuffle: readonly number[];
  /** With `patience`: the weights after the epoch with the lowest val_loss so far. */
  readonly best?: Float32Array;
}

/** How far Keras' bar is within an epoch. */
export interface StepProgress {
  readonly epoch: number;
  /** Iterations done in this epoch, from 1. */
  readonly step: number;
  readonly loss: number;
  readonly metric: number;
  /** Since the epoch's start, training only. */
  readonly elapsedMs: number;
  /** How long the first iteration took; Keras leaves it out of the time per step. */
  readonly firstStepMs: number;
}

/** Epochs for a worker: the one after the checkpoint, and further ones as time allows. */
export interface TrainTask {
  readonly settings: FitSettings;
  readonly backend: BackendName;
  /** `null` asks for the seeded initial weights. */
  readonly checkpoint: Checkpoint | null;
  /** val_loss of the epochs so far, which early stopping looks at; empty without `patience`. */
  readonly valLosses: readonly number[];
  /** Another epoch is begun if it is likely to end within so many ms of the task's start; 0 for one epoch. */
  readonly forMs: number;
  /** Identifies the task in its `StepReport`s, of which there are at most ten a second. */
  readonly number: number;
  /** One Int32; anything but 0 asks the epoch under way to end, after the current stretch of steps. */
  readonly stopFlag: SharedArrayBuffer;
}

/** What a worker reports about a task under way. */
export interface StepReport {
  /** The task's number. */
  readonly task: number;
  readonly progress: StepProgress;
}

/** The result of training an epoch, or a part of one. */
export interface TrainedEpoch {
  readonly logs: EpochLogs;
  /** Iterations done. */
  readonly steps: number;
  /** From the epoch's start to its end, validation included, as Keras counts. */
  readonly elapsedMs: number;
  readonly firstStepMs: number;
}

export interface TrainResult {
  /** Finished ones, in order; none when the first was broken off. */
  readonly epochs: readonly TrainedEpoch[];
  /** After the last of them. */
  readonly checkpoint: Checkpoint | null;
  /** The epoch in which the flag was seen: how far it got, and the checkpoint at that point. */
  readonly brokenOff?: { readonly epoch: TrainedEpoch; readonly checkpoint: Checkpoint };
}

/** Loss and metric of a checkpoint's weights on the held-out test rows. */
export interface EvaluateTask {
  readonly settings: FitSettings;
  readonly backend: BackendName;
  readonly checkpoint: Checkpoint;
}

/** The confusion matrix: test rows by true class and, within it, by predicted class, both by index. */
export type Confusion = readonly (readonly number[])[];

export interface TestResult {
  readonly loss: number;
  readonly metric: number;
  /** Recall of the rarest class: how many of its test rows were predicted to be of it; where one is rare. */
  readonly rare?: { readonly class: number; readonly rows: number; readonly found: number };
  /** For more than two classes, or two of which one is rare; absent for runs of older versions. */
  readonly confusion?: Confusion;
}

/** How much sharing the threads slows a run down, as last measured. */
export interface Delay {
  /** Other runs under way. */
  readonly others: number;
  /** What an epoch takes from the end of the one before, waiting included. */
  readonly epochMs: number;
}

/** What happened to a run, in order. A run's state is the fold over these (`run.ts`). */
export type RunEvent =
  | { readonly kind: 'queued'; readonly atMs: number }
  /** Its place in the queue, 1 for next. True only now: never stored. */
  | { readonly kind: 'waiting'; readonly place: number }
  /** It waits no longer. Never stored. */
  | { readonly kind: 'admitted' }
  | {
      readonly kind: 'started';
      readonly data: DataSummary;
      readonly backend: BackendName;
      readonly atMs: number;
    }
  /** Its epochs come late because others train; ends with `on-time`. Never stored. */
  | ({ readonly kind: 'late' } & Delay)
  | { readonly kind: 'on-time' }
  /** It waits for disk space, without which its last step cannot be stored. Never stored. */
  | { readonly kind: 'space-missing' }
  | { readonly kind: 'space-found' }
  /** No worker host can be reached, and it waits for one. Never stored. */
  | { readonly kind: 'workers-missing' }
  | { readonly kind: 'workers-found' }
  | { readonly kind: 'epoch-started'; readonly epoch: number }
  | ({ readonly kind: 'step' } & StepProgress)
  | ({ readonly kind: 'epoch-ended'; readonly epoch: number } & TrainedEpoch)
  /** The process ended mid-run, and another took over after `epoch` finished epochs. */
  | {
      readonly kind: 'resumed';
      readonly epoch: number;
      readonly atMs: number;
      /** Only when the run's backend is gone: from here on this one computes. */
      readonly backend?: BackendName;
      /** Not a restart: no worker had the run's backend any more. */
      readonly withoutRestart?: true;
    }
  | { readonly kind: 'stop-requested' }
  /** It is to rest once the epoch under way has ended, until `continued`. */
  | { readonly kind: 'paused'; readonly atMs: number }
  | { readonly kind: 'continued'; readonly atMs: number }
  | { readonly kind: 'evaluated'; readonly test: TestResult }
  | { readonly kind: 'completed'; readonly atMs: number }
  /** Stopped by its owner; `partial` is the unfinished epoch, if one was under way. */
  | { readonly kind: 'stopped'; readonly atMs: number; readonly partial?: StepProgress }
  | {
      readonly kind: 'failed';
      readonly atMs: number;
      readonly faultId: string;
      /** Threads died of it, again and again at the same point: out of memory, or for another reason. */
      readonly died?: 'memory' | 'thread';
      /** An older version began it, and this one reads its file differently. */
      readonly readOtherwise?: true;
    };

/** Whether a run is over with this event. */
export function endsRun({ kind }: RunEvent): boolean {
  return kind === 'completed' || kind === 'stopped' || kind === 'failed';
}
