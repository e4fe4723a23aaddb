/** Discord as a chat platform: edits by the interaction's token while it lives, then by the bot. */
import { Routes } from 'discord.js';
import { setTimeout as delay } from 'node:timers/promises';
import { inBrief, type ChatMessage } from '../../chat/message.js';
import {
  EditLater,
  MessageGone,
  type ChatPort,
  type MessageRef,
  type Notice,
  type Place,
  type PostedAs,
} from '../../chat/port.js';
import { shown } from '../../content/shown.js';
import { fitsDiscord, outgoing, type Outgoing } from './body.js';
import { createMessage } from './create-message.js';
import { DiscordEditBudget, PACE_MS, type Way } from './edit-budget.js';
import { editMessage } from './edit-message.js';
import { editFailure, isBodyRefused, isTokenDead } from './errors.js';
import { discordIdOf } from './inbound.js';
import { messageRef, place, readMessage, readPlace, type DiscordMessage } from './keys.js';
import { LAST_EDITS_MS, MAX_THREAD_NAME, TOKEN_USE_MS } from './limits.js';
import type { DiscordLog } from './log.js';
import { isExplained, Refusals } from './refusals.js';
import type { Requests } from './requests.js';
import { openedChannel } from './responses.js';

export interface DiscordPortOptions {
  readonly requests: Requests;
  readonly log: DiscordLog;
  /** Defaults to false. */
  readonly commandsOnly?: boolean;
  /** Monotonic Unix time; requests use it, too. */
  readonly nowMs: () => number;
  readonly paceMs?: number;
  /** Polling interval for whether a message's last edits have started. */
  readonly lookEveryMs?: number;
}

const LOOK_EVERY_MS = 5_000;

export class DiscordPort implements ChatPort {
  readonly platform = 'discord';
  readonly commandsOnly: boolean;
  readonly curvesInText = true;
  readonly budget: DiscordEditBudget;
  readonly refusals: Refusals;
  readonly #options: DiscordPortOptions;
  /** Tokens that Discord rejected before they expired. */
  readonly #deadTokens = new Set<string>();
  /** Unix time when this process started. */
  readonly #begunMs: number;

  constructor(options: DiscordPortOptions) {
    this.#options = options;
    this.commandsOnly = options.commandsOnly ?? false;
    this.refusals = new Refusals(options.log, options.nowMs);
    this.#begunMs = options.nowMs();
    this.budget = new DiscordEditBudget({
      way: (message) => this.#way(message),
      nowMs: options.nowMs,
      paceMs: options.paceMs ?? PACE_MS,
    });
  }

  fits(message: ChatMessage): boolean {
    return fitsDiscord(message);
  }

  editableUntilMs(ref: MessageRef): number | undefined {
    const { botReaches, interaction } = readMessage(ref);
    return botReaches ? undefined : interaction?.usableUntilMs;
  }

  editsEndSoon(ref: MessageRef): boolean {
    const untilMs = this.editableUntilMs(ref);
    return untilMs !== undefined && this.#options.nowMs() > untilMs - LAST_EDITS_MS;
  }

  untilEditsEndSoon(ref: MessageRef, signal: AbortSignal): Promise<void> | undefined {
    return this.editableUntilMs(ref) === undefined ? undefined : this.#untilEndSoon(ref, signal);
  }

  /** Polled, as timers stop while a machine sleeps but tokens keep expiring. */
  async #untilEndSoon(ref: MessageRef, signal: AbortSignal): Promise<void> {
    const { lookEveryMs = LOOK_EVERY_MS } = this.#options;
    while (!this.editsEndSoon(ref)) await delay(lookEveryMs, undefined, { signal, ref: false });
  }

  /** Discord shows who is being answered. People mentioned in the text are not pinged: see `body.ts`. */
  ownerMention(ownerId: string, _where: Place, isPosted = false): string | undefined {
    return isPosted ? `<@${discordIdOf(ownerId)}>` : undefined;
  }

  /** Whether the bot itself can post there; elsewhere only an interaction's token can. */
  posts(where: Place): boolean {
    return readPlace(where).botReaches;
  }

  /** A token may have expired by the time there is something to post. */
  notifies(where: Place): boolean {
    return this.posts(where);
  }

  /** Discord deduplicates by this nonce when we ask again soon after a restart. */
  async notify({ ref, place: where, userId, words }: Notice): Promise<void> {
    const { channelId } = readPlace(where);
    const { messageId } = readMessage(ref);
    const mentioned = userId === undefined ? [] : [discordIdOf(userId)];
    const text = [
      ...mentioned.map((id) => ({ text: `<@${id}>`, style: 'person' }) as const),
      { text: mentioned.length > 0 ? ` · ${words}` : words },
    ];
    const [{ body, files }] = outgoing({ blocks: [{ kind: 'text', text }], spoken: words });
    const mentions = { parse: [], users: mentioned };
    // Discord may not have given the message's id (`answer.ts`).
    const about = /^\d+$/.test(messageId) ? messageId : undefined;
    const once = about !== undefined && { nonce: `ping-${about}`, enforce_nonce: true };
    const notice = { body: { ...body, allowed_mentions: mentions, ...once }, files };
    try {
      await createMessage(this.#options.requests, channelId, notice, about);
    } catch (error) {
      throw this.refusals.explain(error, channelId);
    }
  }

  async edit(ref: MessageRef, message: ChatMessage): Promise<void> {
    const target = readMessage(ref);
    const way = this.#way(target);
    if (!this.budget.hasSlot(target, way)) throw new EditLater(0);
    try {
      await this.#wholeOrInBrief(message, (shown) => this.#edit(target, way, shown));
    } catch (error) {
      if (way !== 'token' || !isTokenDead(error)) throw this.#report(error, target, way);
      this.#deadTokens.add(target.interaction?.token ?? '');
      await this.edit(ref, message);
    }
  }

  async post(where: Place, message: ChatMessage, as?: PostedAs): Promise<MessageRef> {
    return this.say(where, message, undefined, as?.once);
  }

  async announce(where: Place, message: ChatMessage, as?: PostedAs): Promise<MessageRef> {
    try {
      return await this.post(where, message, as);
    } catch (error) {
      throw editFailure(isExplained(error) ? error.cause : error);
    }
  }

  /**
   * @param inReplyTo the message to reply to
   * @param once a nonce: posted again within minutes, Discord returns the existing message
   * @throws UserError where the server refuses it
   */
  async say(
    where: Place,
    message: ChatMessage,
    inReplyTo?: string,
    once?: string,
  ): Promise<MessageRef> {
    const { requests } = this.#options;
    const { channelId, botReaches } = readPlace(where);
    if (!botReaches) throw new MessageGone('unreachable');
    let rest: readonly Outgoing[] = [];
    try {
      const messageId = await this.#wholeOrInBrief(message, (shown) => {
        const [first, ...others] = outgoing(shown);
        rest = others;
        const named = once === undefined ? {} : { nonce: once };
        const body = { ...named, ...first.body };
        return createMessage(requests, channelId, { ...first, body }, inReplyTo);
      });
      for (const one of rest) await createMessage(requests, channelId, one);
      return messageRef({ channelId, messageId, botReaches });
    } catch (error) {
      throw this.refusals.explain(error, channelId);
    }
  }

  /** What Discord rejects as invalid is never sent twice: its one-sentence fallback is sent instead. */
  async #wholeOrInBrief<T>(
    message: ChatMessage,
    send: (message: ChatMessage) => Promise<T>,
  ): Promise<T> {
    try {
      return await send(message);
    } catch (err) {
      if (!isBodyRefused(err)) throw err;
      this.#options.log.error({ err }, 'Discord: a message was invalid; its sentence goes instead');
      return send(inBrief(message));
    }
  }

  /**
   * @param title cut to Discord's limit
   * @returns the thread as a place
   * @throws UserError where the server refuses it
   */
  async openThread(where: Place, messageId: string, title: string): Promise<Place> {
    const { channelId } = readPlace(where);
    const asked = {
      method: 'POST',
      route: Routes.threads(channelId, messageId),
      as: 'bot',
      body: { name: shown(title, MAX_THREAD_NAME) },
      schema: openedChannel,
    } as const;
    const { json } = await this.#options.requests.persistently(asked).catch((error: unknown) => {
      throw this.refusals.explain(error, channelId);
    });
    const thread = place({ channelId: json.id, botReaches: true }, undefined);
    return { ...thread, ...(where.home !== undefined && { home: where.home }) };
  }

  async #edit(target: DiscordMessage, way: Way, message: ChatMessage): Promise<void> {
    const limit = await editMessage(this.#options.requests, target, way, message);
    if (limit) this.budget.observe(target, way, limit);
  }

  #way({ interaction, botReaches }: DiscordMessage): Way {
    const { nowMs } = this.#options;
    if (!interaction || this.#deadTokens.has(interaction.token)) return botReaches ? 'bot' : 'none';
    const { usableUntilMs } = interaction;
    if (nowMs() < usableUntilMs) return 'token';
    if (botReaches) return 'bot';
    // An earlier process's clock may have been wrong: Discord knows.
    return usableUntilMs - TOKEN_USE_MS < this.#begunMs ? 'token' : 'none';
  }

  #report(error: unknown, target: DiscordMessage, way: Way): unknown {
    const failure = editFailure(error);
    if (failure instanceof EditLater) this.budget.pause(target, way, failure.retryAfterMs);
    if (failure instanceof MessageGone) {
      const { channelId, messageId } = target;
      this.refusals.explain(error, channelId);
      const details = { channel: channelId, message: messageId, err: error };
      this.#options.log.info(details, `a message is ${failure.why}: it is not edited any more`);
    }
    return failure;
  }
}
