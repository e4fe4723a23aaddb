/** Groups a loop's lines by epoch. */
import type { LoggedEpoch, LoggedFit, Reading, Readings } from '../training-log.js';
import type { Line } from './lines.js';
import { meanOf } from './readings.js';

interface Pass {
  readonly epoch: number;
  readonly lines: readonly Line[];
}

/** @param stated the batch size, if the text around the lines states it */
export function fitOf(lines: readonly Line[], stated: number | undefined): LoggedFit {
  const passes = passesOf(lines);
  const counters = lines.flatMap(({ counter }) => counter ?? []);
  const fromZero = passes.some(({ epoch }) => epoch === 0);
  const epochs = passes.map((pass) => epochOf(pass, fromZero ? 1 : 0));
  const newest = passes.at(-1);
  const unfinished = newest && !isFinished(newest) ? epochs.pop() : undefined;
  const planned = plannedOf(lines, fromZero);
  const batchSize = stated ?? batchSeen(passes);
  const losses = (newest?.lines ?? []).flatMap(({ readings }) => readings.get('loss') ?? []);
  const [firstLoss] = losses;
  return {
    style: counters.some(({ bar }) => bar) ? 'tqdm' : 'torch',
    counts: counters.at(-1)?.counts ?? 'batches',
    epochs,
    ...(unfinished && { unfinished }),
    ...(planned !== undefined && { planned }),
    numbered: lines.some(({ epoch }) => epoch !== undefined),
    ...(batchSize !== undefined && { batchSize }),
    notes: { rates: [] },
    other: {
      averaged: passes.some(isAveraged),
      fromZero,
      ...(unfinished && firstLoss && losses.length > 1 && { firstLoss }),
    },
  };
}

/** The lines of each epoch; bars without a number restart at every pass over the data. */
function passesOf(lines: readonly Line[]): readonly Pass[] {
  const passes: { readonly epoch: number; readonly lines: Line[] }[] = [];
  for (const line of lines) {
    const open = passes.at(-1);
    const before = open?.lines.at(-1)?.counter;
    const again = before && line.counter && line.counter.current < before.current;
    const isNext = line.epoch === undefined ? again === true : line.epoch !== open?.epoch;
    if (open && !isNext) open.lines.push(line);
    else passes.push({ epoch: line.epoch ?? passes.length + 1, lines: [line] });
  }
  return passes;
}

/** Loops that count from 0 print the last epoch's number or the total: only the end of the log shows which. */
function plannedOf(lines: readonly Line[], fromZero: boolean): number | undefined {
  const { planned } = lines.findLast((line) => line.planned !== undefined) ?? {};
  if (!fromZero || planned === undefined) return planned;
  return lines.at(-1)?.epoch === planned ? planned + 1 : undefined;
}

/** Whether the latest epoch is finished; earlier ones are followed by others. */
function isFinished({ lines }: Pass): boolean {
  const { counter } = lines.findLast((line) => line.counter) ?? {};
  const isSummed = lines.some((line) => !line.counter || isEvaluated(line.readings));
  return isSummed || (counter !== undefined && counter.current === counter.end);
}

function isEvaluated(readings: Readings): boolean {
  return [...readings.keys()].some((name) => /^(?:val|test)_/.test(name));
}

/** Whether the epoch's loss must be averaged over several lines. A bar itself shows a mean, or the latest. */
function isAveraged({ lines }: Pass): boolean {
  const isSummed = lines.some((line) => !line.counter && line.readings.has('loss'));
  return !isSummed && inSteps(lines) > 1;
}

function inSteps(lines: readonly Line[]): number {
  return lines.filter(({ counter, readings }) => counter?.bar === false && readings.has('loss'))
    .length;
}

function epochOf({ epoch, lines }: Pass, shift: number): LoggedEpoch {
  const summed = lines.filter(({ counter }) => !counter);
  const names = [...new Set(lines.flatMap(({ readings }) => [...readings.keys()]))];
  const readings = new Map<string, Reading>();
  for (const name of names) {
    const said = summed.flatMap((line) => line.readings.get(name) ?? []).at(-1);
    const each = lines.flatMap((line) => line.readings.get(name) ?? []);
    const reading = said ?? (inSteps(lines) > 1 ? meanOf(each) : each.at(-1));
    if (reading) readings.set(name, reading);
  }
  const { counter } = lines.findLast((line) => line.counter) ?? {};
  return {
    epoch: epoch + shift,
    readings,
    ...(counter && { counter: { current: counter.current, end: counter.end } }),
  };
}

/**
 * PyTorch's quickstart first prints after one batch, then every hundred: 64, 6464, 12864.
 * If all steps are equal, the first line may cover any number of batches.
 */
function batchSeen(passes: readonly Pass[]): number | undefined {
  for (const { lines } of passes) {
    const [first, second] = lines.flatMap(({ counter }) => counter ?? []);
    if (first?.counts !== 'rows' || !second || first.current === 0) continue;
    const gap = second.current - first.current;
    if (gap > first.current && gap % first.current === 0) return first.current;
  }
  return undefined;
}
