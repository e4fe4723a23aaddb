/** The requests that answer one interaction, by its token. */
import { MessageFlags, Routes } from 'discord.js';
import type { Audience } from '../../chat/port.js';
import type { Outgoing } from './body.js';
import { isPassing } from './errors.js';
import type { InteractionToken } from './keys.js';
import type { DiscordLog } from './log.js';
import type { Answered, Request, Requests } from './requests.js';
import { acknowledgement, sentMessage, type SentMessage } from './responses.js';

export interface AnswerRequestsOptions {
  readonly requests: Requests;
  readonly log: DiscordLog;
  readonly interactionId: string;
  readonly interaction: InteractionToken;
  /** An earlier process may have acknowledged it. */
  readonly leftOver: boolean;
}

/** Routes' name for the first answer, whatever its id. */
export const ORIGINAL = '@original';

export class AnswerRequests {
  readonly #options: AnswerRequestsOptions;
  #mayBeAcknowledged: boolean;

  constructor(options: AnswerRequestsOptions) {
    this.#options = options;
    this.#mayBeAcknowledged = options.leftOver;
  }

  /** A callback may have reached Discord although its response never reached us. */
  get mayBeAcknowledged(): boolean {
    return this.#mayBeAcknowledged;
  }

  /** @returns the message's id, where Discord gives it */
  async callback(body: object, files: Outgoing['files'] = []): Promise<string | undefined> {
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

  async original(): Promise<SentMessage> {
    const asked = { method: 'GET', route: this.#original(), schema: sentMessage } as const;
    return (await this.#send(asked)).json;
  }

  /** Never rejects: with the interaction's token a message can be edited without its id. */
  async idOfOriginal(): Promise<string> {
    try {
      return (await this.original()).id;
    } catch (err) {
      const message = 'Discord does not tell the id of an answer: only its token can edit it';
      this.#options.log.warn({ err }, message);
      return ORIGINAL;
    }
  }

  /** @returns the message's id, where Discord gives it */
  async editOriginal(body: object, files: Outgoing['files'] = []): Promise<string | undefined> {
    const schema = sentMessage.optional().catch(undefined);
    const route = this.#original();
    return (await this.#send({ method: 'PATCH', route, body, files, schema })).json?.id;
  }

  async removeOriginal(): Promise<void> {
    await this.#send({ method: 'DELETE', route: this.#original() });
  }

  /** @returns the message's id */
  async followUp(page: Outgoing, audience: Audience): Promise<string> {
    const { applicationId, token } = this.#options.interaction;
    const body = { ...page.body, flags: flagsOf(page, audience) };
    const route = Routes.webhook(applicationId, token);
    const { files } = page;
    const { json } = await this.#send({ method: 'POST', route, body, files, schema: sentMessage });
    return json.id;
  }

  #original(): ReturnType<typeof Routes.webhookMessage> {
    const { applicationId, token } = this.#options.interaction;
    return Routes.webhookMessage(applicationId, token, ORIGINAL);
  }

  #send<T = undefined>(request: Omit<Request<T>, 'as'>): Promise<Answered<T>> {
    return this.#options.requests.persistently({ ...request, as: 'interaction' });
  }
}

export function flagsOf({ body }: Outgoing, audience: Audience): number {
  return audience === 'asker' ? body.flags | MessageFlags.Ephemeral : body.flags;
}
