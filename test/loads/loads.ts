/**
 * `npm run bench -- platforms`: classes of 1, 5, 10 and 30 learners on the fakes that keep the platforms'
 * limits, each learner with a run of their own, or all on the board of a class lab. Ends with 1 when a request was one
 * too many, somebody never saw the end of their run, or of equal runs in one channel the last took over 1.2 times as long
 * as the first.
 *
 *     npm run bench -- platforms --learners 10
 *
 * A class mostly waits for its platform. So the platforms go side by side, each in a process of its own, its
 * classes one after another; a class that this machine was too busy for says so.
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

/** One call each: a class of so many learners on that platform. */
const platforms: Readonly<Record<string, (learners: number) => Promise<ClassSeen>>> = {
  slack: (learners) => slackClass(learners, LESSON),
  'slack, pace:fast': (learners) => slackClass(learners, `${LESSON} pace:fast`),
  'slack, kill -9': (learners) => slackClass(learners, LESSON, KILLED_AFTER_MS),
  discord: discordClass,
  'discord, by mention': discordMentions,
  'slack, class lab': slackLab,
  'room, class lab': roomLab,
};

/** Equal runs that begin together, in one channel, each to be watched. */
const evenOnes = ['slack', 'discord', 'discord, by mention'];

/** Then each learner's run is at some epoch, and none is over. */
const KILLED_AFTER_MS = 12_000;

const usualLoads = '1,5,10,30';

/** So much for each core, and what is seen says more of the machine than of the platform. */
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
  // What is quick shows the limits of the platform where many ask for it.
  const isWhole = platform.includes(',') && !platform.endsWith('mention');
  const those = isWhole ? [Math.max(...loads)] : loads;
  for (const learners of those) {
    const seen = await take(learners);
    const [load = 0] = loadavg();
    const cores = availableParallelism();
    const isBusy = load > BUSY_LOAD * cores;
    // Where others take the machine, that is all one would see.
    const isExempt = isBusy || !evenOnes.includes(platform);
    const faults = [...faultsOf(seen), ...(isExempt ? [] : unevenness(seen))];
    if (faults.length > 0) process.exitCode = 1;
    const busy = `this machine is busy, ${load.toFixed(1)} on ${cores} cores: that is seen here, too`;
    const lines = [
      row(platform, [String(learners), ...cells(figuresOf(seen))]),
      ...faults.map((fault) => `  ✗ ${fault}`),
      ...(isBusy ? [`  (${busy})`] : []),
    ];
    // At once: other platforms print, too.
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
