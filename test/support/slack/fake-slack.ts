/**
 * A Slack workspace on loopback that speaks its protocol: the real Bolt connects to it, in Socket Mode
 * or over HTTP (`http.address`). People as tests drive them (`person()`), and what they see.
 *
 *     const slack = await FakeSlack.start();
 *     const learner = slack.person({ locale: 'ko-KR' });
 *     learner.slash(slack.channel, '/fit', 'epochs:2');
 *     await slack.until(() => learner.sees(slack.channel).includes('2/2'), 'the run ended');
 */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeClock } from '../fake-clock.js';
import type { FakeState, Fault, Refusal } from './fake-state.js';
import { HttpDelivery } from './http-delivery.js';
import { Person, type PersonOptions } from './person.js';
import { SocketServer } from './socket-server.js';
import { TierCounts, usualTiers, type Tiers } from './tiers.js';
import { webServer } from './web-server.js';
import { World, type Channel } from './world.js';

export interface FakeSlackOptions {
  readonly tiers?: Tiers;
}

export class FakeSlack {
  readonly clock: FakeClock;
  readonly world: World;
  /** A channel with the bot in it. */
  readonly channel: Channel;
  readonly socket: SocketServer;
  readonly http: HttpDelivery;
  readonly state: FakeState;
  readonly #server: Server;

  private constructor(state: FakeState, server: Server) {
    this.state = state;
    this.#server = server;
    this.world = state.world;
    this.clock = state.world.clock;
    this.channel = this.world.addChannel('study');
    this.socket = new SocketServer(this.world, server);
    this.http = new HttpDelivery(this.world, state.signingSecret);
  }

  static async start({ tiers = usualTiers }: FakeSlackOptions = {}): Promise<FakeSlack> {
    const clock = new FakeClock();
    const world = new World(clock);
    const state: FakeState = {
      world,
      tiers: new TierCounts(clock, tiers),
      botToken: 'xoxb-fake-bot-token',
      appToken: 'xapp-fake-app-token',
      signingSecret: 'fake-signing-secret',
      team: { id: 'T1', name: 'Study Group' },
      botUserId: world.newId('U'),
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
    const server = webServer(state);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    state.address = `http://127.0.0.1:${port}`;
    state.socketUrl = `ws://127.0.0.1:${port}/socket`;
    return new FakeSlack(state, server);
  }

  get apiUrl(): string {
    return `${this.state.address}/api/`;
  }

  /** Where people's files lie. */
  get fileOrigin(): string {
    return this.state.address;
  }

  /** Everything that was refused, oldest first. */
  get refusals(): readonly Refusal[] {
    return this.state.refusals;
  }

  person(options: PersonOptions = {}): Person {
    return new Person(
      this.state,
      (envelope) => {
        if (this.http.address === undefined) this.socket.send(envelope);
        else void this.http.send(envelope);
      },
      options,
    );
  }

  directMessages(): Channel {
    return this.world.addChannel('tutor', 'D');
  }

  /** The workspace takes the app out, as Slack tells of it. */
  removeApp(): void {
    const { team, botUserId } = this.state;
    const events = [
      { type: 'tokens_revoked', tokens: { oauth: [], bot: [botUserId] } },
      { type: 'app_uninstalled' },
    ];
    for (const event of events) this.#send(event, team.id);
  }

  /** Somebody takes back what they allowed the app to do as them. */
  revokePersonsToken(userId: string): void {
    this.#send({ type: 'tokens_revoked', tokens: { oauth: [userId] } }, this.state.team.id);
  }

  #send(event: object, teamId: string): void {
    this.socket.send({
      type: 'events_api',
      payload: {
        ...{ type: 'event_callback', token: 'legacy', team_id: teamId, api_app_id: 'A1' },
        ...{ event, event_id: this.world.newId('Ev'), event_time: 1 },
      },
    });
  }

  /** The next call of this method meets trouble; several wait in turn. */
  trouble(method: string, fault: Fault): void {
    this.state.faults.push({ method, fault });
  }

  /** No more trouble is to come. */
  calm(): void {
    this.state.faults.length = 0;
  }

  /** @param what is waited for, should it never come */
  until(condition: () => boolean, what: string, withinMs?: number): Promise<void> {
    return this.world.until(condition, what, withinMs);
  }

  close(): void {
    this.socket.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
