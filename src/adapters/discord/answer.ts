/**
 * The answer to one interaction. Discord wants a sign of life within 3 s: when the command needs longer,
 * a placeholder ("is thinking…") goes first and gives way to the answer.
 */
import {
  InteractionResponseType,
  MessageFlags,
  Routes,
  type APIMessage,
  type RESTPostAPIInteractionCallbackWithResponseResult,
} from 'discord.js';
import type { ChatMessage } from '../../chat/message.js';
import type { Audience, MessageRef } from '../../chat/port.js';
import { outgoing, type Outgoing } from './body.js';
import { isAcknowledgedAlready, isAnswerRefused } from './errors.js';
import { messageRef, type DiscordPlace, type InteractionToken } from './keys.js';
import type { DiscordLog } from './log.js';
import type { Requests } from './requests.js';

export interface AnswerOptions {
  readonly requests: Requests;
  readonly log: DiscordLog;
  readonly interactionId: string;
  readonly interaction: InteractionToken;
  readonly place: DiscordPlace;
  /** When the placeholder goes out, and who is going to see what takes its place. */
  readonly placeholder: { readonly afterMs: number; readonly audience: Audience };
  /** Says it as a message of the bot's own, where Discord takes no answer any more. */
  readonly sayInstead: (message: ChatMessage) => Promise<MessageRef>;
}

type Stage = 'open' | { readonly placeholderFor: Audience } | 'answered' | 'refused';

export class InteractionAnswer {
  readonly #options: AnswerOptions;
  #stage: Stage = 'open';
  readonly #placeholderTimer: NodeJS.Timeout;
  /** Answers go out one after another. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: AnswerOptions) {
    this.#options = options;
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
    const [first, ...rest] = outgoing(message);
    const messageId = await this.#first(first, audience);
    if (messageId === undefined) return this.#options.sayInstead(message);
    this.#stage = 'answered';
    for (const page of rest) await this.#followUp(page, audience);
    const { interaction, place } = this.#options;
    return messageRef({
      channelId: place.channelId,
      messageId,
      botReaches: place.botReaches && audience === 'everyone',
      interaction,
    });
  }

  /** @returns the message's id; undefined when everyone should see it and Discord takes no answer */
  async #first(page: Outgoing, audience: Audience): Promise<string | undefined> {
    const stage = this.#stage;
    if (stage === 'answered') return this.#followUp(page, audience);
    if (stage === 'open') {
      try {
        return await this.#respond(page, audience);
      } catch (error) {
        if (!isAnswerRefused(error)) throw error;
        this.#options.log.warn({ err: error }, 'Discord took no answer to an interaction');
        this.#stage = await this.#afterRefusal(error);
        return this.#first(page, audience);
      }
    }
    if (stage === 'refused') {
      if (this.#canSayInstead(audience)) return undefined;
      throw new Error('Discord takes no answer to this interaction any more');
    }
    if (stage.placeholderFor === audience) return this.#replacePlaceholder(page);
    // Who sees a message is settled when it is made: the placeholder has to go.
    await this.#send('DELETE', this.#original());
    return this.#followUp(page, audience);
  }

  /** A first try may have arrived although nothing came back: then there is an answer to write over. */
  async #afterRefusal(error: unknown): Promise<Stage> {
    if (!isAcknowledgedAlready(error)) return 'refused';
    const { flags = 0 } = await this.#send<APIMessage>('GET', this.#original());
    return { placeholderFor: (flags & MessageFlags.Ephemeral) === 0 ? 'everyone' : 'asker' };
  }

  #canSayInstead(audience: Audience): boolean {
    return audience === 'everyone' && this.#options.place.botReaches;
  }

  async #respond(page: Outgoing, audience: Audience): Promise<string> {
    const response = await this.#callback(
      {
        type: InteractionResponseType.ChannelMessageWithSource,
        data: { ...page.body, flags: flagsOf(page, audience) },
      },
      page.files,
    );
    const id = response.resource?.message?.id;
    return id ?? (await this.#send<APIMessage>('GET', this.#original())).id;
  }

  async #replacePlaceholder({ body, files }: Outgoing): Promise<string> {
    const { id } = await this.#send<APIMessage>('PATCH', this.#original(), body, files);
    return id;
  }

  async #followUp(page: Outgoing, audience: Audience): Promise<string> {
    const { applicationId, token } = this.#options.interaction;
    const body = { ...page.body, flags: flagsOf(page, audience) };
    const route = Routes.webhook(applicationId, token);
    return (await this.#send<APIMessage>('POST', route, body, page.files)).id;
  }

  async #callback(
    body: object,
    files: Outgoing['files'] = [],
  ): Promise<RESTPostAPIInteractionCallbackWithResponseResult> {
    const { requests, interactionId, interaction } = this.#options;
    const { json } = await requests.persistently<RESTPostAPIInteractionCallbackWithResponseResult>({
      method: 'POST',
      route: Routes.interactionCallback(interactionId, interaction.token),
      as: 'interaction',
      query: new URLSearchParams({ with_response: 'true' }),
      body,
      files,
    });
    return json;
  }

  #original(): ReturnType<typeof Routes.webhookMessage> {
    const { applicationId, token } = this.#options.interaction;
    return Routes.webhookMessage(applicationId, token);
  }

  async #send<T>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    route: `/${string}`,
    body?: object,
    files: Outgoing['files'] = [],
  ): Promise<T> {
    const request = { method, route, as: 'interaction', files } as const;
    const { requests } = this.#options;
    return (await requests.persistently<T>(body ? { ...request, body } : request)).json;
  }
}

function flagsOf({ body }: Outgoing, audience: Audience): number {
  return audience === 'asker' ? body.flags | MessageFlags.Ephemeral : body.flags;
}
