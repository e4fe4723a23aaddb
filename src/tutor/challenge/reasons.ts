/** Why a training challenge came out as it did: only what its own runs show. */
import { shown } from '../../content/shown.js';
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { metricValue } from '../../render/keras-numbers.js';
import type { Goal } from './goals.js';
import type { Entry, Standing } from './standing.js';

/** Minimum number of runs on each side: a single run may be an accident. */
const LEAST_RUNS = 2;
const MOST_DIVIDING = 2;

export function reasonsOf(goal: Goal, standing: Standing, t: Translator): readonly Text[] {
  const [first, second] = standing.placed;
  if (!first) return nobody(goal, standing, t);
  const dividing = dividingOf(goal, standing, t);
  return [
    winnerOf(first, t),
    ...(second && goal.kind === 'updates' ? [against(first, second, t)] : []),
    ...(second && goal.kind === 'loss' ? [spent(goal, first, second, t)] : []),
    ...dividing,
    ...(dividing.length > 0 ? [t.text('challenge.why.chance')] : []),
  ];
}

function nobody(goal: Goal, { missed: [nearest] }: Standing, t: Translator): readonly Text[] {
  if (!nearest) return [];
  const { runId: run, updates } = nearest;
  if (goal.kind === 'loss') return [t.text('challenge.why.fewestSpent', { run, updates })];
  const value = metricValue(nearest.metric);
  return [t.text('challenge.why.nearest', { run, metric: goal.metric, value, updates })];
}

/** How the updates come about: updates per epoch × epochs. */
function winnerOf({ ownerName, runId, steps, epochs, updates, settings }: Entry, t: Translator) {
  const batch = settings.batchSize;
  const name = shown(ownerName);
  return t.text('challenge.why.winner', { name, run: runId, batch, steps, epochs, updates });
}

function against(first: Entry, second: Entry, t: Translator): Text {
  return t.text('challenge.why.against', {
    run: second.runId,
    ...{ updates: second.updates, more: second.updates - first.updates },
    ...{ batch: second.settings.batchSize, steps: second.steps, epochs: second.epochs },
    how: howFewer(first, second),
  });
}

/** Which of the two factors made the product smaller. */
function howFewer(first: Entry, second: Entry): string {
  if (first.updates === second.updates) return 'tie';
  const steps = Math.sign(first.steps - second.steps);
  const epochs = Math.sign(first.epochs - second.epochs);
  if (steps < 0) return epochs < 0 ? 'both' : epochs > 0 ? 'stepsDespiteEpochs' : 'steps';
  return steps > 0 ? 'epochsDespiteSteps' : 'epochs';
}

function spent(
  { mostUpdates }: Extract<Goal, { readonly kind: 'loss' }>,
  first: Entry,
  second: Entry,
  t: Translator,
): Text {
  return t.text('challenge.why.spent', {
    ...{ most: mostUpdates, updates: first.updates, other: second.updates },
    ...{ loss: metricValue(first.loss), lossOther: metricValue(second.loss), run: second.runId },
  });
}

const numbers = {
  learning_rate: ({ settings }: Entry) => settings.learningRate,
  batch_size: ({ settings }: Entry) => settings.batchSize,
  epochs: ({ epochs }: Entry) => epochs,
  neurons: ({ settings }: Entry) => settings.layers.reduce((sum, units) => sum + units, 0),
} satisfies Record<string, (entry: Entry) => number>;

/** Settings that separate all successful runs from all others. */
function dividingOf(goal: Goal, standing: Standing, t: Translator): readonly Text[] {
  const [well, others] = halves(goal, standing);
  if (well.length < LEAST_RUNS || others.length < LEAST_RUNS) return [];
  const counts = { well: well.length, others: others.length, goal: goal.kind };
  return Object.entries(numbers)
    .flatMap(([setting, valueOf]) => {
      const [mine, theirs] = [well.map(valueOf), others.map(valueOf)];
      const common = { ...counts, setting };
      const [least, most] = [Math.min(...mine), Math.max(...mine)];
      if (least > Math.max(...theirs)) {
        return [t.text('challenge.why.atLeast', { ...common, value: String(least) })];
      }
      if (most < Math.min(...theirs)) {
        return [t.text('challenge.why.atMost', { ...common, value: String(most) })];
      }
      return [];
    })
    .slice(0, MOST_DIVIDING);
}

/** Runs that reached the goal and those that did not; for losses, the lower and the higher half. */
function halves(
  { kind }: Goal,
  { reached, missed }: Standing,
): readonly [readonly Entry[], readonly Entry[]] {
  if (kind === 'updates') return [reached, missed];
  const middle = Math.floor(reached.length / 2);
  return [reached.slice(0, middle), reached.slice(middle)];
}
