/** State shared by the parts of the fake Slack. */
import type { TierCounts } from './tiers.js';
import type { Channel, FakeBlock, World } from './world.js';

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly isAdmin: boolean;
  /** The id of another workspace, in a channel shared by two. */
  readonly ofTeam?: string;
}

/** Where answers to one interaction may be sent: five times, within half an hour. */
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
      /** The missing scope. */
      readonly needed?: string;
    }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number }
  | { readonly kind: 'server-error' }
  /** A proxy in front of Slack answers, in its own format. */
  | { readonly kind: 'proxy'; readonly status: number }
  /** The answer waits until this resolves. */
  | { readonly kind: 'late'; readonly until: Promise<unknown> }
  | { readonly kind: 'reset' };

export interface Refusal {
  readonly method: string;
  readonly error: string;
}

/** A form somebody has open. */
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
  /** The current token; others are refused. */
  botToken: string;
  /** The error for tokens the app once had; all others get `invalid_auth`. */
  readonly oldTokens: Map<string, string>;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly team: { readonly id: string; readonly name: string };
  /** Anybody may install the app: Slack adds the addressee to every event. */
  readonly isOneOfMany: boolean;
  readonly botUserId: string;
  /** The bot's name there. */
  botName: string;
  readonly users: FakeUser[];
  /** Scopes the app lacks. */
  readonly missingScopes: Set<string>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly triggers: Map<string, number>;
  readonly views: OpenView[];
  /** Everybody's Home tab, by user id. */
  readonly homes: Map<string, HomeView>;
  readonly faults: { readonly method: string; readonly fault: Fault }[];
  readonly refusals: Refusal[];
  /** API calls so far, oldest first, with their arguments. */
  readonly calls: { readonly method: string; readonly args: Readonly<Record<string, unknown>> }[];
  /** Methods whose every call is refused, with the error. */
  readonly refused: Map<string, string>;
  /** The most characters accepted in all blocks together; undocumented (GitHub, bolt-js#2509). */
  mostText: number;
  /** Whether events describe files fully; false: they give only the id, as some of Slack's do. */
  tellsOfFiles: boolean;
  /** How many times a file is checked before Slack has processed it. */
  looksUntilReady: number;
  /** Refuses pictures even after reporting them ready. */
  refusesPictures: boolean;
  address: string;
  socketUrl: string;
}
