/** Server and workspace settings that other commands need. */
import type { Invocation } from '../src/chat/port.js';
import type { Locale } from '../src/content/locale.js';
import { mentionsOf } from '../src/dispatch/channels.js';
import type { Person, ServerRules } from '../src/dispatch/server-rules.js';
import { UserError } from '../src/errors.js';
import type { RunLimits } from '../src/runs/limits.js';
import type { ServerSettings, ServerSettingsStore } from '../src/storage/ports/server-settings.js';

/** How many alternative channels are listed. */
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

/** Somebody's language according to the platform, or else their server's. */
export async function localeHere(
  { locale, localeIsGuess = false, server }: Omit<Person, 'user'>,
  store: ServerSettingsStore,
): Promise<Locale> {
  if (!localeIsGuess || !server) return locale;
  return (await store.get(server.id)).language ?? locale;
}

/** The limits per person where they ask. */
export async function limitsHere(
  { server }: Invocation,
  { serverSettings }: { readonly serverSettings: ServerSettingsStore },
): Promise<RunLimits> {
  const { runs, rows }: ServerSettings = server ? await serverSettings.get(server.id) : {};
  return { ...(runs !== undefined && { runs }), ...(rows !== undefined && { rows }) };
}
