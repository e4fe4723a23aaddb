/** Reads the amounts in a question and what each is an amount of. */
import { rowsWithoutTest } from './arithmetic.js';
import { knownDataSets } from './known-data-sets.js';
import { markNumbers } from './numbers.js';
import { rolePatterns, type Role } from './number-roles.js';

export interface Bar {
  readonly done: number;
  readonly total: number;
}

export interface Quantities {
  /** Rows as given, before a validation_split is taken off. */
  readonly rows?: number;
  readonly batch?: number;
  readonly epochs?: number;
  /** Iterations of an epoch. */
  readonly steps?: number;
  /** Weight updates, or iterations of a whole run. */
  readonly updates?: number;
  readonly validationSplit?: number;
  readonly gpus?: number;
  /** Batches whose gradients are added up before an update. */
  readonly accumulated?: number;
  readonly msPerStep?: number;
  readonly secondsPerEpoch?: number;
  readonly etaSeconds?: number;
  /** Each `800/800` as Keras prints it. */
  readonly bars: readonly Bar[];
  /** Numbers that nothing is said about: guesses, or what is asked after. */
  readonly others: readonly number[];
}

/** @param text as `normalText` gives it */
export function readQuantities(text: string): Quantities {
  const marked = markNumbers(text);
  const found = new Map<Role, number>();
  const used = new Set<number>();
  const bars: Bar[] = [];
  for (const { role, pattern } of rolePatterns) {
    for (const { groups = {} } of marked.text.matchAll(pattern)) {
      const places = Object.entries(groups).flatMap(([name, place]) =>
        place === undefined
          ? []
          : [{ name: name as Role | 'done' | 'total', place: Number(place) }],
      );
      if (places.some(({ place }) => used.has(place))) continue;
      const valueAt = (place: number): number => marked.values[place] ?? 0;
      if (role === 'bar') {
        const [done, total] = places.map(({ place }) => valueAt(place));
        if (done === undefined || total === undefined || done > total) continue;
        bars.push({ done, total });
      } else if (role === 'etaSeconds') {
        const [minutes = 0, seconds = 0] = places.map(({ place }) => valueAt(place));
        found.set('etaSeconds', minutes * 60 + seconds);
      } else if (places.every(({ name }) => !found.has(name as Role))) {
        for (const { name, place } of places) {
          const value = inUnit(role, valueAt(place));
          if (isPossible(role, value)) found.set(name as Role, value);
        }
      } else continue;
      for (const { place } of places) used.add(place);
    }
  }
  const others = marked.values.filter((_value, place) => !used.has(place));
  return complete(text, found, bars, others);
}

/** Shares are written 0.2, 20 or 20 %. */
function inUnit(role: Role, value: number): number {
  const isShare = role === 'validationSplit' || role === 'testShare';
  return isShare && value >= 1 ? value / 100 : value;
}

/** Counts are whole and at least 1; more than this is no amount of this trade. */
const MOST = 1e12;

function isPossible(role: Role, value: number): boolean {
  switch (role) {
    case 'validationSplit':
    case 'testShare':
      return value > 0 && value < 1;
    case 'msPerStep':
    case 'secondsPerEpoch':
    case 'etaSeconds':
      return value > 0 && value < MOST;
    default:
      return Number.isInteger(value) && value >= 1 && value < MOST;
  }
}

function complete(
  text: string,
  found: ReadonlyMap<Role, number>,
  bars: readonly Bar[],
  bare: readonly number[],
): Quantities {
  const named = found.get('rows') ?? rowsAmong(bare, found);
  const known = knownDataSets.find(({ name }) => name.test(text))?.rows;
  const kept = named ?? known;
  const testShare = found.get('testShare');
  const rows = kept !== undefined && testShare ? rowsWithoutTest(kept, testShare) : kept;
  const others = bare.filter((value) => value !== named);
  const one = (role: Role): number | undefined => found.get(role);
  const quantities = {
    rows,
    batch: one('batch'),
    epochs: one('epochs'),
    steps: one('steps'),
    updates: one('updates'),
    validationSplit: one('validationSplit'),
    gpus: one('gpus'),
    accumulated: one('accumulated'),
    msPerStep: one('msPerStep'),
    secondsPerEpoch: one('secondsPerEpoch'),
    etaSeconds: one('etaSeconds'),
  };
  const given = Object.entries(quantities).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(given) as Omit<Quantities, 'bars' | 'others'>), bars, others };
}

/** Numbers that may be offered as a result: of no role, or of the role that is asked for. */
export function offeredResults({ others, steps, updates }: Quantities): readonly number[] {
  return [...others, steps, updates].filter((value) => value !== undefined);
}

/** “60000, batch 128”: the one large number beside a batch_size counts the rows. */
function rowsAmong(bare: readonly number[], found: ReadonlyMap<Role, number>): number | undefined {
  const batch = found.get('batch');
  if (batch === undefined || found.has('steps')) return undefined;
  return bare.find((value) => Number.isInteger(value) && value > 2 * batch && value >= 50);
}
