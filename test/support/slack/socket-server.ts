/** The fake Slack's Socket Mode: hello, envelopes to acknowledge, disconnects. */
import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import type { World } from './world.js';

export interface Envelope {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: object;
}

export class SocketServer {
  /** Envelopes the app acknowledged. */
  readonly acknowledged: string[] = [];
  connections = 0;
  /** When each was opened (Unix ms). */
  readonly openedAtMs: number[] = [];
  greeted = 0;
  greets = true;
  /** As Slack does if there are too many connections. */
  endsAtOnce = false;
  /** How many of the next acknowledgements get lost. */
  answersLost = 0;
  readonly #server: WebSocketServer;
  readonly #waiting: { readonly id: string; readonly envelope: Envelope }[] = [];
  #sent = 0;

  constructor(
    private readonly world: World,
    server: Server,
  ) {
    this.#server = new WebSocketServer({ server, path: '/socket' });
    this.#server.on('connection', (socket) => {
      this.connections += 1;
      this.openedAtMs.push(Date.now());
      this.world.changed();
      if (!this.greets) return;
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: {} }));
      this.greeted += 1;
      if (this.endsAtOnce) socket.send(JSON.stringify({ type: 'disconnect', reason: 'warning' }));
      socket.on('message', (data: Buffer) => {
        const { envelope_id: id } = JSON.parse(data.toString()) as { envelope_id?: string };
        if (id === undefined) return;
        if (this.answersLost > 0) {
          this.answersLost -= 1;
          return;
        }
        this.acknowledged.push(id);
        const index = this.#waiting.findIndex((one) => one.id === id);
        if (index >= 0) this.#waiting.splice(index, 1);
        this.world.changed();
      });
      // Unacknowledged envelopes are sent again on the next connection.
      for (const { id, envelope } of this.#waiting) deliver(socket, id, envelope, 1);
    });
  }

  get open(): number {
    return this.#open().length;
  }

  /** Returns the id the app must acknowledge. */
  send(envelope: Envelope): string {
    this.#sent += 1;
    const id = `E${this.#sent}`;
    this.#waiting.push({ id, envelope });
    const [socket] = this.#open();
    if (socket) deliver(socket, id, envelope, 0);
    return id;
  }

  /** Sends any text. */
  sendRaw(text: string): void {
    for (const socket of this.#open()) socket.send(text);
  }

  /** Slack renews connections now and then. */
  refresh(): void {
    for (const socket of this.#open()) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    }
  }

  /** Drops the connections without a word. */
  drop(): void {
    for (const socket of this.#open()) socket.terminate();
  }

  close(): void {
    this.drop();
    this.#server.close();
  }

  #open(): readonly WebSocket[] {
    return [...this.#server.clients].filter(({ readyState, OPEN }) => readyState === OPEN);
  }
}

function deliver(socket: WebSocket, id: string, envelope: Envelope, attempt: number): void {
  const message = { envelope_id: id, accepts_response_payload: true, ...envelope };
  socket.send(JSON.stringify({ ...message, retry_attempt: attempt }));
}
