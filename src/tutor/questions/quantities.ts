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
  /** From 0 to 1. */
  readonly accuracy?: number;
  /** Of EarlyStopping, and the epoch that it ended. */
  readonly patience?: number;
  readonly stoppedAt?: number;
  /** Each `800/800` as Keras prints it. */
  readonly bars: readonly Bar[];
  /** Numbers that nothing is said about: guesses, or what is asked after. */
  readonly others: readonly number[];
}

/** What has been read so far: amounts under the names of their roles, and bars. */
interface Amounts {
  readonly named: Map<string, number>;
  readonly bars: Bar[];
}

/** A number in its place in the text, and the name that a pattern gives it. */
interface Taken {
  readonly name: string;
  readonly value: number;
  readonly place: number;
}

/** @param text as `normalText` gives it */
export function readQuantities(text: string): Quantities {
  const marked = markNumbers(text);
  const amounts: Amounts = { named: new Map(), bars: [] };
  const used = new Set<number>();
  for (const { role, pattern } of rolePatterns) {
    for (const { groups = {} } of marked.text.matchAll(pattern)) {
      const taken = Object.entries<string | undefined>(groups).flatMap(
        ([name, mark]): readonly Taken[] => {
          const place = Number(mark);
          return mark === undefined ? [] : [{ name, place, value: marked.values[place] ?? 0 }];
        },
      );
      if (taken.some(({ place }) => used.has(place)) || !take(role, taken, amounts)) continue;
      for (const { place } of taken) used.add(place);
    }
  }
  const others = marked.values.filter((_value, place) => !used.has(place));
  return complete(text, amounts, others);
}

/** Whether the numbers mean something in this role; then nothing else may read them. */
function take(role: Role, taken: readonly Taken[], { named, bars }: Amounts): boolean {
  const [first = 0, second = 0] = taken.map(({ value }) => value);
  if (role === 'ignored') return true;
  if (role === 'bar') {
    if (first > second) return false;
    bars.push({ done: first, total: second });
    return true;
  }
  if (role === 'etaSeconds') {
    named.set(role, first * 60 + second);
    return true;
  }
  if (role === 'minutesPerEpoch') {
    named.set('secondsPerEpoch', first * 60);
    return true;
  }
  if (taken.some(({ name }) => named.has(name))) return false;
  for (const { name, value } of taken) {
    const amount = isShare(role) && value > 1 ? value / 100 : value;
    if (isPossible(role, amount)) named.set(name, amount);
  }
  return true;
}

/** Shares are written 0.2, 20 or 20 %. */
function isShare(role: Role): boolean {
  return role === 'validationSplit' || role === 'testShare' || role === 'accuracy';
}

/** Counts are whole and at least 1; more than this is no amount of this trade. */
const MOST = 1e12;

function isPossible(role: Role, value: number): boolean {
  if (isShare(role)) return value > 0 && value < 1;
  const isTime = role === 'msPerStep' || role === 'secondsPerEpoch';
  return value > 0 && value < MOST && (isTime || Number.isInteger(value));
}

function complete(text: string, amounts: Amounts, bare: readonly number[]): Quantities {
  const { named: found, bars } = amounts;
  const named = found.get('rows') ?? rowsAmong(text, bare, found);
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
    accuracy: one('accuracy'),
    patience: one('patience'),
    stoppedAt: one('stoppedAt'),
  };
  const given = Object.entries(quantities).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(given) as Omit<Quantities, 'bars' | 'others'>), bars, others };
}

/** Numbers that may be offered as a result: of no role, or of the role that is asked for. */
export function offeredResults({ others, steps, updates }: Quantities): readonly number[] {
  return [...others, steps, updates].filter((value) => value !== undefined);
}

/** “Batch 10 and batch 1000”, “batch size 32 better than 256”: the second number is no amount of rows. */
const comparesBatches =
  /(?:batch|배치|\bbs)[^.?!\d]{0,20}\d[\d,]*\s*(?:vs\.?|versus|(?:\p{L}+ )?than|and|or|to|instead of|with|에서|이?랑|와|과|하고|보다|이?나|→)\s*(?:a )?(?:batch(?:[ _]?size)?|배치(?: ?(?:사이즈|크기))?|bs)?\s*(?:of |=\s*)?\d/u;
/** More in one batch is hardly meant. */
const LARGEST_BATCH = 10_000;

/** “60000, batch 128”: the one large number beside a batch_size counts the rows, or makes the others. */
function rowsAmong(
  text: string,
  bare: readonly number[],
  found: ReadonlyMap<string, number>,
): number | undefined {
  const batch = found.get('batch');
  const isShared = found.has('validationSplit') || found.has('testShare');
  if ((batch === undefined && !isShared) || found.has('steps')) return undefined;
  const large = bare.filter(
    (value) => Number.isInteger(value) && value > 2 * (batch ?? 1) && value >= 50,
  );
  const most = Math.max(...large);
  if (comparesBatches.test(text) && most <= LARGEST_BATCH) return undefined;
  const made = batch === undefined ? [] : [Math.floor(most / batch), Math.ceil(most / batch)];
  const othersAreResults = large.every((value) => value === most || made.includes(value));
  return large.length > 0 && othersAreResults ? most : undefined;
}
