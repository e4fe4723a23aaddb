/** Slack for every workspace that installs the app: install pages, and each workspace served with its own token. */
import type { Authorize, Installation } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Installations } from '../../chat/installations.js';
import { textMessage } from '../../chat/message.js';
import { PlatformStatus } from '../../chat/platform-status.js';
import type { Platform } from '../../chat/port.js';
import { UnderWay } from '../../chat/under-way.js';
import { translator } from '../../content/translator.js';
import { slackMessage } from './blocks.js';
import { clientOptions } from './calls.js';
import { mayBeRemoved, reason, removedNames } from './errors.js';
import { personId } from './inbound.js';
import { INSTALL_PATH, installEntrance, type SlackAppKeys } from './install-entrance.js';
import { InstallationBook, NotInstalled } from './installation-book.js';
import { Intake } from './intake.js';
import { homeOf, isHome } from './keys.js';
import { listen, type Surroundings } from './listening.js';
import { ManySlackPorts } from './many-ports.js';
import { adviceForTeam } from './operator.js';
import { backoffMs } from './backoff.js';
import { onRemoval } from './removal.js';
import type { Entrance } from './receiver.js';
import { whisperTo } from './response-url.js';
import { teamInRequest } from './team-in.js';
import { Tokens } from './tokens.js';
import { WayIn } from './way-in.js';
import { Workspaces } from './workspaces.js';

export interface SlackAppOptions extends Surroundings, SlackAppKeys {
  readonly installations: Installations;
  readonly port: number;
  /** The public address of that port. */
  readonly publicUrl: string | undefined;
  /** Unix time, for tokens' expiry. */
  readonly nowMs?: () => number;
}

/** The `response_url` of a command or a button. */
const answerableSchema = z.object({ response_url: z.url() });

/** Minimum time before Slack is asked again about a refused token, in ms. */
const ASKED_AGAIN_AFTER_MS = 60_000;

/** Initial backoff when Slack did not answer. */
const FIRST_ASKED_AGAIN_MS = 1_000;

export function startSlackApp(options: SlackAppOptions): Platform {
  const status = new PlatformStatus();
  const underWay = new UnderWay();
  const app = new SlackApp(options, status, underWay);
  const wayIn = new WayIn(underWay);
  const listening = app.listen();
  const refuse = (what: string, err: unknown): void => {
    options.log.error({ err }, `Slack: ${what}: ${reason(err)}`);
    status.tell('refused');
  };
  const serve = async (): Promise<string | undefined> => {
    const heard = await listening.catch((err: unknown) => {
      if (!underWay.closing.aborted) refuse('it cannot be started', err);
      return undefined;
    });
    if (!heard) return undefined;
    const where = await wayIn.open(heard.entrance, (err) => {
      refuse(`SLACK_PORT=${options.port} cannot be listened on`, err);
    });
    if (where === undefined) return undefined;
    app.opened(where);
    return `Slack for ${app.count} ${app.count === 1 ? 'workspace' : 'workspaces'} (${where})`;
  };
  return {
    ...{ port: app.port, status, close: wayIn.close },
    serving: serve(),
    answerLeftOver: async () => {
      const heard = await listening.catch(() => undefined);
      await heard?.intake.answerLeftOver();
    },
  };
}

class SlackApp {
  readonly port: ManySlackPorts;
  readonly #book: InstallationBook;
  readonly #workspaces: Workspaces;
  /** Workspaces that ask although we have no installation for them: each is logged once. */
  readonly #strangers = new Set<string>();
  /** Our address; with port 0 the real port is known only once it is open. */
  #origin: string;
  /** When Slack was last asked about a workspace's refused token, and that check's promise. */
  readonly #asked = new Map<string, { readonly atMs: number; readonly over: Promise<void> }>();

  constructor(
    private readonly options: SlackAppOptions,
    private readonly status: PlatformStatus,
    private readonly underWay: UnderWay,
  ) {
    const { log, installations, clientId, clientSecret, apiUrl } = options;
    this.#origin = options.publicUrl ?? `http://localhost:${options.port}`;
    this.#book = new InstallationBook(installations, log);
    const tokens = new Tokens({
      ...{ clientId, clientSecret, apiUrl, log, book: this.#book },
      ...(options.nowMs && { nowMs: options.nowMs }),
    });
    this.#workspaces = new Workspaces({
      ...options,
      ...{ book: this.#book, tokens, underWay },
      installAddress: this.#installAddress,
      onRefused: (teamId, error) => void this.#refused(teamId, error),
    });
    this.port = new ManySlackPorts(this.#workspaces.portOf);
  }

  get count(): number {
    return [...this.#book.entries.values()].filter(({ refused }) => refused === undefined).length;
  }

  async listen(): Promise<{ readonly entrance: Entrance; readonly intake: Intake }> {
    await this.#load();
    const entrance = installEntrance({
      ...{ ...this.options, status: this.status },
      onInstalled: (installation) => this.#installed(installation),
    });
    const intake = new Intake(entrance.receiver, this.options.accepted, (id, body) =>
      personId(id, { id: teamInRequest(body), isOneOfMany: true }),
    );
    const authorize: Authorize<boolean> = async ({ teamId = '' }, body: unknown) => {
      const { bot } = (await this.#served(teamId, body)).kept;
      // No token: Bolt would keep a client for every token there ever was.
      return { teamId, botId: bot.id, botUserId: bot.userId };
    };
    const bolt = listen(intake, this.options, authorize, ({ teamId = '' }) =>
      this.#workspaces.get(teamId),
    );
    onRemoval(bolt, (teamId) => this.#removed(teamId));
    return { entrance, intake };
  }

  /** @param where the port's address on this machine */
  opened(where: string): void {
    this.#origin = this.options.publicUrl ?? new URL(where).origin;
    this.options.log.info({}, `Slack: workspaces install the app at ${this.#installAddress()}`);
  }

  async #load(): Promise<void> {
    const { log, homes } = this.options;
    const { unopened, garbled } = await this.#book.load();
    if (unopened.length > 0) {
      log.error(
        { teams: unopened },
        'Slack: SLACK_TOKEN_KEY opens nothing of these workspaces, which are not served: give the key they ' +
          `were kept with as well, after a comma, or have the app installed there again: ${this.#installAddress()}`,
      );
    }
    if (garbled.length > 0) {
      const advice = `have the app installed there again: ${this.#installAddress()}`;
      const message = `Slack: what is kept of these workspaces is not understood, and they are not served: ${advice}`;
      log.error({ teams: garbled }, message);
    }
    const here = [...this.#book.entries].flatMap(([teamId, { refused }]) =>
      removedNames.includes(refused ?? '') ? [] : [teamId],
    );
    await homes.present([...here, ...unopened, ...garbled].map(homeOf), isHome);
  }

  /** @throws NotInstalled where no token is valid; logged once, and told to everybody who asks */
  async #served(teamId: string, body: unknown) {
    const entry = this.#book.entries.get(teamId);
    if (entry && (entry.refused === undefined || (await this.#comesBack(teamId)))) return entry;
    this.#tellOfStranger(teamId);
    void this.#answerStranger(body);
    throw new NotInstalled(teamId);
  }

  /** It sends events, so it has the app: its token may have been refused by mistake. One check serves all. */
  async #comesBack(teamId: string): Promise<boolean> {
    const atMs = performance.now();
    const last = this.#asked.get(teamId);
    const isKnown = last !== undefined && atMs - last.atMs < ASKED_AGAIN_AFTER_MS;
    const over = isKnown ? last.over : this.#lookAgain(teamId);
    if (!isKnown) this.#asked.set(teamId, { atMs, over });
    await over;
    return this.#book.served(teamId) !== undefined;
  }

  async #lookAgain(teamId: string): Promise<void> {
    const { log, homes } = this.options;
    if ((await this.#workspaces.tokenIs(teamId)) !== 'taken') return;
    await this.#book.takeBack(teamId);
    await homes.joined(homeOf(teamId));
    log.info({}, `Slack: ${this.#book.named(teamId)} is served again`);
  }

  async #installed(installation: Installation): Promise<void> {
    const { apiUrl, log, homes } = this.options;
    const client = new WebClient(installation.bot?.token, clientOptions(apiUrl, log));
    const self = await client.auth.test().catch(() => undefined);
    await this.#book.install(installation, self?.user);
    const teamId = installation.team?.id ?? '';
    this.#strangers.delete(teamId);
    await homes.joined(homeOf(teamId));
    log.info({}, `Slack: ${this.#book.named(teamId)} installed the app`);
  }

  /** Slack reports a removal: at once, or much later, when the app may already be back. */
  async #removed(teamId: string): Promise<void> {
    const { log, homes } = this.options;
    const before = this.#book.entries.get(teamId)?.kept.bot.token;
    if (!(await this.#isRefused(teamId))) return;
    // It may have been reinstalled meanwhile.
    if (this.#book.entries.get(teamId)?.kept.bot.token !== before) return;
    if (before !== undefined) log.info({}, `Slack: ${this.#book.named(teamId)} took the app out`);
    this.#workspaces.forget(teamId);
    await Promise.all([this.#book.remove(teamId), homes.left(homeOf(teamId))]);
  }

  /** Asks until Slack answers: silence removes nothing. False, too, once we are closing. */
  async #isRefused(teamId: string): Promise<boolean> {
    const { closing } = this.underWay;
    for (let tries = 1; ; tries += 1) {
      const token = await this.#workspaces.tokenIs(teamId);
      if (token !== 'unknown') return token === 'refused';
      if (closing.aborted) return false;
      const againInMs = backoffMs(FIRST_ASKED_AGAIN_MS, tries);
      const message =
        'Slack: whether a workspace took the app out could not be asked, trying again';
      this.options.log.warn({ team: teamId, againInMs }, message);
      await delay(againInMs, undefined, { signal: closing, ref: false }).catch(() => undefined);
    }
  }

  /** Never rejects. */
  async #refused(teamId: string, error: unknown): Promise<void> {
    const { log, homes } = this.options;
    if (this.#book.served(teamId) === undefined) return;
    const advice = adviceForTeam(error, this.#book.named(teamId), this.#installAddress());
    log.error({}, `Slack: ${advice ?? reason(error)}`);
    try {
      this.#workspaces.forget(teamId);
      await this.#book.refuse(teamId, reason(error));
      if (mayBeRemoved(error)) await homes.left(homeOf(teamId));
    } catch (err) {
      log.error({ err }, 'Slack: it could not be kept that a token was refused');
    }
  }

  #tellOfStranger(teamId: string): void {
    if (this.#strangers.has(teamId)) return;
    this.#strangers.add(teamId);
    const advice = `it has to install the app again: ${this.#installAddress()}`;
    this.options.log.warn({}, `Slack: ${teamId} asks, and no token of it is any good; ${advice}`);
  }

  /** Answers by the `response_url`, which needs no token. Never rejects. */
  async #answerStranger(body: unknown): Promise<void> {
    const { log, defaultLocale } = this.options;
    const { data } = answerableSchema.safeParse(body);
    // Events that a removed app still gets (a mention, its removal) have no `response_url`.
    if (!data) return;
    const t = translator(defaultLocale, 'slack');
    const words = t.text('slack.install.needed', { address: this.#installAddress() });
    try {
      await whisperTo(data.response_url)(slackMessage(textMessage(words)));
    } catch (err) {
      log.info({ err }, 'Slack: somebody could not be told that the app has to be installed again');
    }
  }

  readonly #installAddress = (): string => `${this.#origin}${INSTALL_PATH}`;
}
