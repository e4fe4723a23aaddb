/**
 * Between Slack and Bolt: everything is kept before Bolt acknowledges it, and taken once. Slack sends
 * again what it got no answer to, also to the next process, and somebody who has overheard a request can
 * replay it.
 */
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Accepted, AcceptedRequest } from '../../chat/accepted.js';
import type { Requested } from '../../chat/port.js';

/** What Slack gives each event, and everything else that somebody does, to tell it by. */
const idSchema = z
  .object({ event_id: z.string() })
  .transform(({ event_id: id }) => id)
  .or(z.object({ trigger_id: z.string() }).transform(({ trigger_id: id }) => id));

/** Of a command, a button or form, an event: who it comes from. */
const askerSchema = z
  .object({ user_id: z.string() })
  .transform(({ user_id: id }) => id)
  .or(z.object({ user: z.object({ id: z.string() }) }).transform(({ user }) => user.id))
  .or(z.object({ event: z.object({ user: z.string() }) }).transform(({ event }) => event.user));

const bodySchema = z.record(z.string(), z.unknown());

/** In Bolt's context of a request. */
const contextSchema = z.object({ requested: z.custom<Requested>() });

export class Intake implements Receiver {
  #app: App | undefined;

  constructor(
    private readonly receiver: Receiver,
    private readonly accepted: Accepted,
    /** Whom Slack means by a person's id (`inbound.ts`). */
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
      // An earlier process acknowledged it, or it is too late for that.
      return this.#process({ body, ack: () => Promise.resolve() }, request);
    });
  }

  async #take(event: ReceiverEvent): Promise<void> {
    const { data } = idSchema.safeParse(event.body);
    const id = `slack:${data ?? randomUUID()}`;
    // Slack's old way to say that it is Slack: a secret that nothing here reads.
    const { token: _, ...body } = event.body;
    const asker = askerSchema.safeParse(body).data;
    const userId = asker === undefined ? undefined : this.personId(asker, body);
    const request = await this.accepted.take({ id, platform: 'slack', userId, request: body });
    // What came before is acknowledged, so that it does not come once more, and nothing else happens.
    if (!request) return event.ack();
    await this.accepted.forgetAfter(id, () => this.#process(event, request));
  }

  async #process(event: ReceiverEvent, { requested }: AcceptedRequest): Promise<void> {
    const customProperties = { ...event.customProperties, requested };
    await this.#app?.processEvent({ ...event, customProperties });
  }
}

/** @throws ZodError when it did not come through an intake */
export function requestedIn(context: object): Requested {
  return contextSchema.parse(context).requested;
}
