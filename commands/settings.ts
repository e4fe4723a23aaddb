import type { ChatMessage } from '../src/chat/message.js';
import type { Place, Server } from '../src/chat/port.js';
import { languages, locales } from '../src/content/locale.js';
import { plain, type Text } from '../src/content/text.js';
import type { Translator } from '../src/content/translator.js';
import { maxCsvRows } from '../src/datasets/csv/limits.js';
import { mentionsOf } from '../src/dispatch/channels.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { MAX_RUNS_PER_USER } from '../src/runs/limits.js';
import type { ChallengeChannel } from '../src/storage/ports/challenges.js';
import type { ServerSettings } from '../src/storage/ports/server-settings.js';
import { timeText } from '../src/tutor/challenge/calendar.js';
import { choicesCalled } from './choice-labels.js';
import type { Services } from './services.js';

/** As many as still make a readable sentence: “ask me in …”. */
const MOST_CHANNELS = 20;
/** Maximum length of a button's command (`chat/message.ts`). */
const MOST_CHARACTERS = 100;

/** Synonyms for going back to the program's own default. */
const own = { default: 0, none: 0, 기본: 0, 없음: 0 } as const;

/**
 * Shows and changes a server's or workspace's settings, for people who manage it. Where nobody can,
 * it only shows them.
 */
export const settings = defineCommand(
  {
    name: 'settings',
    forManagers: true,
    // A person who excluded the tutor from a channel can allow it again there.
    everywhere: true,
    options: {
      action: {
        type: 'choice',
        choices: ['show'],
        positional: true,
        valueAliases: { 보여줘: 'show' },
      },
      channels: { type: 'channels', most: MOST_CHANNELS },
      runs: {
        ...{ type: 'integer', min: 0, max: MAX_RUNS_PER_USER },
        valueAliases: own,
      },
      rows: {
        ...{ type: 'integer', min: 0, max: maxCsvRows, aliases: ['행'] },
        valueAliases: own,
      },
      language: {
        type: 'choice',
        choices: [...locales, 'auto'],
        valueAliases: {
          ...choicesCalled(languages),
          ...{ default: 'auto', none: 'auto', 기본: 'auto', 없음: 'auto' },
        },
      },
      ends: {
        type: 'choice',
        choices: ['on', 'off'],
        valueAliases: {
          ...{ yes: 'on', true: 'on', thread: 'on', no: 'off', false: 'off' },
          ...{ default: 'off', none: 'off', 기본: 'off', 없음: 'off' },
        },
      },
    },
  },
  async ({ channels, runs, rows, language, ends }, context, services: Services) => {
    const { server, place } = context.invocation;
    if (server && !server.manages) {
      throw new UserError('error.settingsManagers', { platform: place.platform });
    }
    const given: Changes = {
      ...(channels && { channels: channels.length > 0 ? channels : undefined }),
      ...(runs !== undefined && { runs: runs === 0 ? undefined : runs }),
      ...(rows !== undefined && { rows: rows === 0 ? undefined : rows }),
      ...(language && { language: language === 'auto' ? undefined : language }),
      ...(ends && { ends: ends === 'on' ? true : undefined }),
    };
    if (Object.keys(given).length > 0) return change(given, server, context, services);
    const now = server ? await services.serverSettings.get(server.id) : {};
    const message = await shownSettings(now, context, services);
    await context.answerPrivately(
      server ? withMore(message, context.t.text('settings.how')) : message,
    );
  },
);

type Name = keyof ServerSettings;

/** `undefined` for the program's own default. */
type Changes = { readonly [K in Name]?: ServerSettings[K] | undefined };

async function change(
  given: Changes,
  server: Server | undefined,
  context: CommandContext,
  services: Services,
): Promise<void> {
  const { t, invocation } = context;
  if (!server) {
    throw new UserError('error.settingsNobody', { platform: invocation.place.platform });
  }
  const strangers = await server.strangers(given.channels ?? []);
  if (strangers.length > 0) {
    const params = { channels: mentionsOf(strangers), platform: invocation.place.platform };
    throw new UserError('error.settingsStrangers', params);
  }
  const before = await services.serverSettings.get(server.id);
  const now = merged(before, given);
  const names = (Object.keys(given) as Name[]).filter(
    (name) => typed(before, name) !== typed(now, name),
  );
  const message = await shownSettings(now, context, services);
  if (names.length === 0) {
    return context.answerPrivately(headed(message, t.text('settings.unchanged')));
  }
  await services.serverSettings.set(server.id, now);
  const undo = `/settings ${names.map((name) => `${name}:${typed(before, name)}`).join(' ')}`;
  const words = t.text('settings.changed', { names: names.join(', '), undo });
  await context.answerPrivately({
    ...headed(message, words),
    ...(undo.length <= MOST_CHARACTERS && {
      buttons: [{ label: t.plain('settings.button.undo'), command: undo }],
    }),
  });
}

function merged(before: ServerSettings, given: Changes): ServerSettings {
  const all = Object.entries({ ...before, ...given });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** The current settings as a command. */
function typed({ channels, runs, rows, language, ends }: ServerSettings, name: Name): string {
  const values = {
    channels: channels ? mentionsOf(channels) : 'all',
    runs: String(runs ?? 0),
    rows: String(rows ?? 0),
    language: language ?? 'auto',
    ends: ends ? 'on' : 'off',
  };
  return values[name];
}

function withMore(message: ChatMessage, text: Text): ChatMessage {
  return { ...message, blocks: [...message.blocks, { kind: 'text', text }] };
}

function headed(message: ChatMessage, text: Text): ChatMessage {
  const blocks = [{ kind: 'text', text } as const, ...message.blocks];
  return { blocks, spoken: `${plain(text)} ${message.spoken}` };
}

async function shownSettings(
  now: ServerSettings,
  { t, invocation: { server, place } }: CommandContext,
  { defaultLocale, challenges }: Services,
): Promise<ChatMessage> {
  const here = place.platform === 'web' ? await challenges.channel(place) : undefined;
  const weekly = server ? await challenges.weekly(server.id) : here ? [here] : [];
  const items = [
    ...(server ? [channelsLine(now, t)] : []),
    ...limitLines(now, defaultLocale, t),
    ...(server ? [endsLine(now, t, place)] : []),
    ...challengeLines(weekly, t),
  ];
  const title = t.text('settings.title', { platform: server ? place.platform : 'none' });
  return {
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'list', items },
    ],
    spoken: [title, ...items].map(plain).join(' '),
  };
}

function channelsLine({ channels }: ServerSettings, t: Translator): Text {
  return channels
    ? t.text('settings.channels', { channels: mentionsOf(channels) })
    : t.text('settings.channels.all');
}

function endsLine({ ends }: ServerSettings, t: Translator, { platform }: Place): Text {
  return t.text(ends ? 'settings.ends' : 'settings.ends.off', { platform });
}

function challengeLines(weekly: readonly ChallengeChannel[], t: Translator): readonly Text[] {
  const on = weekly.filter(({ nextAtMs }) => nextAtMs !== undefined);
  if (on.length === 0) return [t.text('settings.challenge.off')];
  return on.map(({ channelId, nextAtMs = 0, isPaused }) => {
    const time = timeText(nextAtMs, t.locale);
    if (channelId === undefined) return t.text('settings.challenge.here', { time });
    const channels = mentionsOf([channelId]);
    return isPaused
      ? t.text('settings.challenge.paused', { channels })
      : t.text('settings.challenge.channel', { channels, time });
  });
}

function limitLines(
  { runs, rows, language }: ServerSettings,
  defaultLocale: Services['defaultLocale'],
  t: Translator,
): readonly Text[] {
  const isOwn = (value: unknown): string => (value === undefined ? 'yes' : 'no');
  return [
    t.text('settings.runs', { runs: runs ?? MAX_RUNS_PER_USER, own: isOwn(runs) }),
    t.text('settings.rows', { rows: rows ?? maxCsvRows, own: isOwn(rows) }),
    t.text('settings.language', { language: language ?? defaultLocale, own: isOwn(language) }),
  ];
}
