/** The messages of a challenge in its channel. */
import type { ChatMessage } from '../chat/message.js';
import type { MessageRef, Place } from '../chat/port.js';
import { translator } from '../content/translator.js';
import type { StoredChallenge } from '../storage/ports/challenges.js';
import { openMessage } from '../tutor/challenge/message.js';
import { lastEdit } from './last-edit.js';
import { Platforms } from './platforms.js';

export class ChallengeMessages {
  readonly platforms = new Platforms();

  /** Whether its platform is served. */
  reaches({ platform }: Place): boolean {
    return this.platforms.find(platform) !== undefined;
  }

  /** What its platform can show. */
  fits(place: Place): (message: ChatMessage) => boolean {
    const port = this.platforms.find(place.platform);
    return (message) => port?.fits(message) ?? true;
  }

  /** @throws MessageGone where nothing can be posted */
  opens(challenge: StoredChallenge): Promise<MessageRef> {
    return this.#say(challenge.place, opening(challenge), `opens-${challenge.id}`);
  }

  /** @throws MessageGone where nothing can be posted */
  closes({ place, id }: StoredChallenge, result: ChatMessage): Promise<MessageRef> {
    return this.#say(place, result, `closes-${id}`);
  }

  /** Nobody can take part any more. If the buttons cannot be removed, anybody who presses one is told. */
  async takeButtons(challenge: StoredChallenge): Promise<void> {
    const { ref, place } = challenge;
    const port = this.platforms.find(place.platform);
    if (ref && port) await lastEdit(port, ref, { ...opening(challenge), buttons: [] });
  }

  /** @param once an earlier process may have said it just before it ended */
  #say(place: Place, message: ChatMessage, once: string): Promise<MessageRef> {
    const port = this.platforms.of(place.platform);
    return port.announce?.(place, message, { once }) ?? port.post(place, message, { once });
  }
}

function opening(challenge: StoredChallenge): ChatMessage {
  return openMessage(challenge, translator(challenge.locale, challenge.place.platform));
}
