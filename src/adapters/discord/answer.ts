/**
 * The answer to one interaction. Discord wants a sign of life within 3 s: when the command needs longer,
 * a placeholder ("is thinking…") goes first and gives way to the answer.
 */
import { InteractionResponseType, MessageFlags } from 'discord.js';
import { inBrief, type ChatMessage } from '../../chat/message.js';
import type { Audience, MessageRef } from '../../chat/port.js';
import { AnsweredElsewhere } from '../../errors.js';
import {
  AnswerRequests,
  flagsOf,
  ORIGINAL,
  type AnswerRequestsOptions,
} from './answer-requests.js';
import { outgoing, type Outgoing } from './body.js';
import { isAcknowledgedAlready, isAnswerRefused, isBodyRefused } from './errors.js';
import { messageRef, type DiscordPlace } from './keys.js';
import { isForAskerOnly, isPlaceholder } from './responses.js';

export interface AnswerOptions extends AnswerRequestsOptions {
  readonly place: DiscordPlace;
  /** When to send the placeholder, and who will see what replaces it. */
  readonly placeholder: { readonly afterMs: number; readonly audience: Audience };
  /** What to throw for an error: where the server refused, a sentence for the asker. */
  readonly explain: (error: unknown) => unknown;
  /** Posts it as the bot's own message, where Discord no longer accepts an answer. */
  readonly sayInstead: (message: ChatMessage) => Promise<MessageRef>;
}

type Stage =
  'open' | { readonly placeholderFor: Audience } | 'answered' | 'refused' | 'answered elsewhere';

/** Replaces a placeholder that cannot be deleted, so that the next message is a new one. */
const ELLIPSIS = '…';

export class InteractionAnswer {
  readonly #options: AnswerOptions;
  readonly #requests: AnswerRequests;
  #stage: Stage = 'open';
  readonly #placeholderTimer: NodeJS.Timeout;
  /** The first page, which Discord was sent as the answer itself. */
  #firstTried: Outgoing | undefined;
  /** Answers go out one after another. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: AnswerOptions) {
    this.#options = options;
    this.#requests = new AnswerRequests(options);
    this.#placeholderTimer = setTimeout(() => {
      this.#queue = this.#queue
        .then(() => this.#showPlaceholder())
        .catch((err: unknown) => {
          options.log.warn({ err }, 'Discord took no sign of life for an interaction');
        });
    }, options.placeholder.afterMs);
  }

  reply(message: ChatMessage, audience: Audience): Promise<MessageRef> {
    clearTimeout(this.#placeholderTimer);
    const answered = this.#queue.then(() => this.#reply(message, audience));
    this.#queue = answered.catch(() => undefined);
    return answered;
  }

  /**
   * Tells Discord that a press is answered by editing its own message: nothing new is posted.
   * @throws AnsweredElsewhere when another process already did
   */
  acknowledge(): Promise<void> {
    clearTimeout(this.#placeholderTimer);
    const acknowledged = this.#queue.then(() => this.#acknowledge());
    this.#queue = acknowledged.catch(() => undefined);
    return acknowledged;
  }

  /** The message whose button was pressed, addressed by this press's token, while that lives. */
  get pressedMessage(): MessageRef {
    const { interaction, place } = this.#options;
    const { channelId } = place;
    return messageRef({ channelId, messageId: ORIGINAL, botReaches: false, interaction });
  }

  async #acknowledge(): Promise<void> {
    if (typeof this.#stage === 'object') {
      await this.#removePlaceholder();
      this.#stage = 'answered';
    }
    if (this.#stage !== 'open') return;
    try {
      await this.#requests.callback({ type: InteractionResponseType.DeferredMessageUpdate });
      this.#stage = 'answered';
    } catch (error) {
      if (!isAnswerRefused(error)) throw error;
      const isTaken = isAcknowledgedAlready(error);
      if (isTaken && !this.#requests.mayBeAcknowledged) {
        this.#stage = 'answered elsewhere';
        throw new AnsweredElsewhere();
      }
      this.#stage = isTaken ? 'answered' : 'refused';
    }
  }

  async #showPlaceholder(): Promise<void> {
    if (this.#stage !== 'open') return;
    const { audience } = this.#options.placeholder;
    try {
      await this.#requests.callback({
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: audience === 'asker' ? MessageFlags.Ephemeral : 0 },
      });
      this.#stage = { placeholderFor: audience };
    } catch (error) {
      if (!isAnswerRefused(error)) throw error;
      this.#stage = await this.#afterRefusal(error);
    }
  }

  async #reply(message: ChatMessage, audience: Audience): Promise<MessageRef> {
    let [first, ...rest] = outgoing(message);
    let messageId: string | undefined;
    try {
      messageId = await this.#first(first, audience);
    } catch (error) {
      const { log, explain } = this.#options;
      if (!isBodyRefused(error)) throw explain(error);
      log.error({ err: error }, 'Discord: an answer was invalid; its sentence goes instead');
      [first, ...rest] = outgoing(inBrief(message));
      messageId = await this.#first(first, audience);
    }
    if (messageId === undefined) return this.#options.sayInstead(message);
    this.#stage = 'answered';
    for (const page of rest) await this.#requests.followUp(page, audience);
    const { interaction, place } = this.#options;
    return messageRef({
      channelId: place.channelId,
      messageId,
      // The bot itself needs to know which message it is.
      botReaches: place.botReaches && audience === 'everyone' && messageId !== ORIGINAL,
      interaction,
    });
  }

  /** @returns the message's id; undefined when everyone should see it and Discord accepts no answer */
  async #first(page: Outgoing, audience: Audience): Promise<string | undefined> {
    const stage = this.#stage;
    if (stage === 'answered elsewhere') throw new AnsweredElsewhere();
    if (stage === 'answered') return this.#requests.followUp(page, audience);
    if (stage === 'open') {
      try {
        return await this.#respond(page, audience);
      } catch (error) {
        if (!isAnswerRefused(error)) throw error;
        this.#options.log.warn({ err: error }, 'Discord took no answer to an interaction');
        this.#stage = await this.#afterRefusal(error, page);
        return this.#first(page, audience);
      }
    }
    if (stage === 'refused') {
      if (this.#canSayInstead(audience)) return undefined;
      throw new Error('Discord takes no answer to this interaction any more');
    }
    if (stage.placeholderFor === audience) return this.#replacePlaceholder(page);
    await this.#removePlaceholder();
    return this.#requests.followUp(page, audience);
  }

  /** A message's audience is fixed when it is created: the placeholder has to go. Never rejects. */
  async #removePlaceholder(): Promise<void> {
    try {
      await this.#requests.removeOriginal();
    } catch (err) {
      this.#options.log.warn({ err }, 'Discord: a placeholder could not be removed');
      // Where it cannot be replaced either, the answer is sent anyway.
      await this.#requests.editOriginal({ content: ELLIPSIS }).catch(() => undefined);
    }
  }

  /**
   * A first try may have arrived although no response came back: then there is an answer to edit. What
   * an earlier answer said is left as it is.
   */
  async #afterRefusal(error: unknown, page?: Outgoing): Promise<Stage> {
    if (!isAcknowledgedAlready(error)) return 'refused';
    const { interactionId, leftOver, log } = this.#options;
    if (!this.#requests.mayBeAcknowledged) {
      log.info({ interaction: interactionId }, 'Discord: another process answers an interaction');
      return 'answered elsewhere';
    }
    const original = await this.#requests.original();
    const isOurs = leftOver || isPlaceholder(original) || this.#firstTried === page;
    if (!isOurs) return 'answered';
    return { placeholderFor: isForAskerOnly(original) ? 'asker' : 'everyone' };
  }

  #canSayInstead(audience: Audience): boolean {
    return audience === 'everyone' && this.#options.place.botReaches;
  }

  async #respond(page: Outgoing, audience: Audience): Promise<string> {
    this.#firstTried ??= page;
    const id = await this.#requests.callback(
      {
        type: InteractionResponseType.ChannelMessageWithSource,
        data: { ...page.body, flags: flagsOf(page, audience) },
      },
      page.files,
    );
    // It exists now: no later failure undoes that.
    this.#stage = 'answered';
    return id ?? this.#requests.idOfOriginal();
  }

  async #replacePlaceholder({ body, files }: Outgoing): Promise<string> {
    const id = await this.#requests.editOriginal(body, files);
    this.#stage = 'answered';
    return id ?? this.#requests.idOfOriginal();
  }
}
