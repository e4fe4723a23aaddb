/** One workspace of the fake Slack, as tests drive it: people, channels, faults and refusals. */
import type { FakeClock } from '../fake-clock.js';
import type { FakeState, Fault, Refusal } from './fake-state.js';
import { HttpDelivery } from './http-delivery.js';
import { envelopeOf, Person, type PersonOptions } from './person.js';
import type { Envelope } from './socket-server.js';
import { TierCounts, type Tiers } from './tiers.js';
import { World, type Channel } from './world.js';

/** What Slack issued to an app. */
export interface WorkspaceOptions {
  readonly clock: FakeClock;
  readonly tiers: Tiers;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly isOneOfMany: boolean;
}

export class FakeWorkspace {
  readonly clock: FakeClock;
  readonly world: World;
  /** A channel that the bot is in. */
  readonly channel: Channel;
  readonly http: HttpDelivery;
  readonly state: FakeState;

  constructor({ clock, tiers, ...app }: WorkspaceOptions) {
    const world = new World(clock, app.isOneOfMany ? app.team.id : '');
    this.state = {
      ...app,
      world,
      tiers: new TierCounts(clock, tiers),
      appToken: 'xapp-fake-app-token',
      botUserId: world.newId('U'),
      botName: 'tutor',
      oldTokens: new Map(),
      users: [],
      missingScopes: new Set(),
      responseUrls: new Map(),
      triggers: new Map(),
      views: [],
      homes: new Map(),
      faults: [],
      calls: [],
      refused: new Map(),
      mostText: 13_200,
      refusals: [],
      looksUntilReady: 0,
      tellsOfFiles: true,
      refusesPictures: false,
      address: '',
      socketUrl: '',
    };
    this.world = world;
    this.clock = clock;
    this.channel = world.addChannel('study');
    this.http = new HttpDelivery(world, app.signingSecret);
  }

  /** Where people's files are hosted. */
  get fileOrigin(): string {
    return new URL(this.state.address).origin;
  }

  /** Every refusal, oldest first. */
  get refusals(): readonly Refusal[] {
    return this.state.refusals;
  }

  person(options: PersonOptions = {}): Person {
    return new Person(
      this.state,
      (envelope) => {
        this.deliver(envelope);
      },
      options,
    );
  }

  directMessages(): Channel {
    return this.world.addChannel('tutor', 'D');
  }

  /** The workspace uninstalls the app, and Slack sends the event for it. */
  removeApp(): void {
    const { botUserId } = this.state;
    this.tell({ type: 'tokens_revoked', tokens: { oauth: [], bot: [botUserId] } });
    this.tell({ type: 'app_uninstalled' });
  }

  /** A person revokes what they allowed the app to do on their behalf. */
  revokePersonsToken(userId: string): void {
    this.tell({ type: 'tokens_revoked', tokens: { oauth: [userId] } });
  }

  /** The next call of this method hits this fault; several faults queue up. */
  trouble(method: string, fault: Fault): void {
    this.state.faults.push({ method, fault });
  }

  /** Clears all pending faults. */
  calm(): void {
    this.state.faults.length = 0;
  }

  /** @param what what is awaited, for the error message */
  until(condition: () => boolean, what: string, withinMs?: number): Promise<void> {
    return this.world.until(condition, what, withinMs);
  }

  protected deliver(envelope: Envelope): void {
    // If nobody answers, the waiting test times out and says what it waited for.
    this.http.send(envelope).catch(() => undefined);
  }

  protected tell(event: object): void {
    const payload = { ...envelopeOf(this.state), event, event_time: 1 };
    const event_id = this.world.newIdOfAll('Ev');
    this.deliver({ type: 'events_api', payload: { ...payload, event_id } });
  }
}
