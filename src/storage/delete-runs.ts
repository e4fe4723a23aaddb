/** Deletes runs, with everything that is stored about them except their files. */
import type { Sql } from './database.js';

/**
 * How many runs are deleted in one transaction, during which nothing else happens: with 500 epochs and 1
 * MB of weights each that takes 6 ms of one core, or 20 ms where deleted data are overwritten.
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

/** With the rows that refer to them; this many go in one transaction. */
const AT_ONCE = {
  boards: 20,
  // With rounds and who took part, up to a few hundred rows each.
  classes: 5,
  challenges: 50,
  // One of the largest networks takes 30 MB.
  slow_motions: 5,
} as const;

/** @param which a condition @returns how many were deleted */
export function deleteSome(
  sql: Sql,
  table: keyof typeof AT_ONCE,
  which: string,
  value: string | number,
): number {
  return sql.run(
    `DELETE FROM ${table} WHERE id IN (
       SELECT id FROM ${table} WHERE ${which} LIMIT ${AT_ONCE[table]})`,
    value,
  );
}
