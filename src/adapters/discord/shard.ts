/** A process of its own that listens to a part of the servers: started by `shards.ts`. */
import { on } from 'node:events';
import { openGateway } from './gateway.js';
import type { DiscordLog } from './log.js';
import { MAY_IDENTIFY, type ShardNews } from './shards.js';

const [, , apiUrl = ''] = process.argv;

/** Less than the other process waits before it ends this one by force. */
const FAREWELL_MS = 500;

function tell(news: ShardNews): void {
  // Whoever has let go of us hears nothing more.
  if (process.connected) process.send?.(news);
}

/** Errors do not survive the way between processes by themselves. */
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

/** The other process knows who else wants to. */
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

/** The process that answers has ended, or ends: there is nobody to tell any more. */
function end(): void {
  void gateway.close(AbortSignal.timeout(FAREWELL_MS)).then(() => process.exit());
}
process.once('disconnect', end);
if (!process.connected) end();

// Signals for all processes of a group are that other one's to heed: it still answers for a moment, and
// would only begin this one again.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
