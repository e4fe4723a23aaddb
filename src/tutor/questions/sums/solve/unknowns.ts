/** What the equations are about: the numbers that a question gives, and those that they make. */
import type { DerivedQuantity, Quantity } from '../asked-words.js';
import { isShare, isTime, roles, type Role } from '../roles.js';

/** What no number of a question is, but what can be made of them. */
const made = [
  /** What `fit` is given, after the test rows are taken off; trainRows are what then trains. */
  ...(['fitRows', 'trainRows'] as const),
  /** Rows that an accuracy was measured on: the test's, else the validation's, else all. */
  'judged',
  /** Rows behind one update, where gradients of several batches are added up. */
  'effective',
  /** Epochs that really run: without those before `initial_epoch`. */
  'ran',
  ...(['epochsLeft', 'whichEpoch'] as const),
  ...([
    'updatesPerEpoch',
    'updatesSoFar',
    'updatesLeft',
    'stepsLeft',
    'fullBatches',
    'dropped',
  ] as const),
  /** Rows of the epoch that runs, up to where its bar is. */
  'seenInEpoch',
  /** How often each row is used. */
  'repeats',
  ...(['valSteps', 'share', 'bytes', 'bytesEach', 'rowsPerSecond', 'stepsPerSecond'] as const),
  /** 1 where layers have no biases: nothing is worked with it, but it says which equations hold. */
  'noBias',
  /** Times of `otherEpochs`, of the epochs that are left, and of the rest of an epoch. */
  ...(['msOther', 'msLeft', 'msLeftInEpoch'] as const),
] as const;

export const unknowns = [...roles, ...made] as const;
export type Unknown = (typeof unknowns)[number];

/**
 * `rows` are all there are, before anything is taken off: with `testRows` or `valRows` beside them fewer
 * train. Rows that are known to train, with others beside them for validation or the test, are `trainRows`.
 */
export type Known = Readonly<Partial<Record<Unknown, number>>>;

/**
 * What answers a question for a quantity, the likeliest first: who tells where a run is asks from there on,
 * and what is given already is not what is asked.
 */
const answers: Readonly<Record<DerivedQuantity, readonly Unknown[]>> = {
  steps: ['steps', 'updatesLeft', 'stepsLeft', 'updates', 'valSteps'],
  updates: ['updatesSoFar', 'updates', 'updatesPerEpoch'],
  last: ['lastRows', 'stepsLeft'],
  rows: [
    ...(['seenInEpoch', 'rows', 'valRows', 'trainRows', 'testRows', 'effective'] as const),
    ...(['right', 'seenRows'] as const),
  ],
  seen: ['seenInEpoch', 'seenRows', 'trainRows'],
  repeats: ['repeats'],
  epochs: ['epochs', 'epochsLeft', 'ran'],
  whichEpoch: ['whichEpoch'],
  // Where gradients are added up, the batch that counts is the one behind an update.
  batch: ['effective', 'batch', 'perGpu'],
  time: ['msOther', 'msLeft', 'msLeftInEpoch', 'msInAll', 'msPerEpoch'],
  stepTime: ['msPerStep'],
  parameters: ['parameters'],
  right: ['right'],
  wrong: ['mistaken'],
  accuracy: ['accuracy'],
  perGpu: ['perGpu'],
  valRows: ['valRows', 'testRows'],
  trainRows: ['trainRows'],
  valSteps: ['valSteps'],
  dropped: ['fullBatches', 'dropped'],
  perSecond: ['rowsPerSecond', 'stepsPerSecond'],
  inputs: ['inputs'],
  units: ['units'],
  bytes: ['bytes'],
  share: ['share'],
};

export const answersTo = (asked: Quantity | Unknown): readonly Unknown[] =>
  Object.hasOwn(answers, asked) ? answers[asked as DerivedQuantity] : [asked as Unknown];

const times: ReadonlySet<Unknown> = new Set(['msOther', 'msLeft', 'msLeftInEpoch']);
const rates: ReadonlySet<Unknown> = new Set(['rowsPerSecond', 'stepsPerSecond']);
/** Of which there can be none. */
const canBeNone: ReadonlySet<Unknown> = new Set([
  ...(['right', 'mistaken', 'accuracy', 'epochsLeft', 'stepsLeft', 'dropped'] as const),
  ...(['fullBatches', 'initialEpoch', 'updatesSoFar', 'updatesLeft'] as const),
  ...(['barNow', 'epochNow', 'patience'] as const),
]);

/** How a number is written, and what it can be. */
export type Measure = 'count' | 'share' | 'time' | 'rate';

export function measureOf(unknown: Unknown): Measure {
  if (unknown === 'share' || isShare(unknown as Role)) return 'share';
  if (times.has(unknown) || isTime(unknown as Role)) return 'time';
  return rates.has(unknown) ? 'rate' : 'count';
}

/** Counts are whole, shares at most 1, and nothing is below zero. */
export function makesSense(unknown: Unknown, value: number): boolean {
  const measure = measureOf(unknown);
  if (!Number.isFinite(value) || (canBeNone.has(unknown) ? value < 0 : value <= 0)) return false;
  return measure === 'count' ? Number.isSafeInteger(value) : measure !== 'share' || value <= 1;
}
