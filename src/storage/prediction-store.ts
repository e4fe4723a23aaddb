/** Predictions in the database. */
import { channelOf } from '../chat/port.js';
import type { Prediction } from '../tutor/predict/prediction.js';
import type { Database } from './database.js';
import { fromJson, toJson } from './json.js';
import type {
  AskedPrediction,
  PredictedRuns,
  PredictionStore,
  StoredPrediction,
} from './ports/predictions.js';

export class DatabasePredictionStore implements PredictionStore {
  constructor(private readonly database: Database) {}

  create(prediction: Prediction, { ownerId, place, atMs }: AskedPrediction): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run(
        `INSERT INTO predictions (id, prediction, owner_id, channel, home, created_at_ms)
         VALUES (?, ?, ?, ?, ?, ?)`,
        prediction.id,
        toJson(prediction),
        ownerId,
        channelOf(place),
        place.home ?? null,
        atMs,
      );
    });
  }

  find(id: string): Promise<StoredPrediction | undefined> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT prediction, started, channel FROM predictions WHERE id = ?', id);
      if (!row) return undefined;
      const guesses = sql.all(
        'SELECT user_id, answer FROM prediction_guesses WHERE prediction_id = ?',
        id,
      );
      return {
        prediction: fromJson(row.prediction as string) as Prediction,
        channel: row.channel as string,
        guesses: new Map(guesses.map((guess) => [guess.user_id as string, guess.answer as number])),
        ...(row.started !== null && {
          started: fromJson(row.started as string) as PredictedRuns,
        }),
      };
    });
  }

  guess(id: string, userId: string, answer: number): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run(
        `INSERT INTO prediction_guesses (prediction_id, user_id, answer) VALUES (?, ?, ?)
         ON CONFLICT (prediction_id, user_id) DO UPDATE SET answer = excluded.answer`,
        id,
        userId,
        answer,
      );
    });
  }

  start(id: string, runs: PredictedRuns): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE predictions SET started = ? WHERE id = ?', toJson(runs), id);
    });
  }

  markRevealed(id: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE predictions SET is_revealed = 1 WHERE id = ?', id);
    });
  }

  unrevealed(): Promise<readonly string[]> {
    return this.database.read((sql) =>
      sql
        .all(
          `SELECT id FROM predictions
           WHERE started IS NOT NULL AND is_revealed = 0 ORDER BY rowid`,
        )
        .map((row) => row.id as string),
    );
  }
}
