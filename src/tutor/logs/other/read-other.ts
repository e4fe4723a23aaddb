/** Parses the output of PyTorch loops, with or without tqdm bars, of fastai and of Hugging Face's Trainer. */
import type { TrainingLog } from '../training-log.js';
import { readFastai } from './fastai.js';
import { linesIn, type Line } from './lines.js';
import { fitOf } from './passes.js';
import { readTrainer } from './trainer.js';

/** @param text the result of `onOneLine` */
export function readOther(text: string): TrainingLog | undefined {
  const whole = readTrainer(text) ?? readFastai(text);
  if (whole) return whole;
  const lines = linesIn(text);
  if (!isLog(lines)) return undefined;
  return { fits: parted(lines).map((group) => fitOf(group, batchStated(text))) };
}

/** A sentence may mention “epoch 3, loss: 0.4”; two such lines, or a program’s formatting, make a log. */
function isLog(lines: readonly Line[]): boolean {
  const formal = lines.filter((line) => line.formal);
  return (
    lines.some(({ counter }) => counter?.bar === true) ||
    formal.length > 1 ||
    formal.some(({ strong }) => strong) ||
    formal.some(({ planned, readings }) => planned !== undefined && readings.size > 1)
  );
}

/** A restarted training counts from the start. */
function parted(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  let newest = Infinity;
  for (const line of lines) {
    const epoch = line.epoch ?? 0;
    if (groups.length === 0 || epoch < newest) groups.push([]);
    groups.at(-1)?.push(line);
    newest = epoch;
  }
  return groups;
}

function batchStated(text: string): number | undefined {
  const size = /\bbatch_size ?[=:] ?(\d{1,6})(?!\d)/i.exec(text)?.[1];
  return size === undefined ? undefined : Number(size);
}
