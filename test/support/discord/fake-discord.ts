/**
 * A Discord on loopback that speaks its protocol: the real discord.js logs in to it. It has a REST API at
 * `apiUrl`, a gateway and a CDN; tests drive people with `person()` and read what they see.
 *
 *     const discord = await FakeDiscord.start();
 *     const learner = discord.person({ locale: 'ko' });
 *     learner.slash(discord.channel, 'fit', { epochs: 2 });
 *     await discord.until(() => learner.sees(discord.channel).includes('2/2'), 'the run ended');
 */
import { ChannelType, GatewayDispatchEvents, type GatewayCloseCodes } from 'discord.js';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { channelJson } from './api-json.js';
import { FakeCdn } from './cdn.js';
import { guildJson } from './api-json.js';
import { FakeClock } from '../fake-clock.js';
import type { FakeState, Refusal } from './fake-state.js';
import { Faults, type Fault } from './faults.js';
import { GatewayServer } from './gateway-server.js';
import { HttpDelivery } from './http-delivery.js';
import { IdentifyLimits, type IdentifyLimitOptions } from './identify-limits.js';
import { PendingInteractions } from './pending-interactions.js';
import { Person, type PersonOptions } from './person.js';
import { RateLimits } from './rate-limits.js';
import { restServer } from './rest-server.js';
import { World, type Channel, type Guild } from './world.js';

export interface FakeDiscordOptions {
  readonly sizes?: FakeState['sizes'];
  /** The gateway refuses every session with this code. */
  readonly refuseGatewayWith?: GatewayCloseCodes;
  /** The number of shards it recommends; 1 by default. */
  readonly recommendedShards?: number;
  readonly identifyLimits?: IdentifyLimitOptions;
  /** Longer than Discord's 3 s for a program that was just started on a busy machine. */
  readonly acknowledgeWithinMs?: number;
}

export class FakeDiscord {
  readonly token = 'fake-bot-token';
  readonly clock: FakeClock;
  readonly world: World;
  /** A server that the bot is in; it has one text channel. */
  readonly guild: Guild;
  readonly channel: Channel;
  readonly gateway: GatewayServer;
  readonly cdn: FakeCdn;
  readonly #state: FakeState;
  readonly #server: Server;

  private constructor(state: FakeState, server: Server, cdn: FakeCdn) {
    this.#state = state;
    this.#server = server;
    this.cdn = cdn;
    this.clock = state.world.clock;
    this.world = state.world;
    this.guild = this.world.addGuild();
    this.channel = this.world.addChannel(this.guild, ChannelType.GuildText, 'study');
    this.gateway = new GatewayServer(state, server);
  }

  static async start({
    sizes = {},
    refuseGatewayWith,
    recommendedShards = 1,
    identifyLimits,
    acknowledgeWithinMs,
  }: FakeDiscordOptions = {}): Promise<FakeDiscord> {
    const clock = new FakeClock();
    const world = new World(clock);
    const state: FakeState = {
      world,
      interactions: new PendingInteractions(clock, acknowledgeWithinMs),
      http: new HttpDelivery(clock, world.changed.bind(world)),
      limits: new RateLimits(clock),
      identifyLimits: new IdentifyLimits(identifyLimits),
      faults: new Faults(),
      applicationId: world.newId(),
      token: 'fake-bot-token',
      gatewayUrl: '',
      recommendedShards,
      commands: new Map(),
      registrations: 0,
      nonces: new Map(),
      sizes,
      refusals: [],
    };
    const server = restServer(state);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    state.gatewayUrl = `ws://127.0.0.1:${port}/gateway/`;
    const discord = new FakeDiscord(state, server, await FakeCdn.start());
    discord.gateway.refuseWith = refuseGatewayWith;
    return discord;
  }

  /** REST base URL, without the version. */
  get apiUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  person(options: PersonOptions = {}): Person {
    return new Person(this.#state, this.gateway, this.cdn, options);
  }

  /** Somebody opens a thread. */
  thread(parent: Channel, name = 'a thread'): Channel {
    const thread = this.world.addChannel(parent.guild, ChannelType.PublicThread, name, parent);
    const event = GatewayDispatchEvents.ThreadCreate;
    this.gateway.dispatch(event, channelJson(thread), parent.guild?.id);
    return thread;
  }

  directMessages(): Channel {
    return this.world.addChannel(undefined, ChannelType.DM, 'tutor');
  }

  /** The next request with this method and path hits this fault; several faults queue up. */
  trouble(method: string, path: RegExp, fault: Fault): void {
    this.#state.faults.next(method, path, fault);
  }

  /** Clears all pending faults. */
  calm(): void {
    this.#state.faults.clear();
  }

  /** From now on rate limits reset this many ms later than Discord says. */
  resetLate(ms: number): void {
    this.#state.limits.resetsLateMs = ms;
  }

  /** Sends interactions as HTTP requests, once the app's address is verified. */
  get http(): HttpDelivery {
    return this.#state.http;
  }

  /** Who identified, and who did so too often. */
  get identifyLimits(): IdentifyLimits {
    return this.#state.identifyLimits;
  }

  /** Every refusal that was sent, oldest first. */
  get refusals(): Refusal[] {
    return this.#state.refusals;
  }

  /** The registered commands, of one server or global. */
  commands(scope = 'global'): readonly object[] {
    return this.#state.commands.get(scope) ?? [];
  }

  /** How often commands were registered. */
  get registrations(): number {
    return this.#state.registrations;
  }

  recommendShards(shards: number): void {
    this.#state.recommendedShards = shards;
  }

  /** Like on the developer portal: the old token no longer works. */
  resetToken(): void {
    this.#state.token = 'another-bot-token';
  }

  removeBot(guild: Guild): void {
    guild.botIsMember = false;
    this.gateway.dispatch(GatewayDispatchEvents.GuildDelete, { id: guild.id }, guild.id);
  }

  addBot(guild: Guild): void {
    guild.botIsMember = true;
    const { channels } = this.world;
    this.gateway.dispatch(GatewayDispatchEvents.GuildCreate, guildJson(guild, channels), guild.id);
  }

  /** A Discord outage: the server exists, but is unavailable. */
  outage(guild: Guild): void {
    const news = { id: guild.id, unavailable: true };
    this.gateway.dispatch(GatewayDispatchEvents.GuildDelete, news, guild.id);
  }

  /** @param what what is awaited, for the error message */
  until(condition: () => boolean, what: string, withinMs?: number): Promise<void> {
    return this.world.until(condition, what, withinMs);
  }

  close(): void {
    this.gateway.close();
    this.cdn.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
