import type { IncomingFile } from '../src/chat/port.js';
import { builtinNames, type BuiltinName } from '../src/datasets/builtin.js';
import { maxCsvBytes, refuseLargeFile } from '../src/datasets/csv/limits.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { shown } from '../src/content/shown.js';
import { UserError } from '../src/errors.js';
import { views } from '../src/render/view.js';
import { MAX_BATCH_SIZE, MAX_EPOCHS } from '../src/runs/limits.js';
import type { DatasetRef } from '../src/runs/protocol.js';
import { MAX_RUN_ID, namedRun } from './find-run.js';
import { fitDefaults, fitSettings, MAX_SEED } from './fit-settings.js';
import { datasetLabel } from './choice-labels.js';
import type { Services } from './services.js';

/** Trains a network and shows it live. The one command whose answer everybody sees even if pressed. */
export const fit = defineCommand(
  {
    name: 'fit',
    takesTime: true,
    options: {
      epochs: { type: 'integer', min: 1, max: MAX_EPOCHS, aliases: ['에포크', '에폭'] },
      batch: {
        type: 'integer',
        min: 1,
        max: MAX_BATCH_SIZE,
        aliases: ['batch_size', 'batchsize', '배치', '배치크기'],
      },
      data: { type: 'choice', choices: builtinNames, aliases: ['데이터'], labels: datasetLabel },
      csv: { type: 'file' },
      target: { type: 'string', maxLength: 200, aliases: ['y', '타깃'] },
      layers: { type: 'string', maxLength: 60, aliases: ['레이어', '층'] },
      activation: { type: 'choice', choices: ['relu', 'tanh', 'sigmoid'], aliases: ['활성화'] },
      optimizer: { type: 'choice', choices: ['adam', 'sgd', 'rmsprop'], aliases: ['옵티마이저'] },
      lr: { type: 'number', min: 0.000_001, max: 10, aliases: ['learning_rate', '학습률'] },
      validation: { type: 'number', min: 0, max: 0.9, aliases: ['validation_split', '검증'] },
      seed: { type: 'integer', min: 0, max: MAX_SEED, aliases: ['시드'] },
      pace: { type: 'choice', choices: ['watch', 'fast'] },
      view: { type: 'choice', choices: views },
      like: { type: 'string', maxLength: MAX_RUN_ID, suggests: 'runs' },
    },
  },
  async (args, { invocation, t }, services: Services) => {
    const like =
      args.like === undefined ? undefined : (await namedRun(args.like, services)).record.settings;
    const { user } = invocation;
    // Before a file is kept: what is refused leaves nothing behind.
    services.runs.admit(user.id);
    const numbers = fitSettings(args, like);
    const dataset = await chooseDataset(args, like?.dataset, services);
    if (args.view) await services.preferences.set(user.id, { view: args.view });
    const view = args.view ?? (await services.preferences.get(user.id)).view ?? 'keras';
    await services.runs.start(
      { ownerId: user.id, ownerName: user.name, settings: { ...numbers, dataset } },
      services.showLive(invocation, t.locale, view),
    );
  },
);

interface DataOptions {
  readonly data: BuiltinName | undefined;
  readonly csv: IncomingFile | undefined;
  readonly target: string | undefined;
}

async function chooseDataset(
  { data, csv, target }: DataOptions,
  earlier: DatasetRef | undefined,
  { uploads }: Services,
): Promise<DatasetRef> {
  if (csv && data) throw new UserError('error.csvAndData', { data });
  if (csv) {
    refuseLargeFile(csv.sizeBytes);
    const sha256 = await uploads.put(await csv.read(maxCsvBytes));
    return { kind: 'csv', sha256, fileName: csv.name, ...(target !== undefined && { target }) };
  }
  const dataset = data
    ? ({ kind: 'builtin', name: data } as const)
    : (earlier ?? fitDefaults.dataset);
  if (target === undefined) return dataset;
  if (dataset.kind === 'csv') return { ...dataset, target };
  throw new UserError('error.targetNeedsCsv', { target: shown(target), data: dataset.name });
}
