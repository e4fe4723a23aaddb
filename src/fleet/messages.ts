/** What fronts and workers say to each other. All of it is packed (`pack.ts`). */
import type { MessageKey, MessageParams } from '../content/translator.js';
import type { DeskPool, TrainingPool } from '../runs/ports.js';
import type { StepProgress, TrainTask } from '../runs/protocol.js';
import type { Lane } from './names.js';

/** Another number cannot be talked to: to be raised with every change of these messages or of the keys. */
export const PROTOCOL = 2;

/** What of a training task crosses the network: who hears of it and what stops it do not. */
export type FleetTrainTask = Omit<TrainTask, 'number' | 'stopFlag'>;

/** What a worker is asked for besides epochs, by the name that it has in a front. */
export type AskedMethod = keyof DeskPool | 'evaluate' | 'describe' | 'preview';

/** Where each waits for its turn: what computes for seconds, as epochs do, among those. */
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
  /** Where the news of it go. */
  readonly sender: string;
  /** `Call[]`, packed, in base64: BullMQ keeps JSON. */
  readonly calls: string;
}

export type Outcome =
  | { readonly kind: 'done'; readonly value: unknown }
  /** Something that the person can put right. */
  | { readonly kind: 'refused'; readonly key: MessageKey; readonly params: MessageParams }
  /** The thread died of it: as Piscina and Node say so. */
  | { readonly kind: 'died'; readonly message: string; readonly code: string | undefined }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string | undefined }
  /** What it refers to is not in Redis any more: it is to be put there and asked for again. */
  | { readonly kind: 'gone' };

/** What a worker tells whoever handed a job out. */
export type News =
  | { readonly kind: 'progress'; readonly at: number; readonly progress: StepProgress }
  /** `Outcome[]`, packed. */
  | { readonly kind: 'done'; readonly outcomes: Uint8Array }
  /** BullMQ gives it up. */
  | { readonly kind: 'given-up'; readonly reason: string };

export type NewsOfJob = News & { readonly job: string };
