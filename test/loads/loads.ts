/**
 * `npm run bench -- platforms`: classes of 1, 5, 10 and 30 learners on the fakes that enforce the platforms'
 * limits, with a run for each learner, or all on the board of a class lab. Exits with 1 if a request was one
 * too many, if somebody never saw the end of their run, or if the last of equal runs in one channel took over
 * 1.2 times as long as the first.
 *
 *     npm run bench -- platforms --learners 10
 *
 * A class mostly waits for its platform. So the platforms run in parallel, each in its own process, with its
 * classes one after another; the output marks a class for which this machine was too busy.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  faultsOf,
  figuresOf,
  unevenness,
  LESSON,
  type ClassFigures,
  type ClassSeen,
  type Spread,
} from './class.js';
import { roomLab, slackLab } from './lab.js';
import { discordClass, discordMentions } from './discord.js';
import { slackClass } from './slack.js';

/** Each runs a class of that many learners on its platform. */
const platforms: Readonly<Record<string, (learners: number) => Promise<ClassSeen>>> = {
  slack: (learners) => slackClass(learners, LESSON),
  'slack, pace:fast': (learners) => slackClass(learners, `${LESSON} pace:fast`),
  'slack, kill -9': (learners) => slackClass(learners, LESSON, KILLED_AFTER_MS),
  discord: discordClass,
  'discord, by mention': discordMentions,
  'slack, class lab': slackLab,
  'room, class lab': roomLab,
};

/** Equal, watched runs that begin together in one channel. */
const evenOnes = ['slack', 'discord', 'discord, by mention'];

/** By then each learner's run is at some epoch, and none is over. */
const KILLED_AFTER_MS = 12_000;

const usualLoads = '1,5,10,30';

/** Above this load per core, the results say more about the machine than about the platform. */
const BUSY_LOAD = 1.5;

const { values } = parseArgs({
  options: { learners: { type: 'string', default: usualLoads }, platform: { type: 'string' } },
});
const loads = values.learners.split(',').map(Number);
if (loads.some((load) => !Number.isInteger(load) || load < 1)) {
  console.error(`--learners ${values.learners} is not a number of learners, or several: 5,10`);
  process.exit(2);
}

if (values.platform === undefined) await allPlatforms();
else await onePlatform(values.platform);

async function allPlatforms(): Promise<void> {
  const times = ['first word', 'between news', 'silence', 'run time', 'own message'];
  console.log(
    [
      'A class on a chat platform, in seconds (median, and the least and most of any learner). Run time is until a',
      'learner saw how it ended, on a board or in a message of its own, which may follow; of 20 epochs, those seen live:',
    ].join('\n'),
  );
  console.log(row('', ['learners', ...times, 'epochs live']));
  const codes = Object.keys(platforms).map(async (platform) => {
    const options = ['--platform', platform, '--learners', values.learners];
    const script = fileURLToPath(import.meta.url);
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...options], {
      stdio: 'inherit',
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  });
  process.exitCode = Math.max(...(await Promise.all(codes)));
}

async function onePlatform(platform: string): Promise<void> {
  const take = platforms[platform];
  if (!take) throw new Error(`no platform ${platform}`);
  // Variants of a platform are measured with the largest class only.
  const isWhole = platform.includes(',') && !platform.endsWith('mention');
  const those = isWhole ? [Math.max(...loads)] : loads;
  for (const learners of those) {
    const seen = await take(learners);
    const [load = 0] = loadavg();
    const cores = availableParallelism();
    const isBusy = load > BUSY_LOAD * cores;
    // With other load on the machine, this would measure just that.
    const isExempt = isBusy || !evenOnes.includes(platform);
    const faults = [...faultsOf(seen), ...(isExempt ? [] : unevenness(seen))];
    if (faults.length > 0) process.exitCode = 1;
    const busy = `this machine is busy, ${load.toFixed(1)} on ${cores} cores: that is seen here, too`;
    const lines = [
      row(platform, [String(learners), ...cells(figuresOf(seen))]),
      ...faults.map((fault) => `  ✗ ${fault}`),
      ...(isBusy ? [`  (${busy})`] : []),
    ];
    // In one call, as other platforms print too.
    console.log(lines.join('\n'));
  }
}

function cells(figures: ClassFigures): readonly string[] {
  const { firstWord, betweenNews, silence, runTime, ownMessage, epochsLive } = figures;
  return [
    ...[firstWord, betweenNews, silence, runTime, ownMessage].map((one) => spreadText(one, 1)),
    spreadText(epochsLive, 0),
  ];
}

function spreadText({ min, median, max }: Spread, digits: number): string {
  if (Number.isNaN(median)) return '–';
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

function row(platform: string, texts: readonly string[]): string {
  return [platform.padEnd(20), ...texts.map((text) => text.padStart(20))].join('');
}
