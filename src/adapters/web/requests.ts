/** Passes requests from the room to the dispatcher: at once, or after a restart. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Accepted, AcceptedRequest } from '../../chat/accepted.js';
import type { IncomingFile, Invocation } from '../../chat/port.js';
import { locales } from '../../content/locale.js';
import type { RoomPort } from './chat-port.js';
import type { PendingFiles } from '../../room/pending-files.js';
import { Refused } from './refused.js';
import { firstRoom, placeOf } from '../../room/study-rooms.js';

/** About how long a restart takes, in ms. */
const RESTART_MS = 5_000;

export interface LineDispatcher {
  /** Runs a typed line or a pressed button; answers go through the invocation. Never rejects. */
  text(line: string, invocation: Invocation): Promise<void>;
}

const askedSchema = z.object({
  user: z.object({ id: z.string(), name: z.string() }),
  /** Missing: the first room, from before there were others. */
  room: z.string().default(firstRoom),
  /** By its teacher. */
  teaches: z.boolean().default(false),
  line: z.string(),
  locale: z.enum(locales),
  /** A button was pressed: the line is not shown as typed. */
  pressed: z.boolean(),
  /** Whether the person is at the machine that the program runs on. */
  isHere: z.boolean().default(false),
  /** An earlier upload's id. */
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
   * Stores a request, shows it, and makes sure that it is answered.
   * @returns false, having done nothing, when the file that belongs to it is gone
   */
  async take(asked: AskedInRoom): Promise<boolean> {
    const { accepted, pending } = this.options;
    const { user, fileId } = asked;
    if (fileId !== undefined && !(await pending.has(user.id, fileId))) return false;
    const id = `web:${randomUUID()}`;
    const handed = { id, platform: 'web', userId: user.id, request: asked } as const;
    const request = await accepted.take(handed);
    if (!request) throw new Error('a new id was there already');
    // The disk is full, and this process is about to end.
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
