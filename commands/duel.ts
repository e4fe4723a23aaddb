import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { BoardLine } from '../src/runs/board.js';
import { refuseLargeRun, refuseLargeTable, type RunLimits } from '../src/runs/limits.js';
import type { FitSettings } from '../src/runs/protocol.js';
import { answerInvitation, invitation } from './invitation.js';
import { columnOptions, takeFile } from './column-options.js';
import { MAX_RUN_ID } from './find-run.js';
import { datasetFor, likeOf } from './like.js';
import { limitsHere } from './server-rules.js';
import type { Services } from './services.js';
import { trainDuel } from './train-duel.js';
import { networkOptions, trainingOptions } from './training-options.js';
import {
  readVaried,
  refuseWithoutVariation,
  MAX_SEVERAL,
  variedNames,
  variedOptions,
  variedSettings,
  type Varied,
  type VariedOption,
} from './varied-settings.js';

const { epochs, data, seed, like } = trainingOptions;
const { validation } = networkOptions;

/** A duel has two settings. */
const TWO = 2;

/**
 * Trains two settings that differ in one option, live on one board, and says which one won and why. With
 * a friend each person picks their own; `invitation` with `press` or `value` come from its buttons.
 */
export const duel = defineCommand(
  {
    name: 'duel',
    options: {
      ...variedOptions,
      epochs,
      data,
      csv: { type: 'file' },
      ...columnOptions,
      ...{ validation, seed, like },
      with: { type: 'person' },
      invitation: { type: 'string', maxLength: MAX_RUN_ID, byButtons: true },
      press: { type: 'choice', choices: ['accept', 'decline'], byButtons: true },
      value: { type: 'string', maxLength: MAX_SEVERAL, byButtons: true },
    },
  },
  async (args, context, services: Services) => {
    const { invocation } = context;
    const { user } = invocation;
    if (args.invitation !== undefined) {
      return answerInvitation(args.invitation, args, context, services);
    }
    if (await goOn(context, services)) return;
    const like = await likeOf(args.like, context, services);
    const varied = readVaried(args);
    const option = args.with ? oneValue(varied) : undefined;
    if (!option) refuseOthers(varied);
    const { epochs, validation, seed = like?.seed } = args;
    // All epochs are trained, so that both end alike: no patience, not even an earlier run's.
    const [first, second] = variedSettings(
      varied,
      { epochs, validation, seed },
      withoutPatience(like?.settings),
    );
    if (args.with && option && first) {
      if (args.csv) throw new UserError('error.invitationCsv');
      const dataset = await datasetFor(
        ...([args, like, {}, user.id, services, 'error.codeNeedsFit'] as const),
      );
      return invitation(option, { ...first.settings, dataset }, args.with, context, services);
    }
    if (!first || !second) throw new RangeError('a duel of one setting');
    const limits = await limitsHere(invocation, services);
    refuseBesideOthers(context, services, limits);
    await services.refuseWhenFull();
    const uploaded = await takeFile(args.csv, args.data, user.id, services.uploads);
    try {
      const dataset = await datasetFor(args, like, { uploaded }, user.id, services);
      const lines = [first, second].map(({ settings }) => ({
        ...{ ownerId: user.id, ownerName: user.name },
        settings: { ...settings, dataset },
      }));
      await begin(lines, limits, context, services);
    } finally {
      if (uploaded) await services.uploads.settle(uploaded.sha256);
    }
  },
);

/** Continues what an earlier process started for the same request. */
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

/** With a friend, each has their own value: the option is the one given. */
function oneValue({ variations, fixed }: Varied): VariedOption {
  const all = variedNames.filter((name) => fixed[name] !== undefined);
  // Next to another option, these apply to both.
  const main = all.filter((name) => name !== 'l2' && name !== 'momentum');
  const given = main.length > 0 ? main : all;
  const [only, another] = given;
  if (variations.length > 0 || another || !only) {
    throw new UserError('error.invitationOneOption', { options: variedNames.join(', ') });
  }
  return only;
}

function withoutPatience(like: FitSettings | undefined): FitSettings | undefined {
  if (!like) return undefined;
  const { patience: _, ...settings } = like;
  return settings;
}

/** Both should run side by side; if a person may have only one run, they run one after the other. */
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
async function begin(
  lines: readonly BoardLine[],
  limits: RunLimits,
  { invocation, t }: CommandContext,
  services: Services,
): Promise<void> {
  const [first] = lines;
  if (!first) throw new RangeError('a duel of nobody');
  const { settings, ownerId } = first;
  const summary = await services.describeData(settings.dataset, settings.validationSplit);
  refuseLargeTable(settings.dataset, summary, limits);
  refuseLargeRun(settings, summary);
  const data = { name: summary.name, rows: summary.rows.training };
  await trainDuel(lines, { ownerId, data, limits }, invocation, t.locale, services);
}
