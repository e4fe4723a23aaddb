/**
 * One person floods the room with lines, uploads and open pages while another's run is in progress: that run
 * ends in time, its message stays readable, and nothing breaks.
 */
import { Visitor } from '../support/scripted-room.js';
import { askInRoom, entries, type Ask } from './asks.js';
import { Flood } from './flood-of.js';
import { onStage } from './on-stage.js';
import { count, longest, rounds, type Finding, type Scenario } from './scenario.js';
import { isEnd, shownTo } from './settle.js';
import { comes, crashes, type Stage } from './stage.js';
import { Wishes } from './wishes.js';

/** Each is shown before the next begins: several seconds without a flood. */
const EPOCHS = 12;
/** Many times as long as without a flood. */
const ENDS_WITHIN_MS = 60_000;

const roomOnly = { DISCORD_TOKEN: '', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' };

export const flood: Scenario = {
  name: 'flood',
  about: 'lines, uploads and pages by one person while the run of another goes on',
  run: (setting) =>
    onStage(setting, async (stage, finding) => {
      const { random } = setting;
      const wishes = new Wishes(random);
      const program = await stage.start(roomOnly);
      const [ada, eve] = [await Visitor.at(stage.address), await Visitor.at(stage.address)];
      await rounds(setting.spendMs, async () => {
        const ask = await askInRoom(ada, wishes.watchedRun(EPOCHS));
        await comes(async () => (await shownTo(ask)).length > 0);
        const flooding = new Flood(stage.address, eve, random, finding);
        const beganMs = performance.now();
        await lookOn(stage, finding, ask);
        longest(finding, 'longest run of another in a flood (ms)', performance.now() - beganMs);
        await flooding.end();
        count(finding, 'floods');
      });
      const { exit } = await stage.terminate(program);
      if (exit !== 0) finding.problems.push(`it ended with ${exit}`);
      const [crash] = crashes(program);
      if (crash !== undefined) finding.problems.push(`it crashed: ${crash}`);
    }),
};

/** Watches until the run's end; a newcomer always finds its message in the log. */
async function lookOn(stage: Stage, finding: Finding, ask: Ask): Promise<void> {
  let looks = 0;
  let lost = 0;
  const seed = `seed ${ask.wish.options.seed ?? ''}`;
  const isDone = await comes(
    async () => {
      looks += 1;
      lost += 1;
      const newcomer = await Visitor.at(stage.address);
      const log = JSON.stringify(await entries(newcomer));
      if (log.includes(seed)) lost -= 1;
      return (await shownTo(ask)).some(isEnd);
    },
    ENDS_WITHIN_MS,
    500,
  );
  count(finding, 'looks at its message', looks);
  const { problems } = finding;
  if (lost > 0)
    problems.push(`${lost} of ${looks} newcomers did not find its message: ${ask.what}`);
  if (!isDone)
    problems.push(`it was not shown to the end within ${ENDS_WITHIN_MS} ms: ${ask.what}`);
}
