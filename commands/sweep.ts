/** Many values of one option, or pairs of two options, side by side on one board. */
import { randomInt } from 'node:crypto';
import { defineCommand } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { DataSummary } from '../src/runs/dataset.js';
import { MAX_ROW_EPOCHS, refuseLargeRun, refuseLargeTable } from '../src/runs/limits.js';
import type { FitSettings } from '../src/runs/protocol.js';
import { columnOptions, takeFile } from './column-options.js';
import type { GivenOptions } from './fit-settings.js';
import { datasetFor, likeOf } from './like.js';
import { limitsHere } from './server-rules.js';
import { offerBoard } from './offered-board.js';
import type { Services } from './services.js';
import { trainingOptions } from './training-options.js';
import {
  readVaried,
  refuseWithoutVariation,
  variedOptions,
  variedSettings,
  type Varied,
} from './varied-settings.js';

/** Maximum values of one option: nobody can distinguish more curves. */
const MOST_VALUES = 8;
/** Maximum values of each of two options: nine runs. */
const MOST_OF_TWO = 3;

/**
 * Maximum rows × epochs of all runs with their first seed. A person may have two runs going at once, so a
 * sweep delays other people no more than those two would.
 */
const MAX_SWEEP_ROW_EPOCHS = 2 * MAX_ROW_EPOCHS;

/** New seeds are short, as lines and buttons contain them. Up to two more follow each. */
const NEW_SEEDS = { from: 1, to: 97 };

const { epochs, data, seed, like } = trainingOptions;

export const sweep = defineCommand(
  {
    name: 'sweep',
    takesTime: true,
    options: {
      ...variedOptions,
      ...{ epochs, data, csv: { type: 'file' } },
      ...columnOptions,
      seed,
      pace: { type: 'choice', choices: ['watch', 'fast'] },
      like,
    },
  },
  async (args, context, services: Services) => {
    const { invocation, t } = context;
    const { user, requested } = invocation;
    const varied = readVaried(args);
    refuseWithoutVariation(varied, 'sweep', MOST_VALUES);
    refuseTooMany(varied);
    const like = await likeOf(args.like, context, services);
    const before = like?.settings;
    // Before a file is stored: a refused request leaves nothing behind.
    const limits = await limitsHere(invocation, services);
    services.runs.admit(user.id, { limits, requestId: requested?.id });
    await services.refuseWhenFull();
    const given: GivenOptions = {
      epochs: args.epochs,
      pace: args.pace ?? 'fast',
      seed: args.seed ?? like?.seed ?? randomInt(NEW_SEEDS.from, NEW_SEEDS.to + 1),
    };
    const numbers = variedSettings(varied, given, before);
    const uploaded = await takeFile(args.csv, args.data, user.id, services.uploads);
    try {
      const dataset = await datasetFor(args, like, { uploaded }, user.id, services);
      const settings = numbers.map((one): FitSettings => ({ ...one.settings, dataset }));
      const validationSplit = settings[0]?.validationSplit ?? 0;
      const summary = await services.describeData(dataset, validationSplit);
      refuseLargeTable(dataset, summary, limits);
      for (const one of settings) refuseLargeRun(one, summary);
      refuseLargeSweep(settings, summary);
      const lines = settings.map((one) => ({
        ...{ ownerId: user.id, ownerName: user.name, settings: one },
      }));
      const topic = {
        kind: 'sweep',
        options: varied.variations.map(({ option }) => option),
      } as const;
      await services.boards.begin(
        { topic, ownerId: user.id, limits, lines, isOpen: true },
        invocation,
        t.locale,
      );
    } finally {
      if (uploaded) await services.uploads.settle(uploaded.sha256);
    }
  },
  (args, context) => offerBoard('sweep', args, context),
);

/** @throws UserError naming how many values were given and how many are allowed */
function refuseTooMany({ variations }: Varied): void {
  const options = variations.map(({ option }) => option).join(', ');
  const [one, two, three] = variations;
  if (three) throw new UserError('error.sweepOptions', { options, most: MOST_OF_TWO });
  if (one && two) {
    if (variations.every(({ values }) => values.length <= MOST_OF_TWO)) return;
    const counts = `${one.values.length} × ${two.values.length}`;
    throw new UserError('error.sweepTooManyPairs', { options, counts, most: MOST_OF_TWO });
  }
  if (!one || one.values.length <= MOST_VALUES) return;
  const params = { option: one.option, count: one.values.length, most: MOST_VALUES };
  throw new UserError('error.sweepTooMany', params);
}

/** @throws UserError naming the largest possible `epochs`, when all runs together are too much */
function refuseLargeSweep(settings: readonly FitSettings[], { rows }: DataSummary): void {
  const epochs = settings[0]?.epochs ?? 0;
  const perEpoch = settings.length * rows.training;
  if (perEpoch * epochs <= MAX_SWEEP_ROW_EPOCHS) return;
  throw new UserError('error.sweepTooLarge', {
    ...{ runs: settings.length, epochs, rows: rows.training, max: MAX_SWEEP_ROW_EPOCHS },
    largest: Math.floor(MAX_SWEEP_ROW_EPOCHS / perEpoch),
  });
}
