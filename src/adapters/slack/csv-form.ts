/**
 * A slash command of Slack's cannot carry a file. Where one asks for it (`/fit epochs:20 csv:`), a form
 * takes the file, and then the command is run with it.
 */
import type { App, ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { translator } from '../../content/translator.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { incomingFiles, type SharedFile } from './incoming-file.js';
import { invocationOf, type Inbound } from './inbound.js';
import type { SlackPlace } from './keys.js';

const FORM = 'csv-form';
const FILE = 'file';

/** What the form has to remember, in its `private_metadata` (at most 3,000 characters). */
const memorySchema = z.object({
  line: z.string(),
  where: z.object({ channel: z.string(), thread: z.string().optional() }),
});

export interface CsvRequest {
  readonly team: string;
  readonly userId: string;
  /** Opens a form within 3 s. */
  readonly trigger: string;
  readonly line: string;
  readonly where: SlackPlace;
}

/** The name of the option that takes a file stands there, with nothing or anything behind it. */
export function wantsCsv(spec: CommandSpec, line: string): boolean {
  return fileOptions(spec).some((option) => optionPattern(option).test(line));
}

export async function openCsvForm(
  { userId, trigger, line, where }: CsvRequest,
  { client, people, specs }: Inbound,
): Promise<void> {
  const { locale } = await people.find(userId);
  const t = translator(locale);
  const options = specs.flatMap(fileOptions);
  const rest = options.reduce((text, option) => text.replace(optionPattern(option), ' '), line);
  await client.views.open({
    trigger_id: trigger,
    view: {
      type: 'modal',
      callback_id: FORM,
      private_metadata: JSON.stringify({ line: rest.trim().slice(0, 2_500), where }),
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

export function onCsvForm(app: App, inbound: Inbound): void {
  app.view(FORM, async ({ ack, body, view }) => {
    await ack();
    const { line, where } = memorySchema.parse(JSON.parse(view.private_metadata));
    const files = await incomingFiles(filesOf(view), inbound.files);
    const asker = { team: body.team?.id ?? body.user.team_id ?? '', userId: body.user.id };
    const invocation = await invocationOf({ ...asker, where, pressed: false, files }, inbound);
    await inbound.dispatcher.text(line, invocation);
  });
}

function filesOf(view: ViewOutput): readonly SharedFile[] {
  return view.state.values[FILE]?.[FILE]?.files ?? [];
}

function fileOptions({ options }: CommandSpec): readonly string[] {
  return Object.entries(options)
    .filter(([, { type }]) => type === 'file')
    .map(([name]) => name);
}

/** `csv`, `csv:` and `csv:homes.csv`, as an option and not as a part of another word. */
function optionPattern(option: string): RegExp {
  return new RegExp(`(?<=\\s)${option}(?:\\s*[:=]\\s*[^\\s:=]*)?(?=\\s|$)`, 'iu');
}
