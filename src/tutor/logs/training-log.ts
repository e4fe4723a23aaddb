/** What a pasted training log says, as plain data. Numbers keep the text in which Keras printed them. */

export interface Reading {
  /** NaN and infinite where Keras printed `nan` and `inf`. */
  readonly value: number;
  /** As printed: `0.5123`, `1.0000e-03`, `nan`. */
  readonly text: string;
}

/** By Keras' names (`loss`, `accuracy`, `val_loss` …), in the order of the log. */
export type Readings = ReadonlyMap<string, Reading>;

/** What Keras printed per step or sample. */
export interface UnitTime {
  readonly seconds: number;
  readonly unit: 'step' | 'sample';
  /** As printed: `2ms/step`. */
  readonly text: string;
}

export interface LoggedEpoch {
  /** From 1, as its header says; counted here when the log has no headers. */
  readonly epoch: number;
  readonly readings: Readings;
  /** What the counter in front of the bar reached, and its end; missing where the log shows none. */
  readonly counter?: { readonly current: number; readonly end?: number };
  readonly seconds?: number;
  readonly unitTime?: UnitTime;
}

/**
 * How it was printed: by Keras 3; by tf.keras since TensorFlow 2.2; by tf.keras up to 2.1, which
 * says `/sample`; by the older Keras, which counts rows too, and by a still older one, whose bar shows no
 * time per step; or without any counter.
 */
export type KerasStyle = 'keras3' | 'keras2' | 'samples' | 'rows' | 'barRows' | 'bare';

/**
 * Not by Keras: by a loop that somebody wrote, mostly for PyTorch; by the progress bar tqdm in one;
 * by the Trainer of Hugging Face.
 */
export type OtherStyle = 'torch' | 'tqdm' | 'trainer';

export type LogStyle = KerasStyle | OtherStyle;

/** What a callback said. */
export interface CallbackNotes {
  /** Epoch after which EarlyStopping ended the training. */
  readonly stoppedAfter?: number;
  /** Whether EarlyStopping put the best epoch's weights back, and which that was if it said so. */
  readonly restored?: { readonly epoch?: number };
  /** ReduceLROnPlateau or a scheduler set the learning rate at an epoch. */
  readonly rates: readonly { readonly epoch: number; readonly rate: number }[];
}

/** One call of fit. */
export interface LoggedFit {
  readonly style: LogStyle;
  /** What the counter in front of the bar counts. */
  readonly counts: 'rows' | 'batches';
  /** Finished ones, in order; epochs that were not pasted are missing. */
  readonly epochs: readonly LoggedEpoch[];
  /** The epoch that was still going, or cut off, at the log's end. */
  readonly unfinished?: LoggedEpoch;
  /** From `Epoch 3/20`: 20. */
  readonly planned?: number;
  /** Whether the log names its epochs. Keras prints no header when there is just one. */
  readonly numbered: boolean;
  /** From `batch_size=10` beside the log, or from the first updates where the counter counts rows. */
  readonly batchSize?: number;
  /** Training rows where the text says so outright. */
  readonly rows?: number;
  readonly validationRows?: number;
  readonly notes: CallbackNotes;
  /** Of an evaluation after the fit. */
  readonly evaluated?: Readings;
  /** Only of what was not printed by Keras. */
  readonly other?: OtherNotes;
}

export interface OtherNotes {
  /** An epoch's training numbers are means of what was printed within it. */
  readonly averaged: boolean;
  /** Its epochs were counted from 0. */
  readonly fromZero: boolean;
  /** The first loss that was printed in the unfinished epoch, where there are several. */
  readonly firstLoss?: Reading;
  /** Where a Trainer stands, in epochs: 0.53. */
  readonly stands?: number;
  /** What a Trainer's last line says about the whole training. */
  readonly totals?: {
    readonly updates: number;
    readonly rowsSeen: number;
    readonly epochs: number;
  };
}

export function isKeras(style: LogStyle): style is KerasStyle {
  return style !== 'torch' && style !== 'tqdm' && style !== 'trainer';
}

export interface TrainingLog {
  /** At least one, in order. */
  readonly fits: readonly LoggedFit[];
}
