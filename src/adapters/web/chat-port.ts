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
import type { Bell } from './bell.js';
import { RoomEditBudget } from './edit-budget.js';
import type { RoomLog } from './room-log.js';

/** There is one room. */
export const room: Place = { platform: 'web', key: 'room' };

/** A run's message is most of a screen: of more than these, none would stand still while it is read. */
const messagesInSight = 4;

/** Of a message's text, in characters: far more than anybody reads, so that one edit stays small. */
const longestText = 60_000;

export class RoomPort implements ChatPort {
  readonly platform = 'web';
  readonly budget = new RoomEditBudget();
  readonly drawsCurves = true;
  readonly inSight = messagesInSight;

  constructor(
    private readonly log: RoomLog,
    private readonly bell: Bell,
  ) {}

  fits({ blocks, spoken }: ChatMessage): boolean {
    return JSON.stringify({ blocks, spoken }).length <= longestText;
  }

  async edit({ key }: MessageRef, message: ChatMessage): Promise<void> {
    const isKept = await this.log.edit(Number(key), message);
    if (!isKept) throw new MessageGone('unreachable');
    this.bell.ring();
  }

  async post(_place: Place, message: ChatMessage, { user }: PostedAs = {}): Promise<MessageRef> {
    return this.#said(
      await this.log.append({
        atMs: Date.now(),
        ...(user && { person: user }),
        isPrivate: false,
        body: { kind: 'answer', message },
      }),
    );
  }

  async answer(person: User, message: ChatMessage, audience: Audience): Promise<MessageRef> {
    return this.#said(
      await this.log.append({
        atMs: Date.now(),
        person,
        isPrivate: audience === 'asker',
        body: { kind: 'answer', message },
      }),
    );
  }

  /** Shows what a person typed. */
  async hear(person: User, text: string, fileNames: readonly string[]): Promise<void> {
    const body = { kind: 'line', text, fileNames } as const;
    this.#said(await this.log.append({ atMs: Date.now(), person, isPrivate: false, body }));
  }

  #said(id: number): MessageRef {
    this.bell.ring();
    return { platform: 'web', key: String(id) };
  }
}
