/** Bolt's app and its handlers: the same for one workspace and for many. */
import { App, type Authorize, type Receiver } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Accepted } from '../../chat/accepted.js';
import type { HomeOf } from '../../chat/home.js';
import type { Homes } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import { UserError } from '../../errors.js';
import type { Dispatcher } from '../../dispatch/dispatcher.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { onActions } from './actions.js';
import { SlackPort } from './chat-port.js';
import { onCommands } from './commands.js';
import { onCsvForm } from './csv-form.js';
import type { EditTier } from './edit-budget.js';
import { missingScope } from './errors.js';
import { HomeTab, onHome } from './home.js';
import { fileOrigins, type FileAccess } from './incoming-file.js';
import { forThreads } from './in-threads.js';
import type { Inbound, InboundIn } from './inbound.js';
import { sdkLogger, type SlackLog } from './log.js';
import { isNotInstalled } from './installation-book.js';
import { onMentions } from './mentions.js';
import { People } from './people.js';

/** The adapter's options, however many workspaces it serves. */
export interface Surroundings {
  /** `https://slack.com/api/`. */
  readonly apiUrl: string;
  readonly accepted: Accepted;
  readonly dispatcher: Dispatcher;
  readonly specs: readonly CommandSpec[];
  readonly homes: Homes;
  /** The content of somebody's Home tab. */
  readonly homeOf: HomeOf;
  readonly log: SlackLog;
  readonly defaultLocale: Locale;
  /** Hosts that shared files may be fetched from; Slack's own unless a test says otherwise. */
  readonly fileOrigins?: readonly string[];
  /** For each workspace. */
  readonly tier?: EditTier;
  /** Minimum time between two posts in a channel. */
  readonly postEveryMs?: number;
  /** Called when Slack rate-limits a call (429). */
  readonly onRateLimited?: (() => void) | undefined;
}

/** The bot's outgoing messages in a workspace. */
type Speaking = Pick<Inbound, 'client' | 'closing' | 'botName' | 'port' | 'forThreads'>;

export function speakingIn(
  { specs, log, tier, postEveryMs }: Surroundings,
  workspace: Pick<Speaking, 'client' | 'closing' | 'botName'>,
): Speaking {
  const { client, closing, botName } = workspace;
  const names = specs.map(({ name }) => name);
  const inThreads = forThreads(names, botName);
  const port = new SlackPort({
    ...{ client, log, closing, forThreads: inThreads },
    ...(tier && { tier }),
    ...(postEveryMs !== undefined && { postEveryMs }),
  });
  return { ...workspace, port, forThreads: inThreads };
}

/** @param token the newest, for downloading files */
export function inboundOf(
  { dispatcher, specs, log, defaultLocale, homeOf, ...options }: Surroundings,
  around: Speaking & Pick<Inbound, 'team'>,
  token: FileAccess['token'],
): Inbound {
  const { client, closing, team } = around;
  const heard: Omit<Inbound, 'home'> = {
    ...{ ...around, dispatcher, specs, log },
    people: new People(client, defaultLocale, team.id, log),
    files: {
      ...{ token, closing },
      origins: options.fileOrigins ?? fileOrigins,
      lookUp: (id) => lookUp(id, client, log),
    },
  };
  return { ...heard, home: new HomeTab(homeOf, heard) };
}

async function lookUp(
  id: string,
  client: WebClient,
  log: SlackLog,
): ReturnType<FileAccess['lookUp']> {
  try {
    return (await client.files.info({ file: id })).file;
  } catch (err) {
    const scope = missingScope(err);
    if (scope !== undefined) throw new UserError('slack.missingScope', { scope });
    log.warn({ err, file: id }, 'Slack: it tells nothing of a file');
    return undefined;
  }
}

export function listen(
  receiver: Receiver,
  { apiUrl, specs, log }: Surroundings,
  authorize: Authorize<boolean>,
  inboundIn: InboundIn,
): App {
  const app = new App({
    receiver,
    authorize,
    clientOptions: { slackApiUrl: apiUrl },
    logger: sdkLogger(log),
  });
  app.error((err) => {
    // Logged once for each workspace (`installed.ts`), however many events come from it.
    if (isNotInstalled(err)) return Promise.resolve();
    log.error({ err }, 'Slack: something that happened could not be answered');
    return Promise.resolve();
  });
  onHome(app, inboundIn);
  onCommands(app, specs, inboundIn);
  onActions(app, specs, inboundIn);
  onMentions(app, inboundIn);
  onCsvForm(app, inboundIn);
  return app;
}
