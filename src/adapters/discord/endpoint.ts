/**
 * Discord's interactions as HTTP requests to us (discord-api-docs `interactions/overview`). Each is answered
 * like one from the gateway, by REST; the response itself only says that we accepted it (202, no body).
 */
import { InteractionResponseType, InteractionType, type APIInteraction } from 'discord.js';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { DiscordLog } from './log.js';
import { mayBeDiscords, type Signed } from './signature.js';

export const ENDPOINT = '/discord/interactions';

/** More than any interaction needs: a modal's five texts of 4,000 characters, a message of 4,000 with all its parts. */
const MAX_BODY_BYTES = 500_000;

export interface EndpointOptions {
  readonly isDiscords: (request: Signed) => boolean;
  /** Resolves once it is stored, with its handler; undefined for a duplicate. */
  readonly take: (interaction: APIInteraction) => Promise<(() => Promise<void>) | undefined>;
  readonly log: DiscordLog;
}

/** The only field read before an interaction's type is known. */
const interaction = z.looseObject({ id: z.string(), type: z.enum(InteractionType) });

/** The response to a request that is rejected. */
class Refused extends Error {
  constructor(readonly status: 400 | 401 | 404 | 405 | 413) {
    super(`HTTP ${status}`);
  }
}

export function endpoint(options: EndpointOptions): RequestListener {
  const { log } = options;
  return (req, res) => {
    handle(req, res, options).catch((err: unknown) => {
      if (err instanceof Refused) {
        // Discord itself sends invalid signatures from time to time, to check that they are rejected.
        log.info({ status: err.status }, 'Discord: a request was refused that is not as its own');
        refuse(res, err.status);
        return;
      }
      if (req.destroyed && !req.complete) return;
      log.error({ err }, 'Discord: an interaction could not be taken');
      refuse(res, 500);
    });
  };
}

async function handle(
  req: IncomingMessage,
  res: ServerResponse,
  { isDiscords, take, log }: EndpointOptions,
): Promise<void> {
  if (req.url?.split('?')[0] !== ENDPOINT) throw new Refused(404);
  if (req.method !== 'POST') throw new Refused(405);
  const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = req.headers;
  const head = { signature: only(signature), timestamp: only(timestamp) };
  if (!mayBeDiscords(head)) throw new Refused(401);
  const body = await bodyOf(req);
  if (!isDiscords({ ...head, body })) throw new Refused(401);
  const told = interaction.safeParse(jsonOf(body));
  if (!told.success) throw new Refused(400);
  if (told.data.type === InteractionType.Ping) {
    const pong = JSON.stringify({ type: InteractionResponseType.Pong });
    res.writeHead(200, { 'content-type': 'application/json' }).end(pong);
    return;
  }
  // Signed by Discord, so it has Discord's types.
  const answer = await take(told.data as unknown as APIInteraction);
  res.writeHead(202).end();
  answer?.().catch((err: unknown) => {
    log.error({ err }, 'Discord: something that happened could not be understood');
  });
}

/** @throws Refused when it is larger than Discord's requests are */
async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new Refused(413);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Refused(413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new Refused(400);
  }
}

/** Discord sends no header twice. */
function only(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** Does not wait for the rest of an unread body. */
function refuse(res: ServerResponse, status: number): void {
  if (res.headersSent) return;
  res.writeHead(status, { connection: 'close' }).end();
}
