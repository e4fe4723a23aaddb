/** Offers a training that somebody asked for in words: a sentence with a button to start it. */
import { textMessage, type ChatMessage } from '../src/chat/message.js';
import { shown } from '../src/content/shown.js';
import type { Translator } from '../src/content/translator.js';
import { MOST_IN_BUTTON, typedLine } from '../src/dispatch/left-over.js';
import type { GivenValue } from '../src/dispatch/read-value.js';
import type { CommandContext } from '../src/dispatch/spec.js';
import type { RunState } from '../src/runs/run.js';
import { takeFile, withChoices, type GivenColumns } from './column-options.js';
import { namedRun } from './find-run.js';
import { fitDefaults, fitSettings, type GivenOptions } from './fit-settings.js';
import { limitsHere } from './server-rules.js';
import type { Services } from './services.js';

/** “Again” means the previous run. */
const LAST = 'last';
/** Options mentioned in the sentence itself. */
const inSentence = ['epochs', 'batch', 'data'];

type Args = GivenOptions &
  GivenColumns & {
    readonly data: Parameters<typeof takeFile>[1];
    readonly csv: Parameters<typeof takeFile>[0];
    readonly like: string | undefined;
  };

/** @throws UserError as starting it would, so that nothing impossible is offered */
export async function offerFit(
  args: Args,
  context: CommandContext,
  services: Services,
): Promise<void> {
  const { invocation, t } = context;
  const { user } = invocation;
  const like = await runMeant(args.like, context, services);
  const numbers = fitSettings(args, like?.record.settings);
  services.runs.admit(user.id, { limits: await limitsHere(invocation, services) });
  if (args.csv) await services.refuseWhenFull();
  const uploaded = await takeFile(args.csv, args.data, user.id, services.uploads);
  try {
    const builtin = args.data && ({ kind: 'builtin', name: args.data } as const);
    const before = like?.record.settings.dataset ?? fitDefaults.dataset;
    const dataset = withChoices(uploaded ?? builtin ?? before, args);
    const { csv: _, like: _like, ...given } = args;
    const preview = uploaded && (await services.uploads.keepPreview(uploaded, user.id));
    const values = Object.entries({ like: like?.record.id, preview, ...given }).filter(
      (option): option is [string, string | number] => option[1] !== undefined,
    );
    const also = values.filter(([name]) => ![...inSentence, 'preview'].includes(name));
    const sentence = t.text('request.fit', {
      epochs: numbers.epochs,
      batch: numbers.batchSize,
      data: shown(dataset.kind === 'csv' ? dataset.fileName : dataset.name),
      also: also.length === 0 ? 'none' : also.map(([name, value]) => `${name}:${value}`).join(' '),
    });
    const offer = offerOf(textMessage(sentence), Object.fromEntries(values), t);
    await context.answer(offer);
  } finally {
    if (uploaded) await services.uploads.settle(uploaded.sha256);
  }
}

async function runMeant(
  id: string | undefined,
  context: CommandContext,
  services: Services,
): Promise<RunState | undefined> {
  if (id !== LAST) return id === undefined ? undefined : namedRun(id, context, services);
  const [newest] = await services.runs.recent(context.invocation.user.id, 1);
  return newest;
}

/** A command too long for a button is shown as a line to send. */
function offerOf(
  message: ChatMessage,
  values: Readonly<Record<string, GivenValue>>,
  t: Translator,
): ChatMessage {
  const command = typedLine('fit', values);
  if (command.length > MOST_IN_BUTTON) {
    return { ...message, blocks: [...message.blocks, { kind: 'code', text: command }] };
  }
  return {
    ...message,
    buttons: [{ label: t.plain('request.button.fit'), command, style: 'primary' }],
  };
}
