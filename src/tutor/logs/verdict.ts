/** A fit's verdict: the first that applies, the most serious first. */
import {
  divergedAfter,
  epochsAtEnd,
  fallsAtEnd,
  firstNotFinite,
  hardlyMoved,
  isAccuracy,
  last,
  plateauFrom,
  turnedUp,
  type Curve,
  type Curves,
  type Point,
} from './curves.js';

export type Verdict =
  /** The loss became nan or infinite; `overflowed` if it had been growing. */
  | { readonly kind: 'notFinite' | 'overflowed'; readonly since: Point }
  /** A negative crossentropy. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'diverged'; readonly lowest: Point }
  /** The loss is that of guessing among this many classes. */
  | { readonly kind: 'guessing'; readonly classes: number }
  | { readonly kind: 'still' }
  /** Right on the training rows, wrong on all others: those contain a class it never saw. */
  | { readonly kind: 'sorted'; readonly training: Point; readonly validation: Point }
  | { readonly kind: 'overfitting'; readonly lowest: Point }
  | { readonly kind: 'gap'; readonly training: Point; readonly validation: Point }
  | { readonly kind: 'oneEpoch' }
  | { readonly kind: 'plateau'; readonly epoch: number }
  | { readonly kind: 'learning' }
  /** No longer falling noticeably, but not for long enough to be called a plateau. */
  | { readonly kind: 'settled'; readonly epochs: number };

/** A fit's curves and verdict. */
export interface Judged {
  readonly curves: Curves;
  readonly verdict: Verdict;
}

export function verdictOf(curves: Curves): Verdict {
  const { loss, valLoss } = curves;
  const since = firstNotFinite(loss);
  if (since) return { kind: grewTo(since, loss) ? 'overflowed' : 'notFinite', since };
  if (curves.metric && isAccuracy(curves.metric.name) && loss.some(({ value }) => value < 0)) {
    return { kind: 'impossible' };
  }
  const sorted = sortedRows(curves);
  if (sorted) return { kind: 'sorted', ...sorted };
  if (loss.length === 1) return { kind: 'oneEpoch' };
  const diverged = divergedAfter(loss);
  if (diverged) return { kind: 'diverged', lowest: diverged };
  const classes = guessedClasses(curves);
  if (classes !== undefined) return { kind: 'guessing', classes };
  if (hardlyMoved(loss)) return { kind: 'still' };
  const turn = valLoss && turnedUp(valLoss, loss);
  if (turn) return { kind: 'overfitting', lowest: turn };
  const gap = gapOf(curves);
  if (gap) return { kind: 'gap', ...gap };
  const plateau = plateauFrom(loss);
  if (plateau !== undefined) return { kind: 'plateau', epoch: plateau };
  if (fallsAtEnd(loss)) return { kind: 'learning' };
  return { kind: 'settled', epochs: epochsAtEnd(loss) };
}

/** A loss about to overflow has grown by this factor. */
const OVERFLOW_TIMES = 10;

function grewTo(since: Point, [first, ...rest]: Curve): boolean {
  const before = rest.filter(({ epoch }) => epoch < since.epoch).at(-1);
  return before !== undefined && before.value > OVERFLOW_TIMES * first.value;
}

/** Data sets with more classes are rare, and their ln are too close together to distinguish. */
const MOST_CLASSES = 20;
/** ln 10 and ln 11 are 4 % apart. */
const LOSS_TOLERANCE = 0.01;
/** Guessing is right only approximately at chance level; on few rows a few hundredths more or less. */
const ACCURACY_TOLERANCE = 0.06;

/** Guessing among k classes has crossentropy ln k and accuracy 1/k. */
function guessedClasses({ loss, metric }: Curves): number | undefined {
  if (!metric || !isAccuracy(metric.name) || !hardlyMoved(loss)) return undefined;
  const accuracy = last(metric.training).value;
  const end = last(loss).value;
  for (let classes = 2; classes <= MOST_CLASSES; classes += 1) {
    const near = Math.abs(end - Math.log(classes)) < LOSS_TOLERANCE * Math.log(classes);
    if (near && Math.abs(accuracy - 1 / classes) < ACCURACY_TOLERANCE) return classes;
  }
  return undefined;
}

/** Guessing is right more often than this, even among twenty classes. */
const NEVER_RIGHT = 0.02;
/** An accuracy of half on the training rows is more than amounts ever give. */
const OFTEN_RIGHT = 0.5;

/** Keras' `validation_split` takes the last rows unshuffled: if sorted by class, the last class. */
function sortedRows({ metric }: Curves) {
  if (!metric?.validation || !isAccuracy(metric.name)) return undefined;
  const [training, validation] = [last(metric.training), last(metric.validation)];
  const never = metric.validation.every(({ value }) => value < NEVER_RIGHT);
  return never && training.value > OFTEN_RIGHT ? { training, validation } : undefined;
}

/** Validation rows differ, but that does not explain an accuracy lower by a tenth. */
const GAP = 0.1;

function gapOf({ metric }: Curves) {
  if (!metric?.validation || !isAccuracy(metric.name)) return undefined;
  const [training, validation] = [last(metric.training), last(metric.validation)];
  return training.value - validation.value > GAP ? { training, validation } : undefined;
}
