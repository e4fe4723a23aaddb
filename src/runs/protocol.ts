/**
 * What a run is made of, as plain data: settings, the tasks that workers carry out, and the events
 * they cause. Everything here survives `structuredClone`. This file imports nothing of ours.
 */

export type Activation = 'relu' | 'tanh' | 'sigmoid';
export type OptimizerName = 'adam' | 'sgd' | 'rmsprop';
/** TensorFlow.js backends: `node` is the native library, `cpu` plain JavaScript, `wasm` WebAssembly. */
export type TensorflowBackend = 'node' | 'cpu' | 'wasm';
/** What computes a run: the project's own engine (`fused`), or TensorFlow.js on one of its backends. */
export type BackendName = 'fused' | TensorflowBackend;
/** `watch` shows every epoch before the next begins; `fast` never waits for the message. */
export type Pace = 'watch' | 'fast';

/** What the learner decided about a table's columns, in their own words; absent for what is usual. */
export interface ColumnChoices {
  /** The column to predict; without it the last one. */
  readonly target?: string;
  /** Whether the target's values are classes or amounts; without it, as they are spread. */
  readonly task?: ChosenTask;
  /** The only columns to learn from. */
  readonly use?: readonly string[];
  /** Columns not to learn from. */
  readonly drop?: readonly string[];
}

export type ChosenTask = 'classes' | 'amount';

/** Names a data set so that any worker can load the very same rows again, now or after a restart. */
export type DatasetRef =
  | ({ readonly kind: 'builtin'; readonly name: string } & Omit<ColumnChoices, 'target' | 'task'>)
  | ({
      readonly kind: 'csv';
      /** SHA-256 of the file in hex: its name among the stored uploads. */
      readonly sha256: string;
      /** The file's name as the learner gave it, for display only; never a path. */
      readonly fileName: string;
      /** Which way of reading files it began with (`reading.ts`); absent for the first. */
      readonly reading?: number;
    } & ColumnChoices);

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
}

export type TaskType = 'binary' | 'multiclass' | 'regression';
/** The metric compiled beside the loss: `accuracy` for classes, `mae` for numbers. */
export type MetricName = 'accuracy' | 'mae';

/** What preparing a data set found: everything a message says about the rows. */
export interface DataSummary {
  readonly name: string;
  readonly target: string;
  readonly task: TaskType;
  readonly metric: MetricName;
  readonly rows: {
    /** Rows in the file or generator, before any was dropped. */
    readonly read: number;
    /** Rows dropped because their target was missing, or its class too rare. */
    readonly dropped: number;
    /** Rows kept although a gap in an input was filled. */
    readonly filled: number;
    /** Rows that weights are fitted on: 80 % of the kept rows, less the validation rows. */
    readonly training: number;
    readonly validation: number;
    readonly test: number;
  };
  /** Columns of the network's input, after one-hot encoding. */
  readonly inputs: number;
  /** Units of the output layer: 1 for binary and regression, the number of classes otherwise. */
  readonly outputs: number;
  /** Class labels in index order; empty for regression. */
  readonly classes: readonly string[];
  /** Columns that are not used as inputs, and why. */
  readonly leftOut: readonly { readonly column: string; readonly reason: LeftOutReason }[];
  /**
   * Metric on the test rows of the answer that never looks at the inputs: the share of the most
   * frequent training class (accuracy), or the error of the training mean (mae).
   */
  readonly baseline: number;
  /**
   * Regression only: the target's standard deviation on the training rows. The target is
   * standardised, so 1 of loss' root, mae and baseline is this much in the target's own unit.
   */
  readonly targetDeviation?: number;
  /** What reading the file had to find out or leave behind; absent where there is no file. */
  readonly reading?: ReadingNotes;
  /** All columns in the file's order, the target among them; absent for runs of older versions. */
  readonly columns?: readonly ColumnReport[];
  /** Nobody named the target: it is the last column, but for those that could be none at all. */
  readonly targetIsDefault?: true;
  /** Rows of each class that are kept, in index order; absent for runs of older versions. */
  readonly classRows?: readonly number[];
  /** Classes with too few rows to learn and to test, whose rows were left out. */
  readonly rareClasses?: { readonly names: readonly string[]; readonly rows: number };
  /** Inputs that determine the target on their own: most likely the answer under another name. */
  readonly givesAway?: readonly string[];
}

export type LeftOutReason =
  | 'sequence'
  | 'unique-text'
  | 'constant'
  | 'empty'
  | 'too-many-values'
  /** The learner said so, with `drop:` or by naming others with `use:`. */
  | 'unwanted';

export type TextEncodingName =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949' | 'shift_jis' | 'windows-1252';

/** How a file was understood, as far as it left anything to understand. Counts are absent for 0. */
export interface ReadingNotes {
  readonly encoding: TextEncodingName;
  /** No byte order mark and not UTF-8: it is the encoding that looks most like language. */
  readonly encodingGuessed?: true;
  readonly separator: ',' | ';' | '\t' | '|' | ' ';
  /** The sign before decimals in every column. */
  readonly decimal: '.' | ',';
  /** Single quotes stand around cells; absent for the usual double ones. */
  readonly quote?: "'";
  /** Lines above the header: titles, comments, `sep=`. */
  readonly linesAbove?: number;
  /** The first line held data; columns are called `column_1`, `column_2` … */
  readonly headerMissing?: true;
  /** Further copies of the header between the rows, which were left out. */
  readonly headersRepeated?: number;
  /** Rows of totals that were left out, as their first cell calls them. */
  readonly totals?: readonly string[];
  /** Lines below the table that were left out, the first few of them as written. */
  readonly footer?: { readonly lines: number; readonly examples: readonly string[] };
}

/** What stands beside every number of a column, spaces as written: `{ prefix: '$' }`, `{ suffix: ' kg' }`. */
export interface Unit {
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Cells that hold something but were taken for gaps. */
export interface OddCells {
  readonly count: number;
  /** A few different ones, safe to show. */
  readonly examples: readonly string[];
}

export type DatePart = 'days' | 'year' | 'month' | 'weekday' | 'hour';

/** One column as it was understood. Everything in it is safe to show. */
export interface ColumnReport {
  readonly name: string;
  readonly kind: 'number' | 'category' | 'date';
  /** Different values, after variants were put together. */
  readonly distinct: number;
  /** Empty cells and odd ones. */
  readonly gaps: number;
  /** The first few different values as written. */
  readonly examples: readonly string[];
  readonly odd?: OddCells;
  readonly unit?: Unit;
  /** Spellings that differ only by case or spaces and count as one value, under its most frequent spelling. */
  readonly merged?: readonly { readonly value: string; readonly variants: readonly string[] }[];
  /** Values too rare for an input of their own, put together as one: how many, in how many rows. */
  readonly rare?: { readonly values: number; readonly rows: number };
  /** Dates only: the order of day, month and year, and whether the cells left another one open. */
  readonly dateOrder?: 'ymd' | 'dmy' | 'mdy';
  readonly dateOrderGuessed?: true;
  /** Dates only: the inputs that they became. */
  readonly parts?: readonly DatePart[];
  /** Why it is no input; absent for inputs and for the target. */
  readonly leftOut?: LeftOutReason;
}

/** What is in a file, before anything trains. */
export interface DataPreview {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly ColumnReport[];
  readonly reading?: ReadingNotes;
  /** Further columns that could be predicted, the likeliest first. */
  readonly targets: readonly string[];
  readonly outcome:
    | {
        readonly kind: 'ready';
        readonly summary: DataSummary;
        /** What else the target's values could be. */
        readonly otherTask?: ChosenTask;
      }
    /** Why nothing can be learned as was chosen, as a message's key and parameters. */
    | {
        readonly kind: 'refused';
        readonly key: string;
        readonly params: Readonly<Record<string, string | number>>;
      };
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

export interface TestResult {
  readonly loss: number;
  readonly metric: number;
  /** Of the test rows of the rarest class how many were told to be of it; where one is rare. */
  readonly rare?: { readonly class: number; readonly rows: number; readonly found: number };
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
    }
  | { readonly kind: 'stop-requested' }
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
