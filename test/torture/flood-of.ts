/** The most one person can do to a room, as fast as they can. */
import type { EventStream, Visitor } from '../support/scripted-room.js';
import type { Random } from './random.js';
import { count, type Finding } from './scenario.js';
import { within } from './stage.js';

/** Simultaneous requests. */
const LINES = 32;
const UPLOADS = 4;
const PAGES = 4;
const STREAMS = 200;
const UPLOAD_BYTES = 1024 * 1024;

export class Flood {
  readonly #streams: EventStream[] = [];
  readonly #going: readonly Promise<void>[];
  readonly #upload: Uint8Array<ArrayBuffer>;
  #isOver = false;

  constructor(
    private readonly address: string,
    private readonly person: Visitor,
    random: Random,
    private readonly finding: Finding,
  ) {
    this.#upload = new Uint8Array(UPLOAD_BYTES).fill(random.integer(32, 126));
    const lines = ['hello', '/data', '/fit epochs:500 batch:1', '/explain epoch', 'why?', '/fit'];
    const many = (count: number, what: string, once: () => Promise<Response | number>) =>
      Array.from({ length: count }, () => this.#again(what, once));
    this.#going = [
      ...many(LINES, 'lines', () => person.type(random.pick(lines))),
      ...many(UPLOADS, 'uploads', () => this.#uploads()),
      ...many(PAGES, 'pages', () => this.#opens()),
    ];
  }

  async end(): Promise<void> {
    this.#isOver = true;
    for (const stream of this.#streams) stream.close();
    await within(Promise.all(this.#going), 'the flood’s requests are answered');
  }

  async #again(what: string, once: () => Promise<Response | number>): Promise<void> {
    while (!this.#isOver) {
      const answer = await once().catch(() => 'cut');
      if (answer instanceof Response) await answer.arrayBuffer().catch(() => undefined);
      const status = answer instanceof Response ? answer.status : answer;
      count(this.finding, `${what} answered ${status}`);
      if (typeof status === 'number' && status >= 500) {
        this.finding.problems.push(`${what} were answered ${status}`);
        this.#isOver = true;
      }
    }
  }

  #uploads(): Promise<Response> {
    return fetch(`${this.address}/api/files?name=flood.csv`, {
      method: 'POST',
      headers: { cookie: this.person.cookie },
      body: this.#upload,
    });
  }

  /** As many as it can get; then each new one replaces the oldest. */
  async #opens(): Promise<number> {
    if (this.#streams.length >= STREAMS) this.#streams.shift()?.close();
    const stream = await this.person.listen();
    if (this.#isOver) stream.close();
    else this.#streams.push(stream);
    await stream.untilCaughtUp();
    return 200;
  }
}
