/**
 * The app's manifest (slackapi/manifest-schema v2): pasted once when the app is created.
 * One manifest serves both modes; over HTTP the two addresses are filled in and Socket Mode is switched off.
 */
import { translator } from '../../content/translator.js';
import {
  commandHints,
  wordsFor,
  type CommandHint,
  type OptionHint,
} from '../../dispatch/completion.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { fileOptions } from './csv-form.js';
import { slashName } from './slash-name.js';

/** Characters of a description (manifest-schema v2). */
const MAX_DESCRIPTION = 2_000;
/** Slack accepts more, but shows one line beside the command's name. */
const MAX_USAGE_HINT = 60;
const AND_MORE = ' …';

/** docs/hosting.md says what each is for. The install page asks for the same. */
export const botScopes = [
  ...['app_mentions:read', 'channels:read', 'chat:write', 'commands', 'files:read', 'files:write'],
  ...['groups:read', 'im:history', 'users:read'],
];

/** The last two report that the workspace removed the app. */
const botEvents = [
  ...['app_home_opened', 'app_mention', 'message.im', 'app_uninstalled', 'tokens_revoked'],
];

export function manifest(commands: readonly { readonly spec: CommandSpec }[]): object {
  // Slack supports only one language for an app's description.
  const t = translator('en', 'slack');
  const address = 'https://YOUR-HOST/slack/events';
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Epoch Tutor',
      description: t.plain('slack.about'),
      background_color: '#1f3a5f',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'tutor', always_online: true },
      slash_commands: commandHints(commands, t).map((hint, index) => ({
        command: `/${slashName(hint.name)}`,
        url: address,
        description: hint.description.slice(0, MAX_DESCRIPTION),
        ...usageOf(hint, formFilesOf(commands[index])),
        // Needed for channels and people to arrive as ids; elsewhere text should arrive as typed.
        should_escape: hint.options.some(({ type }) => ['channels', 'person'].includes(type)),
      })),
      shortcuts: commands.flatMap(({ spec: { name, onMessage } }) =>
        onMessage === undefined
          ? []
          : [
              {
                name: wordsFor(`command.${name}.onMessage`, t),
                type: 'message',
                callback_id: name,
                description: wordsFor(`command.${name}`, t),
              },
            ],
      ),
    },
    oauth_config: { scopes: { bot: botScopes } },
    settings: {
      event_subscriptions: { request_url: address, bot_events: botEvents },
      interactivity: { is_enabled: true, request_url: address },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  };
}

function formFilesOf(command: { readonly spec: CommandSpec } | undefined): readonly string[] {
  return command ? fileOptions(command.spec) : [];
}

/** `[epochs:1–500] [batch:1–100,000] …`: as much as can be read at a glance; `/help fit` has the rest. */
function usageOf(
  { options }: CommandHint,
  filesInForm: readonly string[],
): { readonly usage_hint?: string } {
  const told = options.filter(({ name, type }) =>
    // A slash command's answer is private anyway, and it cannot carry a file.
    type === 'file' ? filesInForm.includes(name) : name !== 'private',
  );
  if (told.length === 0) return {};
  const hints: string[] = [];
  for (const option of told) {
    const isLast = hints.length + 1 === told.length;
    const before = hints.map((hint) => `${hint} `).join('');
    const room = MAX_USAGE_HINT - before.length - (isLast ? 0 : AND_MORE.length);
    const hint = hintsOf(option).find(({ length }) => length <= room);
    if (hint === undefined) return { usage_hint: before.trimEnd() + AND_MORE };
    hints.push(hint);
  }
  return { usage_hint: hints.join(' ') };
}

/** From the fullest to the shortest. A file is asked for in a form, so its option has no value. */
function hintsOf({ name, type, range, choices, positional }: OptionHint): readonly string[] {
  if (type === 'file') return [`[${name}:]`];
  const all = range === '' ? choices.join('|') : range;
  if (!positional) return [...(all === '' ? [] : [`[${name}:${all}]`]), `[${name}:…]`];
  if (all === '') return [`[${name}]`];
  const fewer = choices.map((_, index) => choices.slice(0, choices.length - 1 - index).join('|'));
  return [`[${all}]`, ...fewer.slice(0, -1).map((some) => `[${some}|…]`), `[${name}]`];
}
