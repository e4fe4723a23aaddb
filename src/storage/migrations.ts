/**
 * How the database came to be, oldest first. The file's `user_version` counts how many it has seen.
 * Never change one that was released: add another at the end.
 */
export const migrations: readonly string[] = [
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
  `
  CREATE TABLE slow_motions (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL,
    motion TEXT NOT NULL, -- SlowMotion as JSON
    record TEXT, -- LiveMessageRecord as JSON, once there is a message
    home TEXT, -- the server or workspace of the message
    request_id TEXT, -- what asked for it, so that it begins once
    pressed_id TEXT, -- the last press that was carried out, so that it is carried out once
    is_shown INTEGER NOT NULL DEFAULT 0, -- the message shows all there is; never while it plays
    pressed_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX slow_motions_of_owner ON slow_motions (owner_id);
  CREATE INDEX slow_motions_unshown ON slow_motions (id) WHERE is_shown = 0;
  CREATE INDEX slow_motions_of_upload ON slow_motions (json_extract(motion, '$.settings.dataset.sha256'))
    WHERE json_extract(motion, '$.settings.dataset.sha256') IS NOT NULL;

  CREATE TABLE slow_motion_states (
    id TEXT PRIMARY KEY REFERENCES slow_motions (id) ON DELETE CASCADE,
    state TEXT NOT NULL, -- SlowState as JSON, without its arrays of numbers
    weights BLOB NOT NULL, -- as in checkpoints
    slots BLOB NOT NULL
  ) STRICT;
  `,
  // Several runs in one message.
  `
  CREATE TABLE boards (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL, -- who asked for it
    topic TEXT NOT NULL, -- BoardTopic as JSON
    limits TEXT NOT NULL, -- RunLimits as JSON
    request_id TEXT UNIQUE, -- what asked for it, so that it begins once
    record TEXT, -- LiveMessageRecord as JSON, once there is a message
    home TEXT, -- the server or workspace of the message
    is_closed INTEGER NOT NULL DEFAULT 0, -- no more lines are taken
    is_delivered INTEGER NOT NULL DEFAULT 0, -- the message shows what came out
    created_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX boards_of_owner ON boards (owner_id);
  CREATE INDEX boards_undelivered ON boards (id) WHERE is_delivered = 0;

  CREATE TABLE board_lines (
    board_id TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    line TEXT NOT NULL, -- BoardLine as JSON
    owner_id TEXT NOT NULL, -- whose run it is
    run_id TEXT, -- once it was started
    PRIMARY KEY (board_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX board_lines_of_run ON board_lines (run_id) WHERE run_id IS NOT NULL;
  CREATE INDEX board_lines_of_owner ON board_lines (owner_id);
  CREATE INDEX board_lines_of_upload ON board_lines (json_extract(line, '$.settings.dataset.sha256'))
    WHERE json_extract(line, '$.settings.dataset.sha256') IS NOT NULL;
  `,
  `
  CREATE TABLE classes (
    id TEXT PRIMARY KEY,
    teacher_id TEXT NOT NULL,
    lab TEXT NOT NULL, -- ClassLab as JSON
    channel TEXT NOT NULL, -- as channelOf names it
    home TEXT, -- the server or workspace
    created_at_ms INTEGER NOT NULL,
    ends_at_ms INTEGER NOT NULL -- unless there is another round by then
  ) STRICT;
  CREATE INDEX classes_of_teacher ON classes (teacher_id);
  CREATE INDEX classes_of_channel ON classes (channel, ends_at_ms);

  CREATE TABLE class_rounds (
    id TEXT PRIMARY KEY,
    class_id TEXT NOT NULL REFERENCES classes (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    round TEXT NOT NULL, -- Round as JSON
    board_id TEXT, -- once there is a board
    request_id TEXT, -- what asked for it, so that it begins once
    is_closed INTEGER NOT NULL DEFAULT 0, -- nobody can join any more
    UNIQUE (class_id, number)
  ) STRICT;
  CREATE INDEX class_rounds_open ON class_rounds (id) WHERE is_closed = 0;
  CREATE INDEX class_rounds_of_request ON class_rounds (request_id) WHERE request_id IS NOT NULL;

  CREATE TABLE class_participants (
    round_id TEXT NOT NULL REFERENCES class_rounds (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    choice INTEGER NOT NULL, -- index among the round's values
    turn INTEGER NOT NULL, -- how many had it before: the seed follows from it
    guess INTEGER, -- index among the round's values
    has_left INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (round_id, user_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX class_participants_of_user ON class_participants (user_id);
  `,
  // The quiz in rounds, and what was answered wrong comes back. Of earlier answers it is known which kinds
  // were answered wrong last, not when: those come back first thing, without a date.
  `
  ALTER TABLE quiz_answers ADD COLUMN round INTEGER; -- of the person's; missing: it counts for none
  CREATE INDEX quiz_answers_of_round ON quiz_answers (user_id, round) WHERE round IS NOT NULL;

  CREATE TABLE quiz_rounds (
    user_id TEXT PRIMARY KEY, -- whose newest round this is
    number INTEGER NOT NULL,
    level INTEGER NOT NULL,
    answered_at_ms INTEGER NOT NULL -- the last of its answers
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE quiz_reviews (
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL, -- of question
    box INTEGER NOT NULL, -- from 0: how long until it comes back
    missed_at_ms INTEGER, -- missing: before such times were kept
    answered_at_ms INTEGER NOT NULL, -- when it was put into its box
    PRIMARY KEY (user_id, kind)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX quiz_reviews_by_age ON quiz_reviews (answered_at_ms);
  INSERT INTO quiz_reviews (user_id, kind, box, answered_at_ms)
    SELECT user_id, substr(question, 1, instr(question, ' ') - 1), 0,
      (CAST(strftime('%s', 'now') AS INTEGER) - 24 * 60 * 60) * 1000
    FROM quiz_answers WHERE is_right = 0 AND id IN (
      SELECT max(id) FROM quiz_answers
      GROUP BY user_id, substr(question, 1, instr(question, ' ') - 1)
    );
  `,
  `
  CREATE TABLE challenge_channels (
    channel TEXT PRIMARY KEY, -- as channelOf names it
    home TEXT, -- the server or workspace
    is_weekly INTEGER NOT NULL, -- one comes by itself
    record TEXT NOT NULL -- ChallengeChannel as JSON
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE challenges (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    home TEXT,
    opened_at_ms INTEGER NOT NULL,
    is_closed INTEGER NOT NULL DEFAULT 0,
    record TEXT NOT NULL -- StoredChallenge as JSON
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX challenges_of_channel ON challenges (channel, opened_at_ms);
  CREATE INDEX challenges_unclosed ON challenges (opened_at_ms) WHERE is_closed = 0;

  CREATE TABLE challenge_answers (
    challenge_id TEXT NOT NULL REFERENCES challenges (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL,
    user_name TEXT NOT NULL,
    pick INTEGER NOT NULL, -- index among the question's options
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (challenge_id, user_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX challenge_answers_of_user ON challenge_answers (user_id);
  `,
  // What was said so far was said in the first room, whose name is empty.
  `
  ALTER TABLE room_entries ADD COLUMN room TEXT NOT NULL DEFAULT '';
  ALTER TABLE room_entries ADD COLUMN is_teachers INTEGER NOT NULL DEFAULT 0; -- said by the teacher, or to them
  CREATE INDEX room_entries_of_room ON room_entries (room, revision);
  -- Indexed, so that what a room takes is summed up without reading what was said there.
  ALTER TABLE room_entries ADD COLUMN body_bytes INTEGER NOT NULL DEFAULT 0;
  UPDATE room_entries SET body_bytes = octet_length(body);
  CREATE INDEX room_entries_by_size ON room_entries (room, person_id, body_bytes);

  CREATE TABLE study_rooms (
    name TEXT PRIMARY KEY, -- the first room has no row: nobody opened it
    id TEXT NOT NULL DEFAULT (lower(hex(randomblob(8)))), -- another one where it was opened anew
    key_hash TEXT NOT NULL, -- of the key in the teacher's link
    pinned INTEGER, -- the entry that stays on top
    seen_at_ms INTEGER NOT NULL -- when somebody came in, or said something, last
  ) STRICT;
  CREATE INDEX study_rooms_by_age ON study_rooms (seen_at_ms);

  CREATE TABLE room_mutes (
    id INTEGER PRIMARY KEY, -- what a page calls it: it never learns who somebody is
    room TEXT NOT NULL REFERENCES study_rooms (name) ON DELETE CASCADE,
    person_id TEXT NOT NULL,
    UNIQUE (room, person_id)
  ) STRICT;
  CREATE INDEX room_mutes_of_person ON room_mutes (person_id);
  `,
  // Somebody dares another to a duel.
  `
  CREATE TABLE invitations (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL, -- who dares
    invitation TEXT NOT NULL, -- Invitation as JSON
    channel TEXT NOT NULL, -- where it stands
    home TEXT, -- the server or workspace of it
    request_id TEXT UNIQUE, -- what asked for it, so that it is asked once
    state TEXT NOT NULL DEFAULT 'open', -- or declined, or begun
    friend_id TEXT, -- who has accepted
    friend_name TEXT,
    created_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX invitations_of_owner ON invitations (owner_id);
  `,
  `
  ALTER TABLE room_entries ADD COLUMN parts TEXT; -- Part[] as JSON, where it shows several people's runs
  ALTER TABLE room_entries ADD COLUMN once TEXT; -- its name for a process that asks for it again
  CREATE INDEX room_entries_said_once ON room_entries (once) WHERE once IS NOT NULL;
  CREATE INDEX room_entries_of_several ON room_entries (id) WHERE parts IS NOT NULL;
  ALTER TABLE invitations ADD COLUMN shown TEXT; -- ShownInvitation as JSON, once there is a message
  ALTER TABLE study_rooms ADD COLUMN opened_at_ms INTEGER NOT NULL DEFAULT 0; -- 0: before that was kept
  `,
  // Workspaces that installed the app by themselves.
  `
  CREATE TABLE installations (
    home TEXT PRIMARY KEY, -- the workspace
    sealed BLOB NOT NULL, -- what the platform handed out for it, tokens and all (sealed.ts)
    key_id TEXT NOT NULL, -- which key opens it
    refused TEXT -- why the platform takes that no more, in its own words
  ) STRICT, WITHOUT ROWID;
  `,
];
