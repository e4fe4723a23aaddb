/** What the parts of the fake Slack share. */
import type { TierCounts } from './tiers.js';
import type { Channel, FakeBlock, World } from './world.js';

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly isAdmin: boolean;
  /** Another workspace, in a channel that two share. */
  readonly ofTeam?: string;
}

/** Where an answer to one thing that somebody did may be sent: five times, for half an hour. */
export interface ResponseUrl {
  readonly channel: Channel;
  readonly userId: string;
  readonly untilMs: number;
  uses: number;
}

export type Fault =
  | {
      readonly kind: 'refusal';
      readonly error: string;
      /** The scope that is missing. */
      readonly needed?: string;
    }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number }
  | { readonly kind: 'server-error' }
  /** What stands in front of Slack answers, and not as Slack does. */
  | { readonly kind: 'proxy'; readonly status: number }
  /** Nothing is answered before this. */
  | { readonly kind: 'late'; readonly until: Promise<unknown> }
  | { readonly kind: 'reset' };

export interface Refusal {
  readonly method: string;
  readonly error: string;
}

/** A form that somebody has open. */
export interface OpenView {
  readonly triggerId: string;
  readonly view: {
    readonly callback_id: string;
    readonly private_metadata: string;
    readonly title: { readonly text: string };
    readonly blocks: readonly unknown[];
  };
}

/** A Home tab. */
export interface HomeView {
  readonly type: 'home';
  readonly private_metadata?: string;
  readonly blocks: readonly FakeBlock[];
}

export interface FakeState {
  readonly world: World;
  readonly tiers: TierCounts;
  /** The one that is taken; others are refused. */
  botToken: string;
  /** Why others are, where the app knew them once; the rest is `invalid_auth`. */
  readonly oldTokens: Map<string, string>;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly team: { readonly id: string; readonly name: string };
  /** The app is installed by whoever wants to: with every event Slack says for whom it is. */
  readonly isOneOfMany: boolean;
  readonly botUserId: string;
  /** What the bot is called there. */
  botName: string;
  readonly users: FakeUser[];
  /** Scopes that the app does not have. */
  readonly missingScopes: Set<string>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly triggers: Map<string, number>;
  readonly views: OpenView[];
  /** What everybody's Home tab shows, by their id. */
  readonly homes: Map<string, HomeView>;
  readonly faults: { readonly method: string; readonly fault: Fault }[];
  readonly refusals: Refusal[];
  /** Calls that came so far, oldest first, with what they asked for. */
  readonly calls: { readonly method: string; readonly args: Readonly<Record<string, unknown>> }[];
  /** Every call of this method is refused so. */
  readonly refused: Map<string, string>;
  /** Characters of all blocks that are taken; undocumented (GitHub, bolt-js#2509). */
  mostText: number;
  /** Events say of a file no more than its id, as of some they do. */
  tellsOfFiles: boolean;
  /** How many looks at a file it takes until Slack has looked at it itself. */
  looksUntilReady: number;
  /** A picture that it said was ready is refused all the same. */
  refusesPictures: boolean;
  address: string;
  socketUrl: string;
}
