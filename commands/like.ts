/** The basis of a training with `like`: an earlier run by its id, or a share code. */
import { createHash } from 'node:crypto';
import { shown } from '../src/content/shown.js';
import type { Text } from '../src/content/text.js';
import type { Translator } from '../src/content/translator.js';
import { isBuiltinName, type BuiltinName } from '../src/datasets/builtin.js';
import { csvOf } from '../src/datasets/builtin/as-csv.js';
import type { CommandContext } from '../src/dispatch/spec.js';
import { validate } from '../src/dispatch/validate.js';
import { UserError } from '../src/errors.js';
import type { DatasetRef } from '../src/runs/dataset.js';
import type { FitSettings } from '../src/runs/protocol.js';
import { isReadAsNow } from '../src/runs/reading.js';
import { isSameTraining } from '../src/runs/repeats.js';
import type { RunState } from '../src/runs/run.js';
import { CONTENTS_BYTES, isCode, readCode, type SharedRun } from '../src/runs/shared-code.js';
import { unlessAlone } from '../src/runs/worker-wait.js';
import type { UploadedTable } from '../src/storage/ports/uploads.js';
import { columnOptions, withChoices, type GivenColumns } from './column-options.js';
import { MAX_RUN_ID, namedRun } from './find-run.js';
import { fitDefaults, fitSettings } from './fit-settings.js';
import type { Services } from './services.js';
import { networkOptions, runOptions, trainingOptions } from './training-options.js';

export interface Like {
  readonly settings: FitSettings;
  /** Set if a local run was named. */
  readonly run?: RunState;
  /** Set if a code was given. */
  readonly shared?: SharedRun;
  /** Used unless another seed is given: a code repeats a run, a run's id makes a similar one. */
  readonly seed?: number;
}

/** @throws UserError when there is no such run here, or the code is incomplete or exceeds the limits */
export async function likeOf(
  named: string | undefined,
  context: CommandContext,
  services: Services,
): Promise<Like | undefined> {
  if (named === undefined) return undefined;
  if (!isCode(named) && named.length <= MAX_RUN_ID) {
    const run = await namedRun(named, context, services);
    return { settings: run.record.settings, run };
  }
  const read = readCode(named);
  const settings = asIfTyped(read.settings);
  return { settings, shared: { ...read, settings }, seed: settings.seed };
}

/** A code's values are validated against the same limits as typed ones. */
const spec = {
  name: 'fit',
  options: { ...trainingOptions, ...networkOptions, ...runOptions, ...columnOptions },
} as const;

/** @throws UserError as for typed options */
function asIfTyped(settings: SharedRun['settings']): SharedRun['settings'] {
  const { dataset, layers, batchSize, learningRate, validationSplit, ...rest } = settings;
  const { target, task } = 'target' in dataset || 'task' in dataset ? dataset : {};
  const typed = {
    ...{ ...rest, target, task, batch: batchSize, lr: learningRate, validation: validationSplit },
    layers: layers.length === 0 ? 'none' : layers.join(','),
    data: dataset.kind === 'builtin' ? dataset.name : undefined,
  };
  const given = Object.entries(typed).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  return { ...fitSettings(validate(spec, given, [], []), undefined), dataset };
}

/**
 * The table for a training like this one. A code does not contain one: the person repeating it already has that
 * exact file here, or sends it.
 * @param uploaded the file sent with the command
 * @param missing the error if there is none
 * @throws UserError when it is a different file, or none, or a built-in set has different rows here
 */
export async function tableOf(
  { settings: { dataset }, shared }: Like,
  uploaded: UploadedTable | undefined,
  ownerId: string,
  { uploads }: Pick<Services, 'uploads'>,
  missing: 'error.codeNeedsFile' | 'error.codeNeedsFit' = 'error.codeNeedsFile',
): Promise<DatasetRef> {
  if (!shared) return uploaded ?? dataset;
  if (dataset.kind === 'builtin') {
    if (uploaded) return uploaded;
    if (isBuiltinName(dataset.name) && contentsOf(dataset.name) === shared.contents) return dataset;
    throw new UserError('error.codeOtherRows', { data: dataset.name });
  }
  const file = shown(dataset.fileName);
  if (uploaded && uploaded.sha256 !== dataset.sha256) {
    throw new UserError('error.codeOtherFile', { file, given: shown(uploaded.fileName) });
  }
  if (uploaded ?? (await uploads.has(dataset.sha256, ownerId))) return dataset;
  throw new UserError(missing, { file });
}

/** Sources of a training's table, besides a built-in set's name and `like`. */
interface BroughtTables {
  readonly uploaded?: UploadedTable | undefined;
  /** An earlier preview. */
  readonly shownBefore?: UploadedTable | undefined;
}

/**
 * A training's data, with the choices about its columns; the default set if nothing is given.
 * @throws UserError as `tableOf`
 */
export async function datasetFor(
  given: { readonly data: BuiltinName | undefined } & GivenColumns,
  like: Like | undefined,
  { uploaded, shownBefore }: BroughtTables,
  ownerId: string,
  services: Pick<Services, 'uploads'>,
  missing?: Parameters<typeof tableOf>[4],
): Promise<DatasetRef> {
  const named = given.data && ({ kind: 'builtin', name: given.data } as const);
  const table =
    named ??
    shownBefore ??
    (like ? await tableOf(like, uploaded, ownerId, services, missing) : uploaded) ??
    fitDefaults.dataset;
  return withChoices(table, given);
}

/** The settings with the expected epochs, if they are exactly the code's. */
export function repeating(settings: FitSettings, like: Like | undefined): FitSettings {
  const { shared } = like ?? {};
  if (!shared?.seen || !isSameTraining(settings, shared.settings)) return settings;
  return { ...settings, repeats: shared.seen };
}

/** Why a repeated run may differ here; doubts are stated in advance. */
export async function doubtsAbout(
  settings: FitSettings,
  t: Translator,
  { chooseBackend, describeData }: Pick<Services, 'chooseBackend' | 'describeData'>,
): Promise<readonly Text[]> {
  const { repeats, dataset, validationSplit } = settings;
  if (!repeats) return [];
  const summary = await describeData(dataset, validationSplit);
  // Unknown without a worker; the end of the run says whether the epochs were the same.
  const here = await unlessAlone(chooseBackend(settings, summary));
  const there = repeats.backend;
  const by = here && { there: t.plain(`share.by.${there}`), here: t.plain(`share.by.${here}`) };
  return [
    ...(!by || here === there ? [] : [t.text('fit.code.otherBackend', by)]),
    ...(isReadAsNow(dataset) ? [] : [t.text('fit.code.otherReading')]),
  ];
}

const contents = new Map<BuiltinName, string>();

/** Distinguishes a built-in set's rows from another version's. */
export function contentsOf(name: BuiltinName): string {
  const known = contents.get(name);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(csvOf(name)).digest('hex');
  const beginning = hash.slice(0, 2 * CONTENTS_BYTES);
  contents.set(name, beginning);
  return beginning;
}
