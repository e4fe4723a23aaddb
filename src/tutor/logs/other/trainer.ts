/** Parses the output of Hugging Face's Trainer: a dict every so many steps and for every evaluation. */
import type { LoggedEpoch, LoggedFit, OtherNotes, Reading, TrainingLog } from '../training-log.js';
import { meanOf, numberOf, shorter } from './readings.js';

/** A dict's names and numbers as printed. */
type Dict = ReadonlyMap<string, string>;

const dictPattern = /\{ ?'[a-z]\w{0,60}': [^{}]{1,3000}\}/gi;
const pairPattern =
  /'(\w{1,60})': ?'?([-+]?(?:nan|inf|\d{1,20}(?:\.\d{1,20})?(?:e[-+]?\d{1,3})?))'?(?=[,}\s])/gi;
/** More epochs than anybody trains; a dict could contain anything. */
const MOST_EPOCHS = 10_000;

/** Undefined if no dict has both an epoch and a loss. */
export function readTrainer(text: string): TrainingLog | undefined {
  const dicts = Array.from(text.matchAll(dictPattern), ([whole]) => dictOf(whole)).filter(
    (dict) =>
      epochOf(dict) <= MOST_EPOCHS && [...dict.keys()].some((name) => name.endsWith('loss')),
  );
  if (dicts.length === 0) return undefined;
  return { fits: [fitOf(dicts)] };
}

function dictOf(text: string): Dict {
  return new Map(
    Array.from(text.matchAll(pairPattern), ([, name = '', value = '']) => [name, value] as const),
  );
}

function epochOf(dict: Dict): number {
  return Number(dict.get('epoch') ?? Number.NaN);
}

function fitOf(dicts: readonly Dict[]): LoggedFit {
  const end = dicts.find((dict) => dict.has('train_runtime'));
  const stands = Math.max(...dicts.map(epochOf));
  const isWhole = Number.isInteger(stands);
  const finished = Array.from({ length: Math.floor(stands) }, (_, index) => index + 1);
  const epochs: readonly LoggedEpoch[] = finished
    .map((epoch) => ({ epoch, readings: readingsOf(dicts, epoch) }))
    .filter(({ readings }) => readings.size > 0);
  const next = Math.floor(stands) + 1;
  const totals = end && totalsOf(end);
  return {
    style: 'trainer',
    counts: 'batches',
    epochs,
    ...(!isWhole && { unfinished: { epoch: next, readings: readingsOf(dicts, next) } }),
    ...(end && { planned: Math.ceil(stands) }),
    numbered: true,
    notes: { rates: [] },
    other: {
      averaged: false,
      fromZero: false,
      ...(!isWhole && { stands }),
      ...(totals && { totals }),
    },
  };
}

/** The training losses printed within an epoch, each the mean since the previous one, and its evaluation. */
function readingsOf(dicts: readonly Dict[], epoch: number): ReadonlyMap<string, Reading> {
  const within = dicts.filter((dict) => Math.ceil(epochOf(dict)) === epoch);
  const readings = new Map<string, Reading>();
  const loss = meanOf(within.flatMap((dict) => readingOf(dict.get('loss'))));
  if (loss) readings.set('loss', loss);
  for (const name of ['loss', 'accuracy']) {
    const value = within.flatMap((dict) => readingOf(dict.get(`eval_${name}`))).at(-1);
    if (value) readings.set(`val_${name}`, value);
  }
  return readings;
}

function readingOf(text: string | undefined): readonly Reading[] {
  return text === undefined ? [] : [{ value: numberOf(text), text: shorter(text) }];
}

/** `train_samples_per_second` × `train_runtime`: rows of all epochs, up to rounding. */
function totalsOf(end: Dict): OtherNotes['totals'] {
  const numberIn = (name: string): number => Number(end.get(name) ?? 0);
  const seconds = numberIn('train_runtime');
  const updates = Math.round(seconds * numberIn('train_steps_per_second'));
  const rowsSeen = Math.round(seconds * numberIn('train_samples_per_second'));
  const epochs = numberIn('epoch');
  return updates > 0 && rowsSeen > 0 && epochs > 0 ? { updates, rowsSeen, epochs } : undefined;
}
