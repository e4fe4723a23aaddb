/** Files uploaded to the room that wait for their command while the program is killed. */
import { Visitor } from '../support/scripted-room.js';
import { askInRoom, lineOf, type Wish } from './asks.js';
import type { Random } from './random.js';
import { count, type Finding } from './scenario.js';
import { isEnd } from './settle.js';
import { comes, type Stage } from './stage.js';

export class HeldUploads {
  #person: Visitor | undefined;
  #held: string | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly finding: Finding,
  ) {}

  /** Rejects if the program is killed meanwhile: then nothing was accepted. */
  async bring(random: Random): Promise<void> {
    this.#held = undefined;
    this.#person ??= await Visitor.at(this.stage.address);
    await random.pause(0, 200);
    const rows = Array.from({ length: 200 }, () => [0, 0, 0].map(() => random.integer(0, 99)));
    const csv = ['a,b,c', ...rows.map((row) => row.join(','))].join('\n');
    const response = await fetch(`${this.stage.address}/api/files?name=numbers.csv`, {
      method: 'POST',
      headers: { cookie: this.#person.cookie },
      body: csv,
    });
    if (response.status !== 201) throw new Error(`the upload was answered ${response.status}`);
    this.#held = ((await response.json()) as { readonly id: string }).id;
    count(this.finding, 'uploads accepted before a kill');
  }

  /** Sends the command after the restart. */
  async use(wish: Wish): Promise<void> {
    if (this.#held === undefined || !this.#person) return;
    const { seed = 0 } = wish.options;
    const run = { command: 'fit', options: { epochs: 2, batch: 16, seed } };
    const ask = await askInRoom(this.#person, run, this.#held);
    const done = await comes(async () => (await ask.answers()).some(isEnd));
    if (done) count(this.finding, 'uploads trained on after a kill');
    else this.finding.problems.push(`an upload that was accepted vanished: ${lineOf(run)}`);
  }
}
