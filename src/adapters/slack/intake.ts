/**
 * Between Slack and Bolt: stores everything before Bolt acknowledges it, and deduplicates it. Slack
 * resends what was not acknowledged, also to the next process, and somebody who intercepted a request could
 * replay it.
 */
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Accepted, AcceptedRequest } from '../../chat/accepted.js';
import type { Requested } from '../../chat/port.js';

/** Slack's unique id of an event or interaction. */
const idSchema = z
  .object({ event_id: z.string() })
  .transform(({ event_id: id }) => id)
  .or(z.object({ trigger_id: z.string() }).transform(({ trigger_id: id }) => id));

/** The sender of a command, a button or form, or an event. */
const askerSchema = z
  .object({ user_id: z.string() })
  .transform(({ user_id: id }) => id)
  .or(z.object({ user: z.object({ id: z.string() }) }).transform(({ user }) => user.id))
  .or(z.object({ event: z.object({ user: z.string() }) }).transform(({ event }) => event.user));

const bodySchema = z.record(z.string(), z.unknown());

/** The key in Bolt's context of a request. */
const contextSchema = z.object({ requested: z.custom<Requested>() });

export class Intake implements Receiver {
  #app: App | undefined;

  constructor(
    private readonly receiver: Receiver,
    private readonly accepted: Accepted,
    /** Our id for a Slack user id (`inbound.ts`). */
    private readonly personId: (slackId: string, body: Readonly<Record<string, unknown>>) => string,
  ) {}

  init(app: App): void {
    this.#app = app;
    const processEvent = (event: ReceiverEvent): Promise<void> => this.#take(event);
    this.receiver.init(Object.create(app, { processEvent: { value: processEvent } }) as App);
  }

  start(...args: unknown[]): Promise<unknown> {
    return this.receiver.start(...args);
  }

  stop(...args: unknown[]): Promise<unknown> {
    return this.receiver.stop(...args);
  }

  answerLeftOver(): Promise<void> {
    return this.accepted.answerLeftOver('slack', (kept, request) => {
      const body = bodySchema.parse(kept.request);
      // An earlier process acknowledged it, or it is too late to.
      return this.#process({ body, ack: () => Promise.resolve() }, request);
    });
  }

  async #take(event: ReceiverEvent): Promise<void> {
    const { data } = idSchema.safeParse(event.body);
    const id = `slack:${data ?? randomUUID()}`;
    // Slack's old verification token: a secret that nothing here reads.
    const { token: _, ...body } = event.body;
    const asker = askerSchema.safeParse(body).data;
    const userId = asker === undefined ? undefined : this.personId(asker, body);
    const request = await this.accepted.take({ id, platform: 'slack', userId, request: body });
    // A duplicate is acknowledged, so that it is not resent, and otherwise ignored.
    if (!request) return event.ack();
    await this.accepted.forgetAfter(id, () => this.#process(event, request));
  }

  async #process(event: ReceiverEvent, { requested }: AcceptedRequest): Promise<void> {
    const customProperties = { ...event.customProperties, requested };
    await this.#app?.processEvent({ ...event, customProperties });
  }
}

/** @throws ZodError when it did not come through the intake */
export function requestedIn(context: object): Requested {
  return contextSchema.parse(context).requested;
}
