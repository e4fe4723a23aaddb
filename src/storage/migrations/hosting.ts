/** 6 to 12: fit for other people’s servers: nothing accepted is lost, nothing stays for ever. */
export const hosting: readonly string[] = [
  `
  CREATE TABLE accepted (
    position INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order things were asked
    id TEXT NOT NULL UNIQUE, -- the platform's own name for it
    platform TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    request TEXT -- as JSON; gone once it is answered
  ) STRICT;
  CREATE INDEX accepted_unanswered ON accepted (platform) WHERE request IS NOT NULL;
  CREATE INDEX accepted_answered ON accepted (at_ms) WHERE request IS NULL;

  CREATE TABLE pending_uploads (
    position INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order of arrival
    id TEXT NOT NULL UNIQUE, -- cannot be guessed
    owner_id TEXT NOT NULL,
    name TEXT NOT NULL,
    request_id TEXT, -- the request that it came with, once there is one
    bytes BLOB NOT NULL
  ) STRICT;

  ALTER TABLE runs ADD COLUMN request_id TEXT; -- what asked for it, so that it begins once
  CREATE UNIQUE INDEX runs_of_request ON runs (request_id) WHERE request_id IS NOT NULL;
  `,
  `
  CREATE TABLE room_people (
    id TEXT PRIMARY KEY,
    name TEXT, -- missing: they were here before names were kept
    name_key TEXT UNIQUE, -- the same for names that look the same
    seen_at_ms INTEGER NOT NULL, -- when they came in last
    has_spoken INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX room_people_by_age ON room_people (has_spoken, seen_at_ms);
  INSERT INTO room_people (id, seen_at_ms, has_spoken)
    SELECT id, unixepoch() * 1000, 1 FROM (
      SELECT owner_id AS id FROM runs UNION SELECT user_id FROM preferences
      UNION SELECT person_id FROM room_entries UNION SELECT user_id FROM quiz_answers
      UNION SELECT user_id FROM prediction_guesses UNION SELECT user_id FROM conversations
    ) WHERE id LIKE 'web:%';

  ALTER TABLE room ADD COLUMN revision INTEGER NOT NULL DEFAULT 0; -- of the last change so far
  UPDATE room SET revision = (SELECT coalesce(max(revision), 0) FROM room_entries);
  CREATE INDEX room_entries_of_person ON room_entries (person_id);
  CREATE INDEX live_messages_undelivered ON live_messages (run_id) WHERE is_delivered = 0;
  `,
  `
  CREATE TABLE server_settings (
    server_id TEXT PRIMARY KEY, -- discord:… or slack:…
    settings TEXT NOT NULL -- ServerSettings as JSON
  ) STRICT, WITHOUT ROWID;
  `,
  // For how long what is kept: who sees a run, whose a file is, when a game was asked, who has gone.
  `
  ALTER TABLE live_messages ADD COLUMN channel TEXT NOT NULL DEFAULT ''; -- as channelOf names it
  ALTER TABLE live_messages ADD COLUMN home TEXT; -- the server or workspace
  CREATE INDEX live_messages_of_home ON live_messages (home) WHERE home IS NOT NULL;
  UPDATE live_messages SET channel =
    CASE json_extract(record, '$.place.platform')
      WHEN 'discord' THEN
        'discord ' || json_extract(json_extract(record, '$.place.key'), '$.channelId')
      WHEN 'slack' THEN
        'slack ' || json_extract(json_extract(record, '$.place.key'), '$.channel')
      ELSE json_extract(record, '$.place.platform') || ' ' || json_extract(record, '$.place.key')
    END;

  CREATE TABLE uploads (
    sha256 TEXT NOT NULL,
    owner_id TEXT NOT NULL, -- who sent it; several people may send the same file
    PRIMARY KEY (sha256, owner_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX uploads_of_owner ON uploads (owner_id);
  CREATE INDEX runs_of_upload ON runs (json_extract(settings, '$.dataset.sha256'))
    WHERE json_extract(settings, '$.dataset.sha256') IS NOT NULL;
  INSERT INTO uploads (sha256, owner_id)
    SELECT sha256, owner_id FROM (
      SELECT json_extract(settings, '$.dataset.sha256') AS sha256, owner_id, min(created_at_ms)
      FROM runs WHERE json_extract(settings, '$.dataset.sha256') IS NOT NULL GROUP BY 1
    );

  ALTER TABLE predictions ADD COLUMN owner_id TEXT; -- who asked for it
  ALTER TABLE predictions ADD COLUMN channel TEXT NOT NULL DEFAULT '';
  ALTER TABLE predictions ADD COLUMN home TEXT;
  ALTER TABLE predictions ADD COLUMN created_at_ms INTEGER NOT NULL DEFAULT 0;
  UPDATE predictions SET created_at_ms = CAST(strftime('%s', 'now') AS INTEGER) * 1000;
  CREATE INDEX prediction_guesses_of_user ON prediction_guesses (user_id);

  ALTER TABLE quiz_questions ADD COLUMN asked_at_ms INTEGER NOT NULL DEFAULT 0;
  UPDATE quiz_questions SET asked_at_ms = CAST(strftime('%s', 'now') AS INTEGER) * 1000;

  CREATE INDEX runs_over_by_age ON runs (created_at_ms) WHERE is_over = 1;
  CREATE TABLE left_homes (
    home TEXT PRIMARY KEY, -- a server or workspace that took the tutor out
    left_at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE previews (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL, -- the file, kept for its sake
    owner_id TEXT NOT NULL,
    dataset TEXT NOT NULL, -- DatasetRef as JSON: the file with what was decided about its columns
    created_at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX previews_of_upload ON previews (sha256);
  CREATE INDEX previews_of_owner ON previews (owner_id);
  `,
  // Whoever took the tutor out while the program was down is missing at the next start.
  `
  CREATE TABLE homes (
    home TEXT PRIMARY KEY -- a server or workspace that had the tutor when it was last heard of
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE accepted ADD COLUMN user_id TEXT; -- who asks; gone once it is answered
  CREATE INDEX accepted_of_user ON accepted (user_id) WHERE user_id IS NOT NULL;
  `,
];
