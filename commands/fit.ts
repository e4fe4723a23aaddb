import { textMessage } from '../src/chat/message.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { views } from '../src/render/view.js';
import { columnOptions, previewed, previewOption, takeFile } from './column-options.js';
import { fitSettings } from './fit-settings.js';
import { doubtsAbout, likeOf, repeating, datasetFor } from './like.js';
import { pressOf } from './press-of.js';
import { limitsHere } from './server-rules.js';
import { offerFit } from './offered-fit.js';
import type { Services } from './services.js';
import { networkOptions, runOptions, trainingOptions } from './training-options.js';

const { epochs, batch, data, like } = trainingOptions;

/** Trains a network and shows it live. The only command with a public answer even when a button was pressed. */
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
      ...runOptions,
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
    const like = await likeOf(args.like, context, services);
    const { user, requested } = invocation;
    // Before a file is stored: a refused request leaves nothing behind.
    const limits = await limitsHere(invocation, services);
    const press = pressOf('fit', args, invocation);
    services.runs.admit(user.id, { limits, requestId: requested?.id, press });
    await services.refuseWhenFull();
    const numbers = fitSettings({ ...args, seed: args.seed ?? like?.seed }, like?.settings);
    const uploaded = await takeFile(args.csv, args.data, user.id, services.uploads);
    try {
      const shownBefore = await previewed(args.preview, user.id, services.uploads);
      const dataset = await datasetFor(args, like, { uploaded, shownBefore }, user.id, services);
      const settings = repeating({ ...numbers, dataset }, like);
      if (args.view) await services.preferences.set(user.id, { view: args.view });
      const view = args.view ?? (await services.preferences.get(user.id)).view ?? 'keras';
      await services.runs.start(
        {
          ...{ ownerId: user.id, ownerName: user.name, requestId: requested?.id, press },
          ...{ settings, limits },
        },
        services.showLive(invocation, t.locale, view, args.ping === 'on'),
      );
      const doubts = await doubtsAbout(settings, t, services);
      if (doubts.length > 0) await context.answerPrivately(textMessage(...doubts));
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
