/** A separate process that listens to some of the servers: started by `shards.ts`. */
import { on } from 'node:events';
import { openGateway } from './gateway.js';
import type { DiscordLog } from './log.js';
import { MAY_IDENTIFY, type ShardNews } from './shards.js';

const [, , apiUrl = ''] = process.argv;

/** Less than the other process waits before it ends this one by force. */
const FAREWELL_MS = 500;

function tell(news: ShardNews): void {
  // The parent may have disconnected.
  if (process.connected) process.send?.(news);
}

/** Errors do not survive IPC by themselves. */
function plainDetails(details: object): object {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Error ? { type: value.name, message: value.message } : value,
    ]),
  );
}

const line =
  (level: keyof DiscordLog) =>
  (details: object, message: string): void => {
    tell({ kind: 'log', level, details: plainDetails(details), message });
  };

/** The parent process knows who else wants to identify. */
async function waitForIdentify(_shard: number, signal: AbortSignal): Promise<void> {
  tell({ kind: 'identify' });
  try {
    for await (const [message] of on(process, 'message', { signal })) {
      if (message === MAY_IDENTIFY) return;
    }
  } finally {
    if (signal.aborted) tell({ kind: 'identify', isOver: true });
  }
}

const gateway = openGateway({
  apiUrl,
  waitForIdentify,
  log: { info: line('info'), warn: line('warn'), error: line('error') },
  onEvent: (event) => {
    tell({ kind: 'event', event });
  },
  onState: (state) => {
    tell(state === 'refused' ? { kind: 'refused' } : { kind: 'state', state });
  },
});

void gateway.connected.then((name) => {
  if (name !== undefined) tell({ kind: 'connected', name });
});

/** The parent process has ended or is ending: nobody is listening any longer. */
function end(): void {
  void gateway.close(AbortSignal.timeout(FAREWELL_MS)).then(() => process.exit());
}
process.once('disconnect', end);
if (!process.connected) end();

// Signals to the whole process group are for the parent to handle: it still answers for a moment, and
// would only restart this one.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
