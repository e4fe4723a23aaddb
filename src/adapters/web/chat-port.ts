/** The room as a chat platform. */
import type { ChatMessage } from '../../chat/message.js';
import {
  MessageGone,
  type Audience,
  type ChatPort,
  type MessageRef,
  type Place,
  type PostedAs,
  type User,
} from '../../chat/port.js';
import { RoomEditBudget } from './edit-budget.js';
import type { NewEntry, RoomLog } from '../../room/room-log.js';
import { firstRoom, roomAt, type StudyRooms } from '../../room/study-rooms.js';

/** The author or addressee of a message, and its room. */
export interface Speaker {
  readonly user: User;
  readonly room: string;
  /** Whether they are the room's teacher. */
  readonly teaches: boolean;
}

/** A run's message fills most of a screen: with more live ones, none would hold still to be read. */
export const messagesInSight = 4;

/** Limit of a message's text, in characters: far more than anybody reads, so that an edit stays small. */
const longestText = 60_000;

export class RoomPort implements ChatPort {
  readonly platform = 'web';
  readonly budget = new RoomEditBudget();
  readonly drawsCurves = true;
  readonly inSight = messagesInSight;

  constructor(
    private readonly log: RoomLog,
    /** Notifies that there may be something new in a room. */
    private readonly changed: (room: string) => void,
    private readonly rooms: Pick<StudyRooms, 'keyHash'>,
  ) {}

  fits({ blocks, spoken }: ChatMessage): boolean {
    return JSON.stringify({ blocks, spoken }).length <= longestText;
  }

  async edit({ key }: MessageRef, message: ChatMessage): Promise<void> {
    const room = await this.log.edit(Number(key), message);
    if (room === undefined) throw new MessageGone('unreachable');
    this.changed(room);
  }

  async post(
    place: Place,
    message: ChatMessage,
    { user, once }: PostedAs = {},
  ): Promise<MessageRef> {
    const room = roomAt(place);
    // The entry may have been deleted by now: nobody would read it.
    if (room !== firstRoom && (await this.rooms.keyHash(room)) === undefined) {
      throw new MessageGone('unreachable');
    }
    const body = { kind: 'answer', message } as const;
    return this.#say({
      ...{ room, isPrivate: false, body },
      ...(user && { person: user }),
      ...(once !== undefined && { once }),
    });
  }

  answer(speaker: Speaker, message: ChatMessage, audience: Audience): Promise<MessageRef> {
    const body = { kind: 'answer', message } as const;
    return this.#say({ ...from(speaker), isPrivate: audience === 'asker', body });
  }

  /** Shows what a person typed. */
  async hear(speaker: Speaker, text: string, fileNames: readonly string[]): Promise<void> {
    const body = { kind: 'line', text, fileNames } as const;
    await this.#say({ ...from(speaker), isPrivate: false, body });
  }

  async #say(said: Omit<NewEntry, 'atMs'>): Promise<MessageRef> {
    const id = await this.log.append({ ...said, atMs: Date.now() });
    this.changed(said.room);
    return { platform: 'web', key: String(id) };
  }
}

function from({ user, room, teaches }: Speaker): Pick<NewEntry, 'person' | 'room' | 'isTeachers'> {
  return { person: user, room, ...(teaches && { isTeachers: true }) };
}
