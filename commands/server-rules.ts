/** What the server or workspace that somebody asks in decided, where other commands have to know it. */
import type { Invocation } from '../src/chat/port.js';
import type { Locale } from '../src/content/locale.js';
import { mentionsOf } from '../src/dispatch/channels.js';
import type { Person, ServerRules } from '../src/dispatch/server-rules.js';
import { UserError } from '../src/errors.js';
import type { RunLimits } from '../src/runs/limits.js';
import type { ServerSettings, ServerSettingsStore } from '../src/storage/ports/server-settings.js';

/** Of those where somebody may ask instead: enough to find one. */
const NAMED_CHANNELS = 5;

export function serverRules(store: ServerSettingsStore): ServerRules {
  return {
    admit: async ({ everywhere }, { server }) => {
      if (everywhere || server?.channelId === undefined) return;
      const { channels } = await store.get(server.id);
      if (!channels || channels.includes(server.channelId)) return;
      throw new UserError('error.notInThisChannel', {
        channels: mentionsOf(channels.slice(0, NAMED_CHANNELS)),
        more: Math.max(0, channels.length - NAMED_CHANNELS),
      });
    },
    localeOf: (person) => localeHere(person, store),
  };
}

/** The platform's idea of somebody's language; where it has none, their server's. */
export async function localeHere(
  { locale, localeIsGuess = false, server }: Omit<Person, 'user'>,
  store: ServerSettingsStore,
): Promise<Locale> {
  if (!localeIsGuess || !server) return locale;
  return (await store.get(server.id)).language ?? locale;
}

/** What one person may ask for where they ask. */
export async function limitsHere(
  { server }: Invocation,
  { serverSettings }: { readonly serverSettings: ServerSettingsStore },
): Promise<RunLimits> {
  const { runs, rows }: ServerSettings = server ? await serverSettings.get(server.id) : {};
  return { ...(runs !== undefined && { runs }), ...(rows !== undefined && { rows }) };
}
