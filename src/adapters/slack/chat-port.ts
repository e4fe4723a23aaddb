/** Slack as a chat platform: one message posted, then edited; files in its thread. */
import type { WebClient } from '@slack/web-api';
import { inBrief, type Attachment, type ChatMessage } from '../../chat/message.js';
import {
  EditLater,
  MessageGone,
  type ChatPort,
  type MessageRef,
  type Notice,
  type Place,
} from '../../chat/port.js';
import type { Text } from '../../content/text.js';
import { translator } from '../../content/translator.js';
import { fitsSlack, slackMessage, type Picture } from './blocks.js';
import { asFarAsTaken, persistently } from './calls.js';
import { SlackEditBudget, type EditTier } from './edit-budget.js';
import { editFailure, faultOf, missingScope } from './errors.js';
import { isDirect, messageRef, readMessage, readPlace, type SlackMessageKey } from './keys.js';
import type { ForThreads } from './in-threads.js';
import type { SlackLog } from './log.js';
import { PostPace } from './post-pace.js';
import { shareFiles } from './uploads.js';

export interface SlackPortOptions {
  readonly client: WebClient;
  readonly log: SlackLog;
  /** Aborted when we stop waiting for anything. */
  readonly closing: AbortSignal;
  readonly forThreads: ForThreads;
  readonly tier?: EditTier;
  /** Minimum time between two posts in a channel. */
  readonly postEveryMs?: number;
}

/** Images that take longer than this are no longer added to the message. */
const PICTURE_WITHIN_MS = 60_000;

/** The outcome of a message's uploads. */
interface Shared {
  readonly pictures: readonly Picture[];
  /** Without it there are no uploads. */
  readonly lacks?: string;
}

const nothingShared: Shared = { pictures: [] };

/** Set explicitly, as an edit without them would use other defaults for links and names. */
const plainWords = { parse: 'none', link_names: false, unfurl_links: false } as const;

export class SlackPort implements ChatPort {
  readonly platform = 'slack';
  readonly curvesInText = true;
  readonly budget: SlackEditBudget;
  readonly fits = fitsSlack;
  readonly ownerMention = ownerMention;
  readonly commonPlace = commonPlace;
  readonly #posts: PostPace;
  readonly #client: WebClient;
  readonly #log: SlackLog;
  readonly #closing: AbortSignal;
  readonly #forThreads: ForThreads;
  /** Files shared but not yet in their message: the edit may have to be retried. */
  readonly #shared = new Map<string, Shared>();

  constructor({ client, log, closing, forThreads, tier, postEveryMs }: SlackPortOptions) {
    this.#closing = closing;
    this.#forThreads = forThreads;
    this.#client = client;
    this.#log = log;
    this.#posts = new PostPace(closing, postEveryMs);
    this.budget = new SlackEditBudget(tier, () => this.#posts.waiting);
  }

  notifies(): boolean {
    return true;
  }

  /**
   * Posts in the run's thread: followers and people mentioned are notified, and the channel stays quiet. Messages
   * that people are waiting for go first, however many runs end at once.
   */
  async notify({ ref, place: where, userId, words }: Notice): Promise<void> {
    const { team, channel, ts, thread = ts } = readMessage(ref);
    const text = userId === undefined ? [{ text: words }] : mentioning(userId, words);
    const inThread = { ...where, key: JSON.stringify({ team, channel, thread }) };
    const message: ChatMessage = { blocks: [{ kind: 'text', text }], spoken: words };
    await this.#posts.afterOthers(channel, () => this.#post(inThread, message));
  }

  async edit(ref: MessageRef, message: ChatMessage): Promise<void> {
    const target = readMessage(ref);
    if (target.isEphemeral) throw new MessageGone('unreachable');
    if (message.attachments) await this.prepare(ref, message.attachments);
    const { pictures, lacks } = this.#shared.get(ref.key) ?? nothingShared;
    try {
      await this.#updateAsFarAsTaken(ref, sayingLack(message, lacks), pictures);
    } catch (error) {
      const failure = editFailure(error);
      if (failure instanceof MessageGone) {
        this.#shared.delete(ref.key);
        const { channel, ts } = target;
        const words = `Slack: a message is ${failure.why}, it is not edited any more`;
        this.#log.info({ channel, message: ts, err: error }, words);
      }
      if (failure instanceof EditLater) this.budget.pause(failure.retryAfterMs);
      throw failure;
    }
    this.#shared.delete(ref.key);
  }

  /** Once per message: a retried edit finds them already shared. */
  async prepare(ref: MessageRef, attachments: readonly Attachment[]): Promise<void> {
    const target = readMessage(ref);
    if (attachments.length === 0 || target.isEphemeral || this.#shared.has(ref.key)) return;
    this.#shared.set(ref.key, await this.#share(target, attachments));
  }

  /** What Slack rejects is not resent; smaller versions are, each as a separate edit. */
  async #updateAsFarAsTaken(
    ref: MessageRef,
    message: ChatMessage,
    pictures: readonly Picture[],
  ): Promise<void> {
    const target = readMessage(ref);
    const isRefused = (error: unknown): boolean => faultOf(error).kind === 'body';
    const another = (): Promise<void> => this.budget.take(ref, 'final', this.#closing);
    try {
      await this.#update(target, message, pictures);
      return;
    } catch (err) {
      if (!isRefused(err)) throw err;
      // Slack may no longer accept an image.
      const what = pictures.length > 0 ? 'with its picture' : 'whole';
      this.#log.warn({ err }, `Slack: it does not take a message ${what}`);
    }
    if (pictures.length > 0) {
      await another();
      try {
        await this.#update(target, message);
        return;
      } catch (error) {
        if (!isRefused(error)) throw error;
      }
    }
    await another();
    await this.#update(target, inBrief(message));
  }

  /** Messages queued ahead of one posted there now, and how long they take, in ms. */
  line(where: Place): { readonly ahead: number; readonly waitMs: number } {
    return this.#posts.line(readPlace(where).channel);
  }

  /** @throws WebAPIPlatformError when Slack does not let the bot post there */
  async post(where: Place, message: ChatMessage): Promise<MessageRef> {
    const { channel } = readPlace(where);
    const ref = await this.#posts.inTurn(channel, () => this.#post(where, message));
    if (message.attachments) await this.#addFiles(ref, message, message.attachments);
    return ref;
  }

  async announce(where: Place, message: ChatMessage): Promise<MessageRef> {
    try {
      return await this.post(commonPlace(where), message);
    } catch (error) {
      throw editFailure(error);
    }
  }

  async #post(where: Place, message: ChatMessage): Promise<MessageRef> {
    const { team, channel, thread } = readPlace(where);
    const posted = await asFarAsTaken(
      this.#forThreads(message, { channel, thread }),
      this.#log,
      (said) =>
        persistently(
          () =>
            this.#client.chat.postMessage({
              ...{ channel, ...slackMessage(said) },
              ...plainWords,
              ...(thread !== undefined && { thread_ts: thread }),
            }),
          this.#closing,
        ),
    );
    const ts = posted.ts ?? '';
    return messageRef({ team, channel: posted.channel ?? channel, ts, thread });
  }

  /** The message is already posted, whether or not its files can be shown. */
  async #addFiles(
    ref: MessageRef,
    message: ChatMessage,
    attachments: readonly Attachment[],
  ): Promise<void> {
    const target = readMessage(ref);
    const { pictures, lacks } = await this.#share(target, attachments);
    if (pictures.length === 0 && lacks === undefined) return;
    try {
      await this.budget.take(ref, 'final', AbortSignal.timeout(PICTURE_WITHIN_MS));
      await this.#update(target, sayingLack(message, lacks), pictures);
    } catch (err) {
      this.#log.warn({ err }, 'Slack: a picture could not be shown; it is in the thread');
    }
  }

  async #update(
    target: SlackMessageKey,
    message: ChatMessage,
    pictures?: readonly Picture[],
  ): Promise<void> {
    const { channel, ts } = target;
    const { text, blocks } = slackMessage(this.#forThreads(message, target), pictures);
    await this.#client.chat.update({ channel, ts, text, blocks, parse: 'none', link_names: false });
  }

  /** A message is complete without its files: the text says everything. */
  async #share(target: SlackMessageKey, attachments: readonly Attachment[]): Promise<Shared> {
    try {
      return { pictures: await shareFiles(this.#client, target, attachments, this.#closing) };
    } catch (err) {
      this.#log.warn({ err }, 'Slack: files could not be shared; the message ends without them');
      const lacks = missingScope(err);
      return { pictures: [], ...(lacks !== undefined && { lacks }) };
    }
  }
}

/** Nobody else sees a direct message. */
export function ownerMention(ownerId: string, where: Place): string | undefined {
  const { channel } = readPlace(where);
  const slackId = ownerId.split(':').at(-1) ?? '';
  return isDirect({ channel }) || slackId === '' ? undefined : `<@${slackId}>`;
}

export function commonPlace(where: Place): Place {
  const { team, channel } = readPlace(where);
  return { ...where, key: JSON.stringify({ team, channel }) };
}

function mentioning(userId: string, words: string): Text {
  const slackId = userId.split(':').at(-1) ?? '';
  return [{ text: `<@${slackId}>`, style: 'person' }, { text: ` · ${words}` }];
}

/** In the message's language. */
function sayingLack(message: ChatMessage, scope: string | undefined): ChatMessage {
  if (scope === undefined) return message;
  const t = translator(/\p{sc=Hangul}/u.test(message.spoken) ? 'ko' : 'en', 'slack');
  const text = t.text('slack.filesMissing', { scope });
  return { ...message, blocks: [...message.blocks, { kind: 'text', text }] };
}
