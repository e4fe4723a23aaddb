/** Keeps the page up to date with the room, across lost connections. */
import { loadWords } from './labels.js';
import { eventsPath, whyNoEvents } from './server.js';
import type { WireEvents } from '../wire.js';

export interface LiveListener {
  readonly on: {
    readonly [K in Exclude<keyof WireEvents, 'alive'>]: (data: WireEvents[K]) => void;
  };
  /** `why`: the server's sentence, if it refuses. */
  readonly onConnection: (isUp: boolean, why?: string) => void;
}

const names = ['reset', 'entry', 'people', 'room', 'kept', 'caught-up'] as const;
/** Delay before reopening a stream that the browser has given up, in ms. */
const reopenMs = 2000;
/**
 * The server sends something at least every 20 s. After a sleep, or behind a router that forgot us, a
 * browser keeps listening to a dead connection: it does not know, but we notice the silence.
 */
const silenceMs = 50_000;
const lookEveryMs = 5000;

export function listen(listener: LiveListener, after = ''): void {
  const source = new EventSource(eventsPath(after));
  let lastId = after;
  let heardAt = now();
  const hear = (): void => {
    heardAt = now();
  };
  for (const name of names) {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      hear();
      lastId = event.lastEventId || lastId;
      tell(listener.on, name, event.data);
    });
  }
  source.addEventListener('alive', hear);
  source.addEventListener('open', () => {
    hear();
    listener.onConnection(true);
  });

  const look = (): void => {
    if (Math.abs(now() - heardAt) < silenceMs) return;
    stop();
    listener.onConnection(false);
    listen(listener, lastId);
  };
  const timer = setInterval(look, lookEveryMs);
  const stop = (): void => {
    clearInterval(timer);
    source.close();
  };
  source.addEventListener('error', () => {
    // It keeps retrying by itself.
    hear();
    listener.onConnection(false);
    // After an error status the browser does not retry by itself, unlike after a lost connection.
    if (source.readyState !== EventSource.CLOSED) return;
    stop();
    void reopen(listener, lastId);
  });
}

/** By the wall clock: monotonic clocks stop while a computer sleeps. */
function now(): number {
  return Date.now();
}

/** Reloading the text also gets a new token, in case the room has forgotten the old one. */
async function reopen(listener: LiveListener, after: string): Promise<void> {
  const refused = await whyNoEvents();
  if (refused?.message !== undefined) listener.onConnection(false, refused.message);
  await delay(refused?.retryAfterMs ?? reopenMs);
  if (refused?.status === 401) await loadWords().catch(() => undefined);
  listen(listener, after);
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function tell(on: LiveListener['on'], name: keyof LiveListener['on'], data: string): void {
  // The event's name determines the data's type.
  const hear = on[name] as (data: unknown) => void;
  hear(JSON.parse(data));
}
