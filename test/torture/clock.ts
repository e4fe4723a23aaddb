/** The wall clock jumps an hour ahead and back during runs: runs and their messages continue as before. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Visitor } from '../support/scripted-room.js';
import { askInRoom, askOnDiscord, askOnSlack, type Ask } from './asks.js';
import { awakeMs } from './awake.js';
import { onStage } from './on-stage.js';
import { count, longest, rounds, type Finding, type Scenario } from './scenario.js';
import { crashes, type Stage } from './stage.js';
import { settle, shownTo } from './settle.js';
import { Wishes } from './wishes.js';

const HOUR_MS = 3_600_000;
const EPOCHS = 6;
/** For a message edited every half a second to three; the rest is for a slow machine. */
const STILL_AT_MOST_MS = 15_000;
const LOOK_EVERY_MS = 100;

const preload = fileURLToPath(new URL('./shifted-clock.mjs', import.meta.url));

export const clock: Scenario = {
  name: 'clock',
  about: 'the wall clock jumps an hour ahead and back in mid-run',
  run: (setting) =>
    onStage(setting, async (stage, finding) => {
      const { random } = setting;
      const wishes = new Wishes(random);
      const file = join(stage.dataDir, 'clock');
      writeFileSync(file, '0');
      const program = await stage.start({ CLOCK_FILE: file }, ['--import', preload]);
      const person = await Visitor.at(stage.address);
      await rounds(setting.spendMs, async () => {
        const asks = [
          askOnDiscord(stage, stage.discord.channel, wishes.watchedRun(EPOCHS)),
          askOnSlack(stage, stage.slack.channel, wishes.watchedRun(EPOCHS)),
          await askInRoom(person, wishes.watchedRun(EPOCHS)),
        ];
        const watching = new StillMessages(stage, finding, asks);
        for (let jump = random.integer(1, 3); jump > 0; jump -= 1) {
          await random.pause(300, 2_500);
          const aheadMs = random.pick([-HOUR_MS, 0, HOUR_MS]);
          stage.note(`the clock is ${aheadMs / HOUR_MS} h ahead`);
          writeFileSync(file, String(aheadMs));
          count(finding, 'jumps');
        }
        const ended = await settle(asks, finding, 'before the clock jumped');
        watching.end();
        count(finding, 'runs that ended', ended.size);
      });
      const { exit } = await stage.terminate(program);
      if (exit !== 0) finding.problems.push(`it ended with ${exit}`);
      const [crash] = crashes(program);
      if (crash !== undefined) finding.problems.push(`it crashed: ${crash}`);
    }),
};

/** How long each message went without a change, until its final edit. */
class StillMessages {
  readonly #timer: NodeJS.Timeout;
  readonly #seen = new Map<Ask, { text: string; sinceMs: number }>();

  constructor(
    private readonly stage: Stage,
    private readonly finding: Finding,
    asks: readonly Ask[],
  ) {
    this.#timer = setInterval(() => {
      for (const ask of asks) void this.#look(ask);
    }, LOOK_EVERY_MS);
  }

  end(): void {
    clearInterval(this.#timer);
  }

  async #look(ask: Ask): Promise<void> {
    const text = (await shownTo(ask)).map((one) => one.text).join('\n');
    const now = awakeMs();
    const seen = this.#seen.get(ask) ?? { text, sinceMs: now };
    this.#seen.set(ask, seen);
    if (text === seen.text) return;
    const stillMs = now - seen.sinceMs;
    this.#seen.set(ask, { text, sinceMs: now });
    longest(this.finding, 'longest that a message stood still (ms)', stillMs);
    if (stillMs <= STILL_AT_MOST_MS) return;
    this.stage.note(`stood still for ${Math.round(stillMs)} ms: ${ask.what}`);
    this.finding.problems.push(
      `its message stood still for ${Math.round(stillMs)} ms: ${ask.what}`,
    );
  }
}
