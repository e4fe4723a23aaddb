import { defineCommand } from '../src/dispatch/spec.js';
import { mistakesAlt } from '../src/render/mistakes/alt.js';
import { mistakesChart } from '../src/render/mistakes/chart.js';
import { mistakesMessage } from '../src/render/mistakes/message.js';
import { MAX_RUN_ID } from './find-run.js';
import type { Services } from './services.js';
import { trainedRun } from './trained.js';

/** Where a run's network is wrong on its test rows: in numbers, as a chart, and its worst rows. */
export const mistakes = defineCommand(
  {
    name: 'mistakes',
    options: { run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'runs' } },
  },
  async ({ run: named }, context, services: Services) => {
    const { t, invocation } = context;
    const { run, checkpoint } = await trainedRun(named, context, services);
    const { record, data, backend = 'fused' } = run;
    const { settings } = record;
    const { weights, epoch } = checkpoint;
    const found = await services.findMistakes({ run: record.id, settings, weights, backend });
    // The contents of somebody's file are private: others see only counts, and in public no rows are shown.
    const isOwnFile = settings.dataset.kind === 'csv';
    const showsRows = !isOwnFile || record.ownerId === invocation.user.id;
    const picture = {
      name: `${record.id}-mistakes.png`,
      mediaType: 'image/png',
      bytes: await services.drawChart(mistakesChart(record.id, data, found, t)),
      alt: mistakesAlt(data, found, t),
    };
    const message = mistakesMessage(run, found, { epoch, picture, showsRows }, t);
    await (isOwnFile ? context.answerPrivately : context.answer)(message);
  },
);
