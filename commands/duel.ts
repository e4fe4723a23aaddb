import { steadyNowMs } from '../src/clock.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { BoardLine, DuelTopic } from '../src/runs/board.js';
import type { DatasetRef } from '../src/runs/dataset.js';
import { newId } from '../src/runs/ids.js';
import { refuseLargeRun, refuseLargeTable, type RunLimits } from '../src/runs/limits.js';
import type { FitSettings } from '../src/runs/protocol.js';
import { lowestPrediction } from '../src/tutor/predict/prediction.js';
import { columnOptions, takeFile, withChoices } from './column-options.js';
import { namedRun } from './find-run.js';
import { fitDefaults } from './fit-settings.js';
import { limitsHere } from './server-rules.js';
import type { Services } from './services.js';
import { networkOptions, trainingOptions } from './training-options.js';
import {
  readVaried,
  refuseWithoutVariation,
  variedOptions,
  variedSettings,
  type Varied,
} from './varied-settings.js';

const { epochs, data, seed, like } = trainingOptions;
const { l2, momentum, validation } = networkOptions;

/** Settings of a duel. */
const TWO = 2;

/** Trains two settings that differ in one option, live on one board, and says which won and why. */
export const duel = defineCommand(
  {
    name: 'duel',
    options: {
      ...variedOptions,
      epochs,
      data,
      csv: { type: 'file' },
      ...columnOptions,
      ...{ l2, momentum, validation, seed, like },
    },
  },
  async (args, context, services: Services) => {
    const { invocation } = context;
    const { user } = invocation;
    if (await goOn(context, services)) return;
    const like =
      args.like === undefined
        ? undefined
        : (await namedRun(args.like, context, services)).record.settings;
    const varied = readVaried(args);
    refuseOthers(varied);
    const { epochs, l2, momentum, validation, seed } = args;
    // All epochs are trained, so that they end alike: no patience, an earlier run's neither.
    const [first, second] = variedSettings(
      varied,
      { epochs, l2, momentum, validation, seed },
      withoutPatience(like),
    );
    if (!first || !second) throw new RangeError('a duel of one setting');
    const limits = await limitsHere(invocation, services);
    refuseBesideOthers(context, services, limits);
    await services.refuseWhenFull();
    const uploaded = await takeFile(args.csv, args.data, user.id, services.uploads);
    try {
      const named = args.data && ({ kind: 'builtin', name: args.data } as const);
      const dataset = withChoices(uploaded ?? named ?? like?.dataset ?? fitDefaults.dataset, args);
      const lines = [first, second].map(({ settings }) => ({
        ...{ ownerId: user.id, ownerName: user.name },
        settings: { ...settings, dataset },
      }));
      await begin(lines, dataset, limits, context, services);
    } finally {
      if (uploaded) await services.uploads.settle(uploaded.sha256);
    }
  },
);

/** What an earlier process began for the same request goes on. */
async function goOn({ invocation, t }: CommandContext, { boards }: Services): Promise<boolean> {
  const { requested } = invocation;
  const begun = requested && (await boards.ofRequest(requested.id));
  if (!begun) return false;
  await boards.begin(begun.board, invocation, t.locale);
  return true;
}

function refuseOthers(varied: Varied): void {
  refuseWithoutVariation(varied, 'duel', TWO);
  const { variations } = varied;
  const [only, another] = variations;
  if (another) {
    const options = variations.map(({ option }) => option).join(', ');
    throw new UserError('error.duelTwoOptions', { options });
  }
  if (only && only.values.length > TWO) {
    const { option, values } = only;
    throw new UserError('error.duelThreeValues', { option, count: values.length });
  }
}

function withoutPatience(like: FitSettings | undefined): FitSettings | undefined {
  if (!like) return undefined;
  const { patience: _, ...settings } = like;
  return settings;
}

/** Both are to be seen side by side; where one may have only one run, they follow each other. */
function refuseBesideOthers(
  { invocation: { user, requested } }: CommandContext,
  { runs }: Services,
  limits: RunLimits,
): void {
  runs.admit(user.id, { limits, requestId: requested?.id });
  const going = runs.active(user.id).map(({ record }) => record.id);
  if (going.length > 0) throw new UserError('error.duelBesideRun', { runs: going.join(', ') });
}

/** @throws UserError when the data cannot be used, or the training is too large */
export async function begin(
  lines: readonly BoardLine[],
  dataset: DatasetRef,
  limits: RunLimits,
  { invocation, t }: CommandContext,
  services: Services,
): Promise<void> {
  const all = lines.map(({ settings }) => settings);
  const [first] = all;
  if (!first) throw new RangeError('a duel of nobody');
  const summary = await services.describeData(dataset, first.validationSplit);
  refuseLargeTable(dataset, summary, limits);
  refuseLargeRun(first, summary);
  const rows = summary.rows.training;
  const topic: DuelTopic = {
    kind: 'duel',
    prediction: newId(),
    data: { name: summary.name, rows },
  };
  const { user, place } = invocation;
  await services.predictions.create(lowestPrediction(topic.prediction, all, topic.data), {
    ...{ ownerId: user.id, place, atMs: steadyNowMs() },
  });
  await services.boards.begin({ topic, ownerId: user.id, limits, lines }, invocation, t.locale);
}
