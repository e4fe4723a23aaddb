/** What is said where runs are shown, in messages that do not change: whom it can reach, and saying it. */
import type { ChatMessage } from '../chat/message.js';
import type { MessageRef, Notice, Place, PostedAs } from '../chat/port.js';
import { lastEdit } from './last-edit.js';
import type { Platforms } from './platforms.js';

export class Notices {
  constructor(
    private readonly platforms: Platforms,
    private readonly onFailure: (key: string, error: unknown) => void,
  ) {}

  /** Whether whoever starts a run at a place can be pinged there when it is over. */
  pings(place: Place): boolean {
    return this.platforms.of(place.platform).notifies?.(place) ?? false;
  }

  /** How to name a person in a message so that the platform tells them; undefined where it cannot. */
  mentionOf(userId: string, place: Place): string | undefined {
    return this.platforms.of(place.platform).ownerMention?.(userId, place);
  }

  /** Tells one person about a message, in another one, where the platform can. Never rejects. */
  async askPerson(notice: Notice): Promise<void> {
    const port = this.platforms.of(notice.place.platform);
    if (!(port.notifies?.(notice.place) ?? false)) return;
    try {
      await port.notify?.(notice);
    } catch (error) {
      this.onFailure(notice.ref.key, error);
    }
  }

  /** Shows a message as it is to stay, without buttons. Never rejects. */
  async showForGood(ref: MessageRef, message: ChatMessage): Promise<void> {
    try {
      await lastEdit(this.platforms.of(ref.platform), ref, message);
    } catch (error) {
      this.onFailure(ref.key, error);
    }
  }

  async post(place: Place, message: ChatMessage, as?: PostedAs): Promise<MessageRef> {
    return this.platforms.of(place.platform).post(place, message, as);
  }
}
