/** 13 to 17: ways to learn, alone and together: slow motion, boards, classes, quiz rounds, challenges. */
export const learning: readonly string[] = [
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
];
