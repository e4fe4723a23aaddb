/**
 * SIGTERM while runs are in progress and platforms hang, limit, refuse or cut connections, or the disk is
 * full: the program ends in time, cleanly, and the next one continues everything that was accepted.
 */
import type { SpawnedProgram } from '../support/built-program.js';
import { Visitor } from '../support/scripted-room.js';
import { askInRoom, askOnDiscord, askOnSlack, type Ask, type Shown } from './asks.js';
import { fullDisk, type SmallDisk } from './full-disk.js';
import { onStage } from './on-stage.js';
import type { Random } from './random.js';
import { count, longest, noFinding, rounds, type Finding, type Scenario } from './scenario.js';
import { isEnd, settle, shownTo } from './settle.js';
import { comes, crashes, type Stage } from './stage.js';
import { begin, calm, troublesInTurn } from './troubles.js';
import { Wishes } from './wishes.js';

/** From the issue: five seconds in all; `docker stop` gives ten. The rest is for a machine with other work. */
const ENDS_WITHIN_MS = 5_000;
const SLACK_OF_MACHINE_MS = 2_500;

export const shutdown: Scenario = {
  name: 'shutdown',
  about: 'SIGTERM under hanging, rate-limiting, refusing platforms and a full disk',
  run: async (setting) => {
    const finding = noFinding();
    const disk = fullDisk(finding);
    const work = (stage: Stage): Promise<void> =>
      new EndedProgram(stage, setting.random, finding, disk).go(setting.spendMs);
    await onStage(setting, work, { finding, dataDir: disk?.folder });
    disk?.unmount();
    return finding;
  },
};

class EndedProgram {
  readonly #wishes: Wishes;

  constructor(
    private readonly stage: Stage,
    private readonly random: Random,
    private readonly finding: Finding,
    private readonly disk: SmallDisk | undefined,
  ) {
    this.#wishes = new Wishes(random);
  }

  async go(spendMs: number): Promise<void> {
    const { stage, random, finding } = this;
    const { discord, slack } = stage;
    let program = await stage.start();
    const ada = await Visitor.at(stage.address);
    const late = await Visitor.at(stage.address);
    const nextTrouble = troublesInTurn(random);
    await rounds(spendMs, async (index) => {
      const asks = [
        askOnDiscord(stage, discord.channel, this.#run()),
        askOnSlack(stage, slack.channel, this.#run()),
        await askInRoom(ada, this.#run()),
      ];
      const isSeen = async (ask: Ask): Promise<boolean> => (await shownTo(ask)).length > 0;
      await comes(async () => (await Promise.all(asks.map(isSeen))).every(Boolean), 20_000);
      // The first rounds cover each trouble once, including the disk's.
      const isFull = this.disk !== undefined && index % 6 === 1;
      const trouble = isFull ? { name: 'a full disk' } : nextTrouble();
      stage.note(`trouble: ${trouble.name}`);
      if (isFull) this.disk.fill();
      else begin(stage, trouble);
      await random.pause(0, 2_500);
      const ending = this.#end(program, trouble.name);
      // Somebody asks during the shutdown.
      await random.pause(0, 40);
      const asked = await askInRoom(late, this.#wishes.run(2)).catch(() => undefined);
      await ending;
      calm(stage);
      this.disk?.free();
      program = await stage.start();
      const accepted = asks.filter((ask) => ask.isAccepted());
      await settle(accepted, finding, `before SIGTERM (${trouble.name})`);
      if (asked?.isAccepted()) await settle([asked], finding, 'after SIGTERM', isTold);
    });
    await this.#end(program, 'at rest');
  }

  #run() {
    return this.random.chance(0.5) ? this.#wishes.run(6) : this.#wishes.watchedRun(4);
  }

  async #end(program: SpawnedProgram, trouble: string): Promise<void> {
    const { tookMs, exit } = await this.stage.terminate(program);
    count(this.finding, 'SIGTERMs');
    longest(this.finding, `longest end, ${trouble} (ms)`, tookMs);
    const { problems } = this.finding;
    if (exit !== 0) problems.push(`${trouble}: it ended with ${exit}`);
    if (tookMs > ENDS_WITHIN_MS + SLACK_OF_MACHINE_MS) {
      problems.push(`${trouble}: it took ${Math.round(tookMs)} ms to end`);
    }
    const [crash] = crashes(program);
    if (crash !== undefined) problems.push(`${trouble}: it crashed: ${crash}`);
  }
}

/** Anyone asking during the shutdown is told about it, or gets the run after all. */
function isTold({ text }: Shown): boolean {
  return isEnd({ text }) || !/\bRun \w{6}\b/.test(text);
}
