/** The fake Discord's gateway: hello, identify, heartbeats, events, resume. */
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from 'discord.js';
import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { guildJson, userJson } from './api-json.js';
import type { FakeState } from './fake-state.js';
import { bot } from './message-changes.js';

interface Packet {
  readonly op: number;
  readonly d?: unknown;
  readonly s?: number;
  readonly t?: string;
}

const heartbeat: number = GatewayOpcodes.Heartbeat;
const identify: number = GatewayOpcodes.Identify;
const resume: number = GatewayOpcodes.Resume;

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  socket: WebSocket | undefined;
  /** All events so far; a resume replays the missed ones. */
  readonly events: Packet[];
}

/** Message content, members and presences: these need Discord's approval. */
const privilegedIntents = (1 << 15) | (1 << 1) | (1 << 8);

export class GatewayServer {
  readonly sessions: Session[] = [];
  resumes = 0;
  identifies = 0;
  /** Accepts connections but sends nothing. */
  silent = false;
  /** Cuts connections as they arrive. */
  unreachable = false;
  connections = 0;
  /** Every new session is refused with this code. */
  refuseWith: GatewayCloseCodes | undefined;
  readonly #server: WebSocketServer;
  readonly #unheard = new Set<WebSocket>();
  /** How many sessions, counted from the first, can no longer be resumed. */
  #forgotten = 0;

  constructor(
    private readonly state: FakeState,
    server: Server,
  ) {
    this.#server = new WebSocketServer({ server, path: '/gateway/' });
    this.#server.on('connection', (socket) => {
      this.connections += 1;
      this.state.world.changed();
      if (this.unreachable) {
        socket.terminate();
        return;
      }
      if (this.silent) {
        this.#unheard.add(socket);
        return;
      }
      send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: 20_000 } });
      socket.on('message', (data: Buffer) => {
        this.#receive(socket, JSON.parse(data.toString()) as Packet);
      });
    });
  }

  /** Sends to every session responsible for this server; direct messages go to shard 0. */
  dispatch(event: GatewayDispatchEvents, data: object, guildId?: string): void {
    for (const session of this.sessions) {
      const [shard, shards] = session.shard;
      // discord-api-docs `events/gateway`, Sharding.
      const home = guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
      if (home === shard) emit(session, event, data);
    }
  }

  /** Dispatches the event with this id again, as after a faulty resume. */
  deliverAgain(id: string): void {
    for (const session of this.sessions) {
      const packet = session.events.find(({ d }) => (d as { readonly id?: string }).id === id);
      if (packet?.t !== undefined) emit(session, packet.t, packet.d as object);
    }
  }

  /** No session can be resumed any more: every client must identify again. */
  forgetSessions(): void {
    this.#forgotten = this.sessions.length;
  }

  /** Closes all connections; sessions can be resumed unless the code says otherwise. */
  drop(code = 4_000): void {
    for (const session of this.sessions) {
      session.socket?.close(code);
      session.socket = undefined;
    }
    for (const socket of this.#unheard) socket.close(code);
    this.#unheard.clear();
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #receive(socket: WebSocket, { op, d }: Packet): void {
    if (op === heartbeat) send(socket, { op: GatewayOpcodes.HeartbeatAck });
    if (op === identify) this.#identify(socket, d as Identify);
    if (op === resume) this.#resume(socket, d as { session_id: string; seq: number });
    this.state.world.changed();
  }

  #identify(socket: WebSocket, { token, intents, shard = [0, 1] }: Identify): void {
    const { world, applicationId } = this.state;
    this.identifies += 1;
    const broken = this.state.identifyLimits.take(shard[0]);
    if (broken === 'bucket') {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return;
    }
    const refusal =
      this.refuseWith ??
      // Discord would reset the token for good; here only this session is refused and the token stays valid.
      (broken === 'sessions' ? GatewayCloseCodes.AuthenticationFailed : undefined) ??
      (shard[0] >= shard[1] ? GatewayCloseCodes.InvalidShard : undefined) ??
      (token !== this.state.token ? GatewayCloseCodes.AuthenticationFailed : undefined) ??
      ((intents & privilegedIntents) !== 0 ? GatewayCloseCodes.DisallowedIntents : undefined);
    if (refusal !== undefined) {
      socket.close(refusal);
      return;
    }
    const session: Session = { id: world.newId(), shard, socket, events: [] };
    this.sessions.push(session);
    const [own, shards] = shard;
    const guilds = world.guilds.filter(
      ({ id, botIsMember }) => botIsMember && Number((BigInt(id) >> 22n) % BigInt(shards)) === own,
    );
    emit(session, GatewayDispatchEvents.Ready, {
      v: 10,
      user: userJson(bot(world)),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.state.gatewayUrl,
      shard,
      application: { id: applicationId, flags: 0 },
    });
    for (const guild of guilds) {
      emit(session, GatewayDispatchEvents.GuildCreate, guildJson(guild, world.channels));
    }
  }

  #resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): void {
    const session = this.sessions.slice(this.#forgotten).find(({ id }) => id === session_id);
    if (!session) {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return;
    }
    this.resumes += 1;
    session.socket = socket;
    for (const missed of session.events.slice(seq)) send(socket, missed);
    emit(session, GatewayDispatchEvents.Resumed, {});
  }
}

interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard?: readonly [number, number];
}

function emit(session: Session, event: string, data: object): void {
  const packet = { op: GatewayOpcodes.Dispatch, t: event, s: session.events.length + 1, d: data };
  session.events.push(packet);
  if (session.socket) send(session.socket, packet);
}

function send(socket: WebSocket, packet: Packet): void {
  socket.send(JSON.stringify(packet));
}
