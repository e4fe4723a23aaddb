import { plain } from '../src/chat/message.js';
import { builtinDatasets, builtinNames } from '../src/datasets/builtin.js';
import { defineCommand } from '../src/dispatch/spec.js';
import type { Services } from './services.js';

/** The built-in data sets and where their rows come from. */
export const data = defineCommand(
  { name: 'data', options: {} },
  async (_args, context, _services: Services) => {
    const { t } = context;
    const items = builtinNames.map((name) => {
      const { rows, task, target } = builtinDatasets[name];
      return [
        ...t.text('data.line', { name, rows, target, task: t.plain(`data.task.${task}`) }),
        { text: ' ' },
        ...t.text(`data.${name}.about`),
        { text: ' ' },
        ...t.text(`data.${name}.source`),
      ];
    });
    const notes = [
      t.text('data.howSplit'),
      t.text('data.howPrepared'),
      t.text('data.howRegression'),
      t.text('data.ownCsv'),
    ];
    await context.answer({
      blocks: [
        { kind: 'heading', text: t.text('data.title') },
        { kind: 'list', items },
        ...notes.map((text) => ({ kind: 'text' as const, text })),
      ],
      spoken: [t.plain('data.title'), ...items.map(plain)].join(' '),
      buttons: builtinNames.map((name) => ({
        label: t.plain('data.button', { name }),
        command: `/fit data:${name}`,
      })),
    });
  },
);
