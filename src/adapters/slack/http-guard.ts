/**
 * In front of Bolt's own HTTP: rejects what Bolt (5.1.0) would not survive, or should not accept. Where a body
 * is `null`, Bolt reads a field of it outside any handler, which ends the process; and it rejects requests
 * that are too old but not ones from the future, which could be replayed until that time has passed.
 */
import { HTTPModuleFunctions, type HTTPReceiver } from '@slack/bolt';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { SlackLog } from './log.js';

const { parseAndVerifyHTTPRequest, parseHTTPRequestBody, isRawBodyError } = HTTPModuleFunctions;

/** Slack's own limit for requests that are too old (docs.slack.dev, verifying requests from Slack). */
const MAX_AHEAD_SECONDS = 5 * 60;

/** The response to a rejected request, by HTTP status. */
type Refusal = 400 | 401 | 413;

/** Checks every request to this receiver before Bolt sees it. */
export function guard(receiver: HTTPReceiver, signingSecret: string, log: SlackLog): void {
  const bolt: RequestListener = receiver.requestListener;
  receiver.requestListener = (req, res) => {
    // Only Slack's requests have a body; Bolt answers all others with 404.
    if (req.method !== 'POST') {
      bolt(req, res);
      return;
    }
    void look(req, signingSecret).then(
      (looked) => {
        if (typeof looked === 'object') handOn(bolt, looked, res);
        else refuse(res, looked, log);
      },
      (err: unknown) => {
        log.warn({ err }, 'Slack: a request could not be read');
        refuse(res, 400, log);
      },
    );
  };
}

async function look(
  req: IncomingMessage,
  signingSecret: string,
): Promise<IncomingMessage | Refusal> {
  let verified;
  try {
    verified = await parseAndVerifyHTTPRequest({ signingSecret }, req);
  } catch (error) {
    return error instanceof Error && isRawBodyError(error) && error.statusCode === 413 ? 413 : 401;
  }
  const sentAt = Number(req.headers['x-slack-request-timestamp']);
  if (sentAt > Date.now() / 1_000 + MAX_AHEAD_SECONDS) return 401;
  return isObject(verified) ? verified : 400;
}

/** Bolt reads fields of it. */
function isObject(request: Parameters<typeof parseHTTPRequestBody>[0]): boolean {
  try {
    const body: unknown = parseHTTPRequestBody(request);
    return typeof body === 'object' && body !== null && !Array.isArray(body);
  } catch {
    return false;
  }
}

function handOn(bolt: RequestListener, req: IncomingMessage, res: ServerResponse): void {
  try {
    bolt(req, res);
  } catch {
    // Bolt throws for unknown paths; its own server would have caught that.
    res.writeHead(404).end();
  }
}

function refuse(res: ServerResponse, status: Refusal, log: SlackLog): void {
  log.info({ status }, 'Slack: a request was refused that is not as Slack sends them');
  if (!res.headersSent) res.writeHead(status).end();
}
