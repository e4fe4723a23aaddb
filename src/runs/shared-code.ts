/**
 * A run as a short code that contains everything needed to train it again: settings, seed, which data,
 * and the outcome of its epochs. It works on any machine, as nothing is looked up. People type and paste
 * codes: a damaged one is refused by its checksum, and nothing in an intact one is trusted.
 */
import { crc32 } from 'node:zlib';
import { shown } from '../content/shown.js';
import { UserError } from '../errors.js';
import { base58Alphabet, fromBase58, toBase58 } from './base58.js';
import type { ChosenTask, ColumnChoices, DatasetRef } from './dataset.js';
import { optimizerNames } from './optimizers.js';
import { BrokenBytesError, BytesIn, BytesOut } from './packed-bytes.js';
import type { Activation, BackendName, FitSettings, SeenEpochs } from './protocol.js';
import { DIGEST_BYTES } from './repeats.js';

/** What a code contains. */
export interface SharedRun {
  readonly settings: Omit<FitSettings, 'checks' | 'repeats'>;
  /** Which rows a built-in data set had: the beginning of their SHA-256, in hex. None for uploaded tables. */
  readonly contents: string;
  readonly seen?: SeenEpochs;
}

/** Raise this whenever the format of codes changes. Never 0. */
const VERSION = 1;
/** A run's id has no E in it, so the two cannot be confused. */
const PREFIX = 'ET';
const CHECKSUM_BYTES = 4;
/** Enough for a table with long lists of columns; a code of the lesson has about 60. Fits in a chat line. */
export const MAX_CODE = 1_500;
export const CONTENTS_BYTES = 6;
const SHA256_BYTES = 32;

/** Where a word without an option's name is a code. */
export const codePattern = new RegExp(`^${PREFIX}[${base58Alphabet}]{20,}$`);

const activations: readonly Activation[] = ['relu', 'tanh', 'sigmoid'];
const backends: readonly BackendName[] = ['fused', 'node', 'cpu', 'wasm'];
const tasks: readonly (ChosenTask | undefined)[] = [undefined, 'classes', 'amount'];

/** Optional settings: present where their bit is set, in this order. */
const mayBeMissing = ['momentum', 'dropout', 'l2', 'patience'] as const;

/** Whether this is meant to be a code, whole or not. */
export function isCode(text: string): boolean {
  return text.toUpperCase().startsWith(PREFIX);
}

/** @returns undefined where it would be longer than a code may be */
export function writeCode(shared: SharedRun): string | undefined {
  const { settings, seen } = shared;
  const given = mayBeMissing.filter((name) => settings[name] !== undefined);
  const out = new BytesOut().byte(VERSION);
  out
    .byte(activations.indexOf(settings.activation))
    .byte(optimizerNames.indexOf(settings.optimizer));
  out.byte(
    flags([
      ...mayBeMissing.map((name) => given.includes(name)),
      ...[settings.pace === 'fast', settings.engine !== undefined],
      ...[seen !== undefined, settings.dataset.kind === 'csv'],
    ]),
  );
  out.whole(settings.epochs).whole(settings.batchSize).decimal(settings.validationSplit);
  out.whole(settings.layers.length);
  for (const units of settings.layers) out.whole(units);
  out.decimal(settings.learningRate).whole(settings.seed);
  for (const name of given) out.decimal(settings[name] ?? 0);
  writeData(out, shared);
  if (seen) {
    out.whole(seen.epochs).raw(Buffer.from(seen.digest, 'hex'));
    out.byte(backends.indexOf(seen.backend));
  }
  const { bytes } = out;
  const code = PREFIX + toBase58(Buffer.concat([bytes, checksum(bytes)]));
  return code.length > MAX_CODE ? undefined : code;
}

/**
 * What a code contains; nothing in it has been checked against any limit.
 * @throws UserError when it is damaged, or of a version that is not known here
 */
export function readCode(code: string): SharedRun {
  const notWhole = new UserError('error.codeNotWhole', { given: shown(code) });
  const all = isCode(code) ? fromBase58(code.slice(PREFIX.length)) : undefined;
  const bytes = all?.subarray(0, -CHECKSUM_BYTES);
  const sum = all?.subarray(-CHECKSUM_BYTES);
  if (!bytes || !sum || Buffer.compare(checksum(bytes), sum) !== 0) {
    throw notWhole;
  }
  try {
    return readShared(new BytesIn(bytes));
  } catch (error) {
    if (error instanceof BrokenBytesError) throw notWhole;
    throw error;
  }
}

function readShared(from: BytesIn): SharedRun {
  if (from.byte() !== VERSION) throw new UserError('error.codeNewer');
  const activation = oneOf(activations, from.byte());
  const optimizer = oneOf(optimizerNames, from.byte());
  const set = from.byte();
  const [isFast, hasEngine, isSeen, isCsv] = [16, 32, 64, 128].map((bit) => (set & bit) !== 0);
  const numbers = {
    epochs: from.whole(),
    batchSize: from.whole(),
    validationSplit: from.decimal(),
    // More layers than any network may have: not a valid list.
    layers: Array.from({ length: Math.min(from.whole(), 100) }, () => from.whole()),
    ...{ activation, optimizer, learningRate: from.decimal(), seed: from.whole() },
  };
  const given = mayBeMissing.filter((_, index) => (set & (1 << index)) !== 0);
  const extras = Object.fromEntries(given.map((name) => [name, from.decimal()]));
  const data = readData(from, isCsv === true);
  const seen = isSeen
    ? {
        epochs: from.whole(),
        digest: hex(from.raw(DIGEST_BYTES)),
        backend: oneOf(backends, from.byte()),
      }
    : undefined;
  from.end();
  const pace = isFast ? 'fast' : 'watch';
  const settings: SharedRun['settings'] = {
    ...{ ...numbers, ...extras, pace, dataset: data.dataset },
    ...(hasEngine && { engine: 'tensorflow' }),
  };
  return { settings, contents: data.contents, ...(seen && { seen }) };
}

function writeData(out: BytesOut, { settings: { dataset }, contents }: SharedRun): void {
  if (dataset.kind === 'csv') {
    out.raw(Buffer.from(dataset.sha256, 'hex')).text(dataset.fileName);
    out.whole(dataset.reading ?? 0);
  } else {
    out.text(dataset.name).raw(Buffer.from(contents, 'hex'));
  }
  const { target, task, use, drop }: ColumnChoices = dataset;
  out.byte(flags([target !== undefined, use !== undefined, drop !== undefined]));
  out.byte(tasks.indexOf(task));
  if (target !== undefined) out.text(target);
  for (const names of [use, drop]) {
    if (names) out.whole(names.length);
    for (const name of names ?? []) out.text(name);
  }
}

function readData(
  from: BytesIn,
  isCsv: boolean,
): { readonly dataset: DatasetRef; readonly contents: string } {
  if (isCsv) {
    const file = { sha256: hex(from.raw(SHA256_BYTES)), fileName: from.text() };
    const reading = from.whole();
    const choices = readChoices(from);
    const dataset = { kind: 'csv', ...file, ...(reading > 0 && { reading }), ...choices } as const;
    return { dataset, contents: '' };
  }
  const name = from.text();
  const contents = hex(from.raw(CONTENTS_BYTES));
  const { target, task, ...lists } = readChoices(from);
  // The target of a built-in data set cannot be chosen.
  if (target !== undefined || task) throw new BrokenBytesError();
  return { dataset: { kind: 'builtin', name, ...lists }, contents };
}

function readChoices(from: BytesIn): ColumnChoices {
  const set = from.byte();
  const task = oneOf(tasks, from.byte());
  const target = set & 1 ? from.text() : undefined;
  const [use, drop] = [2, 4].map((bit) => (set & bit ? readNames(from) : undefined));
  return {
    ...(target !== undefined && { target }),
    ...(task && { task }),
    ...(use && { use }),
    ...(drop && { drop }),
  };
}

function readNames(from: BytesIn): readonly string[] {
  const count = from.whole();
  // Each takes at least one byte.
  if (count > MAX_CODE) throw new BrokenBytesError();
  return Array.from({ length: count }, () => from.text());
}

function flags(bits: readonly boolean[]): number {
  return bits.reduce((sum, bit, index) => sum + (bit ? 1 << index : 0), 0);
}

function oneOf<T>(list: readonly T[], index: number): T {
  if (index >= list.length) throw new BrokenBytesError();
  return list[index] as T;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function checksum(bytes: Uint8Array): Uint8Array {
  const sum = Buffer.alloc(CHECKSUM_BYTES);
  sum.writeUInt32BE(crc32(bytes));
  return sum;
}
