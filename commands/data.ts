import type { ChatMessage } from '../src/chat/message.js';
import { plain, type Text } from '../src/content/text.js';
import type { Translator } from '../src/content/translator.js';
import { builtinDatasets, builtinNames, type BuiltinName } from '../src/datasets/builtin.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { firstRows } from './first-rows.js';
import { datasetLabel } from './choice-labels.js';
import type { Services } from './services.js';

/** The built-in data sets and where their rows come from; one of them with its first rows. */
export const data = defineCommand(
  {
    name: 'data',
    options: {
      name: { type: 'choice', choices: builtinNames, positional: true, labels: datasetLabel },
    },
  },
  async ({ name }, context, _services: Services) => {
    await context.answer(name ? oneDataset(name, context.t) : allDatasets(context.t));
  },
);

function allDatasets(t: Translator): ChatMessage {
  const items = builtinNames.map((name) => about(name, t));
  const notes = [
    t.text('data.howSplit'),
    t.text('data.howPrepared'),
    t.text('data.howRegression'),
    t.text('data.look'),
    t.text('data.ownCsv'),
  ];
  return {
    blocks: [
      { kind: 'heading', text: t.text('data.title') },
      { kind: 'list', items },
      ...notes.map((text) => ({ kind: 'text' as const, text })),
    ],
    spoken: [t.plain('data.title'), ...items.map(plain)].join(' '),
    buttons: builtinNames.map((name) => fitButton(name, t)),
  };
}

function oneDataset(name: BuiltinName, t: Translator): ChatMessage {
  const text = about(name, t);
  return {
    blocks: [
      { kind: 'text', text },
      { kind: 'text', text: t.text('data.firstRows') },
      { kind: 'code', text: firstRows(name) },
    ],
    spoken: plain(text),
    buttons: [fitButton(name, t)],
  };
}

function about(name: BuiltinName, t: Translator): Text {
  const { rows, task, target } = builtinDatasets[name];
  return [
    ...t.text('data.line', { name, rows, target, task: t.plain(`data.task.${task}`) }),
    { text: ' ' },
    ...t.text(`data.${name}.about`),
    { text: ' ' },
    ...t.text(`data.${name}.source`),
  ];
}

function fitButton(name: BuiltinName, t: Translator) {
  return { label: t.plain('data.button', { name }), command: `/fit data:${name}` };
}
