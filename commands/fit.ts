import { textMessage } from '../src/chat/message.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { views } from '../src/render/view.js';
import { MAX_EPOCHS } from '../src/runs/limits.js';
import {
  columnOptions,
  previewed,
  previewOption,
  takeFile,
  withChoices,
} from './column-options.js';
import { namedRun } from './find-run.js';
import { fitDefaults, fitSettings } from './fit-settings.js';
import { pressOf } from './press-of.js';
import { limitsHere } from './server-rules.js';
import { offerFit } from './offered-fit.js';
import type { Services } from './services.js';
import { networkOptions, trainingOptions } from './training-options.js';

const { epochs, batch, data, seed, like } = trainingOptions;

/** How else people write the choices of `engine`. */
const engineWords = {
  ...{ tf: 'tensorflow', tfjs: 'tensorflow', 'tensorflow.js': 'tensorflow' },
  ...{ 텐서플로: 'tensorflow', 텐서플로우: 'tensorflow' },
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
      ...columnOptions,
      ...networkOptions,
      patience: {
        type: 'integer',
        min: 1,
        max: MAX_EPOCHS,
        aliases: ['early_stopping', 'early-stopping', 'earlystopping', '인내', '페이션스'],
      },
      seed,
      pace: { type: 'choice', choices: ['watch', 'fast'] },
      engine: {
        type: 'choice',
        choices: ['auto', 'tensorflow'],
        aliases: ['backend'],
        valueAliases: engineWords,
      },
      view: { type: 'choice', choices: views },
      ping: {
        type: 'choice',
        choices: ['on', 'off'],
        valueAliases: { yes: 'on', true: 'on', no: 'off', false: 'off' },
      },
      like,
      preview: previewOption,
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
    const press = pressOf('fit', args, invocation);
    services.runs.admit(user.id, { limits, requestId: requested?.id, press });
    await services.refuseWhenFull();
    const numbers = fitSettings(args, like);
    const uploaded = await takeFile(args.csv, args.data, user.id, services.uploads);
    try {
      const named = args.data && ({ kind: 'builtin', name: args.data } as const);
      const shownBefore = await previewed(args.preview, user.id, services.uploads);
      const table = uploaded ?? named ?? shownBefore ?? like?.dataset ?? fitDefaults.dataset;
      const dataset = withChoices(table, args);
      if (args.view) await services.preferences.set(user.id, { view: args.view });
      const view = args.view ?? (await services.preferences.get(user.id)).view ?? 'keras';
      await services.runs.start(
        {
          ...{ ownerId: user.id, ownerName: user.name, requestId: requested?.id, press },
          ...{ settings: { ...numbers, dataset }, limits },
        },
        services.showLive(invocation, t.locale, view, args.ping === 'on'),
      );
      if (args.ping === 'on' && !services.pings(invocation.place)) {
        const { platform } = invocation.place;
        await context.answerPrivately(textMessage(t.text('fit.noPing', { platform })));
      }
    } finally {
      if (uploaded) await services.uploads.settle(uploaded.sha256);
    }
  },
  offerFit,
);
