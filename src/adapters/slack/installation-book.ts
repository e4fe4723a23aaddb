/** Who installed the app, and what speaks for it there: in memory, as each call to Slack needs it, and kept. */
import type { Installation } from '@slack/bolt';
import { z } from 'zod';
import type { Installations } from '../../chat/installations.js';
import { homeOf, teamOfHome } from './keys.js';
import type { SlackLog } from './log.js';

/** As much of Bolt's `Installation` as is needed again; who installed it is not kept. */
const keptSchema = z.object({
  team: z.object({ id: z.string(), name: z.string().optional() }),
  bot: z.object({
    ...{ token: z.string(), id: z.string(), userId: z.string() },
    /** What it is called there; an admin may have given it another name than the manifest. */
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
  /** Why Slack takes its token no more. */
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
  /** What the disk did not take yet. */
  readonly #unkept = new Set<string>();

  constructor(
    private readonly installations: Installations,
    private readonly log: SlackLog,
  ) {}

  /** @returns workspaces whose rows are of no use: no given key opens them, or they say something else */
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

  /** Undefined where Slack takes no token of ours. */
  served(teamId: string): KeptInstallation | undefined {
    const entry = this.#entries.get(teamId);
    return entry?.refused === undefined ? entry?.kept : undefined;
  }

  /** @throws where it cannot be kept; until the program ends it is used all the same */
  async install(installation: Installation, botName: string | undefined): Promise<void> {
    const { bot, ...rest } = keptSchema.parse(installation);
    await this.#take({ ...rest, bot: { ...bot, ...(botName !== undefined && { name: botName }) } });
  }

  /** In place of its old token, which is good for nothing from now on. Never rejects. */
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

  /** Slack takes it after all: kept whole, as its row may have had its time meanwhile. Never rejects. */
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

  /** Tries again what a full disk did not take. Never rejects. */
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
