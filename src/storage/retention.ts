/**
 * Nothing is kept for ever: data that have had their time are deleted, at the start of the program and
 * once a day, in transactions so short that nobody waits for one.
 */
import { setImmediate } from 'node:timers/promises';
import { steadyNowMs } from '../clock.js';
import { INVITATION_MS } from '../runs/invitation.js';
import { REMEMBERED_MS } from './conversation-store.js';
import type { Database, Sql } from './database.js';
import { deletePredictions, deleteRuns, deleteSome } from './delete-runs.js';
import { personalTables } from './personal-tables.js';
import { forgetRoom } from './study-rooms.js';
import type { FileUploadStore } from './upload-store.js';

export interface RetentionOptions {
  readonly database: Database;
  readonly uploads: Pick<FileUploadStore, 'sweep'>;
  /** How many days runs are kept after they began; 0 for ever. */
  readonly keepDays: number;
  /** Ends runs that were paused before then (Unix ms): their owners are not coming back. */
  readonly stopPausedBefore?: (ms: number) => Promise<void>;
  readonly log: {
    info(details: object, message: string): void;
    error(details: object, message: string): void;
  };
  /** Unix time at construction; from then on only the monotonic clock is used, as the system clock may jump. */
  readonly startedAtMs?: number;
  readonly monotonicMs?: () => number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a server or workspace that removed the tutor can have it back, with its data. */
const LEFT_HOME_DAYS = 30;
/** In one transaction: a checkpoint of the largest networks takes 10 MB. */
const CHECKPOINTS_AT_ONCE = 5;
/** Rows in one transaction, in each table. */
const PEOPLE_AT_ONCE = 20;
/** Small rows in one transaction. */
const SMALL_AT_ONCE = 200;

/** Called again until it changes nothing. @returns how many rows it changed */
type Step = (sql: Sql) => number;

export class Retention {
  readonly #closing = new AbortController();
  readonly #startedAtMs: number;
  readonly #startedMonotonicMs: number;
  readonly #monotonicMs: () => number;
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(private readonly options: RetentionOptions) {
    this.#monotonicMs = options.monotonicMs ?? performance.now.bind(performance);
    this.#startedAtMs = options.startedAtMs ?? steadyNowMs();
    this.#startedMonotonicMs = this.#monotonicMs();
  }

  /** Sweeps now and once a day; nothing waits for it, and it does not keep the process alive. */
  start(): void {
    if (this.#closing.signal.aborted) return;
    this.#sweeping = this.sweep();
    this.#timer = setTimeout(() => {
      this.start();
    }, DAY_MS);
    this.#timer.unref();
  }

  /** Resolves when the transaction under way is done; no other follows. */
  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#timer);
    await this.#sweeping;
  }

  /** Never rejects: the next day tries again. */
  async sweep(): Promise<void> {
    const { log, uploads, keepDays } = this.options;
    try {
      const nowMs = this.#startedAtMs + this.#monotonicMs() - this.#startedMonotonicMs;
      await this.#until(cutCheckpoints);
      const expired = keepDays === 0 ? 0 : await this.#expire(nowMs - keepDays * DAY_MS);
      await this.#until((sql) =>
        sql.run('DELETE FROM conversations WHERE at_ms <= ?', nowMs - REMEMBERED_MS),
      );
      await this.#until((sql) =>
        sql.run('DELETE FROM invitations WHERE created_at_ms <= ?', nowMs - INVITATION_MS),
      );
      const left = await this.#emptyLeftHomes(nowMs - LEFT_HOME_DAYS * DAY_MS);
      await this.#until(dropOrphans);
      const files = await uploads.sweep(nowMs, this.#closing.signal);
      if (expired + left + files > 0) {
        log.info({ runs: expired + left, files }, 'what had had its time was deleted');
      }
    } catch (err) {
      if (!this.#closing.signal.aborted) log.error({ err }, 'old data could not be deleted');
    }
  }

  async #expire(beforeMs: number): Promise<number> {
    await this.options.stopPausedBefore?.(beforeMs);
    const runs = await this.#until((sql) =>
      deleteRuns(
        sql,
        'SELECT id FROM runs WHERE is_over = 1 AND created_at_ms < ? ORDER BY created_at_ms',
        beforeMs,
      ),
    );
    await this.#until((sql) => deletePredictions(sql, 'created_at_ms < ?', beforeMs));
    await this.#until((sql) => deleteSome(sql, 'slow_motions', 'pressed_at_ms < ?', beforeMs));
    await this.#until((sql) => deleteSome(sql, 'boards', 'created_at_ms < ?', beforeMs));
    await this.#until((sql) => deleteSome(sql, 'classes', 'ends_at_ms < ?', beforeMs));
    await this.#until((sql) =>
      deleteSome(sql, 'challenges', 'is_closed = 1 AND opened_at_ms < ?', beforeMs),
    );
    await this.#until((sql) =>
      sql.run(
        `DELETE FROM quiz_questions WHERE (place, question) IN (
           SELECT place, question FROM quiz_questions WHERE asked_at_ms < ? LIMIT ${SMALL_AT_ONCE})`,
        beforeMs,
      ),
    );
    // People who have not been back for so long start with new questions; their score and level stay.
    await this.#until((sql) =>
      sql.run(
        `DELETE FROM quiz_reviews WHERE (user_id, kind) IN (
           SELECT user_id, kind FROM quiz_reviews WHERE answered_at_ms < ? LIMIT ${SMALL_AT_ONCE})`,
        beforeMs,
      ),
    );
    const before = { silentMs: beforeMs, lonelyMs: beforeMs, otherMs: beforeMs };
    await this.#until((sql) => forgetRoom(sql, before));
    return runs;
  }

  async #emptyLeftHomes(beforeMs: number): Promise<number> {
    const homes = await this.options.database.read((sql) =>
      sql
        .all('SELECT home FROM left_homes WHERE left_at_ms < ?', beforeMs)
        .map(({ home }) => home as string),
    );
    let runs = 0;
    for (const home of homes) runs += await this.#emptyHome(home);
    return runs;
  }

  async #emptyHome(home: string): Promise<number> {
    let runs = await this.#until((sql) =>
      deleteRuns(
        sql,
        `SELECT id FROM runs JOIN live_messages ON run_id = id WHERE home = ? AND is_over = 1`,
        home,
      ),
    );
    await this.#until((sql) => deletePredictions(sql, 'home = ?', home));
    await this.#until((sql) => deleteSome(sql, 'slow_motions', 'home = ?', home));
    await this.#until((sql) => deleteSome(sql, 'boards', 'home = ?', home));
    await this.#until((sql) => deleteSome(sql, 'classes', 'home = ?', home));
    await this.#until((sql) => deleteSome(sql, 'challenges', 'home = ?', home));
    await this.#until((sql) => sql.run('DELETE FROM invitations WHERE home = ?', home));
    // On Slack people belong to a workspace, on Discord to no server.
    const [first, end] = [`${home}:`, `${home};`];
    runs += await this.#until((sql) =>
      deleteRuns(
        sql,
        'SELECT id FROM runs WHERE owner_id >= ? AND owner_id < ? AND is_over = 1',
        first,
        end,
      ),
    );
    for (const [table, person] of personalTables) {
      await this.#until((sql) =>
        sql.run(
          `DELETE FROM ${table} WHERE ${person} IN (
             SELECT DISTINCT ${person} FROM ${table} WHERE ${person} >= ? AND ${person} < ?
             LIMIT ${PEOPLE_AT_ONCE})`,
          first,
          end,
        ),
      );
    }
    await this.options.database.transaction((sql) => {
      sql.run('DELETE FROM server_settings WHERE server_id = ?', home);
      sql.run('DELETE FROM challenge_channels WHERE home = ?', home);
      sql.run('DELETE FROM installations WHERE home = ?', home);
      sql.run('DELETE FROM left_homes WHERE home = ?', home);
    });
    return runs;
  }

  /** Lets everything else run between two transactions. */
  async #until(step: Step): Promise<number> {
    let changed = 0;
    for (;;) {
      this.#closing.signal.throwIfAborted();
      const rows = await this.options.database.transaction(step);
      if (rows === 0) return changed;
      changed += rows;
      await setImmediate();
    }
  }
}

/** Runs that ended before their end cut their checkpoints, in earlier versions of the program. */
const cutCheckpoints: Step = (sql) =>
  sql.run(
    `UPDATE checkpoints SET slots = x'', shuffle = '[]', best = NULL WHERE run_id IN (
       SELECT run_id FROM checkpoints JOIN runs ON id = run_id
       WHERE is_over = 1 AND (length(slots) > 0 OR best IS NOT NULL)
       LIMIT ${CHECKPOINTS_AT_ONCE})`,
  );

/** Where a run was shown is stored by its message, which may outlive it for a moment. */
const dropOrphans: Step = (sql) =>
  sql.run(
    `DELETE FROM live_messages WHERE rowid IN (
       SELECT live_messages.rowid FROM live_messages LEFT JOIN runs ON id = run_id
       WHERE id IS NULL LIMIT ${SMALL_AT_ONCE})`,
  );
