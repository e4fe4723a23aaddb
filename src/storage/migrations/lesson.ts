/** 1 to 5: the lesson, live: runs, the study room, quizzes, predictions, conversations. */
export const lesson: readonly string[] = [
  `
  CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    settings TEXT NOT NULL, -- FitSettings as JSON
    created_at_ms INTEGER NOT NULL,
    is_over INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX runs_of_owner ON runs (owner_id, created_at_ms);
  CREATE INDEX runs_unfinished ON runs (created_at_ms) WHERE is_over = 0;

  CREATE TABLE run_events (
    run_id TEXT NOT NULL REFERENCES runs (id),
    position INTEGER NOT NULL,
    event TEXT NOT NULL, -- RunEvent as JSON
    PRIMARY KEY (run_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE checkpoints (
    run_id TEXT PRIMARY KEY REFERENCES runs (id),
    epoch INTEGER NOT NULL,
    step INTEGER NOT NULL,
    weights BLOB NOT NULL, -- float32, little-endian
    slots BLOB NOT NULL, -- one after the other, each as long as weights
    shuffle TEXT NOT NULL -- words of the generator's state as JSON
  ) STRICT;

  CREATE TABLE preferences (
    user_id TEXT PRIMARY KEY,
    locale TEXT,
    view TEXT
  ) STRICT;

  CREATE TABLE live_messages (
    run_id TEXT PRIMARY KEY,
    record TEXT NOT NULL, -- LiveMessageRecord as JSON
    is_delivered INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  `,
  `
  CREATE TABLE room (id TEXT NOT NULL) STRICT;
  INSERT INTO room (id) VALUES (lower(hex(randomblob(8))));

  CREATE TABLE room_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order things were said, without gaps
    revision INTEGER NOT NULL UNIQUE, -- grows with every change of any entry
    at_ms INTEGER NOT NULL,
    person_id TEXT,
    person_name TEXT,
    is_private INTEGER NOT NULL,
    body TEXT NOT NULL -- as JSON, without files
  ) STRICT;

  CREATE TABLE room_files (
    id TEXT NOT NULL UNIQUE,
    entry_id INTEGER NOT NULL REFERENCES room_entries (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    alt TEXT,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX room_files_of_entry ON room_files (entry_id);
  `,
  `
  CREATE TABLE quiz_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order they were given
    user_id TEXT NOT NULL,
    question TEXT NOT NULL, -- its kind and seed
    is_right INTEGER NOT NULL,
    UNIQUE (user_id, question)
  ) STRICT;

  CREATE TABLE quiz_questions (
    place TEXT NOT NULL, -- where it was asked
    question TEXT NOT NULL,
    PRIMARY KEY (place, question)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE predictions (
    id TEXT PRIMARY KEY,
    prediction TEXT NOT NULL, -- Prediction as JSON
    started TEXT, -- PredictedRuns as JSON, once they have started
    is_revealed INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE prediction_guesses (
    prediction_id TEXT NOT NULL REFERENCES predictions (id),
    user_id TEXT NOT NULL,
    answer INTEGER NOT NULL, -- index among the prediction's options
    PRIMARY KEY (prediction_id, user_id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE conversations (
    user_id TEXT NOT NULL,
    place TEXT NOT NULL,
    said TEXT NOT NULL, -- Said as JSON: what was answered, not what was typed
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (user_id, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX conversations_by_age ON conversations (at_ms);
  `,
  `
  ALTER TABLE checkpoints ADD COLUMN best BLOB; -- early stopping's best weights so far, as weights
  `,
];
