/** Finds the lines that loops print: the epoch, its progress, and the numbers after that. */
import type { Readings } from '../training-log.js';
import { printedIn } from './readings.js';

export interface Line {
  /** As printed, so possibly counted from 0. */
  readonly epoch?: number;
  readonly planned?: number;
  readonly counter?: Counter;
  readonly readings: Readings;
  readonly formal: boolean;
  /** Clearly printed by a program: `[1/5]`, a bar, a counter. */
  readonly strong: boolean;
}

export interface Counter {
  readonly current: number;
  readonly end: number;
  readonly counts: 'rows' | 'batches';
  /** A tqdm bar. */
  readonly bar: boolean;
}

const whole = String.raw`\d{1,9}`;
/** All quantifiers are bounded, so that matching takes linear time. */
const pattern = new RegExp(
  [
    // PyTorch's quickstart: `loss: 2.303494  [   64/60000]`.
    String.raw`(?<quick>\bloss: {1,3}[\d.]{1,20}) {1,3}\[ {0,9}(?<seen>${whole})/ {0,9}(?<rows>${whole})\]`,
    // tqdm: `45%|████▌     | 845/1875 [00:04<00:05, 190.10it/s, loss=0.231]`.
    String.raw`(?<!\d)\d{1,3}%\|[^|]{0,200}\| {0,9}(?<drawn>${whole})/(?<total>${whole}) \[[\d:?]{1,9}<[\d:?]{1,9}, {0,9}(?<speed>[\d.?]{1,15}) ?(?<unit>[a-z]{1,9}/[a-z]{1,9})`,
    // `Epoch [1/5]`, `Epoch: 01`, `Train Epoch: 1`, `epoch 3`, `Epoch: [0]`.
    String.raw`(?<train>\btrain )?\bepoch ?[:#=]? ?(?<bracket>\[)? ?(?<epoch>\d{1,6})(?![\d.])(?: ?(?:/|of) ?(?<planned>\d{1,6}))? ?\]?`,
    // `Step [100/600]`, `Batch 100/600`, `[640/60000 (1%)]`, `[ 10/391]`.
    String.raw`(?:\b(?<word>step|batch|iter(?:ation)?|i)s? ?[:#=]? ?\[?|\[) {0,9}(?<current>${whole}) ?/ {0,9}(?<end>${whole})(?<percent> ?\(\d{1,3}(?:\.\d{1,2})? ?%\))? ?\]?`,
  ].join('|'),
  'giu',
);

/** With more text than this between an epoch and a counter, they are two lines. */
const NEAR = 30;
const MAX_TAIL = 1000;
/** Download bars count bytes. */
const FASTEST_STEPS = 100_000;

interface Place {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly start: number;
  readonly end: number;
}

/** @param text the result of `onOneLine` */
export function linesIn(text: string): readonly Line[] {
  const places: readonly Place[] = Array.from(text.matchAll(pattern), (match) => ({
    groups: match.groups ?? {},
    start: match.index,
    end: match.index + match[0].length,
  }));
  const lines: Line[] = [];
  let header: Place | undefined;
  places.forEach((place, index) => {
    const next = places[index + 1];
    const until = Math.min(next?.start ?? text.length, place.end + MAX_TAIL);
    if (place.groups.epoch !== undefined) header = place;
    const isTest = /\b(?:test|val(?:id(?:ation)?)?):? $/i.test(
      text.slice(0, place.start).slice(-14),
    );
    const tail = text.slice(place.end, until);
    const line = isTest ? testOf(header, tail) : lineOf(header, place, tail);
    // A header directly followed by its counter forms one line with it.
    const goesOn = place === header && next && next.start - place.end <= NEAR;
    if (line && !(goesOn && next.groups.epoch === undefined && line.readings.size === 0)) {
      lines.push(line);
    }
  });
  return lines;
}

/**
 * `Test: [ 10/98] … Loss 1.9 Acc@1 55.1 … * Acc@1 54.3`: test batches, summed up by the line after
 * the asterisk (pytorch/examples, imagenet/main.py).
 */
function testOf(header: Place | undefined, tail: string): Line | undefined {
  const whole = tail.split(/ \* (?=acc)/i)[1];
  const { epoch } = header?.groups ?? {};
  if (whole === undefined || epoch === undefined) return undefined;
  const readings = new Map(
    [...printedIn(whole).readings].map(([name, reading]) => [`test_${name}`, reading] as const),
  );
  return { epoch: Number(epoch), readings, formal: true, strong: true };
}

function lineOf(header: Place | undefined, place: Place, tail: string): Line | undefined {
  const counter = counterOf(header, place);
  if (counter === 'none') return undefined;
  const { quick = '' } = place.groups;
  const { readings, formal } = printedIn(`${quick} ${tail}`);
  if (readings.size === 0 && counter?.bar !== true) return undefined;
  const { epoch, planned, bracket } = header?.groups ?? {};
  return {
    ...(epoch !== undefined && { epoch: Number(epoch) }),
    ...(planned !== undefined && { planned: Number(planned) }),
    ...(counter && { counter }),
    readings,
    // A bracket around the epoch and a counter after it need no colon.
    formal: formal || (bracket !== undefined && counter !== undefined),
    strong: counter !== undefined || bracket !== undefined || /^ ?\|/.test(tail),
  };
}

/** `none` for a bar or counter not of a training; undefined if there is only an epoch. */
function counterOf(header: Place | undefined, { groups }: Place): Counter | 'none' | undefined {
  const { seen, rows, drawn, total, current, end, word, percent } = groups;
  const made = (at: string, of: string, counts: Counter['counts'], bar: boolean) =>
    Number(of) > 0 && Number(at) <= Number(of)
      ? { current: Number(at), end: Number(of), counts, bar }
      : 'none';
  if (seen !== undefined && rows !== undefined) return made(seen, rows, 'rows', false);
  if (drawn !== undefined && total !== undefined) {
    const isDownload = /^i?b\//i.test(groups.unit ?? '') || Number(groups.speed) > FASTEST_STEPS;
    return isDownload ? 'none' : made(drawn, total, 'batches', true);
  }
  if (current === undefined || end === undefined) return undefined;
  // `Train Epoch: 1 [640/60000 (1%)]` is printed by PyTorch's own example, which counts rows.
  const isExample =
    word === undefined && percent !== undefined && header?.groups.train !== undefined;
  return made(current, end, isExample ? 'rows' : 'batches', false);
}
