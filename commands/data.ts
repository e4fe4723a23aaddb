import type { ChatMessage } from '../src/chat/message.js';
import { textMessage } from '../src/chat/message.js';
import { plain, type Text } from '../src/content/text.js';
import { shown } from '../src/content/shown.js';
import type { Translator } from '../src/content/translator.js';
import {
  builtinDatasets,
  builtinNames,
  pictureOf,
  type BuiltinName,
} from '../src/datasets/builtin.js';
import { csvOf } from '../src/datasets/builtin/as-csv.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { tablePreview } from '../src/render/table-preview.js';
import { refuseLargeTable } from '../src/runs/limits.js';
import type { UploadedTable } from '../src/storage/ports/uploads.js';
import { datasetLabel } from './choice-labels.js';
import {
  columnOptions,
  previewed,
  previewOption,
  takeFile,
  withChoices,
  type GivenColumns,
} from './column-options.js';
import { firstRows } from './first-rows.js';
import { privateOption } from './private-option.js';
import { limitsHere } from './server-rules.js';
import type { Services } from './services.js';

/**
 * The built-in data sets and their sources; one of them with its first rows and as a file;
 * or a preview of the person's own file, before anything trains.
 */
export const data = defineCommand(
  {
    name: 'data',
    recognises: { text: () => false, file: (name) => /\.(csv|tsv|tab)$/i.test(name) },
    options: {
      name: { type: 'choice', choices: builtinNames, positional: true, labels: datasetLabel },
      csv: { type: 'file' },
      ...columnOptions,
      preview: previewOption,
      private: privateOption,
    },
  },
  async ({ name, csv, preview, private: _, ...columns }, context, services: Services) => {
    const { invocation, t } = context;
    const ownerId = invocation.user.id;
    const shownBefore = await previewed(preview, ownerId, services.uploads);
    if (csv) await services.refuseWhenFull();
    const uploaded = await takeFile(csv, name, ownerId, services.uploads);
    const table = uploaded ?? shownBefore;
    if (!table) {
      refuseColumns(columns);
      return context.answer(name ? oneDataset(name, t) : allDatasets(t));
    }
    try {
      const chosen = withChoices(table, columns);
      await (invocation.overheard
        ? offerToLook(chosen, context, services)
        : showTable(chosen, context, services));
    } finally {
      if (uploaded) await services.uploads.settle(uploaded.sha256);
    }
  },
);

/** @throws UserError when there is no file that the column options could refer to */
function refuseColumns(columns: GivenColumns): void {
  const [option] = Object.entries(columns).find(([, value]) => value !== undefined) ?? [];
  if (option !== undefined) throw new UserError('error.choicesNeedFile', { option });
}

async function showTable(
  dataset: UploadedTable,
  { invocation, t, answerPrivately }: CommandContext,
  { previewData, uploads, serverSettings }: Services,
): Promise<void> {
  const preview = await previewData(dataset);
  if (preview.outcome.kind === 'ready') {
    const limits = await limitsHere(invocation, { serverSettings });
    refuseLargeTable(dataset, preview.outcome.summary, limits);
  }
  const id = await uploads.keepPreview(dataset, invocation.user.id);
  await answerPrivately(tablePreview(preview, id, t));
}

/** The contents of somebody's file are not shown where others could read them. */
async function offerToLook(
  dataset: UploadedTable,
  { invocation, t }: CommandContext,
  { uploads }: Services,
): Promise<void> {
  const id = await uploads.keepPreview(dataset, invocation.user.id);
  const words = t.text('table.press', { file: shown(dataset.fileName) });
  const look = { label: t.plain('table.button.look'), command: `/data preview:${id}` };
  await invocation.reply({ ...textMessage(words), buttons: [look] }, 'everyone');
}

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
  const file = `${name}.csv`;
  const { rows } = builtinDatasets[name];
  return {
    blocks: [
      { kind: 'text', text },
      { kind: 'text', text: firstRowsWords(name, t) },
      { kind: 'code', text: firstRows(name) },
      { kind: 'text', text: t.text('data.file', { rows, file }) },
    ],
    spoken: plain(text),
    buttons: [fitButton(name, t)],
    attachments: [{ name: file, mediaType: 'text/csv', bytes: csvOf(name) }],
  };
}

function firstRowsWords(name: BuiltinName, t: Translator): Text {
  const picture = pictureOf(name);
  if (!picture) return t.text('data.firstRows');
  return t.text('data.firstPictures', { pixels: picture.width * picture.height });
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
