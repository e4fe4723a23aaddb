/** What a number in a question can be the amount of. */

/** One number each. */
export const roles = [
  'rows',
  'batch',
  /** A second batch_size to compare with. */
  'otherBatch',
  'epochs',
  /** Epochs that a time is asked for, beside those that were measured. */
  'otherEpochs',
  /** Epochs that a run was to have, where it has come to others. */
  'planned',
  /** The epoch that a run is in, or has just finished. */
  'epochNow',
  /** Where an epoch's bar is, of so many steps. */
  'barNow',
  /** `fit(initial_epoch=…)`. */
  'initialEpoch',
  /** Epochs that early stopping waits. */
  'patience',
  /** Parts of a cross-validation. */
  'folds',
  /** Rows of an epoch's last batch. */
  'lastRows',
  /** Iterations of an epoch. */
  'steps',
  /** Iterations of a whole run. */
  'updates',
  'validationSplit',
  /** What is left for training, where the rest has no name of its own. */
  'trainShare',
  'testShare',
  'testRows',
  'valRows',
  'gpus',
  /** What one GPU gets of a batch. */
  'perGpu',
  /** Batches whose gradients are added up before an update. */
  'accumulated',
  'accuracy',
  /** Share of units that Dropout switches off. */
  'dropout',
  /** Rows that were answered wrongly. */
  'mistaken',
  /** Rows that were answered rightly. */
  'right',
  /** Rows that a run has worked on so far, counting each one every time. */
  'seenRows',
  /** Parameters, inputs and units of one dense layer. */
  'parameters',
  'inputs',
  'units',
  'classes',
  'msPerStep',
  'msPerRow',
  'msPerEpoch',
  /** Of a whole run, in ms. */
  'msInAll',
] as const;

export type Role = (typeof roles)[number];

/** What the small formulas of a training step are worked with (`solve/formulas.ts`): as many as there are of each. */
const listRoles = [
  ...(['weight', 'gradient', 'truth', 'prediction', 'input'] as const),
  /** How far a prediction is off, where both are not told. */
  'error',
  /** What goes into a function, a mean or a scale. */
  'value',
  /** Rows behind a value, where a mean is to count them. */
  'count',
  /** The share of a part in a whole where neither is rows of a run. */
  'ofWhole',
] as const;

/** The same, one number each. */
export const formulaRoles = [
  ...listRoles,
  ...(['learningRate', 'bias', 'mean', 'deviation', 'least', 'most'] as const),
  ...(['truePositives', 'falsePositives', 'falseNegatives', 'trueNegatives'] as const),
  ...(['precision', 'recall'] as const),
  /** All that really are positive, and all that were called so. */
  ...(['positives', 'flagged'] as const),
  /** A part of a whole where neither is rows of a run. */
  ...(['part', 'whole'] as const),
  /** Rows or steps a second, and how many are to be gone through. */
  ...(['rate', 'amount'] as const),
  /** What a learning rate is multiplied by (above 1: divided), every so many epochs. */
  ...(['factor', 'interval'] as const),
  /** What something was, and what it has become. */
  ...(['before', 'after'] as const),
] as const;

export type FormulaRole = (typeof formulaRoles)[number];

/** A number that counts something else (classes, units, a seed), or of which nothing is known. */
export type Part = Role | FormulaRole | 'foreign' | 'other';

const lists: ReadonlySet<string> = new Set(listRoles);
const ofFormulas: ReadonlySet<string> = new Set(formulaRoles);

/** Several numbers of a question may be that. */
export const isList = (part: Part): boolean => lists.has(part);
export const isFormulaRole = (part: Part): part is FormulaRole => ofFormulas.has(part);

const named: ReadonlySet<string> = new Set(roles);

export const isRole = (part: Part): part is Role => named.has(part);

/** Plain JSON: a sum's numbers by role, to be stored for a follow-up. */
export type Amounts = Readonly<Partial<Record<Role, number>>> & {
  /** Units of dense layers from the inputs on: 11-6-6-1. */
  readonly layers?: readonly number[];
};

const shares: ReadonlySet<Part> = new Set([
  'validationSplit',
  'trainShare',
  'testShare',
  'accuracy',
  'dropout',
]);
const times: ReadonlySet<Part> = new Set(['msPerStep', 'msPerRow', 'msPerEpoch', 'msInAll']);

export const isShare = (role: Part): boolean => shares.has(role);
export const isTime = (role: Part): boolean => times.has(role);
