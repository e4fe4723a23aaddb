/**
 * In front of Bolt's own Socket Mode, as `http-guard.ts` is in front of its HTTP: @slack/socket-mode 3.1.0
 * reads fields of the parsed message in a handler that nobody awaits, so that a `null` ends the process.
 */
import type { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import type { SlackLog } from './log.js';

/** `hello` and `disconnect` have no payload. */
const envelopeSchema = z.union([
  z.object({ type: z.enum(['hello', 'disconnect']) }),
  z.object({
    type: z.literal('events_api'),
    payload: z.object({ event: z.object({ type: z.string() }) }),
  }),
  z.object({
    type: z.string().refine((type) => type !== 'events_api'),
    payload: z.record(z.string(), z.unknown()),
  }),
]);

export function guardSocket({ client }: SocketModeReceiver, log: SlackLog): void {
  const sdks = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    if (isBinary === true || !isEnvelope(data)) {
      log.info({}, 'Slack: a message was left alone that is not as Slack sends them');
      return;
    }
    for (const listen of sdks) {
      const listened = async (): Promise<void> => {
        await (listen as (...args: unknown[]) => unknown).call(client, data, isBinary);
      };
      listened().catch((err: unknown) => {
        log.warn({ err }, 'Slack: a message could not be taken');
      });
    }
  });
}

function isEnvelope(data: unknown): boolean {
  try {
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data as Uint8Array);
    return envelopeSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
