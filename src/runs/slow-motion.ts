/**
 * A training that goes on only when somebody asks for its next iterations. Plain data that crosses
 * threads and is kept between two presses.
 */
import type { DataSummary } from './dataset.js';
import type { BackendName, Checkpoint, EpochLogs, FitSettings } from './protocol.js';

/** Sums over rows; divide by the rows for the means. */
export interface RowSums {
  readonly rows: number;
  readonly loss: number;
  /** Right answers, or absolute errors. */
  readonly metric: number;
}

/** A batch's mean loss and how many rows it was the mean of. */
export interface BatchLoss {
  readonly loss: number;
  readonly rows: number;
}

/** An epoch that has begun and is not over. */
export interface EpochUnderWay {
  /** The generator when it began: the order of its rows follows from that. */
  readonly shuffle: readonly number[];
  /** Iterations made in it. */
  readonly steps: number;
  readonly sums: RowSums;
  /** Of its first few batches, in order. */
  readonly losses: readonly BatchLoss[];
  /** Of training alone: the time between two presses is nobody's. */
  readonly elapsedMs: number;
  readonly firstStepMs: number;
}

/** All that the next iteration needs. */
export interface SlowState {
  /** Behind the last iteration made; `epoch` counts those that are over. */
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
  /** Then no further iteration is begun but one. */
  readonly forMs: number;
}

/** A row of the batch, as its data set has it. */
export interface BatchRow {
  /** From 1, in the data set as it was read. */
  readonly row: number;
  /** Of the first few columns that the network learns from, as they were written; empty for a gap. */
  readonly values: readonly { readonly column: string; readonly value: string }[];
  /** Columns that are not among them. */
  readonly moreColumns: number;
  /** What the network said before this iteration changed it, and what was right. */
  readonly said:
    | {
        readonly kind: 'class';
        /** The likeliest class by its index, and how likely it was said to be. */
        readonly predicted: number;
        readonly probability: number;
        readonly right: number;
      }
    /** In the target's own unit. */
    | { readonly kind: 'amount'; readonly predicted: number; readonly right: number };
}

/** What an iteration did to the weight that is watched. */
export interface WatchedWeight {
  /** The column that it comes from, and of a category for which of its values. */
  readonly input: { readonly column: string; readonly level?: string };
  /** The neuron of the first hidden layer, or the output, that it goes to, from 1. */
  readonly unit: number;
  readonly before: number;
  readonly after: number;
  readonly gradient: number;
}

/** One iteration, the last that was made. */
export interface ShownIteration {
  readonly epoch: number;
  /** Made in this epoch, this one included, of so many. */
  readonly step: number;
  readonly steps: number;
  /** Changes of the weights since the training began. */
  readonly updates: number;
  /** How many were made with this press. */
  readonly made: number;
  /** Nothing had been shown before. */
  readonly isFirst: boolean;
  /** The time for one press was over before all that was asked for was made. */
  readonly outOfTime?: true;
  readonly batch: {
    /** Place of its first row in this epoch's order, from 1. */
    readonly from: number;
    readonly rows: number;
    readonly loss: number;
    /** Right answers, or absolute errors, of all its rows together. */
    readonly metric: number;
    readonly examples: readonly BatchRow[];
  };
  /** The epoch's first batches with this one, where those are all there were. */
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
    /** The data set's rows that this epoch began with, and those that the next one begins with. */
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
  /** Short, unique, as runs have it. */
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly settings: FitSettings;
  readonly data: DataSummary;
  readonly backend: BackendName;
  /** The run that it repeats with the very same seed and settings. */
  readonly run?: string;
  readonly phase: SlowPhase;
  /** Missing until the first iteration was made. */
  readonly shown?: ShownIteration;
  /** At the end of an epoch: the run's numbers of it are the same, bit by bit. */
  readonly isAsInRun?: true;
}

export function isOver({ phase }: SlowMotion): boolean {
  return phase === 'stopped' || phase === 'done';
}

/** What the buttons under it send. */
export const slowPresses = ['next', 'ten', 'end', 'play', 'pause', 'stop'] as const;
export type SlowPress = (typeof slowPresses)[number];
