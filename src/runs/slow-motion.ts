/**
 * A training that advances only when somebody asks for its next iterations. Plain data that crosses
 * threads and is stored between two presses.
 */
import type { DataSummary } from './dataset.js';
import type { BackendName, Checkpoint, EpochLogs, FitSettings } from './protocol.js';

/** Sums over rows; divide by the rows for the means. */
export interface RowSums {
  readonly rows: number;
  readonly loss: number;
  /** Correct answers, or absolute errors. */
  readonly metric: number;
}

/** A batch's mean loss and how many rows it was the mean of. */
export interface BatchLoss {
  readonly loss: number;
  readonly rows: number;
}

/** An epoch that has begun and is not over. */
export interface EpochUnderWay {
  /** The generator's state when it began: it decides the order of its rows. */
  readonly shuffle: readonly number[];
  /** Iterations done in it. */
  readonly steps: number;
  readonly sums: RowSums;
  /** Its first few batches, in order. */
  readonly losses: readonly BatchLoss[];
  /** Training time only, without the time between two presses. */
  readonly elapsedMs: number;
  readonly firstStepMs: number;
}

/** Everything that the next iteration needs. */
export interface SlowState {
  /** After the last iteration; `epoch` counts the epochs that are over. */
  readonly checkpoint: Checkpoint;
  /** Absent between two epochs. */
  readonly underWay?: EpochUnderWay;
  /** Index of the weight that is watched, among the kernel of the first layer. */
  readonly watched: number;
}

/** Further iterations of one epoch for a worker. */
export interface SlowTask {
  readonly settings: FitSettings;
  readonly backend: BackendName;
  /** `null` begins: the seeded initial weights. */
  readonly state: SlowState | null;
  /** At most; never past the epoch's end. */
  readonly steps: number;
  /** After this time no further iteration is begun; at least one is done. */
  readonly forMs: number;
}

/** A row of the batch, as it is in its data set. */
export interface BatchRow {
  /** From 1, in the data set as it was read. */
  readonly row: number;
  /** Of the first few columns that the network learns from, as they were written; empty for a gap. */
  readonly values: readonly { readonly column: string; readonly value: string }[];
  /** How many more columns there are. */
  readonly moreColumns: number;
  /** What the network answered before this iteration changed it, and what was right. */
  readonly said:
    | {
        readonly kind: 'class';
        /** The likeliest class by its index, and its probability. */
        readonly predicted: number;
        readonly probability: number;
        readonly right: number;
      }
    /** In the target's own unit. */
    | { readonly kind: 'amount'; readonly predicted: number; readonly right: number };
}

/** What an iteration did to the weight that is watched. */
export interface WatchedWeight {
  /** The column that it comes from and, for a category, which of its values. */
  readonly input: { readonly column: string; readonly level?: string };
  /** The neuron of the first hidden layer, or the output, that it leads to, from 1. */
  readonly unit: number;
  readonly before: number;
  readonly after: number;
  readonly gradient: number;
}

/** One iteration, the last that was made. */
export interface ShownIteration {
  readonly epoch: number;
  /** Its number in this epoch, and how many there are. */
  readonly step: number;
  readonly steps: number;
  /** Updates of the weights since the training began. */
  readonly updates: number;
  /** How many iterations this press made. */
  readonly made: number;
  /** Nothing had been shown before. */
  readonly isFirst: boolean;
  /** The time for one press was over before everything it asked for was done. */
  readonly outOfTime?: true;
  readonly batch: {
    /** Place of its first row in this epoch's order, from 1. */
    readonly from: number;
    readonly rows: number;
    readonly loss: number;
    /** Correct answers, or absolute errors, of all its rows together. */
    readonly metric: number;
    readonly examples: readonly BatchRow[];
  };
  /** The epoch's batches so far, this one included, while there are only a few. */
  readonly firstLosses?: readonly BatchLoss[];
  /** The epoch before this batch, and with it. */
  readonly before: RowSums;
  readonly sums: RowSums;
  /** Mean size over all weights. */
  readonly gradient: number;
  readonly weight: WatchedWeight;
  readonly elapsedMs: number;
  readonly firstStepMs: number;
  /** This iteration was the epoch's last. */
  readonly ended?: {
    readonly logs: EpochLogs;
    /** The first rows of this epoch, and those of the next one. */
    readonly order: readonly number[];
    readonly next: readonly number[];
  };
}

export interface SlowResult {
  readonly state: SlowState;
  readonly shown: ShownIteration;
}

/** `playing`: the next iteration comes by itself. */
export type SlowPhase = 'paused' | 'playing' | 'stopped' | 'done';

/** One training in slow motion, as its message shows it. */
export interface SlowMotion {
  /** Short and unique, like a run's. */
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly settings: FitSettings;
  readonly data: DataSummary;
  readonly backend: BackendName;
  /** The run that it repeats with exactly the same seed and settings. */
  readonly run?: string;
  readonly phase: SlowPhase;
  /** Missing until the first iteration was made. */
  readonly shown?: ShownIteration;
  /** At the end of an epoch: its numbers are the run's, bit for bit. */
  readonly isAsInRun?: true;
}

export function isOver({ phase }: SlowMotion): boolean {
  return phase === 'stopped' || phase === 'done';
}

/** What the buttons under it send. */
export const slowPresses = ['next', 'ten', 'end', 'play', 'pause', 'stop'] as const;
export type SlowPress = (typeof slowPresses)[number];
