/** The protocol between the room's server and its page. Types only: the browser loads none of it. */
import type { Locale } from '../../content/locale.js';
import type { CommandHint } from '../../dispatch/completion.js';
import type { Answer, Line } from '../../room/room-log.js';
import type { LabelKey } from './labels.js';

export interface WireFile {
  readonly href: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** Set for pictures, which are shown. */
  readonly alt?: string;
}

/** `goesOn` is set only where it shows a run of the reader's that is still going. */
export interface WireAnswer extends Omit<Answer, 'files'> {
  readonly files: readonly WireFile[];
}

/** One message, as one person may see it. */
export interface WireEntry {
  readonly id: number;
  readonly atMs: number;
  /** The person who typed the line, or whom the tutor answers. */
  readonly name?: string;
  /** The reader's own line, or an answer to them. */
  readonly isMine: boolean;
  /** It shows one of the reader's runs among other people's. */
  readonly hasMine?: true;
  /** Said by the room's teacher, or to them. */
  readonly isTeachers?: true;
  readonly isPrivate: boolean;
  readonly body: Line | WireAnswer;
}

/** The people in the room now. */
export interface WirePeople {
  readonly me: string;
  readonly others: readonly string[];
}

/** What the teacher has settled in a room that somebody opened, as one person may see it. */
export interface WireRoom {
  /** The reader is the teacher. */
  readonly teaches: boolean;
  /** The reader is muted here. */
  readonly isMuted: boolean;
  /** The pinned entry. */
  readonly pinned: number | null;
  /** Visible only to the teacher. */
  readonly muted: readonly { readonly id: number; readonly name: string }[];
}

/** Events of GET /api/events by name, and their data. */
export interface WireEvents {
  /** Clear everything: another log follows. */
  readonly reset: null;
  /** Replace the entry with the same id, or insert it by id. */
  readonly entry: WireEntry;
  readonly people: WirePeople;
  /** Never in the first room. */
  readonly room: WireRoom;
  /** The log has deleted something: only these ranges of ids remain. */
  readonly kept: readonly (readonly [first: number, last: number])[];
  /** Keepalive: nothing happened for a while. */
  readonly alive: null;
  /** The page has caught up. */
  readonly 'caught-up': null;
}

/** GET /api/words: all of the page's own text. */
export interface WireWords {
  readonly locale: Locale;
  readonly labels: Readonly<Record<LabelKey, string>>;
  readonly commands: readonly CommandHint[];
}

/** POST /api/lines. */
export interface WireCommand {
  /** Missing: the first room. */
  readonly room?: string | undefined;
  readonly line: string;
  readonly locale: Locale;
  /** A button was pressed: the line is not shown as typed. */
  readonly pressed?: boolean | undefined;
  /** An earlier upload's id. */
  readonly file?: string | undefined;
}

/** POST /api/rooms: enter a room, or open it where it does not exist yet. */
export interface WireEntered {
  /** The normalized name. */
  readonly room: string;
  readonly isNew: boolean;
  /** For the teacher alone: the key of the teacher's link. */
  readonly key?: string;
}

/** POST /api/name: the person's name now. */
export interface WireName {
  readonly name: string;
  /** Why it is not quite the name they asked for. */
  readonly message?: string;
}

/** Any refused request, with `Retry-After` where it is only too early. */
export interface WireRefusal {
  /** For programs. */
  readonly problem: string;
  /** One sentence for the person, in their language. */
  readonly message: string;
}
