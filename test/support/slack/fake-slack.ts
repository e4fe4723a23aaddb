/**
 * A Slack workspace on loopback that speaks its protocol: the real Bolt connects to it, in Socket Mode or
 * over HTTP (`http.address`). Tests drive people with `person()` and read what they see.
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
import { FakeWorkspace } from './fake-workspace.js';
import { SocketServer, type Envelope } from './socket-server.js';
import { usualTiers, type Tiers } from './tiers.js';
import { webApp, webServer } from './web-server.js';

export interface FakeSlackOptions {
  readonly tiers?: Tiers;
}

export class FakeSlack extends FakeWorkspace {
  readonly socket: SocketServer;
  readonly #server: Server;

  private constructor(tiers: Tiers) {
    super({
      ...{ clock: new FakeClock(), tiers, isOneOfMany: false },
      ...{ botToken: 'xoxb-fake-bot-token', signingSecret: 'fake-signing-secret' },
      team: { id: 'T1', name: 'Study Group' },
    });
    this.#server = webServer(webApp(this.state));
    this.socket = new SocketServer(this.world, this.#server);
  }

  static async start({ tiers = usualTiers }: FakeSlackOptions = {}): Promise<FakeSlack> {
    const slack = new FakeSlack(tiers);
    slack.#server.listen(0, '127.0.0.1');
    await once(slack.#server, 'listening');
    const { port } = slack.#server.address() as AddressInfo;
    slack.state.address = `http://127.0.0.1:${port}`;
    slack.state.socketUrl = `ws://127.0.0.1:${port}/socket`;
    return slack;
  }

  get apiUrl(): string {
    return `${this.state.address}/api/`;
  }

  protected override deliver(envelope: Envelope): void {
    if (this.http.address === undefined) this.socket.send(envelope);
    else super.deliver(envelope);
  }

  close(): void {
    this.socket.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
