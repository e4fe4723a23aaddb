/** A parsed training log, as plain data. Numbers keep their printed text. */

export interface Reading {
  /** NaN or infinite where Keras printed `nan` or `inf`. */
  readonly value: number;
  /** As printed: `0.5123`, `1.0000e-03`, `nan`. */
  readonly text: string;
}

/** Keyed by Keras' names (`loss`, `accuracy`, `val_loss` …), in the order of the log. */
export type Readings = ReadonlyMap<string, Reading>;

/** The time that Keras printed per step or sample. */
export interface UnitTime {
  readonly seconds: number;
  readonly unit: 'step' | 'sample';
  /** As printed: `2ms/step`. */
  readonly text: string;
}

export interface LoggedEpoch {
  /** From 1, as in its header; counted here if the log has no headers. */
  readonly epoch: number;
  readonly readings: Readings;
  /** The last counter before the bar, and its end; missing if the log shows none. */
  readonly counter?: { readonly current: number; readonly end?: number };
  readonly seconds?: number;
  readonly unitTime?: UnitTime;
}

/**
 * Its format: Keras 3; tf.keras since TensorFlow 2.2; tf.keras up to 2.1, which
 * prints `/sample`; older Keras, which counts rows, too; still older Keras, whose bar shows no
 * time per step; or no counter at all.
 */
export type KerasStyle = 'keras3' | 'keras2' | 'samples' | 'rows' | 'barRows' | 'bare';

/**
 * Not Keras: a hand-written loop, usually in PyTorch; the progress bar tqdm in one;
 * Hugging Face's Trainer.
 */
export type OtherStyle = 'torch' | 'tqdm' | 'trainer';

export type LogStyle = KerasStyle | OtherStyle;

/** Messages from callbacks. */
export interface CallbackNotes {
  /** The epoch after which EarlyStopping ended the training. */
  readonly stoppedAfter?: number;
  /** Whether EarlyStopping restored the best epoch's weights, and which epoch, if it said so. */
  readonly restored?: { readonly epoch?: number };
  /** Learning rate changes by ReduceLROnPlateau or a scheduler. */
  readonly rates: readonly { readonly epoch: number; readonly rate: number }[];
}

/** One call of fit. */
export interface LoggedFit {
  readonly style: LogStyle;
  /** What the counter before the bar counts. */
  readonly counts: 'rows' | 'batches';
  /** Finished epochs, in order; those that were not pasted are missing. */
  readonly epochs: readonly LoggedEpoch[];
  /** The unfinished or cut-off epoch at the log's end. */
  readonly unfinished?: LoggedEpoch;
  /** From `Epoch 3/20`: 20. */
  readonly planned?: number;
  /** Whether the log numbers its epochs. Keras prints no header if there is just one. */
  readonly numbered: boolean;
  /** From `batch_size=10` near the log, or from the first updates if the counter counts rows. */
  readonly batchSize?: number;
  /** Training rows, if the text states them. */
  readonly rows?: number;
  readonly validationRows?: number;
  readonly notes: CallbackNotes;
  /** The metrics of an evaluation after the fit. */
  readonly evaluated?: Readings;
  /** Only for logs not printed by Keras. */
  readonly other?: OtherNotes;
}

export interface OtherNotes {
  /** An epoch's training numbers are means of those printed within it. */
  readonly averaged: boolean;
  /** Its epochs were counted from 0. */
  readonly fromZero: boolean;
  /** The first loss printed in the unfinished epoch, if there are several. */
  readonly firstLoss?: Reading;
  /** The Trainer's progress, in epochs: 0.53. */
  readonly stands?: number;
  /** The Trainer's final line about the whole training. */
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
