/** The messages between fronts and workers. All of them are packed (`pack.ts`). */
import type { MessageKey, MessageParams } from '../content/translator.js';
import type { DeskPool, TrainingPool } from '../runs/ports.js';
import type { StepProgress, TrainTask } from '../runs/protocol.js';
import type { Lane } from './names.js';

/**
 * Processes with different numbers cannot talk to each other: raise it with every change of these
 * messages or of the keys.
 */
export const PROTOCOL = 2;

/** The part of a training task that crosses the network: its number and its stop flag do not. */
export type FleetTrainTask = Omit<TrainTask, 'number' | 'stopFlag'>;

/** What a worker is asked for besides epochs, by the name of the pool's method. */
export type AskedMethod = keyof DeskPool | 'evaluate' | 'describe' | 'preview';

/** The lane that each waits in: whatever computes for seconds waits with the epochs. */
export const lanesOf: Readonly<Record<AskedMethod, Lane>> = {
  ...{ evaluate: 'training', findMistakes: 'training', stepThrough: 'training' },
  ...{ drawFilm: 'training', drawChart: 'desk', drawPlane: 'desk', describe: 'desk' },
  ...{ preview: 'desk', tryRow: 'desk', sampleModel: 'desk', planeAnswers: 'desk' },
  planeField: 'desk',
};

type Pool = Pick<TrainingPool, 'evaluate' | 'describe' | 'preview'> & DeskPool;

export type Call =
  | { readonly method: 'train'; readonly task: FleetTrainTask }
  | {
      [M in AskedMethod]: { readonly method: M; readonly args: Parameters<Pool[M]> };
    }[AskedMethod];

/** A job: the calls of one turn, which are answered together. */
export interface JobData {
  /** Where to send news of it. */
  readonly sender: string;
  /** `Call[]`, packed, in base64: BullMQ keeps JSON. */
  readonly calls: string;
}

export type Outcome =
  | { readonly kind: 'done'; readonly value: unknown }
  /** A UserError: something that the person can put right. */
  | { readonly kind: 'refused'; readonly key: MessageKey; readonly params: MessageParams }
  /** The thread died of it, as Piscina and Node report it. */
  | { readonly kind: 'died'; readonly message: string; readonly code: string | undefined }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string | undefined }
  /** Content that it refers to is not in Redis any more: send it again. */
  | { readonly kind: 'gone' };

/** What a worker tells the front that sent a job. */
export type News =
  | { readonly kind: 'progress'; readonly at: number; readonly progress: StepProgress }
  /** `Outcome[]`, packed. */
  | { readonly kind: 'done'; readonly outcomes: Uint8Array }
  /** BullMQ has given it up. */
  | { readonly kind: 'given-up'; readonly reason: string };

export type NewsOfJob = News & { readonly job: string };
