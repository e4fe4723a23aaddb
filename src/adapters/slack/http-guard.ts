/**
 * In front of Bolt's own HTTP: keeps off what Bolt (5.1.0) would not survive, or should not take. Where a body
 * is `null`, Bolt reads a field of it outside of every handler, which ends the process; and it refuses requests
 * that are too old but none from the future, which could be replayed until their time has passed.
 */
import { HTTPModuleFunctions, type HTTPReceiver } from '@slack/bolt';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { SlackLog } from './log.js';

const { parseAndVerifyHTTPRequest, parseHTTPRequestBody, isRawBodyError } = HTTPModuleFunctions;

/** The same as what Slack counts as too old (docs.slack.dev, verifying requests from Slack). */
const MAX_AHEAD_SECONDS = 5 * 60;

/** What a request that goes no further is answered with, by HTTP status. */
type Refusal = 400 | 401 | 413;

/** Everything that reaches this receiver is looked at before Bolt sees it. */
export function guard(receiver: HTTPReceiver, signingSecret: string, log: SlackLog): void {
  const bolt: RequestListener = receiver.requestListener;
  receiver.requestListener = (req, res) => {
    // Only requests of Slack's have a body; Bolt says to all others that there is nothing here.
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
    // Bolt throws where it listens to nothing; here its server would have caught it.
    res.writeHead(404).end();
  }
}

function refuse(res: ServerResponse, status: Refusal, log: SlackLog): void {
  log.info({ status }, 'Slack: a request was refused that is not as Slack sends them');
  if (!res.headersSent) res.writeHead(status).end();
}
