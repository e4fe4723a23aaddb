import type { Attachment, Block } from '../src/chat/message.js';
import type { Translator } from '../src/content/translator.js';
import { isBuiltinName } from '../src/datasets/builtin.js';
import { csvOf } from '../src/datasets/builtin/as-csv.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { stepsPerEpoch, type RunState } from '../src/runs/run.js';
import { kerasScript } from '../src/tutor/keras-script.js';
import { pytorchScript } from '../src/tutor/pytorch-script.js';
import { MAX_RUN_ID, namedOrNewestRun } from './find-run.js';
import { privateOption } from './private-option.js';
import type { Services } from './services.js';

/** The script's data file, if it is not the person's own. */
function builtinFile({ record }: RunState): readonly Attachment[] {
  const { dataset } = record.settings;
  if (dataset.kind !== 'builtin' || !isBuiltinName(dataset.name)) return [];
  return [{ name: `${dataset.name}.csv`, mediaType: 'text/csv', bytes: csvOf(dataset.name) }];
}

/** Each library's script, and the other library that its message offers. */
const libraries = {
  keras: { write: kerasScript, intro: 'code.intro', suffix: '', other: 'pytorch' },
  pytorch: {
    write: pytorchScript,
    intro: 'code.torch.intro',
    suffix: '-pytorch',
    other: 'keras',
  },
} as const;

/** Points out epoch, iteration and batch in the loop; Keras has no visible loop. */
function whereTheyAre({ record, data }: RunState, t: Translator): readonly Block[] {
  if (!data) return [];
  const { epochs, batchSize: batch } = record.settings;
  const rows = data.rows.training;
  const steps = stepsPerEpoch(rows, batch);
  const last = rows - (steps - 1) * batch;
  const numbers = { epochs, rows, steps, batch, last: last < batch ? String(last) : 'whole' };
  const items = (['epoch', 'iteration', 'batch'] as const).map((word) =>
    t.text(`code.torch.where.${word}`, numbers),
  );
  return [
    { kind: 'text', text: t.text('code.torch.where') },
    { kind: 'list', items },
  ];
}

/** The script that reproduces a run in Keras or PyTorch. */
export const code = defineCommand(
  {
    name: 'code',
    options: {
      run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'runs' },
      in: {
        type: 'choice',
        choices: ['keras', 'pytorch'],
        valueAliases: {
          ...{ torch: 'pytorch', 파이토치: 'pytorch', 토치: 'pytorch' },
          ...{ tensorflow: 'keras', tf: 'keras', 케라스: 'keras', 텐서플로: 'keras' },
        },
      },
      private: privateOption,
    },
  },
  async ({ run: named, in: library = 'keras' }, context, services: Services) => {
    const { t } = context;
    const run = await namedOrNewestRun(named, context, services);
    if (!run) throw new UserError('error.noRuns');
    const { id } = run.record;
    const { write, intro, suffix, other } = libraries[library];
    const script = write(run, t);
    if (script === undefined) throw new UserError('error.noCodeYet', { run: id });
    await context.answer({
      blocks: [
        { kind: 'text', text: t.text(intro, { run: id }) },
        ...(library === 'pytorch' ? whereTheyAre(run, t) : []),
        { kind: 'code', text: script },
      ],
      spoken: t.plain(intro, { run: id }),
      buttons: [{ label: t.plain(`code.button.${other}`), command: `/code run:${id} in:${other}` }],
      attachments: [
        {
          name: `fit-${id}${suffix}.py`,
          mediaType: 'text/x-python',
          bytes: new TextEncoder().encode(script),
        },
        ...builtinFile(run),
      ],
    });
  },
);
