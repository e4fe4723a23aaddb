import type { Block, ChatMessage } from '../src/chat/message.js';
import type { Translator } from '../src/content/translator.js';
import { shown } from '../src/content/shown.js';
import { isBuiltinName } from '../src/datasets/builtin.js';
import { MOST_IN_BUTTON } from '../src/dispatch/left-over.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { RunRecord } from '../src/runs/ports.js';
import { isReadAsNow } from '../src/runs/reading.js';
import { seenEpochs } from '../src/runs/repeats.js';
import type { RunState } from '../src/runs/run.js';
import { MAX_CODE, writeCode } from '../src/runs/shared-code.js';
import { MAX_RUN_ID, namedOrNewestRun } from './find-run.js';
import { contentsOf } from './like.js';
import { privateOption } from './private-option.js';
import type { Services } from './services.js';

/** A run as a code that trains it again anywhere, bit for bit. */
export const share = defineCommand(
  {
    name: 'share',
    options: {
      run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'runs' },
      private: privateOption,
    },
  },
  async ({ run: named }, context, services: Services) => {
    const run = await namedOrNewestRun(named, context, services);
    if (!run) throw new UserError('error.noRuns');
    const code = codeOf(run);
    if (code === undefined) {
      throw new UserError('error.codeTooLong', { run: run.record.id, max: MAX_CODE });
    }
    await context.answer(shareMessage(run, code, context.t));
  },
);

/** Undefined if its column lists make it too long to send. */
export function codeOf({ record, finished, backend }: RunState): string | undefined {
  const { checks: _, repeats: __, ...settings } = record.settings;
  const { dataset } = settings;
  const isBuiltin = dataset.kind === 'builtin' && isBuiltinName(dataset.name);
  const seen = seenEpochs(finished, backend);
  return writeCode({
    ...{ settings, contents: isBuiltin ? contentsOf(dataset.name) : '' },
    ...(seen && { seen }),
  });
}

function shareMessage({ record, backend }: RunState, code: string, t: Translator): ChatMessage {
  const { id: run, settings } = record;
  const line = `/fit like:${code}`;
  const table = settings.dataset.kind === 'csv' ? settings.dataset.fileName : undefined;
  const shells = shellLines(record, code);
  const isRounded = backend !== undefined && backend !== 'fused';
  const isReadOtherwise = !isReadAsNow(settings.dataset);
  const exact = isRounded || isReadOtherwise ? 'no' : 'yes';
  const blocks: readonly Block[] = [
    { kind: 'text', text: t.text('share.intro', { run }) },
    { kind: 'code', text: code },
    { kind: 'text', text: t.text('share.chat', { exact }) },
    { kind: 'code', text: line },
    { kind: 'text', text: t.text('share.shell') },
    ...shells.map((text) => ({ kind: 'code', text }) as const),
    ...(shells.length > 1 ? [{ kind: 'text', text: t.text('share.shells') } as const] : []),
    ...(table === undefined
      ? []
      : [{ kind: 'text', text: t.text('share.table', { file: shown(table) }) } as const]),
    ...(isRounded ? [{ kind: 'text', text: t.text('share.tensorflow') } as const] : []),
    ...(isReadOtherwise ? [{ kind: 'text', text: t.text('share.oldReading') } as const] : []),
    { kind: 'text', text: t.text('share.seed', { run }) },
  ];
  const spoken = t.plain('share.intro', { run });
  if (line.length > MOST_IN_BUTTON) return { blocks, spoken };
  return { blocks, spoken, buttons: [{ label: t.plain('share.button'), command: line }] };
}

/** For POSIX shells and for PowerShell, which quote differently; one line if both are the same. */
export function shellLines({ settings: { dataset } }: RunRecord, code: string): readonly string[] {
  const file = dataset.kind === 'csv' ? [`csv:${shown(dataset.fileName, Infinity)}`] : [];
  const line = (escaped: (word: string) => string): string =>
    `npm run fit -- ${[code, ...file].map((word) => `'${escaped(word)}'`).join(' ')}`;
  return [...new Set([line(inPosix), line(inPowerShell)])];
}

function inPosix(word: string): string {
  return word.replaceAll("'", String.raw`'\''`);
}

/** PowerShell also treats curly quotes as quotes. */
function inPowerShell(word: string): string {
  return word.replaceAll(/['\u2018-\u201b]/g, '$&$&');
}
