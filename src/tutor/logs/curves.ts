/** How a log's numbers change from epoch to epoch, and the rules for naming that. */
import type { LoggedFit, Reading } from './training-log.js';

export interface Point extends Reading {
  readonly epoch: number;
}

/** One metric over the epochs, never empty. */
export type Curve = readonly [Point, ...Point[]];

export interface Curves {
  readonly loss: Curve;
  readonly valLoss?: Curve;
  /** The compiled metric besides the loss, preferably accuracy. */
  readonly metric?: {
    readonly name: string;
    readonly training: Curve;
    readonly validation?: Curve;
  };
}

/** Undefined if no epoch is finished, or the log has no loss. */
export function curvesOf({ epochs }: LoggedFit): Curves | undefined {
  const names = [...new Set(epochs.flatMap(({ readings }) => [...readings.keys()]))];
  const curve = (name: string | undefined): Curve | undefined => {
    if (name === undefined) return undefined;
    const [first, ...rest] = epochs.flatMap(({ epoch, readings }) => {
      const reading = readings.get(name);
      return reading ? [{ ...reading, epoch }] : [];
    });
    return first && [first, ...rest];
  };
  const trained = names.filter((name) => !name.startsWith('val_'));
  const lossName = trained.find((name) => name === 'loss') ?? trained.find(isLoss);
  const loss = curve(lossName);
  if (!loss) return undefined;
  const metrics = trained.filter((name) => !isLoss(name) && !isRate(name));
  const name = metrics.find(isAccuracy) ?? metrics[0];
  const training = curve(name);
  const valLoss = curve(`val_${lossName ?? 'loss'}`);
  const validation = curve(`val_${name ?? ''}`);
  return {
    loss,
    ...(valLoss && { valLoss }),
    ...(name !== undefined &&
      training && { metric: { name, training, ...(validation && { validation }) } }),
  };
}

/** `accuracy`, `acc`, `binary_accuracy`, `out_accuracy` … */
export function isAccuracy(name: string): boolean {
  return /(^|_)acc(uracy)?$/.test(name);
}

function isLoss(name: string): boolean {
  return /(^|_)loss$/.test(name);
}

function isRate(name: string): boolean {
  return name === 'lr' || name === 'learning_rate';
}

export function last(curve: Curve): Point {
  return curve.at(-1) ?? curve[0];
}

export function lowest(curve: Curve): Point {
  return curve.reduce((low, point) => (point.value < low.value ? point : low));
}

export function firstNotFinite(curve: Curve): Point | undefined {
  return curve.find(({ value }) => !Number.isFinite(value));
}

/** Changes below this share of a loss may come from shuffling alone. */
const NOTICEABLE = 0.01;
/** The end of a log: its last fifth. */
const END_SHARE = 0.2;

/** The number of epochs in the log's end, at least one. */
export function epochsAtEnd(curve: Curve): number {
  return Math.max(1, Math.ceil(curve.length * END_SHARE));
}

/** Whether the loss still fell noticeably in the last fifth of the epochs. */
export function fallsAtEnd(curve: Curve): boolean {
  const before = curve.at(-1 - epochsAtEnd(curve));
  if (!before) return false;
  return before.value - last(curve).value > NOTICEABLE * Math.abs(before.value);
}

/** At least three: two epochs may be close by chance, and a slow start looks the same. */
const LEAST_STILL = 3;

/** The first epoch alone reduces most losses by more than this. */
const HARDLY = 0.02;

/** Almost nothing happened from the first epoch to the last. */
export function hardlyMoved(curve: Curve): boolean {
  if (curve.length < LEAST_STILL) return false;
  const values = curve.map(({ value }) => value);
  const [high, low] = [Math.max(...values), Math.min(...values)];
  return high - low <= HARDLY * Math.abs(curve[0].value);
}

/** Fewer flat epochs at the end could be a pause; a plateau also fills a quarter of the log. */
const LEAST_PLATEAU = 4;
const PLATEAU_SHARE = 0.25;
/** On a plateau the loss still varies with the order of the batches: 2 % up or down is flat. */
const PLATEAU_SWING = 0.02;

/** The first epoch from which the loss, after falling, only varied around one value. */
export function plateauFrom(curve: Curve): number | undefined {
  const end = last(curve).value;
  const flat = (value: number): boolean => Math.abs(value - end) <= PLATEAU_SWING * Math.abs(end);
  const start = curve.findLastIndex(({ value }) => !flat(value)) + 1;
  const epochs = curve.length - start;
  if (start === 0 || fallsAtEnd(curve)) return undefined;
  if (epochs < Math.max(LEAST_PLATEAU, curve.length * PLATEAU_SHARE)) return undefined;
  return curve[start]?.epoch;
}

/** A training loss that ends 50 % above its lowest is more than noise … */
const DIVERGED_TIMES = 1.5;
/** … unless it had fallen so far before that the rise is a small part of the fall. */
const DIVERGED_SHARE = 0.25;

/** The lowest point of a training loss that then rose for good. */
export function divergedAfter(curve: Curve): Point | undefined {
  const low = lowest(curve);
  const end = last(curve);
  if (low === end || low.value <= 0) return undefined;
  const wayDown = curve[0].value - low.value;
  const up = end.value > DIVERGED_TIMES * low.value;
  return up && end.value - low.value > DIVERGED_SHARE * wayDown ? low : undefined;
}

/** A smaller rise of val_loss above its lowest is noise: it is measured on few rows. */
const RISE = 0.03;
/** One epoch above the lowest happens to every curve; two or more are a turn. */
const LEAST_AFTER_LOWEST = 2;

/** The lowest val_loss, if it rose afterwards while the training loss kept falling: overfitting. */
export function turnedUp(valLoss: Curve, loss: Curve): Point | undefined {
  const low = lowest(valLoss);
  const after = valLoss.filter(({ epoch }) => epoch > low.epoch);
  if (after.length < LEAST_AFTER_LOWEST) return undefined;
  const needed = Math.max(RISE, swing(valLoss));
  const above = (point: Point): boolean => point.value > low.value + needed * Math.abs(low.value);
  if (!after.slice(-LEAST_AFTER_LOWEST).every(above)) return undefined;
  const lossThen = loss.find(({ epoch }) => epoch === low.epoch);
  return lossThen && last(loss).value < lossThen.value ? low : undefined;
}

/** Above this, one epoch's val_loss says little. */
const NOISY = 0.1;
/** Fewer epochs show no pattern of noise. */
const LEAST_NOISY = 5;

export function isNoisy(curve: Curve): boolean {
  return curve.length >= LEAST_NOISY && swing(curve) > NOISY;
}

/**
 * Half the median second difference of a curve as a share of its median: how far a typical epoch is from the
 * line through its neighbours. A curve that just falls or rises has small ones.
 */
function swing(curve: Curve): number {
  const values = curve.map(({ value }) => value);
  const bends = values
    .slice(1, -1)
    .map((value, index) =>
      Math.abs((values[index] ?? value) + (values[index + 2] ?? value) - 2 * value),
    );
  const size = Math.abs(median(values));
  return bends.length === 0 || size === 0 ? 0 : median(bends) / 2 / size;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
