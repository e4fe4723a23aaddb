/**
 * The app as Slack is told of it (slackapi/manifest-schema v2): pasted once when the app is created.
 * One manifest serves both modes; over HTTP the two addresses are filled in and Socket Mode is switched off.
 */
import { translator } from '../../content/translator.js';
import { commandHints, wordsFor, type CommandHint } from '../../dispatch/completion.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { slashName } from './slash-name.js';

/** Of a description and a usage hint (manifest-schema v2). */
const MAX_DESCRIPTION = 2_000;
const MAX_USAGE_HINT = 1_000;

/** What each is for stands in the README. */
const botScopes = [
  ...['app_mentions:read', 'channels:read', 'chat:write', 'commands', 'files:read', 'files:write'],
  ...['groups:read', 'im:history', 'users:read'],
];

/** The last two say that the workspace takes the app out. */
const botEvents = ['app_mention', 'message.im', 'app_uninstalled', 'tokens_revoked'];

export function manifest(commands: readonly { readonly spec: CommandSpec }[]): object {
  // Slack knows one language of an app's description.
  const t = translator('en');
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
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'tutor', always_online: true },
      slash_commands: commandHints(commands, t).map((hint) => ({
        command: `/${slashName(hint.name)}`,
        url: address,
        description: hint.description.slice(0, MAX_DESCRIPTION),
        ...usageOf(hint),
        // Only so is a channel more than its name; everywhere else text is to come as it was typed.
        should_escape: hint.options.some(({ type }) => type === 'channels'),
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

/** `[epochs:1–500] [batch:1–100,000] …` */
function usageOf({ options }: CommandHint): { readonly usage_hint?: string } {
  if (options.length === 0) return {};
  const hints = options.map(({ name, range, choices, positional }) => {
    const allowed = range === '' ? choices.join('|') : range;
    if (positional) return `[${allowed === '' ? name : allowed}]`;
    return allowed === '' ? `[${name}:…]` : `[${name}:${allowed}]`;
  });
  return { usage_hint: cut(hints.join(' ')) };
}

function cut(hint: string): string {
  return hint.length <= MAX_USAGE_HINT ? hint : `${hint.slice(0, MAX_USAGE_HINT - 1)}…`;
}
