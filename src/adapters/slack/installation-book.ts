/** Installations and their tokens: in memory, as every Slack call needs one, and stored. */
import type { Installation } from '@slack/bolt';
import { z } from 'zod';
import type { Installations } from '../../chat/installations.js';
import { homeOf, teamOfHome } from './keys.js';
import type { SlackLog } from './log.js';

/** The parts of Bolt's `Installation` that are needed later; the installing user is not stored. */
const keptSchema = z.object({
  team: z.object({ id: z.string(), name: z.string().optional() }),
  bot: z.object({
    ...{ token: z.string(), id: z.string(), userId: z.string() },
    /** The app's name there; an admin may have changed the manifest's. */
    name: z.string().optional(),
    refreshToken: z.string().optional(),
    /** Unix time in seconds, as Bolt counts. */
    expiresAt: z.number().optional(),
  }),
});

export type KeptInstallation = z.infer<typeof keptSchema>;

export type RenewedToken = Required<
  Pick<KeptInstallation['bot'], 'token' | 'refreshToken' | 'expiresAt'>
>;

export interface Entry {
  readonly kept: KeptInstallation;
  /** Why Slack no longer accepts its token. */
  readonly refused: string | undefined;
}

/** The app is not installed there, as far as we know. */
export class NotInstalled extends Error {
  constructor(teamId: string) {
    super(`the app is not installed in ${teamId}`);
  }
}

/** Bolt wraps what it is thrown. */
export function isNotInstalled(error: unknown): boolean {
  if (error instanceof NotInstalled) return true;
  return error instanceof Error && 'original' in error && isNotInstalled(error.original);
}

export class InstallationBook {
  /** By workspace. */
  readonly #entries = new Map<string, Entry>();
  /** Writes that a full disk has not taken yet. */
  readonly #unkept = new Set<string>();

  constructor(
    private readonly installations: Installations,
    private readonly log: SlackLog,
  ) {}

  /** @returns workspaces whose rows are unusable: no given key decrypts them, or they are malformed */
  async load(): Promise<{
    readonly unopened: readonly string[];
    readonly garbled: readonly string[];
  }> {
    const { installed, unreadable } = await this.installations.all();
    const garbled: string[] = [];
    for (const { home, secret, refused } of installed) {
      const kept = readKept(secret);
      if (kept) this.#entries.set(teamOfHome(home), { kept, refused });
      else garbled.push(teamOfHome(home));
    }
    return { unopened: unreadable.map(teamOfHome), garbled };
  }

  get entries(): ReadonlyMap<string, Entry> {
    return this.#entries;
  }

  /** For the log. */
  named(teamId: string): string {
    return `${this.#entries.get(teamId)?.kept.team.name ?? ''} (${teamId})`.trim();
  }

  /** Undefined where Slack accepts none of our tokens. */
  served(teamId: string): KeptInstallation | undefined {
    const entry = this.#entries.get(teamId);
    return entry?.refused === undefined ? entry?.kept : undefined;
  }

  /** @throws when it cannot be stored; it is still used until the program ends */
  async install(installation: Installation, botName: string | undefined): Promise<void> {
    const { bot, ...rest } = keptSchema.parse(installation);
    await this.#take({ ...rest, bot: { ...bot, ...(botName !== undefined && { name: botName }) } });
  }

  /** Replaces its old token, which is invalid from now on. Never rejects. */
  async renew(teamId: string, token: RenewedToken): Promise<void> {
    const entry = this.#entries.get(teamId);
    if (!entry) return;
    const { kept } = entry;
    await this.#take({ ...kept, bot: { ...kept.bot, ...token } }).catch((err: unknown) => {
      this.log.error({ err, team: teamId }, 'Slack: a renewed token could not be kept yet');
    });
  }

  async refuse(teamId: string, why: string): Promise<void> {
    const entry = this.#entries.get(teamId);
    if (!entry) return;
    this.#entries.set(teamId, { ...entry, refused: why });
    await this.installations.refuse(homeOf(teamId), why);
  }

  /** Slack accepts it after all: stored in full, as its row may have been deleted meanwhile. Never rejects. */
  async takeBack(teamId: string): Promise<void> {
    const entry = this.#entries.get(teamId);
    if (!entry) return;
    await this.#take(entry.kept).catch((err: unknown) => {
      this.log.error({ err, team: teamId }, 'Slack: an installation could not be kept yet');
    });
  }

  async remove(teamId: string): Promise<void> {
    this.#entries.delete(teamId);
    this.#unkept.delete(teamId);
    await this.installations.remove(homeOf(teamId));
  }

  /** Retries writes that a full disk refused. Never rejects. */
  async keepUnkept(teamId: string): Promise<void> {
    const entry = this.#entries.get(teamId);
    if (!entry || !this.#unkept.has(teamId)) return;
    await this.#keep(entry.kept).catch((err: unknown) => {
      this.log.debug({ err, team: teamId }, 'Slack: an installation could not be kept yet');
    });
  }

  async #take(kept: KeptInstallation): Promise<void> {
    this.#entries.set(kept.team.id, { kept, refused: undefined });
    await this.#keep(kept);
  }

  async #keep(kept: KeptInstallation): Promise<void> {
    const { id } = kept.team;
    this.#unkept.add(id);
    await this.installations.keep(homeOf(id), JSON.stringify(kept));
    this.#unkept.delete(id);
  }
}

function readKept(secret: string): KeptInstallation | undefined {
  try {
    return keptSchema.parse(JSON.parse(secret));
  } catch {
    return undefined;
  }
}
