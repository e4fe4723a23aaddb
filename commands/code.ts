import type { Attachment } from '../src/chat/message.js';
import { isBuiltinName } from '../src/datasets/builtin.js';
import { csvOf } from '../src/datasets/builtin/as-csv.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { RunState } from '../src/runs/run.js';
import { kerasScript } from '../src/tutor/keras-script.js';
import { MAX_RUN_ID, namedOrNewestRun } from './find-run.js';
import { privateOption } from './private-option.js';
import type { Services } from './services.js';

/** What the script reads, where it is not a file of one's own. */
function builtinFile({ record }: RunState): readonly Attachment[] {
  const { dataset } = record.settings;
  if (dataset.kind !== 'builtin' || !isBuiltinName(dataset.name)) return [];
  return [{ name: `${dataset.name}.csv`, mediaType: 'text/csv', bytes: csvOf(dataset.name) }];
}

/** The Keras script that does what a run did. */
export const code = defineCommand(
  {
    name: 'code',
    options: {
      run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'runs' },
      private: privateOption,
    },
  },
  async ({ run: id }, context, services: Services) => {
    const { t } = context;
    const run = await namedOrNewestRun(id, context, services);
    if (!run) throw new UserError('error.noRuns');
    const script = kerasScript(run, t);
    if (script === undefined) throw new UserError('error.noCodeYet', { run: run.record.id });
    const text = t.text('code.intro', { run: run.record.id });
    await context.answer({
      blocks: [
        { kind: 'text', text },
        { kind: 'code', text: script },
      ],
      spoken: t.plain('code.intro', { run: run.record.id }),
      attachments: [
        {
          name: `fit-${run.record.id}.py`,
          mediaType: 'text/x-python',
          bytes: new TextEncoder().encode(script),
        },
        ...builtinFile(run),
      ],
    });
  },
);
