/** What travels between the room's server and its page. Types only: the browser loads none of it. */
import type { Locale } from '../../content/locale.js';
import type { CommandHint } from '../../dispatch/completion.js';
import type { Answer, Line } from '../../room/room-log.js';
import type { LabelKey } from './labels.js';

export interface WireFile {
  readonly href: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** There: a picture to show. */
  readonly alt?: string;
}

/** `goesOn` is there only where it shows a run of the reader's that is not over. */
export interface WireAnswer extends Omit<Answer, 'files'> {
  readonly files: readonly WireFile[];
}

/** One thing that was said, as one person may see it. */
export interface WireEntry {
  readonly id: number;
  readonly atMs: number;
  /** Who typed the line, or whom the tutor answers. */
  readonly name?: string;
  /** The reader's own line, or an answer to them. */
  readonly isMine: boolean;
  /** It shows a run of the reader's among those of others. */
  readonly hasMine?: true;
  /** Said by the room's teacher, or to them. */
  readonly isTeachers?: true;
  readonly isPrivate: boolean;
  readonly body: Line | WireAnswer;
}

/** Who is in the room now. */
export interface WirePeople {
  readonly me: string;
  readonly others: readonly string[];
}

/** What its teacher has settled in a room that somebody opened, as one person may know it. */
export interface WireRoom {
  /** The reader is the teacher. */
  readonly teaches: boolean;
  /** The reader may say nothing here. */
  readonly isMuted: boolean;
  /** The entry that stays on top. */
  readonly pinned: number | null;
  /** Only the teacher knows. */
  readonly muted: readonly { readonly id: number; readonly name: string }[];
}

/** Events of GET /api/events by name, and their data. */
export interface WireEvents {
  /** Forget everything: what follows is another room's log. */
  readonly reset: null;
  /** Put it in the place of the entry of the same id, or in its place by id. */
  readonly entry: WireEntry;
  readonly people: WirePeople;
  /** Never in the first room. */
  readonly room: WireRoom;
  /** The log has forgotten something: these entries it still has, as ranges of ids; others go. */
  readonly kept: readonly (readonly [first: number, last: number])[];
  /** Nothing happened for a while: the connection is still there. */
  readonly alive: null;
  /** All that had happened before is told. */
  readonly 'caught-up': null;
}

/** GET /api/words: everything the page says by itself. */
export interface WireWords {
  readonly locale: Locale;
  readonly labels: Readonly<Record<LabelKey, string>>;
  readonly commands: readonly CommandHint[];
}

/** POST /api/lines. */
export interface WireCommand {
  /** Missing: the first one. */
  readonly room?: string | undefined;
  readonly line: string;
  readonly locale: Locale;
  /** A button was pressed: the line is not shown as said. */
  readonly pressed?: boolean | undefined;
  /** A file uploaded before. */
  readonly file?: string | undefined;
}

/** POST /api/rooms: come into a room; where nobody has opened it yet, whoever comes does. */
export interface WireEntered {
  /** As its name is written. */
  readonly room: string;
  readonly isNew: boolean;
  /** For the teacher alone: what makes a link theirs. */
  readonly key?: string;
}

/** POST /api/name: what they are called now. */
export interface WireName {
  readonly name: string;
  /** Why it is not quite the name they asked for. */
  readonly message?: string;
}

/** Any request that is refused, with `Retry-After` where it is only too early. */
export interface WireRefusal {
  /** For programs. */
  readonly problem: string;
  /** One sentence for the person, in their language. */
  readonly message: string;
}
