/**
 * Discord's interactions as requests to us (discord-api-docs `interactions/overview`). Each is answered as
 * one from the gateway is, by requests of ours; Discord is only told that we took it (202, no body).
 */
import { InteractionResponseType, InteractionType, type APIInteraction } from 'discord.js';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { DiscordLog } from './log.js';
import { mayBeDiscords, type Signed } from './signature.js';

export const ENDPOINT = '/discord/interactions';

/** More than any interaction has: a modal's five texts of 4,000 characters, a message of 4,000 with all its parts. */
const MAX_BODY_BYTES = 500_000;

export interface EndpointOptions {
  readonly isDiscords: (request: Signed) => boolean;
  /** Resolves once it is kept, with what answers it; undefined when it was taken before. */
  readonly take: (interaction: APIInteraction) => Promise<(() => Promise<void>) | undefined>;
  readonly log: DiscordLog;
}

/** All that is read of an interaction before its type is known. */
const interaction = z.looseObject({ id: z.string(), type: z.enum(InteractionType) });

/** What a request that goes no further is answered with. */
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
        // Discord itself sends wrong signatures from time to time, to see them refused.
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
  // Signed by Discord, whose types these are.
  const answer = await take(told.data as unknown as APIInteraction);
  res.writeHead(202).end();
  answer?.().catch((err: unknown) => {
    log.error({ err }, 'Discord: something that happened could not be understood');
  });
}

/** @throws Refused when it is larger than Discord's are */
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

/** A header that came twice is none of Discord's. */
function only(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** What was not read of its body is not waited for. */
function refuse(res: ServerResponse, status: number): void {
  if (res.headersSent) return;
  res.writeHead(status, { connection: 'close' }).end();
}
