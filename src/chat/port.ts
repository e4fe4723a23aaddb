/** What a chat platform can do for us, and what it asks of us. Adapters implement it. */
import type { Locale } from '../content/locale.js';
import type { PlatformName, ReadingPlace } from '../content/platform.js';
import type { Attachment, ChatMessage } from './message.js';
import type { PlatformStatus } from './platform-status.js';

export type { PlatformName };

export interface User {
  /** Unique over all platforms: `discord:123…`. */
  readonly id: string;
  /** As the platform shows it; never trusted as markup. */
  readonly name: string;
}

/** Where messages go: a channel, a thread, a room. `key` is the adapter's own and survives a restart. */
export interface Place {
  readonly platform: PlatformName;
  readonly key: string;
  /** Whoever is in it sees what is said at this place; missing: the place itself. */
  readonly channel?: string;
  /** The server or workspace that it belongs to, unique over all platforms: `discord:123…`. */
  readonly home?: string;
}

/** The same for all places that the same people see. */
export function channelOf({ platform, key, channel }: Place): string {
  return `${platform} ${channel ?? key}`;
}

/** Told by a platform when a server or workspace takes the tutor out, and when it has it (again). */
export interface Homes {
  left(home: string): Promise<void>;
  /** Called often, for homes that never left, too. */
  joined(home: string): Promise<void>;
  /**
   * What a platform has at a start: these, of all those that `knows` says it would tell of. Those that
   * had the tutor when they were last heard of and are not among them took it out meanwhile.
   */
  present(homes: readonly string[], knows: (home: string) => boolean): Promise<void>;
}

/** One message of ours. `key` is the adapter's own and survives a restart. */
export interface MessageRef {
  readonly platform: PlatformName;
  readonly key: string;
}

/** A file that came with a command. Its size is known before it is read. */
export interface IncomingFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** @throws UserError when more than `maxBytes` arrive or the platform does not hand it over. */
  read(maxBytes: number): Promise<Uint8Array>;
}

export type Audience = 'everyone' | 'asker';

/** One request's name, over restarts. */
export interface Requested {
  /** What it begins (a run) carries this, so that nothing is begun twice. */
  readonly id: string;
  /**
   * An earlier process took it and ended before it was answered. `late`: so long ago that it is not
   * carried out unasked.
   */
  readonly leftOver?: 'fresh' | 'late';
}

/** The server or workspace that somebody asks in. */
export interface Server {
  /** Unique over all platforms: `discord:123…`, `slack:T1`. */
  readonly id: string;
  /** Whoever asks may decide what holds for all of it. */
  readonly manages: boolean;
  /** The channel they ask in, of a thread the one it belongs to; undefined where they are alone with us. */
  readonly channelId: string | undefined;
  /**
   * Those among these ids that are no channels of this server as far as we can see.
   * @throws UserError when the platform does not let us look
   */
  strangers(channelIds: readonly string[]): Promise<readonly string[]>;
}

/** One thing a person asked for, wherever and however: typed, pressed or chosen. */
export interface Invocation {
  /** Missing where nothing outlives the process. */
  readonly requested?: Requested;
  readonly user: User;
  readonly place: Place;
  /** As the `ChatPort` has it. */
  readonly commandsOnly?: boolean;
  /** The platform's idea of the person's language. */
  readonly locale: Locale;
  /** The platform tells no language of theirs that we speak: `locale` is only the best guess. */
  readonly localeIsGuess?: boolean;
  /** Missing where there is none: between two people, in the room, in a terminal. */
  readonly server?: Server;
  /** Sits at the machine that the program runs on. */
  readonly operates?: boolean;
  /** May stop others' runs here (a moderator). */
  readonly moderates: boolean;
  /** A button was pressed, rather than a command typed. */
  readonly pressed: boolean;
  /** Others can read along even what is answered to the asker alone: pressing a button ends that. */
  readonly overheard?: boolean;
  /** Edits of its answers are rationed by themselves, however many messages are live. */
  readonly hasOwnEdits?: boolean;
  readonly files: readonly IncomingFile[];
  /** Answers the person; `asker` only they see. */
  reply(message: ChatMessage, audience: Audience): Promise<MessageRef>;
  /**
   * Instead of a reply, where the answer to a press is a change of the message that was pressed. Missing
   * where nobody waits for a word.
   * @returns that message as it can be changed from now on; undefined: as before
   */
  readonly acknowledge?: () => Promise<MessageRef | undefined>;
  /**
   * Answers everyone with `opening` and opens a thread under it; what the returned invocation answers
   * goes there. Missing where there are no threads, or where this is one already.
   */
  readonly openThread?: (title: string, opening: ChatMessage) => Promise<Invocation>;
}

/** Where the answer to an invocation is read. */
export function readingPlaceOf({ place, commandsOnly }: Invocation): ReadingPlace {
  return { platform: place.platform, commandsOnly };
}

/** Something about a message, for who is not looking. */
export interface Notice {
  /** The message that it is about. */
  readonly ref: MessageRef;
  /** Where that is. */
  readonly place: Place;
  /** Who is mentioned, nobody else ever; missing: nobody. */
  readonly userId?: string;
  readonly words: string;
}

/** How urgent an edit is: the last state of a message goes before all others. */
export type Urgency = 'progress' | 'epoch' | 'final';

/** Rations edits as the platform demands, fairly over everything that is live on it. */
export interface EditBudget {
  /** Resolves when an edit of this message may go out now. */
  take(ref: MessageRef, urgency: Urgency, signal: AbortSignal): Promise<void>;
  /** What to expect between two edits of this message as things stand, in ms. */
  intervalMs(ref: MessageRef): number;
  /** A live message is there: until `leave` it takes its share of the edits, edited or not. */
  join?(ref: MessageRef): void;
  leave?(ref: MessageRef): void;
  /** Live messages that share the edits with this one, itself counted. */
  sharing?(ref: MessageRef): number;
  /**
   * What to expect between two edits of one more live message at this place, in ms, with all that are live
   * now and those that are about to be, at their places. Missing where nothing is shared.
   */
  intervalOfNext?(where: Place, aboutToBe: readonly Place[]): number;
  /**
   * A live message is to show its end in so long: room for it is kept until then, however many end at once.
   * Missing where ends can only come one after another.
   */
  expectEnd?(ref: MessageRef, inMs: number): void;
  /** From one watched epoch to the next, in ms, where edits alone would be too quick to talk about. */
  readonly watchedEpochMs?: number;
}

export interface PostedAs {
  /** Who is answered by it, where a platform shows that. */
  readonly user?: User;
  /**
   * Asked for again soon, by the next process, a platform that can knows it by this: at most 20 letters,
   * digits and signs.
   */
  readonly once?: string;
}

export interface ChatPort {
  readonly platform: PlatformName;
  /** Only commands and presses reach this process from it, not messages. */
  readonly commandsOnly?: boolean;
  readonly budget: EditBudget;
  /** More live messages than these at one place push each other out of sight. Missing: edits are what is scarce. */
  readonly inSight?: number;
  /** Draws a message's curves itself; elsewhere they come as a picture at the end. */
  readonly drawsCurves?: true;
  /** A message has no picture before its end: until then a line of characters draws the curve. */
  readonly curvesInText?: boolean;
  /** When edits of this message come to an end (Unix ms), where nothing else can reach it then. */
  editableUntilMs?(ref: MessageRef): number | undefined;
  /** One of the next edits of this message is its last, where nothing else can reach it then. */
  editsEndSoon?(ref: MessageRef): boolean;
  /** Resolves when that begins to be so; undefined where it never will. @throws the signal's reason */
  untilEditsEndSoon?(ref: MessageRef, signal: AbortSignal): Promise<void> | undefined;
  /**
   * Whose run it is, as the platform names people so that they are told; where others read along.
   * @param isPosted its message is no answer, which may show by itself who asked
   */
  ownerMention?(ownerId: string, where: Place, isPosted?: boolean): string | undefined;
  /** Whether `notify` works at a place. Missing: nowhere, as whoever is there sees what happens. */
  notifies?(where: Place): boolean;
  /** A message of its own, under the one that it is about. The next process may ask for it again. */
  notify?(notice: Notice): Promise<void>;
  /** Whether the platform would take this message whole. */
  fits(message: ChatMessage): boolean;
  /**
   * Hands files over ahead of the edit that shows them, so that it need not wait. Missing where they go
   * with the edit. Never rejects: an edit may still go without them.
   */
  prepare?(ref: MessageRef, attachments: readonly Attachment[]): Promise<void>;
  /** @throws EditLater when it must be tried again later; MessageGone when it never will work. */
  edit(ref: MessageRef, message: ChatMessage): Promise<void>;
  /**
   * A new message at a place, for when an old one cannot be edited any more, or there is none.
   * @param as what is known of it besides its words
   */
  post(place: Place, message: ChatMessage, as?: PostedAs): Promise<MessageRef>;
  /** Whether `post` works at a place. Missing: everywhere. */
  posts?(where: Place): boolean;
  /** Where all who see a place are spoken to: of a thread, its channel. Missing: the place itself. */
  commonPlace?(where: Place): Place;
  /**
   * Says what nobody asked for just now, in the channel itself where a place is a thread of it. Missing
   * where `post` is as good.
   * @throws MessageGone where it cannot be said, now or later; EditLater when it is to be tried again
   */
  announce?(place: Place, message: ChatMessage, as?: PostedAs): Promise<MessageRef>;
}

/** A platform as the program that starts and ends it sees it. */
export interface Platform {
  readonly port: ChatPort;
  readonly status: Pick<PlatformStatus, 'state' | 'refused'>;
  /**
   * Its name and address, once it serves. Undefined: it never will, and the log says why. It never
   * rejects, so that one platform's trouble is not another's.
   */
  readonly serving: Promise<string | undefined>;
  /** Which of the platform's servers are this process' own, where several share them and it is known. */
  readonly part?: () => PlatformPart | undefined;
  /** Answers what an earlier process took and did not answer, once the platform can. Never rejects. */
  answerLeftOver(): Promise<void>;
  /** @param timeIsUp aborted when what is still under way is to be broken off */
  close(timeIsUp?: AbortSignal): Promise<void>;
}

/** Shards, counted from 0. */
export interface PlatformPart {
  readonly first: number;
  readonly last: number;
  /** Of all processes together. */
  readonly total: number;
}

/** The platform asks to wait. */
export class EditLater extends Error {
  constructor(readonly retryAfterMs: number) {
    super(`edit again in ${retryAfterMs} ms`);
  }
}

/** The message was deleted or can no longer be reached: stop editing it. */
export class MessageGone extends Error {
  /**
   * @param why `deleted`: somebody removed it, nobody watches; `unreachable`: say the rest elsewhere
   * @param reach `for all`: no other message there can be edited either, or not for long, so that only
   *   the end is worth a fresh one
   */
  constructor(
    readonly why: 'deleted' | 'unreachable',
    readonly reach: 'for this one' | 'for all' = 'for this one',
  ) {
    super(`the message is ${why}`);
  }
}
