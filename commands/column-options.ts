/** Options about a table's columns, the same in every command that reads a table. */
import type { IncomingFile } from '../src/chat/port.js';
import type { BuiltinName } from '../src/datasets/builtin.js';
import { maxCsvBytes, refuseLargeFile } from '../src/datasets/csv/limits.js';
import type { OptionSpec } from '../src/dispatch/spec.js';
import { plainSigns } from '../src/dispatch/words.js';
import { shown } from '../src/content/shown.js';
import { UserError } from '../src/errors.js';
import type { ChosenTask, ColumnChoices, DatasetRef } from '../src/runs/dataset.js';
import type { UploadedTable, UploadStore } from '../src/storage/ports/uploads.js';

/** Enough for the names of as many columns as a file may have. */
const MAX_LIST = 4_000;

/** Synonyms for the two. */
const taskWords = {
  ...{ class: 'classes', classification: 'classes', category: 'classes', categories: 'classes' },
  ...{ amounts: 'amount', regression: 'amount', number: 'amount', numbers: 'amount' },
  ...{ 분류: 'classes', 범주: 'classes' },
  ...{
    회귀: 'amount',
    숫자: 'amount',
    수치: 'amount',
    금액: 'amount',
    값: 'amount',
  },
} as const;

export const columnOptions = {
  target: { type: 'string', maxLength: 200, aliases: ['y', '타깃', '타겟'] },
  task: {
    type: 'choice',
    choices: ['classes', 'amount'],
    valueAliases: taskWords,
  },
  use: { type: 'string', maxLength: MAX_LIST, aliases: ['features', '사용', '입력'] },
  drop: { type: 'string', maxLength: MAX_LIST, aliases: ['exclude', '제외'] },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Sent by our own buttons: the previewed table. */
export const previewOption = { type: 'string', maxLength: 20, byButtons: true } as const;

export interface GivenColumns {
  readonly target: string | undefined;
  readonly task: ChosenTask | undefined;
  readonly use: string | undefined;
  readonly drop: string | undefined;
}

/** @returns the data set with the given choices, keeping its own for those not given */
export function withChoices<D extends DatasetRef>(dataset: D, given: GivenColumns): D {
  const { target, task } = given;
  if (dataset.kind === 'builtin') {
    const params = { data: dataset.name };
    if (target !== undefined) {
      throw new UserError('error.targetNeedsCsv', { ...params, target: shown(target) });
    }
    if (task !== undefined) throw new UserError('error.taskNeedsCsv', { ...params, task });
  }
  const { use: usedBefore, drop: droppedBefore, ...rest } = dataset;
  const use = given.use === undefined ? usedBefore : names(given.use);
  const drop = given.drop === undefined ? droppedBefore : names(given.drop);
  const choices: ColumnChoices = {
    ...(target !== undefined && { target }),
    ...(task !== undefined && { task }),
    ...(use && use.length > 0 && { use }),
    ...(drop && drop.length > 0 && { drop }),
  };
  // A task chosen for one column says nothing about another.
  const kept = { ...rest } as Record<string, unknown>;
  if (target !== undefined) delete kept.task;
  return { ...kept, ...choices } as D;
}

/** `Age, "Customer Id"`; `none` for no column at all. */
function names(text: string): readonly string[] {
  const plain = plainSigns(text);
  if (/^(none|없음)$/i.test(plain.trim())) return [];
  return [...plain.matchAll(/\s*(?:"([^"]*)"|'([^']*)'|([^,、]+))\s*(?:[,、]|$)/g)]
    .map(([, double, single, bare]) => (double ?? single ?? bare ?? '').trim())
    .filter((name) => name !== '');
}

/**
 * Stores the file sent with the command. The caller settles it.
 * @throws UserError when a built-in set was also named, or the file is too large
 */
export async function takeFile(
  csv: IncomingFile | undefined,
  data: BuiltinName | undefined,
  ownerId: string,
  uploads: UploadStore,
): Promise<UploadedTable | undefined> {
  if (!csv) return undefined;
  if (data) throw new UserError('error.csvAndData', { data });
  refuseLargeFile(csv.sizeBytes);
  const sha256 = await uploads.put(await csv.read(maxCsvBytes), ownerId);
  return { kind: 'csv', sha256, fileName: csv.name };
}

/** @throws UserError when it is another person's, or too old */
export async function previewed(
  id: string | undefined,
  ownerId: string,
  uploads: UploadStore,
): Promise<UploadedTable | undefined> {
  if (id === undefined) return undefined;
  const dataset = await uploads.preview(id.toLowerCase(), ownerId);
  if (!dataset) throw new UserError('error.previewGone');
  return dataset;
}
