/** A question read for its sums: whose numbers are what, and what is asked. */
import { assignRoles } from './assign.js';
import type { Quantity } from './asked-words.js';
import { coverAsked, hintsIn, type Wanted } from './asked.js';
import { namedDataSet } from './data-sets.js';
import { markLayers } from './layers.js';
import { makeRows, type MadeRows } from './made-rows.js';
import { markNumbers, type FoundNumber, type MarkedText } from './numbers.js';
import { isRole, isShare, type Amounts, type Part, type Role } from './roles.js';
import { markScales, type Scales } from './scales.js';
import { respelled } from './spelling.js';
import { markParts } from './three-parts.js';
import { words } from './words.js';

export interface Bar {
  readonly done: number;
  readonly total: number;
}

export interface Reading {
  readonly text: string;
  /** The text with its numbers marked, and the numbers. */
  readonly marked: MarkedText;
  readonly amounts: Amounts;
  /** Numbers of no role: guesses, what is asked after, or circumstance. */
  readonly others: readonly number[];
  /** Percents and decimals of no role. */
  readonly shares: readonly number[];
  /** The three shares of “70/15/15”; empty where there are none. */
  readonly divided: readonly number[];
  /** Each `800/800` as Keras prints it. */
  readonly bars: readonly Bar[];
  /** Factors that something is to be multiplied by. */
  readonly scales: Scales;
  /** Dense layers have no biases. */
  readonly isWithoutBias: boolean;
  /** Where several numbers make the rows. */
  readonly made: MadeRows | undefined;
  /** How many numbers of the asker's own there are. */
  readonly own: number;
  readonly wanted: readonly Wanted[];
  /** Something is asked how many there are of that no word here names. */
  readonly asksElse: boolean;
  /** What may be asked for, though no words ask for it outright. */
  readonly hinted: readonly Quantity[];
  readonly isPerEpoch: boolean;
  readonly isInAll: boolean;
  /** Words that no number took and that ask for nothing. */
  readonly rest: readonly string[];
  /** Role of each number as it stands in the text, and how much speaks for it. */
  readonly parts: readonly {
    readonly part: Part;
    readonly score: number;
    readonly number: FoundNumber;
  }[];
}

/** Words that belong to any list of numbers. */
const filler = new RegExp(
  `^(?:a|an|the|of|with|for|in|on|at|and|or|my|i|have|has|is|are|so|if|we|there|to|per|over|using|use|when|by|it|this|hi|hello|please|pls|,|ok|okay|then|=|->|be|s|would|will|do|does|get|total|in all|model|keras|you|your|much|many|data|dataset|set|just|tell|me|lol|btw|plz|좀|해줘|알려줘|계산|size|train|training|trained|fit|each|from|that|let's|say|given|suppose|assume|and|mnist|cifar|imdb|fashion|titanic|iris|EACH|¿|이면|면|이고|이랑|인데|있고|있을|있어요|있는데|일|때|하면|이|가|는|은|을|를|로|으로|에|총|전체|데이터|학습|모델|제|내|저는|요|이에요|그럼|그러면|만약|해서|하고|돌리면|쓰면|나누면|개|장|건|번|행|의|짜리|라면|이라면|몇|기준|기준으로|경우)$`,
  'u',
);

/** Numbers beside these are neither parts of the rows nor units of layers: four counts of answers, one neuron, a scale. */
const ofFormula =
  /(?<![a-z])(?:[tf][pn](?![a-z])|precision|recall|specificity|sensitivity|false (?:alarm|posit|negat)|true (?:posit|negat)|(?<!(?:no|without|w\/o) )bias(?:es)?(?: is| of| ?=| ?:)? ?[-−]?\.?\d|std(?![a-z])|standard deviation)|(?<![단반배])정밀도|재현율|민감도|특이도|양성|음성|오탐|편향(?:은|는|이|가|도)? ?[-−]?\d|표준 ?편차/;

/** @param written as `normalText` gives it */
export function readSum(written: string): Reading {
  const text = respelled(written);
  const { text: withoutScales, scales } = markScales(text);
  const { text: withoutParts, shares: divided } = markParts(withoutScales);
  const isOfFormula = ofFormula.test(withoutParts);
  const {
    text: withoutLayers,
    layers,
    isWithoutBias,
  } = isOfFormula
    ? { text: withoutParts, layers: [], isWithoutBias: false }
    : markLayers(withoutParts);
  const found = markNumbers(withoutLayers);
  const marked = isOfFormula ? { ...found, made: undefined } : makeRows(found);
  const covered = coverAsked(marked.text);
  const chosen = assignRoles({ text: covered.text, numbers: marked.numbers });
  const parts = marked.numbers.map((number, index) => ({
    part: chosen[index]?.part ?? ('other' as const),
    score: chosen[index]?.score ?? 0,
    number,
  }));
  const named: Partial<Record<Role, number>> = {};
  for (const { part, number } of parts) {
    if (!isRole(part)) continue;
    named[part] = isShare(part) && number.value > 1 ? number.value / 100 : number.value;
  }
  const places = [...marked.text.matchAll(/#/g)].map(({ index }) => index);
  const isCounter = (index: number): boolean =>
    epochCounter.test(marked.text.slice(0, places[index]));
  const bars = parts.flatMap(({ number: { done, value: total } }, index) => {
    if (done === undefined || total < 1) return [];
    if (!isCounter(index) || (named.epochs ?? total) !== total) return [{ done, total }];
    named.epochs = total;
    named.epochNow = done;
    return [];
  });
  // “1/188 … 188/188” is one bar, where it is now.
  const [first] = bars;
  if (first && bars.every(({ total }) => total === first.total)) bars.splice(0, bars.length - 1);
  if (named.barNow !== undefined && named.steps !== undefined) {
    bars.push({ done: named.barNow, total: named.steps });
    delete named.barNow;
  }
  if (named.trainShare !== undefined && named.validationSplit === undefined) {
    const rest = Number((1 - named.trainShare).toFixed(10));
    if (rest > 0 && named.testShare === undefined) named.validationSplit = rest;
  }
  delete named.trainShare;
  const tested = named.testRows ?? named.valRows ?? named.rows;
  if (named.mistaken !== undefined && tested !== undefined && named.mistaken <= tested) {
    named.right ??= tested - named.mistaken;
  }
  delete named.mistaken;
  timedEpochs(named, parts);
  if (named.epochs !== undefined && named.otherEpochs !== undefined && isContinued.test(text)) {
    named.epochs += named.otherEpochs;
    delete named.otherEpochs;
  }
  // “20 minutes, 40 epochs: how long is one?”: so many minutes are none of one epoch.
  const isOfAll = chosen.some(({ part, spans }) => part === 'msPerEpoch' && spans.length === 0);
  if (
    isOfAll &&
    (covered.isPerEpoch || named.otherEpochs !== undefined) &&
    (named.epochs ?? 1) > 1 &&
    named.msPerEpoch !== undefined
  ) {
    named.msInAll = named.msPerEpoch;
    delete named.msPerEpoch;
  }
  const dataSet = namedDataSet(text);
  // A number that only looks like rows is another one where the data set says how many there are.
  const isGuess = chosen.some(({ part, spans }) => part === 'rows' && spans.length === 0);
  const [looked] = dataSet && isGuess && named.rows !== dataSet.rows ? [named.rows] : [];
  if (dataSet && (named.rows === undefined || looked !== undefined)) named.rows = dataSet.rows;
  const made = marked.made ?? splitOf(named.rows, divided) ?? asideOf(named, text);
  if (made !== undefined && made !== marked.made) {
    named.rows = made.rows;
    if (made.how === 'validation') delete named.valRows;
  }
  // “From 400 to ? with twice the batch” counts what the batch_size changes.
  if (isGuess && scales.batch !== undefined && named.batch === undefined) {
    named.steps ??= named.rows ?? 1;
    delete named.rows;
  }
  if (fullBatch.test(text)) {
    const all = named.rows ?? named.batch;
    if (all !== undefined && named.rows !== all) named.rows = all;
    if (all !== undefined && named.batch !== all) named.batch ??= all;
  }
  const others = parts.flatMap(({ part, number }) =>
    (part === 'other' || number.value === looked) && number.form === 'count' ? [number.value] : [],
  );
  const left = withoutSpans(
    covered.text,
    chosen.flatMap(({ spans }) => spans),
  );
  return {
    text,
    marked,
    amounts: { ...named, ...(layers.length > 1 && { layers }) },
    others,
    divided,
    shares: parts.flatMap(({ part, number: { form, value } }) =>
      part === 'other' && (form === 'percent' || form === 'decimal') && value < 1 ? [value] : [],
    ),
    bars,
    scales,
    isWithoutBias,
    made,
    own:
      Object.keys(named).length +
      others.length +
      bars.length +
      layers.length +
      Object.keys(scales).length +
      (made ? made.parts.length - 1 : 0),
    // Who multiplies the batch_size asks for something else.
    wanted: covered.wanted.filter(
      ({ quantity }) => quantity !== 'batch' || scales.batch === undefined,
    ),
    // “One epoch is 70 steps” gives what an epoch has, and asks nothing per epoch.
    isPerEpoch: covered.isPerEpoch && (named.steps === undefined || left.includes('EACH')),
    isInAll: covered.isInAll,
    asksElse: unknownAsked.test(covered.text),
    hinted: hintsIn(left),
    rest: left.split(/[^\p{L}\d_'¿=]+/u).filter((word) => word !== '' && !filler.test(word)),
    parts,
  };
}

/** “How many GB”: something is asked that no sum here works out. */
const unknownAsked =
  /(?:how (?:many|much)|몇) ?(?!번|개|회|이|인|예|임|야|가|나|are|is|do|does|did|in|for|if|at|of|will|would)\p{L}{2,}/u;

/** “10 epochs yesterday and 15 more today”: all of them, where all are asked for. */
const isContinued =
  /(?=.*(?:yesterday|어제).*(?:today|오늘))(?=.*(?:together|total|in all|합|총|모두|전부))|(?=.*(?:이어서|추가로|더 ?(?:돌|학습|했|하))(?!.*(?:이번|두 ?번째)))(?=.*(?:지금까지|총|모두|합쳐|전부|누적))|(?=.*(?:another|more|again|additional|further|resum|continu))(?=.*(?:so far|in total|in all|altogether|total|overall))/s;

/** “5 epochs took 65 s, and 40?”: the number right before the time was measured, else the one after. */
function timedEpochs(
  named: Partial<Record<Role, number>>,
  parts: readonly { readonly part: Part; readonly number: FoundNumber }[],
): void {
  if (named.otherEpochs === undefined) return;
  const time = parts.findIndex(({ number }) => number.form === 'time');
  const isEpochs = ({ part }: { readonly part: Part }): boolean =>
    part === 'epochs' || part === 'otherEpochs';
  const measured = parts.slice(0, time).findLast(isEpochs) ?? parts.slice(time).find(isEpochs);
  if (time >= 0 && measured?.part === 'otherEpochs') {
    [named.epochs, named.otherEpochs] = [named.otherEpochs, named.epochs ?? 1];
  }
}

/** Rows for validation or the test that are named anywhere, and said to be taken off the others. */
function asideOf(
  { rows, valRows, testRows }: Partial<Record<Role, number>>,
  text: string,
): MadeRows | undefined {
  const aside = valRows ?? testRows;
  if (rows === undefined || aside === undefined || aside >= rows || !takenOff.test(text))
    return undefined;
  const how = valRows === undefined ? 'test' : 'validation';
  return { how, parts: [rows, aside], rows: rows - aside };
}

export const takenOff =
  /빼고|빼면|뺀|뺐|떼|나머지|따로|\b(?:held|hold|aside|rest|remaining|remainder|reserve[ds]?|taken off)\b/;

/** Whole rows; what rounding leaves goes to the test. */
function splitOf(rows: number | undefined, shares: readonly number[]): MadeRows | undefined {
  const [train = 0, validation = 0] = shares;
  if (rows === undefined || shares.length === 0) return undefined;
  const [one, two] = [Math.round(rows * train), Math.round(rows * validation)];
  return { how: 'split', parts: [one, two, rows - one - two], rows: one };
}

/** Without a number: all rows are the batch. */
const fullBatch =
  /full[- ]batch(?!es)|batch_?size ?= ?len\(|(?:in|as) (?:one|a single) (?:big |single |large |huge )?batch(?!es)|(?:전체|전부|모두|다|[개장행명]를) ?(?:를|을)? ?(?:한|하나의) ?배치|풀 ?배치|배치 ?하나(?:로|에) ?(?:다|전부|모두|몰아|넣)/;

/** “Epoch 3/20” is no counter of batches. */
const epochCounter = new RegExp(
  `(?<!번째 ?)(?:${words.epoch})(?: ?(?:이|가|은|는|is|at|:|number))? ?$`,
  'u',
);

function withoutSpans(text: string, spans: readonly (readonly [number, number])[]): string {
  const letters = text.split('');
  for (const [from, to] of spans) letters.fill(' ', from, to);
  return letters.join('');
}
