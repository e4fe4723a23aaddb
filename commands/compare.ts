import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { comparisonAlt, comparisonChart } from '../src/render/comparison/chart.js';
import { comparedRun, type ComparedRun } from '../src/render/comparison/compared-run.js';
import { differences } from '../src/render/comparison/differences.js';
import { comparisonMessage } from '../src/render/comparison/message.js';
import { isOver } from '../src/runs/run.js';
import { MAX_RUN_ID, namedRun } from './find-run.js';
import type { Services } from './services.js';

const MOST = 3;
/** How many recent runs to search for the two newest. */
const RECENT = 20;

/** Two or three runs side by side; by default the asker's two newest. The answer is public. */
export const compare = defineCommand(
  {
    name: 'compare',
    takesTime: true,
    options: {
      // Long enough for one id too many, so that the error is about the number of ids.
      runs: {
        type: 'string',
        maxLength: (MAX_RUN_ID + 2) * (MOST + 1),
        positional: true,
        suggests: 'several',
        several: true,
      },
    },
  },
  async ({ runs: named }, context, services: Services) => {
    const { t, invocation } = context;
    const runs =
      named === undefined
        ? await newestRuns(context, services)
        : await namedRuns(named.toLowerCase(), context, services);
    const differing = differences(runs);
    const bytes = await services.drawChart(comparisonChart(runs, differing, t));
    const chart = {
      name: `${runs.map(({ id }) => id).join('-')}.png`,
      mediaType: 'image/png',
      bytes,
      alt: comparisonAlt(runs, t),
    };
    await invocation.reply(comparisonMessage(runs, differing, chart, t), 'everyone');
  },
);

async function newestRuns(
  { invocation }: CommandContext,
  services: Services,
): Promise<readonly ComparedRun[]> {
  const recent = await services.runs.recent(invocation.user.id, RECENT);
  const compared = recent
    .filter(isOver)
    .map((state) => comparedRun(state))
    .filter((run) => run !== undefined);
  if (compared.length < 2) throw new UserError('error.compareNothing', { count: compared.length });
  return compared.slice(0, 2).reverse();
}

async function namedRuns(
  text: string,
  context: CommandContext,
  services: Services,
): Promise<readonly ComparedRun[]> {
  const ids = [...new Set(text.split(/[\s,]+/).filter((id) => id !== ''))];
  if (ids.length < 2 || ids.length > MOST) {
    throw new UserError('error.compareCount', { count: ids.length });
  }
  const runs: ComparedRun[] = [];
  // Sequentially: an error about one id must not reveal whether another exists.
  for (const id of ids) {
    const state = await namedRun(id, context, services);
    if (!isOver(state)) throw new UserError('error.compareGoing', { run: id });
    const run = comparedRun(state);
    if (!run) throw new UserError('error.compareEmpty', { run: id });
    runs.push(run);
  }
  return runs;
}
