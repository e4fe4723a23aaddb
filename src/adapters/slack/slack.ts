/** Slack, put together: signs in, listens, answers, and gives the chat port. */
import { App, type Receiver } from '@slack/bolt';
import type { AuthTestResponse, WebClient } from '@slack/web-api';
import type { Accepted } from '../../chat/accepted.js';
import type { HomeOf } from '../../chat/home.js';
import { PlatformStatus } from '../../chat/platform-status.js';
import type { Homes, Platform } from '../../chat/port.js';
import { UnderWay } from '../../chat/under-way.js';
import type { Locale } from '../../content/locale.js';
import { UserError } from '../../errors.js';
import type { Dispatcher } from '../../dispatch/dispatcher.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { onActions } from './actions.js';
import { SlackPort } from './chat-port.js';
import { onCommands } from './commands.js';
import { onCsvForm } from './csv-form.js';
import type { EditTier } from './edit-budget.js';
import { mayBeRemoved, missingScope, reason } from './errors.js';
import { HomeTab, onHome } from './home.js';
import { fileOrigins } from './incoming-file.js';
import { personId, type Inbound } from './inbound.js';
import { Intake } from './intake.js';
import { forThreads } from './in-threads.js';
import { homeOf } from './keys.js';
import { sdkLogger, type SlackLog } from './log.js';
import { onMentions } from './mentions.js';
import { adviceFor } from './operator.js';
import { noteRemoval, onRemoval } from './removal.js';
import { untilItWorks } from './patience.js';
import { People } from './people.js';
import { entrance, type Entrance, type SlackMode } from './receiver.js';
import { WatchedClient } from './watched-client.js';

export interface SlackOptions {
  readonly botToken: string;
  /** `https://slack.com/api/`. */
  readonly apiUrl: string;
  readonly mode: SlackMode;
  readonly accepted: Accepted;
  readonly dispatcher: Dispatcher;
  readonly specs: readonly CommandSpec[];
  readonly homes: Homes;
  /** What somebody sees in the Home tab. */
  readonly homeOf: HomeOf;
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
  /** Slack has limited a call (429). */
  readonly onRateLimited?: (() => void) | undefined;
}

const FIRST_RECONNECT_MS = 1_000;

/** Returns at once: Slack may be out of reach for a while without anything else waiting for it. */
export function startSlack(options: SlackOptions): Platform {
  const { botToken, apiUrl, log, tier, postEveryMs, onRateLimited } = options;
  const status = new PlatformStatus();
  const underWay = new UnderWay();
  const { closing } = underWay;
  const refuse = (err: unknown): void => {
    log.error({}, `Slack: ${adviceFor(err, 'SLACK_BOT_TOKEN') ?? reason(err)}`);
    if (mayBeRemoved(err)) void noteRemoval(options.homes, log);
    status.tell('refused');
    void close();
  };
  const client = new WatchedClient({
    ...{ botToken, apiUrl, log, underWay, onRateLimited },
    onTokenRefused: refuse,
  });
  let botName = '@tutor';
  const inThreads = forThreads(
    options.specs.map(({ name }) => name),
    () => botName,
  );
  const port = new SlackPort({
    ...{ client, log, closing, forThreads: inThreads },
    ...(tier && { tier }),
    ...(postEveryMs !== undefined && { postEveryMs }),
  });
  let opened: Entrance | undefined;
  const close = async (timeIsUp?: AbortSignal): Promise<void> => {
    const answered = underWay.close(timeIsUp);
    // Closed once: a refused token closes it before the program ends.
    const entered = opened;
    opened = undefined;
    await Promise.all([entered?.close(timeIsUp), answered]);
  };

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
    const team = self.team_id ?? '';
    if (self.user !== undefined) botName = `@${self.user}`;
    const intake = new Intake(way.receiver, options.accepted, (id) => personId(id, { team }));
    listen(intake, self, options, { client, port, closing, botName, forThreads: inThreads });
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
      const why = adviceFor(err, 'SLACK_APP_TOKEN') ?? reason(err);
      log.error({ err }, `Slack: it cannot be listened to: ${why}`);
      status.tell('refused');
      return undefined;
    }
  };
  return {
    ...{ port, status, close },
    serving: serve(),
    // By requests of ours: nothing of it waits for a connection.
    answerLeftOver: async () => (await listening)?.intake.answerLeftOver(),
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
  // What Slack refuses for good, the client has told (`watched-client.ts`).
  return untilItWorks(() => client.auth.test(), { firstMs, closing, failed }).catch(
    () => undefined,
  );
}

function listen(
  receiver: Receiver,
  { user_id: botUserId = '', bot_id: botId = '', team_id: team = '' }: AuthTestResponse,
  options: SlackOptions,
  around: Pick<Inbound, 'client' | 'port' | 'closing' | 'botName' | 'forThreads'>,
): void {
  const { botToken, apiUrl, dispatcher, specs, log, defaultLocale } = options;
  const { client } = around;
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
  const heard: Omit<Inbound, 'home'> = {
    ...{ ...around, dispatcher, specs, log },
    people: new People(client, defaultLocale, team, log),
    files: {
      ...{ token: botToken, closing: around.closing },
      origins: options.fileOrigins ?? fileOrigins,
      lookUp: async (id) => {
        try {
          return (await client.files.info({ file: id })).file;
        } catch (err) {
          const scope = missingScope(err);
          if (scope !== undefined) throw new UserError('slack.missingScope', { scope });
          log.warn({ err, file: id }, 'Slack: it tells nothing of a file');
          return undefined;
        }
      },
    },
    team,
  };
  const home = new HomeTab(options.homeOf, heard);
  const inbound: Inbound = { ...heard, home };
  onHome(app, home);
  onCommands(app, inbound);
  onActions(app, inbound);
  onMentions(app, inbound);
  onCsvForm(app, inbound);
  onRemoval(app, options.homes, homeOf(team));
}
