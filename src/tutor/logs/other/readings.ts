/** Parses losses and accuracies as printed by hand-written loops. */
import type { Reading, Readings } from '../training-log.js';

export interface Printed {
  readonly readings: Readings;
  /** A separator between a name and its number, which sentences do not have. */
  readonly formal: boolean;
}

const number = String.raw`[-+]?(?:nan|inf|\d{1,40}(?:\.\d{1,20})?(?:e[-+]?\d{1,3})?)`;
/** `Val. Loss`, `Test Error: Accuracy`: the prefix says which rows it is for. */
const whose = String.raw`(?<whose>train(?:ing)?|val(?:id(?:ation)?)?|dev|test|eval(?:uation)?)(?: (?:error|set|results?))?[ ._:-]{1,3}`;
const kind = String.raw`(?:(?:avg|average|mean|running|total|batch|epoch)[ ._-]{1,2}){0,2}`;
/** `Accuracy: 9830/10000 (98%)`, as in PyTorch's own example's test. */
const outOf = String.raw`\d{1,9}/\d{1,9} ?\((?<share>\d{1,3}(?:\.\d{1,4})?)%\)`;
const pattern = new RegExp(
  String.raw`(?<![\p{L}_])(?:${whose})?${kind}(?<name>loss|acc@1|acc(?:uracy)?)(?<sign> ?[:=] ?| )(?:${outOf}|(?<text>${number})(?![\p{L}\d])(?<percent> ?%)?)`,
  'giu',
);

/** Keyed by Keras' names, the first of each: `loss`, `val_accuracy`, `test_loss`. */
export function printedIn(tail: string): Printed {
  const readings = new Map<string, Reading>();
  let formal = false;
  let owner = '';
  let end = 0;
  for (const match of tail.matchAll(pattern)) {
    const { whose: named, name = '', sign = '' } = match.groups ?? {};
    // In `train Loss: 0.6 Acc: 0.7` the second number is also for training.
    const follows = /^[\s,;]*$/.test(tail.slice(end, match.index));
    if (named !== undefined) owner = ownerOf(named);
    else if (!follows) owner = '';
    end = match.index + match[0].length;
    formal ||= sign.trim() !== '' || tail.includes('|');
    const metric = `${owner}${/^loss$/i.test(name) ? 'loss' : 'accuracy'}`;
    // “Acc@1 0.10” is always in percent (pytorch/examples, imagenet/main.py).
    const groups = name.includes('@') ? { ...match.groups, percent: '%' } : (match.groups ?? {});
    if (!readings.has(metric)) readings.set(metric, readingOf(metric, groups));
  }
  return { readings, formal };
}

/** Keras' prefix for validation; a test in each epoch may or may not be the same. */
function ownerOf(named: string): string {
  if (/^train/i.test(named)) return '';
  return /^(?:val|dev)/i.test(named) ? 'val_' : 'test_';
}

function readingOf(metric: string, groups: Readonly<Record<string, string | undefined>>): Reading {
  const { share, text = '', percent } = groups;
  if (share !== undefined) return { value: Number(share) / 100, text: `${share}%` };
  const value = numberOf(text);
  const isShare = metric.endsWith('accuracy') && (percent !== undefined || value > 1);
  return isShare && value <= 100
    ? { value: value / 100, text: `${text}%` }
    : { value, text: shorter(text) };
}

export function numberOf(text: string): number {
  if (/nan/i.test(text)) return Number.NaN;
  if (/inf/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}

/** Enough to read; Python prints 17 digits of an unrounded number. */
const MAX_DIGITS = 8;

export function shorter(text: string): string {
  if (text.length <= MAX_DIGITS || !/\d/.test(text)) return text.toLowerCase();
  return String(Number(Number(text).toPrecision(4)));
}

/** Averages one metric over an epoch's lines. */
export function meanOf(readings: readonly Reading[]): Reading | undefined {
  const [first] = readings;
  if (!first || readings.length === 1) return first;
  const value = readings.reduce((sum, reading) => sum + reading.value, 0) / readings.length;
  if (!Number.isFinite(value)) return readings.find((one) => !Number.isFinite(one.value)) ?? first;
  const isShare = first.text.endsWith('%');
  return { value, text: isShare ? `${(value * 100).toFixed(2)}%` : value.toFixed(4) };
}
