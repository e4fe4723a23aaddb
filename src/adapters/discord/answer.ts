/**
 * The answer to one interaction. Discord wants a sign of life within 3 s: when the command needs longer,
 * a placeholder ("is thinking…") goes first and gives way to the answer.
 */
import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import { inBrief, type ChatMessage } from '../../chat/message.js';
import type { Audience, MessageRef } from '../../chat/port.js';
import { AnsweredElsewhere } from '../../errors.js';
import { outgoing, type Outgoing } from './body.js';
import { isAcknowledgedAlready, isAnswerRefused, isBodyRefused, isPassing } from './errors.js';
import { messageRef, type DiscordPlace, type InteractionToken } from './keys.js';
import type { DiscordLog } from './log.js';
import type { Answered, Request, Requests } from './requests.js';
import { acknowledgement, isForAskerOnly, isPlaceholder, sentMessage } from './responses.js';

export interface AnswerOptions {
  readonly requests: Requests;
  readonly log: DiscordLog;
  readonly interactionId: string;
  readonly interaction: InteractionToken;
  readonly place: DiscordPlace;
  /** When to send the placeholder, and who will see what replaces it. */
  readonly placeholder: { readonly afterMs: number; readonly audience: Audience };
  /** An earlier process may have acknowledged it. */
  readonly leftOver: boolean;
  /** What to throw for an error: where the server refused, a sentence for the asker. */
  readonly explain: (error: unknown) => unknown;
  /** Posts it as the bot's own message, where Discord no longer accepts an answer. */
  readonly sayInstead: (message: ChatMessage) => Promise<MessageRef>;
}

type Stage =
  'open' | { readonly placeholderFor: Audience } | 'answered' | 'refused' | 'answered elsewhere';

/** Routes' name for the first answer, whatever its id. */
const ORIGINAL = '@original';
/** Replaces a placeholder that cannot be deleted, so that the next message is a new one. */
const ELLIPSIS = '…';

export class InteractionAnswer {
  readonly #options: AnswerOptions;
  #stage: Stage = 'open';
  readonly #placeholderTimer: NodeJS.Timeout;
  /** A callback may have reached Discord although its response never reached us. */
  #mayBeAcknowledged: boolean;
  /** The first page, which Discord was sent as the answer itself. */
  #firstTried: Outgoing | undefined;
  /** Answers go out one after another. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: AnswerOptions) {
    this.#options = options;
    this.#mayBeAcknowledged = options.leftOver;
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
      await this.#callback({ type: InteractionResponseType.DeferredMessageUpdate });
      this.#stage = 'answered';
    } catch (error) {
      if (!isAnswerRefused(error)) throw error;
      const isTaken = isAcknowledgedAlready(error);
      if (isTaken && !this.#mayBeAcknowledged) {
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
      await this.#callback({
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
    for (const page of rest) await this.#followUp(page, audience);
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
    if (stage === 'answered') return this.#followUp(page, audience);
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
    return this.#followUp(page, audience);
  }

  /** A message's audience is fixed when it is created: the placeholder has to go. Never rejects. */
  async #removePlaceholder(): Promise<void> {
    try {
      await this.#send({ method: 'DELETE', route: this.#original() });
    } catch (err) {
      this.#options.log.warn({ err }, 'Discord: a placeholder could not be removed');
      const body = { content: ELLIPSIS };
      // Where it cannot be replaced either, the answer is sent anyway.
      const written = this.#send({ method: 'PATCH', route: this.#original(), body });
      await written.catch(() => undefined);
    }
  }

  /**
   * A first try may have arrived although no response came back: then there is an answer to edit. What
   * an earlier answer said is left as it is.
   */
  async #afterRefusal(error: unknown, page?: Outgoing): Promise<Stage> {
    if (!isAcknowledgedAlready(error)) return 'refused';
    const { interactionId, leftOver, log } = this.#options;
    if (!this.#mayBeAcknowledged) {
      log.info({ interaction: interactionId }, 'Discord: another process answers an interaction');
      return 'answered elsewhere';
    }
    const asked = { method: 'GET', route: this.#original(), schema: sentMessage } as const;
    const { json } = await this.#send(asked);
    const isOurs = leftOver || isPlaceholder(json) || this.#firstTried === page;
    if (!isOurs) return 'answered';
    return { placeholderFor: isForAskerOnly(json) ? 'asker' : 'everyone' };
  }

  #canSayInstead(audience: Audience): boolean {
    return audience === 'everyone' && this.#options.place.botReaches;
  }

  async #respond(page: Outgoing, audience: Audience): Promise<string> {
    this.#firstTried ??= page;
    const id = await this.#callback(
      {
        type: InteractionResponseType.ChannelMessageWithSource,
        data: { ...page.body, flags: flagsOf(page, audience) },
      },
      page.files,
    );
    // It exists now: no later failure undoes that.
    this.#stage = 'answered';
    return id ?? this.#idOfOriginal();
  }

  /** Never rejects: with the interaction's token a message can be edited without its id. */
  async #idOfOriginal(): Promise<string> {
    try {
      const asked = { method: 'GET', route: this.#original(), schema: sentMessage } as const;
      return (await this.#send(asked)).json.id;
    } catch (err) {
      const message = 'Discord does not tell the id of an answer: only its token can edit it';
      this.#options.log.warn({ err }, message);
      return ORIGINAL;
    }
  }

  async #replacePlaceholder({ body, files }: Outgoing): Promise<string> {
    const schema = sentMessage.optional().catch(undefined);
    const route = this.#original();
    const { json } = await this.#send({ method: 'PATCH', route, body, files, schema });
    this.#stage = 'answered';
    return json?.id ?? this.#idOfOriginal();
  }

  async #followUp(page: Outgoing, audience: Audience): Promise<string> {
    const { applicationId, token } = this.#options.interaction;
    const body = { ...page.body, flags: flagsOf(page, audience) };
    const route = Routes.webhook(applicationId, token);
    const { files } = page;
    const { json } = await this.#send({ method: 'POST', route, body, files, schema: sentMessage });
    return json.id;
  }

  /** @returns the message's id, where Discord gives it */
  async #callback(body: object, files: Outgoing['files'] = []): Promise<string | undefined> {
    const { requests, interactionId, interaction } = this.#options;
    try {
      const { json } = await requests.persistently({
        method: 'POST',
        route: Routes.interactionCallback(interactionId, interaction.token),
        as: 'interaction',
        query: new URLSearchParams({ with_response: 'true' }),
        body,
        files,
        schema: acknowledgement,
        onAgain: () => {
          this.#mayBeAcknowledged = true;
        },
      });
      return json?.resource?.message?.id;
    } catch (error) {
      if (isPassing(error)) this.#mayBeAcknowledged = true;
      throw error;
    }
  }

  #original(): ReturnType<typeof Routes.webhookMessage> {
    const { applicationId, token } = this.#options.interaction;
    return Routes.webhookMessage(applicationId, token, ORIGINAL);
  }

  #send<T = undefined>(request: Omit<Request<T>, 'as'>): Promise<Answered<T>> {
    return this.#options.requests.persistently({ ...request, as: 'interaction' });
  }
}

function flagsOf({ body }: Outgoing, audience: Audience): number {
  return audience === 'asker' ? body.flags | MessageFlags.Ephemeral : body.flags;
}
