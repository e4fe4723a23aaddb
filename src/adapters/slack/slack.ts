/** Wires up a single Slack workspace: signs in, listens, answers, and provides the chat port. */
import type { AuthTestResponse, WebClient } from '@slack/web-api';
import { PlatformStatus } from '../../chat/platform-status.js';
import type { Platform } from '../../chat/port.js';
import { UnderWay } from '../../chat/under-way.js';
import { mayBeRemoved, reason } from './errors.js';
import { personId } from './inbound.js';
import { Intake } from './intake.js';
import { homeOf } from './keys.js';
import { inboundOf, listen, speakingIn, type Surroundings } from './listening.js';
import { adviceFor } from './operator.js';
import { noteRemoval, onRemoval } from './removal.js';
import { untilItWorks } from './backoff.js';
import { entrance, type SlackMode } from './receiver.js';
import { WatchedClient } from './watched-client.js';
import { WayIn } from './way-in.js';

export interface SlackOptions extends Surroundings {
  readonly botToken: string;
  readonly mode: SlackMode;
  /** Initial reconnect backoff; doubled each time. */
  readonly reconnectMs?: number;
  /** How long Slack may take to send `hello` after a connection was opened. */
  readonly greetedWithinMs?: number;
}

const FIRST_RECONNECT_MS = 1_000;

/** Returns at once: nothing else waits while Slack is unreachable. */
export function startSlack(options: SlackOptions): Platform {
  const { botToken, apiUrl, log, onRateLimited } = options;
  const status = new PlatformStatus();
  const underWay = new UnderWay();
  const { closing } = underWay;
  const wayIn = new WayIn(underWay);
  const refuse = (err: unknown): void => {
    log.error({}, `Slack: ${adviceFor(err, 'SLACK_BOT_TOKEN') ?? reason(err)}`);
    if (mayBeRemoved(err)) void noteRemoval(options.homes, log);
    status.tell('refused');
    void wayIn.close();
  };
  const client = new WatchedClient({
    ...{ token: botToken, apiUrl, log, underWay, onRateLimited },
    adviceFor: (err) => adviceFor(err, 'SLACK_BOT_TOKEN'),
    onTokenRefused: refuse,
  });
  let botName = '@tutor';
  const speaking = speakingIn(options, { client, closing, botName: () => botName });

  const signedIn = signIn(options, client, closing);
  const listening = signedIn.then((self) => {
    if (!self) {
      if (!closing.aborted) status.tell('refused');
      return undefined;
    }
    const { mode, reconnectMs = FIRST_RECONNECT_MS, greetedWithinMs } = options;
    const way = entrance({
      ...{ mode, apiUrl, log, status, reconnectMs, underWay },
      ...(greetedWithinMs !== undefined && { greetedWithinMs }),
    });
    const { user, user_id: botUserId = '', bot_id: botId = '' } = self;
    const team = { id: self.team_id ?? '', isOneOfMany: false };
    if (user !== undefined) botName = `@${user}`;
    const intake = new Intake(way.receiver, options.accepted, (id) => personId(id, team));
    const inbound = inboundOf(options, { ...speaking, team }, () => Promise.resolve(botToken));
    // Our identity is already known; Bolt would ask again.
    const authorize = () => Promise.resolve({ botToken, botId, botUserId });
    const app = listen(intake, options, authorize, () => inbound);
    onRemoval(app, () => options.homes.left(homeOf(team.id)));
    return { self, way, intake };
  });

  const serve = async (): Promise<string | undefined> => {
    const heard = await listening;
    if (!heard) return undefined;
    const { self, way } = heard;
    const { team_id: team } = self;
    if (team !== undefined) await options.homes.joined(homeOf(team));
    const where = await wayIn.open(way, (err) => {
      const why = adviceFor(err, 'SLACK_APP_TOKEN') ?? reason(err);
      log.error({ err }, `Slack: its events cannot be received: ${why}`);
      status.tell('refused');
    });
    return where === undefined ? undefined : `Slack in ${self.team ?? ''} (${where})`;
  };
  return {
    ...{ port: speaking.port, status, close: wayIn.close },
    serving: serve(),
    // Web API requests: they do not wait for a connection.
    answerLeftOver: async () => (await listening)?.intake.answerLeftOver(),
  };
}

/** Undefined when Slack will never tell our identity, or when we are closing. */
async function signIn(
  { log, reconnectMs: firstMs = FIRST_RECONNECT_MS }: SlackOptions,
  client: WebClient,
  closing: AbortSignal,
): Promise<AuthTestResponse | undefined> {
  const failed = (err: unknown, againInMs: number): void => {
    log.warn({ err, againInMs }, 'Slack: could not sign in, trying again');
  };
  // The client has already reported permanent refusals (`watched-client.ts`).
  return untilItWorks(() => client.auth.test(), { firstMs, closing, failed }).catch(
    () => undefined,
  );
}
