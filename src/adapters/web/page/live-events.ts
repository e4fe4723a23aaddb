/** Keeps the page told of what happens in the room, also over lost connections. */
import { loadWords } from './labels.js';
import type { WireEvents } from '../wire.js';

export interface LiveListener {
  readonly on: { readonly [K in keyof WireEvents]: (data: WireEvents[K]) => void };
  readonly onConnection: (isUp: boolean) => void;
}

const names = ['reset', 'entry', 'people', 'caught-up'] as const;
/** Before a stream that the browser gave up is opened anew, in ms. */
const reopenMs = 2000;

export function listen(listener: LiveListener, after = ''): void {
  const source = new EventSource(`/api/events${after && `?after=${encodeURIComponent(after)}`}`);
  let lastId = after;
  for (const name of names) {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      lastId = event.lastEventId || lastId;
      tell(listener.on, name, event.data);
    });
  }
  source.addEventListener('open', () => {
    listener.onConnection(true);
  });
  source.addEventListener('error', () => {
    listener.onConnection(false);
    // After an error status the browser does not try again by itself, as it does after a lost connection.
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => void reopen(listener, lastId), reopenMs);
  });
}

/** The words bring a new token, should the browser have lost the old one. */
async function reopen(listener: LiveListener, after: string): Promise<void> {
  await loadWords().catch(() => undefined);
  listen(listener, after);
}

function tell(on: LiveListener['on'], name: keyof WireEvents, data: string): void {
  // The name says what the data is.
  const hear = on[name] as (data: unknown) => void;
  hear(JSON.parse(data));
}
