/** What a chat platform provides, and what it requires. Adapters implement it. */
import type { Locale } from '../content/locale.js';
import type { PlatformName, ReadingPlace } from '../content/platform.js';
import type { Attachment, ChatMessage } from './message.js';
import type { PlatformStatus } from './platform-status.js';

export type { PlatformName };

export interface User {
  /** Unique across platforms: `discord:123…`. */
  readonly id: string;
  /** As shown by the platform; never trusted as markup. */
  readonly name: string;
}

/** Where messages go: a channel, a thread, a room. `key` is adapter-specific and survives a restart. */
export interface Place {
  readonly platform: PlatformName;
  readonly key: string;
  /** The channel whose members can see this place; missing: the place itself. */
  readonly channel?: string;
  /** Its server or workspace, unique across platforms: `discord:123…`. */
  readonly home?: string;
}

/** The same for all places with the same audience. */
export function channelOf({ platform, key, channel }: Place): string {
  return `${platform} ${channel ?? key}`;
}

/** Called by a platform when a server or workspace removes the tutor, and when it has it (again). */
export interface Homes {
  left(home: string): Promise<void>;
  /** Called often, also for homes that never left. */
  joined(home: string): Promise<void>;
  /**
   * The platform's homes at a start, out of all those that `knows` says it reports. Homes that
   * had the tutor before and are missing here have removed it meanwhile.
   */
  present(homes: readonly string[], knows: (home: string) => boolean): Promise<void>;
}

/** One of our messages. `key` is adapter-specific and survives a restart. */
export interface MessageRef {
  readonly platform: PlatformName;
  readonly key: string;
}

/** A file sent with a command. Its size is known before it is read. */
export interface IncomingFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** @throws UserError when more than `maxBytes` arrive or the download fails. */
  read(maxBytes: number): Promise<Uint8Array>;
}

export type Audience = 'everyone' | 'asker';

/** A request's identity across restarts. */
export interface Requested {
  /** Stored with what it starts (a run), so that nothing is started twice. */
  readonly id: string;
  /**
   * An earlier process accepted it and ended before answering. `late`: too long ago to be
   * carried out without asking.
   */
  readonly leftOver?: 'fresh' | 'late';
}

/** The server or workspace that somebody asks in. */
export interface Server {
  /** Unique across platforms: `discord:123…`, `slack:T1`. */
  readonly id: string;
  /** Whether the asker may change its settings. */
  readonly manages: boolean;
  /** The channel they ask in (for a thread, its parent); undefined in direct messages. */
  readonly channelId: string | undefined;
  /**
   * Returns those ids that are not channels of this server, as far as we can see.
   * @throws UserError when the platform does not let us look them up
   */
  strangers(channelIds: readonly string[]): Promise<readonly string[]>;
}

/** One request by a person, however made: typed, pressed or chosen. */
export interface Invocation {
  /** Missing where nothing survives the process. */
  readonly requested?: Requested;
  readonly user: User;
  readonly place: Place;
  /** The `ChatPort`'s platform. */
  readonly commandsOnly?: boolean;
  /** The person's language according to the platform. */
  readonly locale: Locale;
  /** The platform gives no language of theirs that we support: `locale` is only a guess. */
  readonly localeIsGuess?: boolean;
  /** Missing in direct messages, in the room, and in a terminal. */
  readonly server?: Server;
  /** Is at the machine that the program runs on. */
  readonly operates?: boolean;
  /** May stop other people's runs here (a moderator). */
  readonly moderates: boolean;
  /** A button was pressed, rather than a command typed. */
  readonly pressed: boolean;
  /** Even private answers are visible to others here: pressing a button gives a truly private one. */
  readonly overheard?: boolean;
  /** Edits of its answers have their own budget, however many messages are live. */
  readonly hasOwnEdits?: boolean;
  readonly files: readonly IncomingFile[];
  /** Answers the person; `asker`: only they can see it. */
  reply(message: ChatMessage, audience: Audience): Promise<MessageRef>;
  /**
   * Replaces a reply when a press is answered by editing the pressed message. Missing
   * where no acknowledgement is needed.
   * @returns a new reference for editing that message; undefined: keep the old one
   */
  readonly acknowledge?: () => Promise<MessageRef | undefined>;
  /**
   * Posts `opening` publicly and opens a thread under it; the returned invocation's answers
   * go there. Missing where there are no threads, or where this already is one.
   */
  readonly openThread?: (title: string, opening: ChatMessage) => Promise<Invocation>;
}

/** Where an invocation's answer appears. */
export function readingPlaceOf({ place, commandsOnly }: Invocation): ReadingPlace {
  return { platform: place.platform, commandsOnly };
}

/** A notification about a message, for people who are not looking. */
export interface Notice {
  /** The message. */
  readonly ref: MessageRef;
  /** Its place. */
  readonly place: Place;
  /** The only person to mention; missing: nobody. */
  readonly userId?: string;
  readonly words: string;
}

/** An edit's urgency: final states go before all others. */
export type Urgency = 'progress' | 'epoch' | 'final';

/** Limits edits as the platform requires, fairly across all its live messages. */
export interface EditBudget {
  /** Resolves when an edit of this message may be sent. */
  take(ref: MessageRef, urgency: Urgency, signal: AbortSignal): Promise<void>;
  /** The expected time between two edits of this message now, in ms. */
  intervalMs(ref: MessageRef): number;
  /** Registers a live message: until `leave` it takes its share of the edits, edited or not. */
  join?(ref: MessageRef): void;
  leave?(ref: MessageRef): void;
  /** Live messages that share the edits with this one, including itself. */
  sharing?(ref: MessageRef): number;
  /**
   * The expected time between two edits of one more live message at this place, in ms, given those live
   * now and those about to be, at their places. Missing where nothing is shared.
   */
  intervalOfNext?(where: Place, aboutToBe: readonly Place[]): number;
  /**
   * Announces when a live message's final state is due: room is reserved for it, however many end at once.
   * Missing where ends can only be shown one after another.
   */
  expectEnd?(ref: MessageRef, inMs: number): void;
  /** Minimum time between watched epochs, in ms, where edits alone would be too fast to discuss. */
  readonly watchedEpochMs?: number;
}

export interface PostedAs {
  /** The person it answers, where a platform shows that. */
  readonly user?: User;
  /**
   * Idempotency key: if the next process soon posts it again, the platform can recognize it. At most 20 letters,
   * digits and signs.
   */
  readonly once?: string;
}

export interface ChatPort {
  readonly platform: PlatformName;
  /** Only commands and button presses reach this process, not messages. */
  readonly commandsOnly?: boolean;
  readonly budget: EditBudget;
  /** More live messages than this at one place push each other out of view. Missing: only edits are scarce. */
  readonly inSight?: number;
  /** Draws a message's curves itself; elsewhere they come as an image at the end. */
  readonly drawsCurves?: true;
  /** A message has no image until its end: until then a sparkline shows the loss. */
  readonly curvesInText?: boolean;
  /** When this message can no longer be edited (Unix ms), where nothing else can reach it then. */
  editableUntilMs?(ref: MessageRef): number | undefined;
  /** Whether one of the next edits of this message is its last, where nothing else can reach it then. */
  editsEndSoon?(ref: MessageRef): boolean;
  /** Resolves when that becomes true; undefined where it never will. @throws the signal's reason */
  untilEditsEndSoon?(ref: MessageRef, signal: AbortSignal): Promise<void> | undefined;
  /**
   * The owner of a run as a mention that notifies them, where others can see the message.
   * @param isPosted the message is not an answer, which may itself show who asked
   */
  ownerMention?(ownerId: string, where: Place, isPosted?: boolean): string | undefined;
  /** Whether `notify` works at a place. Missing: nowhere, as people there see what happens. */
  notifies?(where: Place): boolean;
  /** Posts a separate message under the one that it is about. The next process may ask for it again. */
  notify?(notice: Notice): Promise<void>;
  /** Whether the platform would accept this message in full. */
  fits(message: ChatMessage): boolean;
  /**
   * Uploads files ahead of the edit that shows them, so that it need not wait. Missing where they go
   * with the edit. Never rejects: an edit can still be sent without them.
   */
  prepare?(ref: MessageRef, attachments: readonly Attachment[]): Promise<void>;
  /** @throws EditLater when it must be retried later; MessageGone when it will never work. */
  edit(ref: MessageRef, message: ChatMessage): Promise<void>;
  /**
   * Posts a new message, when the old one can no longer be edited, or there is none.
   * @param as details besides its content
   */
  post(place: Place, message: ChatMessage, as?: PostedAs): Promise<MessageRef>;
  /** Whether `post` works at a place. Missing: everywhere. */
  posts?(where: Place): boolean;
  /** Where to address everyone who sees a place: for a thread, its channel. Missing: the place itself. */
  commonPlace?(where: Place): Place;
  /**
   * Posts an unsolicited message, in the channel itself where the place is a thread. Missing
   * where `post` does the same.
   * @throws MessageGone where it can never be posted; EditLater when it should be retried
   */
  announce?(place: Place, message: ChatMessage, as?: PostedAs): Promise<MessageRef>;
}

/** A platform's lifecycle, for the program that starts and ends it. */
export interface Platform {
  readonly port: ChatPort;
  readonly status: Pick<PlatformStatus, 'state' | 'refused'>;
  /**
   * Its name and address, once it serves. Undefined: it never will, and the log says why. Never
   * rejects, so that one platform's problems do not affect another.
   */
  readonly serving: Promise<string | undefined>;
  /** Which of the platform's servers this process handles, where several share them and that is known. */
  readonly part?: () => PlatformPart | undefined;
  /** Answers what an earlier process accepted but did not answer, once the platform can. Never rejects. */
  answerLeftOver(): Promise<void>;
  /** @param timeIsUp aborted when work still in progress must be cut off */
  close(timeIsUp?: AbortSignal): Promise<void>;
}

/** Shards, counted from 0. */
export interface PlatformPart {
  readonly first: number;
  readonly last: number;
  /** Total across all processes. */
  readonly total: number;
}

/** The platform asks to wait. */
export class EditLater extends Error {
  constructor(readonly retryAfterMs: number) {
    super(`edit again in ${retryAfterMs} ms`);
  }
}

/** The message was deleted or is out of reach: stop editing it. */
export class MessageGone extends Error {
  /**
   * @param why `deleted`: somebody deleted it, nobody is watching; `unreachable`: post the rest elsewhere
   * @param reach `for all`: no other message there can be edited either, or not for long, so only
   *   the final state is worth a new one
   */
  constructor(
    readonly why: 'deleted' | 'unreachable',
    readonly reach: 'for this one' | 'for all' = 'for this one',
  ) {
    super(`the message is ${why}`);
  }
}
