import type { IncomingFile } from '../src/chat/port.js';
import type { BuiltinName } from '../src/datasets/builtin.js';
import { maxCsvBytes, refuseLargeFile } from '../src/datasets/csv/limits.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { shown } from '../src/content/shown.js';
import { UserError } from '../src/errors.js';
import { views } from '../src/render/view.js';
import { MAX_EPOCHS } from '../src/runs/limits.js';
import type { DatasetRef } from '../src/runs/protocol.js';
import { namedRun } from './find-run.js';
import { fitDefaults, fitSettings } from './fit-settings.js';
import { limitsHere } from './server-rules.js';
import type { Services } from './services.js';
import { trainingOptions } from './training-options.js';

const { epochs, batch, data, seed, like } = trainingOptions;

/** How else people write the choices of `engine`. */
const engineWords = {
  ...{ tf: 'tensorflow', tfjs: 'tensorflow', 'tensorflow.js': 'tensorflow' },
  ...{ 텐서플로: 'tensorflow', 텐서플로우: 'tensorflow', 자동: 'auto' },
} as const;

/** Trains a network and shows it live. The one command whose answer everybody sees even if pressed. */
export const fit = defineCommand(
  {
    name: 'fit',
    takesTime: true,
    options: {
      epochs,
      batch,
      data,
      csv: { type: 'file' },
      target: { type: 'string', maxLength: 200, aliases: ['y', '타깃'] },
      layers: { type: 'string', maxLength: 60, aliases: ['레이어', '층'] },
      activation: { type: 'choice', choices: ['relu', 'tanh', 'sigmoid'], aliases: ['활성화'] },
      // Keras takes up to, not including, 1; past 0.9 hardly anything is left to learn with.
      dropout: { type: 'number', min: 0, max: 0.9, aliases: ['dropout_rate', '드롭아웃'] },
      l2: { type: 'number', min: 0, max: 1, aliases: ['kernel_regularizer', '규제', 'l2규제'] },
      optimizer: { type: 'choice', choices: ['adam', 'sgd', 'rmsprop'], aliases: ['옵티마이저'] },
      lr: { type: 'number', min: 0.000_001, max: 10, aliases: ['learning_rate', '학습률'] },
      momentum: { type: 'number', min: 0, max: 0.99, aliases: ['모멘텀', '관성'] },
      validation: { type: 'number', min: 0, max: 0.9, aliases: ['validation_split', '검증'] },
      patience: {
        type: 'integer',
        min: 1,
        max: MAX_EPOCHS,
        aliases: [
          'early_stopping',
          'early-stopping',
          'earlystopping',
          '조기종료',
          '인내',
          '페이션스',
        ],
      },
      seed,
      pace: { type: 'choice', choices: ['watch', 'fast'] },
      engine: {
        type: 'choice',
        choices: ['auto', 'tensorflow'],
        aliases: ['backend', '엔진'],
        valueAliases: engineWords,
      },
      view: { type: 'choice', choices: views },
      like,
    },
  },
  async (args, context, services: Services) => {
    const { invocation, t } = context;
    const like =
      args.like === undefined
        ? undefined
        : (await namedRun(args.like, context, services)).record.settings;
    const { user, requested } = invocation;
    // Before a file is kept: what is refused leaves nothing behind.
    const limits = await limitsHere(invocation, services);
    services.runs.admit(user.id, { limits, requestId: requested?.id });
    await services.refuseWhenFull();
    const numbers = fitSettings(args, like);
    const uploaded = await takeFile(args, user.id, services);
    try {
      const dataset = uploaded ?? chooseDataset(args, like?.dataset);
      if (args.view) await services.preferences.set(user.id, { view: args.view });
      const view = args.view ?? (await services.preferences.get(user.id)).view ?? 'keras';
      await services.runs.start(
        {
          ...{ ownerId: user.id, ownerName: user.name, requestId: requested?.id },
          ...{ settings: { ...numbers, dataset }, limits },
        },
        services.showLive(invocation, t.locale, view),
      );
    } finally {
      if (uploaded) await services.uploads.settle(uploaded.sha256);
    }
  },
);

interface DataOptions {
  readonly data: BuiltinName | undefined;
  readonly csv: IncomingFile | undefined;
  readonly target: string | undefined;
}

async function takeFile(
  { data, csv, target }: DataOptions,
  ownerId: string,
  { uploads }: Services,
): Promise<Extract<DatasetRef, { readonly kind: 'csv' }> | undefined> {
  if (!csv) return undefined;
  if (data) throw new UserError('error.csvAndData', { data });
  refuseLargeFile(csv.sizeBytes);
  const sha256 = await uploads.put(await csv.read(maxCsvBytes), ownerId);
  return { kind: 'csv', sha256, fileName: csv.name, ...(target !== undefined && { target }) };
}

function chooseDataset({ data, target }: DataOptions, earlier: DatasetRef | undefined): DatasetRef {
  const dataset = data
    ? ({ kind: 'builtin', name: data } as const)
    : (earlier ?? fitDefaults.dataset);
  if (target === undefined) return dataset;
  if (dataset.kind === 'csv') return { ...dataset, target };
  throw new UserError('error.targetNeedsCsv', { target: shown(target), data: dataset.name });
}
