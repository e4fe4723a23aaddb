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
  /** Share of the training rows, taken from their end, that only validates; 0 for none. */
  readonly validationSplit: number;
  /** Units of each hidden layer. */
  readonly layers: readonly number[];
  readonly activation: Activation;
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  /** Of sgd, over 0 and below 1; absent for none. */
  readonly momentum?: number;
  /** Share of each hidden layer's outputs that an iteration leaves out, over 0 and below 1; absent for none. */
  readonly dropout?: number;
  /** λ of the penalty λ·Σw² on the kernels of all layers, over 0; absent for none. */
  readonly l2?: number;
  /**
   * Epochs without a new lowest val_loss after which training ends, as Keras' `EarlyStopping` counts
   * them; absent for never. Only with a validation split.
   */
  readonly patience?: number;
  /** Seed of the initial weights, of the shuffling and of dropout; 32-bit unsigned. */
  readonly seed: number;
  readonly pace: Pace;
  /** Absent for whatever is quickest; `tensorflow` for TensorFlow.js. */
  readonly engine?: 'tensorflow';
  /** Id of the run of which this one is the check: the very same training, on TensorFlow.js. */
  readonly checks?: string;
  /** What the epochs of the run came to whose code this one repeats. */
  readonly repeats?: SeenEpochs;
}

/** What the first epochs of a training came to. */
export interface SeenEpochs {
  readonly epochs: number;
  /** Of all their numbers, bit for bit; in hex. */
  readonly digest: string;
  /** What computed them. */
  readonly backend: BackendName;
}

/** Row-weighted means over one epoch, under Keras' names. */
export interface EpochLogs {
  readonly loss: number;
  readonly metric: number;
  readonly valLoss?: number;
  readonly valMetric?: number;
}

/** All that the next epoch needs. An epoch is a pure step from one checkpoint to the next. */
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

/** Where Keras' bar stands inside an epoch. */
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

/** Epochs for a worker: the one behind the checkpoint, and further ones as long as time allows. */
export interface TrainTask {
  readonly settings: FitSettings;
  readonly backend: BackendName;
  /** `null` asks for the seeded initial weights. */
  readonly checkpoint: Checkpoint | null;
  /** val_loss of the epochs so far, which early stopping looks at; empty without `patience`. */
  readonly valLosses: readonly number[];
  /** A further epoch is begun where it is likely to end within so many ms of the task; 0 for one epoch. */
  readonly forMs: number;
  /** Names the task in its `StepReport`s, of which there are at most ten a second. */
  readonly number: number;
  /** One Int32; anything but 0 asks the epoch under way to end, after the few steps that are under way. */
  readonly stopFlag: SharedArrayBuffer;
}

/** What a worker says of a task under way. */
export interface StepReport {
  /** The task's number. */
  readonly task: number;
  readonly progress: StepProgress;
}

/** What training an epoch, or a part of one, came to. */
export interface TrainedEpoch {
  readonly logs: EpochLogs;
  /** Iterations made. */
  readonly steps: number;
  /** From the epoch's start to its end, validation included, as Keras counts. */
  readonly elapsedMs: number;
  readonly firstStepMs: number;
}

export interface TrainResult {
  /** Finished ones, in order; none when the first was broken off. */
  readonly epochs: readonly TrainedEpoch[];
  /** Behind the last of them. */
  readonly checkpoint: Checkpoint | null;
  /** The epoch in which the flag was seen: what was done of it, and where that led. */
  readonly brokenOff?: { readonly epoch: TrainedEpoch; readonly checkpoint: Checkpoint };
}

/** Loss and metric of a checkpoint's weights on the held-out test rows. */
export interface EvaluateTask {
  readonly settings: FitSettings;
  readonly backend: BackendName;
  readonly checkpoint: Checkpoint;
}

/** Test rows by their true class and, within it, by the class that was said, both by index. */
export type Confusion = readonly (readonly number[])[];

export interface TestResult {
  readonly loss: number;
  readonly metric: number;
  /** Of the test rows of the rarest class how many were told to be of it; where one is rare. */
  readonly rare?: { readonly class: number; readonly rows: number; readonly found: number };
  /** Of more than two classes, or of two of which one is rare; absent for runs of older versions. */
  readonly confusion?: Confusion;
}

/** What sharing the threads costs a run, as last measured. */
export interface Delay {
  /** Other runs that were going on. */
  readonly others: number;
  /** What an epoch takes from the end of the one before, all waiting included. */
  readonly epochMs: number;
}

/** What happened to a run, in order. A run's state is the fold over these (`run.ts`). */
export type RunEvent =
  | { readonly kind: 'queued'; readonly atMs: number }
  /** Where it stands in the queue for a place among the runs going on, 1 for next. True only now: never kept. */
  | { readonly kind: 'waiting'; readonly place: number }
  /** It waits no longer. Never kept. */
  | { readonly kind: 'admitted' }
  | {
      readonly kind: 'started';
      readonly data: DataSummary;
      readonly backend: BackendName;
      readonly atMs: number;
    }
  /** Its epochs come late because others train; ends with `on-time`. Never kept. */
  | ({ readonly kind: 'late' } & Delay)
  | { readonly kind: 'on-time' }
  /** What it did cannot be kept for want of disk space; it waits for that. Never kept. */
  | { readonly kind: 'space-missing' }
  | { readonly kind: 'space-found' }
  /** No worker host can be reached; what needs one waits. Never kept. */
  | { readonly kind: 'workers-missing' }
  | { readonly kind: 'workers-found' }
  | { readonly kind: 'epoch-started'; readonly epoch: number }
  | ({ readonly kind: 'step' } & StepProgress)
  | ({ readonly kind: 'epoch-ended'; readonly epoch: number } & TrainedEpoch)
  /** The process ended in mid-run and another took over after `epoch` finished epochs. */
  | {
      readonly kind: 'resumed';
      readonly epoch: number;
      readonly atMs: number;
      /** Only when the run's backend is not there any more: from here on another one computes. */
      readonly backend?: BackendName;
      /** The process went on all the same: it was a worker's backend that went. */
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
      /** Threads died of it, again and again in the same place: of its memory, or of another reason. */
      readonly died?: 'memory' | 'thread';
      /** An older version began it, and this one reads its file otherwise. */
      readonly readOtherwise?: true;
    };

/** Whether a run is over with this event. */
export function endsRun({ kind }: RunEvent): boolean {
  return kind === 'completed' || kind === 'stopped' || kind === 'failed';
}
