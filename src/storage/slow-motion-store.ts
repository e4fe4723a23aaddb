/** Trainings in slow motion in the database. */
import type { MessageRef } from '../chat/port.js';
import { steadyNowMs } from '../clock.js';
import type { Checkpoint } from '../runs/protocol.js';
import type { SlowMotion, SlowState } from '../runs/slow-motion.js';
import type { Database, Row, Sql } from './database.js';
import { bytesOf, floatsOf, slotsOf } from './floats.js';
import { fromJson, toJson } from './json.js';
import type { LiveMessageRecord } from './ports/live-messages.js';
import type { SlowMotionStore, StoredSlowMotion } from './ports/slow-motions.js';

/** The part of a state that is stored as JSON. */
type StateText = Omit<SlowState, 'checkpoint'> & {
  readonly checkpoint: Omit<Checkpoint, 'weights' | 'slots' | 'best'>;
};

export class DatabaseSlowMotionStore implements SlowMotionStore {
  constructor(private readonly database: Database) {}

  create(motion: SlowMotion, requestId: string | undefined, mostKept: number): Promise<void> {
    const { id, ownerId } = motion;
    return this.database.transaction((sql) => {
      sql.run(
        `INSERT INTO slow_motions (id, owner_id, motion, request_id, pressed_at_ms)
         VALUES (?, ?, ?, ?, ?)`,
        ...[id, ownerId, toJson(motion), requestId ?? null, steadyNowMs()],
      );
      sql.run(
        `DELETE FROM slow_motions WHERE owner_id = ?1 AND rowid NOT IN (
           SELECT rowid FROM slow_motions WHERE owner_id = ?1 ORDER BY rowid DESC LIMIT ?2)`,
        ownerId,
        mostKept,
      );
    });
  }

  find(id: string): Promise<StoredSlowMotion | undefined> {
    return this.#one('id = ?', id);
  }

  ofRequest(requestId: string): Promise<StoredSlowMotion | undefined> {
    return this.#one('request_id = ?', requestId);
  }

  state(id: string): Promise<SlowState | undefined> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT * FROM slow_motion_states WHERE id = ?', id);
      if (!row) return undefined;
      const { checkpoint, ...rest } = fromJson(row.state as string) as StateText;
      const weights = floatsOf(row.weights as Uint8Array);
      const slots = slotsOf(row.slots as Uint8Array, weights);
      return { ...rest, checkpoint: { ...checkpoint, weights, slots } };
    });
  }

  save(stored: StoredSlowMotion, state?: SlowState | null): Promise<void> {
    const { motion, record, pressedId, isShown } = stored;
    return this.database.transaction((sql) => {
      const changed = sql.run(
        `UPDATE slow_motions SET motion = ?, record = ?, home = ?, pressed_id = ?, is_shown = ?,
           pressed_at_ms = ? WHERE id = ?`,
        ...[toJson(motion), record ? toJson(record) : null, record?.place.home ?? null],
        ...[pressedId ?? null, isShown ? 1 : 0, steadyNowMs(), motion.id],
      );
      if (changed === 0) return;
      if (state === null) sql.run('DELETE FROM slow_motion_states WHERE id = ?', motion.id);
      else if (state) putState(sql, motion.id, state);
    });
  }

  move(id: string, ref: MessageRef): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run(
        "UPDATE slow_motions SET record = json_set(record, '$.ref', json(?)) WHERE id = ?",
        toJson(ref),
        id,
      );
    });
  }

  markShown(motion: SlowMotion): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run(
        'UPDATE slow_motions SET is_shown = 1 WHERE id = ? AND motion = ?',
        motion.id,
        toJson(motion),
      );
    });
  }

  unshown(): Promise<readonly StoredSlowMotion[]> {
    return this.database.read((sql) =>
      sql.all('SELECT * FROM slow_motions WHERE is_shown = 0 ORDER BY rowid').map(storedOf),
    );
  }

  #one(which: string, value: string): Promise<StoredSlowMotion | undefined> {
    return this.database.read((sql) => {
      const row = sql.get(`SELECT * FROM slow_motions WHERE ${which}`, value);
      return row && storedOf(row);
    });
  }
}

function storedOf({ motion, record, pressed_id: pressedId, is_shown: isShown }: Row) {
  return {
    motion: fromJson(motion as string) as SlowMotion,
    ...(record !== null && { record: fromJson(record as string) as LiveMessageRecord }),
    ...(pressedId !== null && { pressedId: pressedId as string }),
    isShown: isShown === 1,
  };
}

function putState(sql: Sql, id: string, { checkpoint, ...rest }: SlowState): void {
  const { weights, slots, epoch, step, shuffle } = checkpoint;
  const text: StateText = { ...rest, checkpoint: { epoch, step, shuffle } };
  sql.run(
    `INSERT INTO slow_motion_states (id, state, weights, slots) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, weights = excluded.weights,
       slots = excluded.slots`,
    ...[id, toJson(text), bytesOf(weights), Buffer.concat(slots.map(bytesOf))],
  );
}
