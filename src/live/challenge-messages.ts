/** What is said of a challenge where it is held. */
import type { ChatMessage } from '../chat/message.js';
import type { ChatPort, MessageRef, Place, PlatformName } from '../chat/port.js';
import { translator } from '../content/translator.js';
import type { StoredChallenge } from '../storage/ports/challenges.js';
import { openMessage } from '../tutor/challenge/message.js';
import { lastEdit } from './last-edit.js';

export class ChallengeMessages {
  readonly #ports = new Map<PlatformName, ChatPort>();

  addPlatform(port: ChatPort): void {
    this.#ports.set(port.platform, port);
  }

  /** Whether anything can be said there. */
  reaches({ platform }: Place): boolean {
    return this.#ports.has(platform);
  }

  /** What its platform can show. */
  fits(place: Place): (message: ChatMessage) => boolean {
    const port = this.#ports.get(place.platform);
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

  /** Nobody can take part any more. Where that does not show, whoever presses is told. */
  async takeButtons(challenge: StoredChallenge): Promise<void> {
    const { ref, place } = challenge;
    const port = this.#ports.get(place.platform);
    if (ref && port) await lastEdit(port, ref, { ...opening(challenge), buttons: [] });
  }

  /** @param once an earlier process may have said it just before it ended */
  #say(place: Place, message: ChatMessage, once: string): Promise<MessageRef> {
    const port = this.#ports.get(place.platform);
    if (!port) throw new Error(`no such platform was added: ${place.platform}`);
    return port.announce?.(place, message, { once }) ?? port.post(place, message, { once });
  }
}

function opening(challenge: StoredChallenge): ChatMessage {
  return openMessage(challenge, translator(challenge.locale, challenge.place.platform));
}
