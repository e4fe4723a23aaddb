/** The messages of trainings in slow motion: held while somebody presses their buttons, or they play. */
import { LiveMessage } from '../chat/live-message.js';
import type { ChatMessage } from '../chat/message.js';
import type { ChatPort, MessageRef, Urgency } from '../chat/port.js';
import { translator } from '../content/translator.js';
import { renderSlowMotion } from '../render/slow-motion/message.js';
import type { SlowMotion } from '../runs/slow-motion.js';
import type { LiveMessageRecord } from '../storage/ports/live-messages.js';
import type { SlowMotionStore, StoredSlowMotion } from '../storage/ports/slow-motions.js';
import { Platforms } from './platforms.js';

/** A message whose button was pressed, or that plays. */
interface Held {
  readonly message: LiveMessage;
  motion: SlowMotion;
  users: number;
}

/** A slow motion whose message was opened. */
export type WithMessage = StoredSlowMotion & { readonly record: LiveMessageRecord };

interface SlowMessagesOptions {
  readonly store: SlowMotionStore;
  readonly isPlaying: (id: string) => boolean;
  /** Somebody deleted its message. */
  readonly onDeleted: (id: string) => Promise<void>;
  readonly onFailure: (id: string, error: unknown) => void;
}

export class SlowMessages {
  readonly #options: SlowMessagesOptions;
  readonly platforms = new Platforms();
  readonly #held = new Map<string, Held>();
  #closed = false;

  constructor(options: SlowMessagesOptions) {
    this.#options = options;
  }

  /** Whether they can be shown there. */
  reaches({ platform }: LiveMessageRecord['place']): boolean {
    return this.platforms.find(platform) !== undefined;
  }

  /** The message before anybody has pressed a button. */
  opening(motion: SlowMotion, at: Omit<LiveMessageRecord, 'ref'>): ChatMessage {
    return renderFor(this.platforms.of(at.place.platform), motion, at);
  }

  /** The platform's interval between two edits of its message, in ms; 0 where nothing is held. */
  intervalMs(id: string): number {
    return this.#held.get(id)?.message.intervalMs() ?? 0;
  }

  /** From now on, whatever is shown is left to the next process. */
  pause(): void {
    this.#closed = true;
  }

  /** Leaves what is not yet shown to the next process. */
  leave(): void {
    for (const { message } of this.#held.values()) message.leave();
  }

  /** Resolves when the message shows this or something newer, or never will. Never rejects. */
  async show({ motion, record }: WithMessage, urgency: Urgency): Promise<void> {
    const { store, isPlaying, onDeleted, onFailure } = this.#options;
    const { id } = motion;
    const port = this.platforms.of(record.place.platform);
    const held = this.#held.get(id) ?? { message: this.#open(id, record, port), motion, users: 0 };
    this.#held.set(id, held);
    held.motion = motion;
    held.users += 1;
    if (this.#closed) held.message.leave();
    try {
      const render = () => renderFor(port, held.motion, record);
      const delivery = await held.message.show(render, urgency);
      // A message that can never be reached is not tried again at each start.
      const isSettled = delivery === 'shown' || delivery === 'unreachable';
      if (isSettled && motion.phase !== 'playing') await store.markShown(motion);
      if (delivery === 'deleted') await onDeleted(id);
    } catch (error) {
      onFailure(id, error);
    } finally {
      held.users -= 1;
      if (held.users === 0 && !isPlaying(id)) {
        held.message.end();
        this.#held.delete(id);
      }
    }
  }

  #open(id: string, { place, ref }: LiveMessageRecord, port: ChatPort): LiveMessage {
    const { store, onFailure } = this.#options;
    const onMoved = (moved: MessageRef): void => {
      store.move(id, moved).catch((error: unknown) => {
        onFailure(id, error);
      });
    };
    return new LiveMessage({ port, ref, place, onMoved, onFailure: onFailure.bind(undefined, id) });
  }
}

function renderFor(
  port: ChatPort,
  motion: SlowMotion,
  { place, locale, view }: Pick<LiveMessageRecord, 'place' | 'locale' | 'view'>,
) {
  const owner = port.ownerMention?.(motion.ownerId, place);
  return renderSlowMotion(motion, {
    ...{ t: translator(locale, port), view, fits: (message) => port.fits(message) },
    ...(owner !== undefined && { owner }),
  });
}
