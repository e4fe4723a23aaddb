/** What people ask in the room, on its way to the dispatcher: at once, or after a restart. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Accepted, AcceptedRequest } from '../../chat/accepted.js';
import type { IncomingFile, Invocation } from '../../chat/port.js';
import { locales } from '../../content/locale.js';
import type { RoomPort } from './chat-port.js';
import type { PendingFiles } from '../../room/pending-files.js';
import { Refused } from './refused.js';
import { firstRoom, placeOf } from '../../room/study-rooms.js';

/** A restart takes about so long, in ms. */
const RESTART_MS = 5_000;

export interface LineDispatcher {
  /** Runs what a person typed or pressed; answers go through the invocation. Never rejects. */
  text(line: string, invocation: Invocation): Promise<void>;
}

const askedSchema = z.object({
  user: z.object({ id: z.string(), name: z.string() }),
  /** The first one, before there were others. */
  room: z.string().default(firstRoom),
  /** By its teacher. */
  teaches: z.boolean().default(false),
  line: z.string(),
  locale: z.enum(locales),
  /** A button was pressed: the line is not shown as said. */
  pressed: z.boolean(),
  /** By somebody at the machine that the program runs on. */
  isHere: z.boolean().default(false),
  /** A file uploaded before. */
  fileId: z.string().optional(),
});

type AskedInRoom = z.infer<typeof askedSchema>;

export interface RoomRequestsOptions {
  readonly port: RoomPort;
  readonly pending: PendingFiles;
  readonly dispatcher: LineDispatcher;
  readonly accepted: Accepted;
}

export class RoomRequests {
  constructor(private readonly options: RoomRequestsOptions) {}

  /**
   * Keeps what is asked, shows it, and sees to it that it is answered.
   * @returns false, and nothing was done, when the file that should come with it is gone
   */
  async take(asked: AskedInRoom): Promise<boolean> {
    const { accepted, pending } = this.options;
    const { user, fileId } = asked;
    if (fileId !== undefined && !(await pending.has(user.id, fileId))) return false;
    const id = `web:${randomUUID()}`;
    const handed = { id, platform: 'web', userId: user.id, request: asked } as const;
    const request = await accepted.take(handed);
    if (!request) throw new Error('a new id was there already');
    // The disk is full, and nobody will be here to answer it.
    if (accepted.isClosing && !accepted.isKept(handed.id)) {
      throw new Refused(
        {
          status: 503,
          problem: 'closing',
          key: 'error.closing',
          retryAfterMs: RESTART_MS,
        },
        asked.locale,
      );
    }
    let files: readonly IncomingFile[] | undefined;
    try {
      files = await this.#show(asked, request);
    } finally {
      if (!files) await accepted.forget(handed.id);
    }
    if (!files) return false;
    void accepted.forgetAfter(handed.id, this.#answer.bind(this, asked, files, request));
    return true;
  }

  answerLeftOver(): Promise<void> {
    return this.options.accepted.answerLeftOver('web', async (kept, request) => {
      const asked = askedSchema.parse(kept.request);
      await this.#answer(asked, await this.#files(asked, request), request);
    });
  }

  /** @returns the files that come with it; undefined when another request took them */
  async #show(
    asked: AskedInRoom,
    request: AcceptedRequest,
  ): Promise<readonly IncomingFile[] | undefined> {
    const { line, pressed, fileId } = asked;
    const files = await this.#files(asked, request);
    if (fileId !== undefined && files.length === 0) return undefined;
    const names = files.map(({ name }) => name);
    if (!pressed) await this.options.port.hear(asked, line, names);
    return files;
  }

  async #files(
    { user, fileId }: AskedInRoom,
    { requested }: AcceptedRequest,
  ): Promise<readonly IncomingFile[]> {
    if (fileId === undefined) return [];
    const file = await this.options.pending.take(user.id, fileId, requested.id);
    return file ? [file] : [];
  }

  #answer(
    asked: AskedInRoom,
    files: readonly IncomingFile[],
    { requested }: AcceptedRequest,
  ): Promise<void> {
    const { port, dispatcher } = this.options;
    const { user, room, teaches, line, locale, pressed, isHere } = asked;
    return dispatcher.text(line, {
      ...{ requested, user, locale, pressed, files },
      place: placeOf(room),
      operates: isHere,
      moderates: teaches,
      reply: (message, audience) => port.answer(asked, message, audience),
    });
  }
}
