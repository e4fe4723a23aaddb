/** Parses what Keras prints after a counter: the bar, the times, the metrics. */
import type { Reading, Readings, UnitTime } from './training-log.js';

export interface Tail {
  /** `[====>...]` (Keras 2 and older) or `━━━━` (Keras 3). */
  readonly bar?: 'cells' | 'line';
  /** The line shows the remaining time, so the epoch is not over. */
  readonly remaining: boolean;
  /** `2s`: the whole epoch's time, if it is over. */
  readonly seconds?: number;
  readonly unitTime?: UnitTime;
  /**
   * Only Keras 3 prints like this: with verbose=2 the time per step alone before the metrics, and
   * metrics in alphabetical order, `accuracy` before `loss`.
   */
  readonly asKeras3: boolean;
  readonly readings: Readings;
}

const number = String.raw`[-+]?(?:nan|inf|\d{1,40}(?:\.\d{1,4})?(?:e[-+]?\d{1,3})?)`;
/**
 * Keras prints four decimals; anything directly after them starts another line. Names are Python identifiers,
 * plus characters that people use in them (`top_k@5`), but no chat markup, as they are shown again.
 */
const metricPattern = new RegExp(
  String.raw`^(?<name>[\p{L}\p{N}_@./-]{1,60}): ?(?<text>${number})`,
  'iu',
);
const secondsPattern = /^(\d{1,9})s(?= |$)/;
const unitPattern = /(?:^| )((\d{1,9}(?:\.\d{1,9})?)(us|µs|ms|s)\/(step|sample))(?![a-z])/;
/** The tutor's compact view prints `loss 0.5123 accuracy 0.7931`. */
const narrowPattern =
  /(?<name>[A-Za-z_]\w{0,59}) (?<text>-?\d{1,40}\.\d{4}(?:e[+-]\d{2})?|nan|inf)(?![\w.])/g;

const unitsPerSecond: Readonly<Record<string, number>> = { us: 1e6, µs: 1e6, ms: 1000, s: 1 };

/** @param tail the text after the counter or the epoch's header, on one line */
export function readTail(tail: string): Tail {
  const cells = /^ ?\[[^\]]{0,60}\]/.exec(tail);
  const line = /^ ?━[━ ]{0,80}/.exec(tail);
  const rest = tail.slice((cells ?? line)?.[0].length ?? 0);
  const pieces = rest.split(' - ').map((piece) => piece.trim());
  const metrics = pieces.flatMap((piece) => readingOf(metricPattern.exec(piece)));
  const unitAt = pieces.findIndex((piece) => unitPattern.test(piece));
  const unitTime = unitTimeOf(pieces[unitAt]);
  const seconds = pieces.map((piece) => secondsPattern.exec(piece)?.[1]).find(Boolean);
  return {
    ...(cells && { bar: 'cells' }),
    ...(line && { bar: 'line' }),
    remaining: pieces.some((piece) => piece.startsWith('ETA')),
    ...(seconds !== undefined && { seconds: Number(seconds) }),
    ...(unitTime && { unitTime }),
    asKeras3: !cells && (unitAlone(pieces) || lossBehindOthers(metrics)),
    readings: firstOfEach(metrics.length > 0 ? metrics : narrowReadings(rest)),
  };
}

/** `- 2ms/step` before the metrics; Keras 2 prints it after them or beside the seconds. */
function unitAlone(pieces: readonly string[]): boolean {
  const unitAt = pieces.findIndex((piece) => /^\d{1,9}(?:us|ms|s)\/step$/.test(piece));
  return unitAt >= 0 && unitAt < pieces.findIndex((piece) => metricPattern.test(piece));
}

/** Every earlier Keras prints the loss first. */
function lossBehindOthers(metrics: readonly Named[]): boolean {
  return metrics.findIndex(([name]) => name === 'loss') > 0;
}

type Named = readonly [name: string, reading: Reading];

function readingOf(match: RegExpExecArray | null): readonly Named[] {
  const { name, text } = match?.groups ?? {};
  if (name === undefined || text === undefined || name === 'ETA') return [];
  return [[name, { value: valueOf(text), text }]];
}

function narrowReadings(rest: string): readonly Named[] {
  return Array.from(rest.matchAll(narrowPattern)).flatMap(readingOf);
}

function valueOf(text: string): number {
  const word = /^([-+]?)(nan|inf)$/i.exec(text);
  if (!word) return Number(text);
  if (word[2]?.toLowerCase() === 'nan') return Number.NaN;
  return word[1] === '-' ? -Infinity : Infinity;
}

/** If a redrawn line occurs twice, its first copy is complete. */
function firstOfEach(named: readonly Named[]): Readings {
  const readings = new Map<string, Reading>();
  for (const [name, reading] of named) if (!readings.has(name)) readings.set(name, reading);
  return readings;
}

function unitTimeOf(piece: string | undefined): UnitTime | undefined {
  const [, text, amount, unit = '', of] = unitPattern.exec(piece ?? '') ?? [];
  if (text === undefined) return undefined;
  return {
    seconds: Number(amount) / (unitsPerSecond[unit] ?? 1),
    unit: of === 'sample' ? 'sample' : 'step',
    text,
  };
}
