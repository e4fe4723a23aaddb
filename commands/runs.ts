import { textMessage, type Button, type ChatMessage } from '../src/chat/message.js';
import type { Text } from '../src/content/text.js';
import { plain } from '../src/content/text.js';
import { steadyNowMs } from '../src/clock.js';
import type { Translator } from '../src/content/translator.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { metricValue } from '../src/render/keras-numbers.js';
import { stoppingOf } from '../src/render/run-stopping.js';
import { views, type View } from '../src/render/view.js';
import { shown } from '../src/content/shown.js';
import { isOver, isPaused, type RunState } from '../src/runs/run.js';
import { MAX_RUN_ID, namedRun } from './find-run.js';
import { timeAgo } from './time-ago.js';
import type { Services } from './services.js';

const SHOWN = 8;

/** The asker's own runs, newest first; or, from a run's button, that run in another view. */
export const runs = defineCommand(
  {
    name: 'runs',
    options: {
      show: { type: 'string', maxLength: MAX_RUN_ID, byButtons: true },
      view: { type: 'choice', choices: views, byButtons: true },
    },
  },
  async ({ show, view }, context, services: Services) => {
    const { t, invocation } = context;
    if (show !== undefined && view) return switchView(show, view, context, services);
    const mine = await services.runs.recent(invocation.user.id, SHOWN);
    const [newest] = mine;
    if (!newest) throw new UserError('error.noRuns');
    await context.answerPrivately(runsList(mine, newest, t));
  },
);

/** @param newest the newest run */
export function runsList(
  mine: readonly RunState[],
  { record: { id } }: RunState,
  t: Translator,
): ChatMessage {
  const items = mine.map((run) => line(run, t));
  return {
    blocks: [
      { kind: 'heading', text: t.text('runs.title') },
      { kind: 'list', items },
    ],
    spoken: [t.plain('runs.title'), ...items.map(plain)].join(' '),
    buttons: [
      { label: t.plain('runs.button.again', { run: id }), command: `/fit like:${id}` },
      { label: t.plain('runs.button.code', { run: id }), command: `/code run:${id}` },
      ...compareButton(mine, t),
    ],
  };
}

async function switchView(
  id: string,
  view: View,
  context: CommandContext,
  services: Services,
): Promise<void> {
  const { t, invocation, answerPrivately } = context;
  const run = await namedRun(id, context, services);
  const { ownerId, ownerName } = run.record;
  if (ownerId !== invocation.user.id) {
    throw new UserError('error.notYourView', { run: id, owner: shown(ownerName) });
  }
  await services.preferences.set(ownerId, { view });
  const isShown = await services.switchView(id, view);
  const key = isShown ? 'runs.view' : 'runs.viewOutOfReach';
  await answerPrivately(textMessage(t.text(key, { run: id, view })));
}

/** Only if there is something to compare. */
function compareButton(mine: readonly RunState[], t: Translator): readonly Button[] {
  const over = mine.filter((run) => isOver(run) && run.finished.length > 0);
  if (over.length < 2) return [];
  return [{ label: t.plain('compare.button.newest'), command: '/compare' }];
}

function line(run: RunState, t: Translator): Text {
  const { id, settings, createdAtMs } = run.record;
  const { dataset, epochs, batchSize } = settings;
  const data = shown(dataset.kind === 'csv' ? dataset.fileName : dataset.name);
  const what = {
    run: id,
    data,
    epochs,
    batch: batchSize,
    when: timeAgo(createdAtMs, steadyNowMs(), t.locale),
  };
  return [...t.text('runs.line', what), { text: ' ' }, ...result(run, t)];
}

function result(run: RunState, t: Translator): Text {
  const { phase, finished, data, test, faultId } = run;
  if (phase === 'failed') return t.text('runs.failed', { fault: faultId ?? '' });
  if (run.waitsForSpace) return t.text('runs.waitsForSpace', { done: finished.length });
  if (run.waitsForWorkers) return t.text('runs.waitsForWorkers', { done: finished.length });
  const last = finished.at(-1);
  const isHeld = isPaused(run);
  const early = phase === 'completed' && stoppingOf(run)?.endsEarly;
  const key = isHeld ? 'runs.paused' : early ? 'runs.endedEarly' : (`runs.phase.${phase}` as const);
  const how = t.text(key, { done: finished.length });
  if (!last || !data) return how;
  const numbers = {
    loss: metricValue(last.logs.loss),
    metric: data.metric,
    value: metricValue(last.logs.metric),
  };
  return [
    ...how,
    { text: ' ' },
    ...(test
      ? t.text('runs.resultTest', { ...numbers, test: metricValue(test.metric) })
      : t.text('runs.result', numbers)),
  ];
}
