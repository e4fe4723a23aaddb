/** Announces a run's end in a message of its own, as edits notify nobody. */
import type { ChatPort, Place } from '../chat/port.js';
import { shown } from '../content/shown.js';
import type { Translator } from '../content/translator.js';
import { spokenRun } from '../render/run-spoken.js';
import type { RunState } from '../runs/run.js';
import type { LiveMessageRecord } from '../storage/ports/live-messages.js';
import type { ServerSettingsStore } from '../storage/ports/server-settings.js';

interface Means {
  readonly port: ChatPort;
  readonly serverSettings: Pick<ServerSettingsStore, 'get'>;
  readonly t: Translator;
}

/**
 * Mentions the owner where they asked for it; otherwise names them where the server wants ends announced.
 * Nothing is announced of a run that was stopped: the person who stopped it knows.
 */
export async function announceEnd(
  state: RunState,
  { place, ref, ping = false }: LiveMessageRecord,
  { port, serverSettings, t }: Means,
): Promise<void> {
  if (state.phase === 'stopped') return;
  const { ownerId, ownerName } = state.record;
  const words = spokenRun(state, t);
  if (ping) await port.notify?.({ place, ref, userId: ownerId, words });
  else if ((port.notifies?.(place) ?? false) && (await areEndsSaid(place, serverSettings))) {
    const named = [shown(ownerName), shown(dataName(state)), words].join(' · ');
    await port.notify?.({ place, ref, words: named });
  }
}

/** Decided when the run ends. */
async function areEndsSaid({ home }: Place, settings: Means['serverSettings']): Promise<boolean> {
  return home !== undefined && ((await settings.get(home)).ends ?? false);
}

function dataName({ data, record: { settings } }: RunState): string {
  const { dataset } = settings;
  return data?.name ?? (dataset.kind === 'builtin' ? dataset.name : dataset.fileName);
}
