import { hosting } from './migrations/hosting.js';
import { learning } from './migrations/learning.js';
import { lesson } from './migrations/lesson.js';

/**
 * The database's migrations, oldest first. The file's `user_version` counts how many it has had. Never
 * change one that was released: add another at the end. Earlier ones are in the folder, by era.
 */
export const migrations: readonly string[] = [
  ...lesson,
  ...hosting,
  ...learning,
  // Everything said so far was said in the first room, whose name is empty.
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
  // Invitations to a duel.
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
