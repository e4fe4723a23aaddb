/** Runs, with everything that is kept of them but their files. */
import type { Sql } from './database.js';

/**
 * So many runs are deleted in one transaction, in which nothing else happens: with 500 epochs and 1 MB of
 * weights each that takes 6 ms of one core, or 20 ms where what is deleted is written over.
 */
const RUNS_AT_ONCE = 5;

/**
 * @param which selects ids of runs that are over
 * @returns how many were deleted
 */
export function deleteRuns(sql: Sql, which: string, ...values: (string | number)[]): number {
  const ids = sql.all(`${which} LIMIT ${RUNS_AT_ONCE}`, ...values).map(({ id }) => id as string);
  for (const id of ids) {
    for (const table of ['run_events', 'checkpoints', 'live_messages']) {
      sql.run(`DELETE FROM ${table} WHERE run_id = ?`, id);
    }
    sql.run('DELETE FROM runs WHERE id = ?', id);
  }
  return ids.length;
}

const PREDICTIONS_AT_ONCE = 50;

/** @param which a condition @returns how many were deleted, `PREDICTIONS_AT_ONCE` at most */
export function deletePredictions(sql: Sql, which: string, value: string | number): number {
  const found = sql.all(
    `SELECT id FROM predictions WHERE ${which} LIMIT ${PREDICTIONS_AT_ONCE}`,
    value,
  );
  for (const { id } of found) {
    sql.run('DELETE FROM prediction_guesses WHERE prediction_id = ?', id as string);
    sql.run('DELETE FROM predictions WHERE id = ?', id as string);
  }
  return found.length;
}

const BOARDS_AT_ONCE = 20;

/** With their lines; their runs stay. @param which a condition @returns how many were deleted */
export function deleteBoards(sql: Sql, which: string, value: string | number): number {
  return sql.run(
    `DELETE FROM boards WHERE id IN (
       SELECT id FROM boards WHERE ${which} LIMIT ${BOARDS_AT_ONCE})`,
    value,
  );
}

/** With rounds and who took part, up to a few hundred rows each. */
const CLASSES_AT_ONCE = 5;

/** With their rounds. @param which a condition @returns how many were deleted */
export function deleteClasses(sql: Sql, which: string, value: string | number): number {
  return sql.run(
    `DELETE FROM classes WHERE id IN (SELECT id FROM classes WHERE ${which} LIMIT ${CLASSES_AT_ONCE})`,
    value,
  );
}

/** Of the largest networks one is 30 MB. */
const SLOW_MOTIONS_AT_ONCE = 5;

/** With their states. @param which a condition @returns how many were deleted */
export function deleteSlowMotions(sql: Sql, which: string, value: string | number): number {
  return sql.run(
    `DELETE FROM slow_motions WHERE id IN (
       SELECT id FROM slow_motions WHERE ${which} LIMIT ${SLOW_MOTIONS_AT_ONCE})`,
    value,
  );
}

/** Rows that are small. */
const CHALLENGES_AT_ONCE = 50;

/** With their answers. @param which a condition @returns how many were deleted */
export function deleteChallenges(sql: Sql, which: string, value: string | number): number {
  return sql.run(
    `DELETE FROM challenges WHERE id IN (
       SELECT id FROM challenges WHERE ${which} LIMIT ${CHALLENGES_AT_ONCE})`,
    value,
  );
}
