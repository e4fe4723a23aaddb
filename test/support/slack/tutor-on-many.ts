/** The tutor of `tutor.ts` for many workspaces of a fake Slack, with installations in a real database. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../../commands/index.js';
import { startSlackApp, type SlackAppOptions } from '../../../src/adapters/slack/installed.js';
import type { Platform } from '../../../src/chat/port.js';
import { openDatabase, type Database } from '../../../src/storage/database.js';
import { databaseStores } from '../../../src/storage/database-stores.js';
import { DatabaseHomes } from '../../../src/storage/homes.js';
import { DatabaseInstallations } from '../../../src/storage/installation-store.js';
import { SealingKeys } from '../../../src/storage/sealed.js';
import { acceptedOn } from '../accepted.js';
import { recordingLog, type LogLine } from '../recording-log.js';
import { Tutor } from '../tutor.js';
import { ManyWorkspaces } from './many-workspaces.js';
import type { FakeWorkspace } from './fake-workspace.js';
import type { Tiers } from './tiers.js';

/** As fast as the fake allows: edit pacing is tested separately, with clocks of its own. */
const quick: Tiers = {
  'chat.update': { limit: 1_000, windowMs: 1_000 },
  'chat.postMessage': { limit: 1_000, windowMs: 1_000 },
  others: { limit: 1_000, windowMs: 1_000 },
};

export class TutorOnMany {
  tutor!: Tutor;
  platform!: Platform;
  readonly #recorded = recordingLog();
  #database!: Database;
  installations!: DatabaseInstallations;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'tutor-many-'));

  private constructor(
    readonly slack: ManyWorkspaces,
    private readonly changes: Partial<SlackAppOptions>,
  ) {}

  static async start(changes: Partial<SlackAppOptions> = {}): Promise<TutorOnMany> {
    const slack = await ManyWorkspaces.start(['Rabbits', 'Bears', 'Foxes'], quick);
    const on = new TutorOnMany(slack, changes);
    await on.#begin();
    return on;
  }

  get log(): readonly LogLine[] {
    return this.#recorded.lines;
  }

  /** Log lines that need attention. */
  get troubles(): readonly string[] {
    const levels = ['warn', 'error'];
    return this.log.filter(({ level }) => levels.includes(level)).map(({ message }) => message);
  }

  logged(words: string): boolean {
    return this.log.some(({ message }) => message.includes(words));
  }

  /** Everything on the disk. */
  get bytesOnDisk(): string {
    return readdirSync(this.#dataDir)
      .map((file) => readFileSync(join(this.#dataDir, file), 'latin1'))
      .join();
  }

  /** A person there asks for help and gets it. */
  async asksForHelp(workspace: FakeWorkspace): Promise<void> {
    const { channel, state } = workspace;
    const learner = workspace.person();
    learner.slash(channel, '/help');
    const isSeen = (): boolean => learner.sees(channel).includes('/explain');
    await workspace.until(isSeen, `${state.team.name} see help`);
  }

  database<T>(work: Parameters<Database['read']>[0]): Promise<T> {
    return this.#database.read(work) as Promise<T>;
  }

  /** Starts the next process. @param keys its encryption keys */
  async restart(keys?: readonly Uint8Array[]): Promise<void> {
    await this.platform.close();
    this.#database.close();
    await this.#begin(keys);
  }

  async close(): Promise<void> {
    await this.platform.close();
    this.slack.close();
    this.#database.close();
    rmSync(this.#dataDir, { recursive: true });
  }

  async #begin(keys: readonly Uint8Array[] = [new Uint8Array(32).fill(7)]): Promise<void> {
    const { slack } = this;
    this.#database = openDatabase(this.#dataDir);
    this.tutor = new Tutor({ stores: databaseStores(this.#database, this.#dataDir) });
    this.installations = new DatabaseInstallations(this.#database, new SealingKeys(keys));
    const { log } = this.#recorded;
    this.platform = startSlackApp({
      ...{ apiUrl: slack.apiUrl, port: 0, publicUrl: undefined, log, defaultLocale: 'en' },
      ...{ clientId: slack.clientId, clientSecret: slack.clientSecret },
      signingSecret: slack.signingSecret,
      installations: this.installations,
      accepted: acceptedOn(this.#database),
      dispatcher: this.tutor.dispatcher,
      homeOf: this.tutor.homeOf,
      specs: commands.map(({ spec }) => spec),
      homes: new DatabaseHomes(this.#database),
      fileOrigins: [slack.address],
      tier: { limit: 1_000, forFinals: 10, windowMs: 1_000 },
      postEveryMs: 1,
      nowMs: slack.tokenClock.nowMs,
      ...this.changes,
    });
    const { port } = this.platform;
    for (const one of [this.tutor.liveRuns, this.tutor.slowMotions, this.tutor.boards]) {
      one.addPlatform(port);
    }
    this.tutor.challenges.addPlatform(port);
    this.tutor.platforms.push(this.platform);
    const serving = await this.platform.serving;
    slack.appAddress = /\((http:\/\/[^/]+)/.exec(serving ?? '')?.[1] ?? '';
  }
}
