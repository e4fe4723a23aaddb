/**
 * A Slack slash command cannot carry a file. Where one asks for it (`/fit epochs:20 csv:`), a form
 * takes the file, and the command is then run with it.
 */
import type { App, ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { setTimeout as delay } from 'node:timers/promises';
import { textMessage } from '../../chat/message.js';
import type { Requested } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import { shown } from '../../content/shown.js';
import { translator, type Translator } from '../../content/translator.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { audienceOf } from './audience.js';
import { incomingFiles, type SharedFile } from './incoming-file.js';
import { slackMessage } from './blocks.js';
import { requestedIn } from './intake.js';
import { invocationOf, personId, type Inbound, type InboundIn, type Whisper } from './inbound.js';
import { whisperTo } from './response-url.js';
import type { SlackPlace } from './keys.js';
import { unknown } from './people.js';
import { serverOf } from './server.js';

const FORM = 'csv-form';
/** The longest command quoted, in characters. */
const QUOTED_CHARACTERS = 80;
const FILE = 'file';

/** The form's state, kept in its `private_metadata` (at most 3,000 characters). */
const memorySchema = z.object({
  line: z.string(),
  /** Where the bot is not a member, only this reaches the asker. */
  responseUrl: z.string(),
  where: z.object({ channel: z.string(), thread: z.string().optional() }),
});

export interface CsvRequest {
  readonly requested: Requested;
  readonly userId: string;
  /** Opens a form within 3 s. */
  readonly trigger: string;
  readonly line: string;
  readonly where: SlackPlace;
  readonly responseUrl: string;
  readonly whisper: Whisper;
}

/** A trigger lives 3 s: people whose language is not known by then see the default one. */
const LANGUAGE_WITHIN_MS = 1_000;

/** The file option's name occurs in the line, with or without a value. */
export function wantsCsv(spec: CommandSpec, line: string): boolean {
  return fileOptions(spec).some((option) => optionPattern(option).test(line));
}

/** Opens the form, or says that it did not open. */
export async function askForCsv(request: CsvRequest, inbound: Inbound): Promise<void> {
  const t = translator(await localeOf(request, inbound), 'slack');
  if (request.requested.leftOver) {
    // Forms open within 3 s or never.
    const asked = shown(request.line, QUOTED_CHARACTERS);
    await request.whisper(slackMessage(textMessage(t.text('leftOver.send', { asked }))));
    return;
  }
  try {
    await openForm(request, inbound, t);
  } catch (err) {
    inbound.log.warn({ err }, 'Slack: a form could not be opened');
    const words = t.text('slack.csvForm.failed', { bot: inbound.botName() });
    await request.whisper(slackMessage(textMessage(words)));
  }
}

async function localeOf({ userId, where }: CsvRequest, inbound: Inbound): Promise<Locale> {
  const { people, dispatcher } = inbound;
  const late = delay(LANGUAGE_WITHIN_MS, unknown('', people.defaultLocale));
  const person = await Promise.race([people.find(userId), late]);
  const { name, locale, localeIsGuess } = person;
  const user = { id: personId(userId, inbound.team), name };
  return dispatcher.localeOf({
    user,
    locale,
    localeIsGuess,
    server: serverOf(where, person, inbound),
  });
}

async function openForm(
  { trigger, line, where, responseUrl }: CsvRequest,
  { client, specs }: Inbound,
  t: Translator,
): Promise<void> {
  const options = specs.flatMap(fileOptions);
  const rest = options.reduce((text, option) => text.replace(optionPattern(option), ' '), line);
  await client.views.open({
    trigger_id: trigger,
    view: {
      type: 'modal',
      callback_id: FORM,
      private_metadata: JSON.stringify({ line: rest.trim().slice(0, 2_500), where, responseUrl }),
      title: { type: 'plain_text', text: t.plain('slack.csvForm.title') },
      submit: { type: 'plain_text', text: t.plain('slack.csvForm.submit') },
      blocks: [
        {
          type: 'input',
          block_id: FILE,
          label: { type: 'plain_text', text: t.plain('slack.csvForm.label') },
          hint: { type: 'plain_text', text: t.plain('slack.csvForm.hint') },
          element: { type: 'file_input', action_id: FILE, filetypes: ['csv'], max_files: 1 },
        },
      ],
    },
  });
}

export function onCsvForm(app: App, inboundIn: InboundIn): void {
  app.view(FORM, async ({ ack, body, view, context }) => {
    await ack();
    const inbound = inboundIn(context);
    const { line, where, responseUrl } = memorySchema.parse(JSON.parse(view.private_metadata));
    const files = await incomingFiles(filesOf(view), inbound.files);
    const whisper = whisperTo(responseUrl);
    const requested = requestedIn(context);
    const command = /^\/(\S+)/.exec(line)?.[1] ?? '';
    const heard = {
      ...{ requested, userId: body.user.id, where, pressed: false, files, whisper },
      ...audienceOf(command, line),
    };
    const invocation = await invocationOf(heard, inbound);
    await inbound.dispatcher.text(line, invocation);
  });
}

function filesOf(view: ViewOutput): readonly SharedFile[] {
  return view.state.values[FILE]?.[FILE]?.files ?? [];
}

/**
 * File options that a form asks for. A command about text takes its file from a mention: “file” occurs in every
 * traceback.
 */
export function fileOptions({ options, onMessage }: CommandSpec): readonly string[] {
  if (onMessage !== undefined) return [];
  return Object.entries(options)
    .filter(([, { type }]) => type === 'file')
    .map(([name]) => name);
}

/** `csv`, `csv:` and `csv:homes.csv`, as an option and not as part of another word. */
function optionPattern(option: string): RegExp {
  return new RegExp(`(?<=\\s)${option}(?:\\s*[:=]\\s*[^\\s:=]*)?(?=\\s|$)`, 'iu');
}
