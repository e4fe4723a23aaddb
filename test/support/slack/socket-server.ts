/** The fake Slack's Socket Mode: hello, envelopes that want an acknowledgement, disconnects. */
import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import type { World } from './world.js';

export interface Envelope {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: object;
}

export class SocketServer {
  /** Envelopes that the app took. */
  readonly acknowledged: string[] = [];
  connections = 0;
  /** When each was opened (Unix ms). */
  readonly openedAtMs: number[] = [];
  greeted = 0;
  greets = true;
  /** As Slack does with more connections than it likes. */
  endsAtOnce = false;
  /** So many of the next acknowledgements never arrive. */
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
      // What was not acknowledged comes again to the next connection.
      for (const { id, envelope } of this.#waiting) deliver(socket, id, envelope, 1);
    });
  }

  get open(): number {
    return this.#open().length;
  }

  /** Returns the id that the app is to acknowledge. */
  send(envelope: Envelope): string {
    this.#sent += 1;
    const id = `E${this.#sent}`;
    this.#waiting.push({ id, envelope });
    const [socket] = this.#open();
    if (socket) deliver(socket, id, envelope, 0);
    return id;
  }

  /** Whatever it is. */
  sendRaw(text: string): void {
    for (const socket of this.#open()) socket.send(text);
  }

  /** As Slack renews a connection now and then. */
  refresh(): void {
    for (const socket of this.#open()) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    }
  }

  /** The connections are gone, without a word. */
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
