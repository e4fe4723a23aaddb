import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { FitSettings } from '../src/runs/protocol.js';
import { newId } from '../src/runs/ids.js';
import { refuseLargeRun, refuseLargeTable } from '../src/runs/limits.js';
import { isReadAsNow, readAsNow } from '../src/runs/reading.js';
import { isSameTraining } from '../src/runs/repeats.js';
import type { RunState } from '../src/runs/run.js';
import { slowPresses, type SlowMotion } from '../src/runs/slow-motion.js';
import { columnOptions, takeFile } from './column-options.js';
import { MAX_RUN_ID } from './find-run.js';
import { fitSettings } from './fit-settings.js';
import { datasetFor, likeOf } from './like.js';
import { pressOf } from './press-of.js';
import { limitsHere } from './server-rules.js';
import type { Services } from './services.js';
import { networkOptions, trainingOptions } from './training-options.js';

const { epochs, batch, data, seed, like } = trainingOptions;

/**
 * Trains one iteration per button press. `motion` with `press` come from the buttons of
 * one send.
 */
export const step = defineCommand(
  {
    name: 'step',
    options: {
      epochs,
      batch,
      data,
      csv: { type: 'file' },
      ...columnOptions,
      ...networkOptions,
      seed,
      like,
      motion: { type: 'string', maxLength: MAX_RUN_ID, byButtons: true },
      press: { type: 'choice', choices: slowPresses, byButtons: true },
    },
  },
  async ({ motion, press, ...args }, context, services: Services) => {
    const { invocation } = context;
    if (motion !== undefined && press) {
      return services.slowMotions.press(motion.toLowerCase(), press, invocation);
    }
    if (motion !== undefined || press) throw new UserError('error.stepByButtons');
    const like = await likeOf(args.like, context, services);
    if (like?.run) refuseOtherInputs(like.run);
    await services.refuseWhenFull();
    const uploaded = await takeFile(args.csv, args.data, invocation.user.id, services.uploads);
    try {
      const dataset = await datasetFor(args, like, { uploaded }, invocation.user.id, services);
      const seed = args.seed ?? like?.settings.seed;
      const numbers = fitSettings({ ...args, seed }, like?.settings);
      // No early stopping, as every epoch should be shown.
      const { patience: _, ...settings } = { ...numbers, dataset };
      await begin(
        readAsNow(settings),
        like?.run,
        pressOf('step', args, invocation),
        context,
        services,
      );
    } finally {
      if (uploaded) await services.uploads.settle(uploaded.sha256);
    }
  },
);

/** @throws UserError when a run's file now gives different inputs */
function refuseOtherInputs({ record: { id: run, settings } }: RunState): void {
  if (!isReadAsNow(settings.dataset)) throw new UserError('error.otherInputs', { run });
}

async function begin(
  settings: FitSettings,
  run: RunState | undefined,
  press: string | undefined,
  { invocation, t }: CommandContext,
  services: Services,
): Promise<void> {
  const { user } = invocation;
  const data = await services.describeData(settings.dataset, settings.validationSplit);
  refuseLargeTable(settings.dataset, data, await limitsHere(invocation, services));
  refuseLargeRun(settings, data);
  const backend = await services.chooseBackend(settings, data);
  const view = (await services.preferences.get(user.id)).view ?? 'keras';
  const isRepeated = run?.backend === backend && isSameTraining(run.record.settings, settings);
  const motion: SlowMotion = {
    ...{ id: newId(), ownerId: user.id, ownerName: user.name },
    ...{ settings, data, backend, phase: 'paused' },
    ...(isRepeated && { run: run.record.id }),
  };
  await services.slowMotions.begin(motion, invocation, { locale: t.locale, view, press });
}
