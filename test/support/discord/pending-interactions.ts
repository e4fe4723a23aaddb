/** Interactions and their tokens: to be acknowledged within 3 s, valid for 15 minutes. */
import type { FakeClock } from '../fake-clock.js';
import {
  alreadyAcknowledged,
  tokenExpired,
  unknownInteraction,
  unknownWebhook,
} from './problems.js';
import type { Channel, Message } from './world.js';

const ACKNOWLEDGE_WITHIN_MS = 3_000;
const tokenLifeMs = 15 * 60_000;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly personId: string;
  readonly channel: Channel;
  readonly begunAtMs: number;
  /** The message whose button was pressed. */
  readonly pressedOn?: Message;
  isAcknowledged: boolean;
  /** Delivered over HTTP, but the app did not accept it. */
  isVoid?: true;
  original?: Message;
  choices?: readonly { readonly name: string; readonly value: string }[];
}

export class PendingInteractions {
  readonly all: Interaction[] = [];

  constructor(
    private readonly clock: FakeClock,
    private readonly acknowledgeWithinMs = ACKNOWLEDGE_WITHIN_MS,
  ) {}

  begin(one: Pick<Interaction, 'id' | 'personId' | 'channel' | 'pressedOn'>): Interaction {
    const interaction: Interaction = {
      ...one,
      token: `interaction-token-${one.id}`,
      begunAtMs: this.clock.nowMs(),
      isAcknowledged: false,
    };
    this.all.push(interaction);
    return interaction;
  }

  /** @throws ApiProblem if it is too late, or already acknowledged */
  acknowledge(id: string, token: string): Interaction {
    const found = this.all.find((one) => one.id === id && one.token === token);
    if (!found || found.isVoid) throw unknownInteraction();
    if (found.isAcknowledged) throw alreadyAcknowledged();
    if (this.clock.nowMs() - found.begunAtMs > this.acknowledgeWithinMs) throw unknownInteraction();
    found.isAcknowledged = true;
    return found;
  }

  /** @throws ApiProblem if the token is unknown or expired */
  byToken(token: string): Interaction {
    const found = this.all.find((one) => one.token === token);
    if (!found?.isAcknowledged) throw unknownWebhook();
    if (this.clock.nowMs() - found.begunAtMs > tokenLifeMs) throw tokenExpired();
    return found;
  }
}
