/** State shared by the parts of the fake Discord. */
import type { Faults } from './faults.js';
import type { HttpDelivery } from './http-delivery.js';
import type { IdentifyLimits } from './identify-limits.js';
import type { PendingInteractions } from './pending-interactions.js';
import type { BucketSize, RateLimits } from './rate-limits.js';
import type { Message, World } from './world.js';

export interface FakeState {
  readonly world: World;
  readonly interactions: PendingInteractions;
  readonly limits: RateLimits;
  readonly http: HttpDelivery;
  readonly identifyLimits: IdentifyLimits;
  readonly faults: Faults;
  readonly applicationId: string;
  /** The bot's token; a new one after a reset. */
  token: string;
  gatewayUrl: string;
  /** How many shards it recommends. */
  recommendedShards: number;
  /** Registered commands by server, or `global`. */
  readonly commands: Map<string, readonly object[]>;
  /** How often commands were registered. */
  registrations: number;
  readonly nonces: Map<string, Message>;
  /** Bucket sizes that differ from the defaults. */
  readonly sizes: {
    readonly edits?: BucketSize;
    readonly posts?: BucketSize;
    readonly byToken?: BucketSize;
  };
  /** Every refusal that was sent. */
  readonly refusals: Refusal[];
}

export interface Refusal {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly code: number;
  readonly message: string;
}
