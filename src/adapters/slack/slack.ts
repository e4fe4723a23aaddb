/** Slack, put together: signs in, listens, answers, and gives the chat port. */
import { App, type Receiver } from '@slack/bolt';
import { WebClient, type AuthTestResponse } from '@slack/web-api';
import type { Accepted } from '../../chat/accepted.js';
import type { Homes, Platform } from '../../chat/port.js';
import { UnderWay } from '../../chat/under-way.js';
import type { Locale } from '../../content/locale.js';
import type { Dispatcher } from '../../dispatch/dispatcher.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { onActions } from './actions.js';
import { clientOptions } from './calls.js';
import { SlackPort } from './chat-port.js';
import { onCommands } from './commands.js';
import { onCsvForm } from './csv-form.js';
import type { EditTier } from './edit-budget.js';
import { reason } from './errors.js';
import { fileOrigins } from './incoming-file.js';
import type { Inbound } from './inbound.js';
import { Intake } from './intake.js';
import { homeOf } from './keys.js';
import { sdkLogger, type SlackLog } from './log.js';
import { onMentions } from './mentions.js';
import { onRemoval } from './removal.js';
import { untilItWorks } from './patience.js';
import { People } from './people.js';
import { entrance, type Entrance, type SlackMode } from './receiver.js';

export interface SlackOptions {
  readonly botToken: string;
  /** `https://slack.com/api/`. */
  readonly apiUrl: string;
  readonly mode: SlackMode;
  readonly accepted: Accepted;
  readonly dispatcher: Dispatcher;
  readonly specs: readonly CommandSpec[];
  readonly homes: Homes;
  readonly log: SlackLog;
  readonly defaultLocale: Locale;
  /** Where shared files may be fetched from; Slack's own unless a test says otherwise. */
  readonly fileOrigins?: readonly string[];
  readonly tier?: EditTier;
  /** At least this long between two posts in a channel. */
  readonly postEveryMs?: number;
  /** Of the first try to connect again after a failed one; doubled each time. */
  readonly reconnectMs?: number;
  /** How long Slack may take to greet after a connection was opened. */
  readonly greetedWithinMs?: number;
}

const FIRST_RECONNECT_MS = 5_000;

/** Returns at once: Slack may be out of reach for a while without anything else waiting for it. */
export function startSlack(options: SlackOptions): Platform {
  const { botToken, apiUrl, log, tier, postEveryMs } = options;
  const underWay = new UnderWay();
  const { closing } = underWay;
  const client = new WebClient(botToken, clientOptions(apiUrl, log, underWay));
  const port = new SlackPort({
    ...{ client, log, closing },
    ...(tier && { tier }),
    ...(postEveryMs !== undefined && { postEveryMs }),
  });
  let opened: Entrance | undefined;

  const signedIn = signIn(options, client, closing);
  const listening = signedIn.then((self) => {
    if (!self) return undefined;
    const { mode, reconnectMs = FIRST_RECONNECT_MS, greetedWithinMs } = options;
    const way = entrance({
      ...{ mode, apiUrl, log, reconnectMs, underWay },
      ...(greetedWithinMs !== undefined && { greetedWithinMs }),
    });
    const intake = new Intake(way.receiver, options.accepted);
    listen(intake, self, options, { client, port, closing });
    return { self, way, intake };
  });

  const serve = async (): Promise<string | undefined> => {
    const heard = await listening;
    if (!heard) return undefined;
    const { self, way } = heard;
    const { team_id: team } = self;
    if (team !== undefined) await options.homes.joined(homeOf(team));
    try {
      const where = await way.open();
      opened = way;
      if (closing.aborted) await way.close();
      return `Slack in ${self.team ?? ''} (${where})`;
    } catch (err) {
      if (closing.aborted) return undefined;
      log.error({ err }, `Slack: it cannot be listened to: ${reason(err)}`);
      return undefined;
    }
  };
  return {
    port,
    serving: serve(),
    // By requests of ours: nothing of it waits for a connection.
    answerLeftOver: async () => (await listening)?.intake.answerLeftOver(),
    close: async (timeIsUp) => {
      const answered = underWay.close(timeIsUp);
      await Promise.all([opened?.close(timeIsUp), answered]);
    },
  };
}

/** Undefined when Slack will never say who we are, or when it is too late to know. */
async function signIn(
  { log, reconnectMs: firstMs = FIRST_RECONNECT_MS }: SlackOptions,
  client: WebClient,
  closing: AbortSignal,
): Promise<AuthTestResponse | undefined> {
  const failed = (err: unknown, againInMs: number): void => {
    log.warn({ err, againInMs }, 'Slack: could not sign in, trying again');
  };
  try {
    return await untilItWorks(() => client.auth.test(), { firstMs, closing, failed });
  } catch (err) {
    if (!closing.aborted) {
      log.error({}, `Slack: SLACK_BOT_TOKEN was refused: ${reason(err)}`);
    }
    return undefined;
  }
}

function listen(
  receiver: Receiver,
  {
    user_id: botUserId = '',
    bot_id: botId = '',
    user = 'tutor',
    team_id: team = '',
  }: AuthTestResponse,
  options: SlackOptions,
  { client, port, closing }: Pick<Inbound, 'client' | 'port' | 'closing'>,
): void {
  const { botToken, apiUrl, dispatcher, specs, log, defaultLocale } = options;
  const app = new App({
    receiver,
    // Who we are is known by now; Bolt would ask again.
    authorize: () => Promise.resolve({ botToken, botId, botUserId }),
    clientOptions: { slackApiUrl: apiUrl },
    logger: sdkLogger(log),
  });
  app.error((err) => {
    log.error({ err }, 'Slack: something that happened could not be answered');
    return Promise.resolve();
  });
  const inbound: Inbound = {
    ...{ dispatcher, specs, client, port, log, closing },
    people: new People(client, defaultLocale, team, log),
    files: {
      ...{ token: botToken, closing },
      origins: options.fileOrigins ?? fileOrigins,
      lookUp: async (id) => {
        try {
          return (await client.files.info({ file: id })).file;
        } catch (err) {
          log.warn({ err, file: id }, 'Slack: it tells nothing of a file');
          return undefined;
        }
      },
    },
    botName: `@${user}`,
    team,
  };
  onCommands(app, inbound);
  onActions(app, inbound);
  onMentions(app, inbound);
  onCsvForm(app, inbound);
  onRemoval(app, options.homes, homeOf(team));
}
