/** Every workspace that installed the app, wired up on its first event or message. */
import type { UnderWay } from '../../chat/under-way.js';
import type { SlackPort } from './chat-port.js';
import { isTokenRefused } from './errors.js';
import type { Inbound } from './inbound.js';
import { NotInstalled, type InstallationBook } from './installation-book.js';
import { inboundOf, speakingIn, type Surroundings } from './listening.js';
import { adviceForTeam } from './operator.js';
import type { Tokens } from './tokens.js';
import { WatchedClient } from './watched-client.js';

export interface WorkspacesOptions extends Surroundings {
  readonly book: InstallationBook;
  readonly tokens: Tokens;
  readonly underWay: UnderWay;
  /** The install page. */
  readonly installAddress: () => string;
  /** Slack no longer accepts any of this workspace's tokens. */
  readonly onRefused: (teamId: string, error: unknown) => void;
}

export class Workspaces {
  /** By workspace id. A Slack client takes some 25 kB, so idle ones may stay. */
  readonly #known = new Map<string, Inbound>();

  constructor(private readonly options: WorkspacesOptions) {}

  /** Undefined where the app is not installed, or its token is refused. */
  find(teamId: string): Inbound | undefined {
    if (!this.options.book.served(teamId)) return undefined;
    const known = this.#known.get(teamId);
    if (known) return known;
    const workspace = this.#make(teamId);
    this.#known.set(teamId, workspace);
    return workspace;
  }

  /** @throws NotInstalled */
  get(teamId: string): Inbound {
    const workspace = this.find(teamId);
    if (!workspace) throw new NotInstalled(teamId);
    return workspace;
  }

  /** If it comes back it gets a new client: the old one makes no more calls. */
  forget(teamId: string): void {
    this.#known.delete(teamId);
  }

  readonly portOf = (teamId: string): SlackPort | undefined => this.find(teamId)?.port;

  /** Whether Slack accepts this workspace's token; `unknown` where Slack cannot be reached. */
  async tokenIs(teamId: string): Promise<'taken' | 'refused' | 'unknown'> {
    try {
      await this.#clientOf(teamId, () => undefined).auth.test();
      return 'taken';
    } catch (error) {
      return error instanceof NotInstalled || isTokenRefused(error) ? 'refused' : 'unknown';
    }
  }

  #make(teamId: string): Inbound {
    const { underWay, tokens, book } = this.options;
    const client = this.#clientOf(teamId, (error) => {
      this.options.onRefused(teamId, error);
    });
    // After reinstalling, the bot may have another name.
    const botName = (): string => `@${book.entries.get(teamId)?.kept.bot.name ?? 'tutor'}`;
    const speaking = speakingIn(this.options, { client, closing: underWay.closing, botName });
    const team = { id: teamId, isOneOfMany: true };
    return inboundOf(this.options, { ...speaking, team }, tokens.of(teamId).newest);
  }

  #clientOf(teamId: string, onTokenRefused: (error: unknown) => void): WatchedClient {
    const { apiUrl, log, underWay, onRateLimited, tokens, book, installAddress } = this.options;
    return new WatchedClient({
      ...{ apiUrl, log, underWay, onRateLimited, onTokenRefused },
      token: tokens.of(teamId),
      adviceFor: (error) => adviceForTeam(error, book.named(teamId), installAddress()),
    });
  }
}
