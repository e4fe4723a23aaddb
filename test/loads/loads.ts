/**
 * `npm run bench -- platforms`: classes of 1, 5, 10 and 30 learners on the fakes that keep the platforms'
 * limits, each learner with a run of their own. Ends with 1 when a request was one too many, or somebody
 * never saw the end of their run.
 *
 *     npm run bench -- platforms --learners 10
 */
import { parseArgs } from 'node:util';
import { faultsOf, figuresOf, type ClassFigures, type ClassSeen } from './class.js';
import { discordClass, discordMentions } from './discord.js';
import { slackClass } from './slack.js';

/** One call each: a class of so many learners on that platform. */
const platforms: Readonly<Record<string, (learners: number) => Promise<ClassSeen>>> = {
  slack: slackClass,
  discord: discordClass,
  'discord, by mention': discordMentions,
};

const usualLoads = [1, 5, 10, 30];

const { values } = parseArgs({ options: { learners: { type: 'string' } } });
const loads = values.learners === undefined ? usualLoads : values.learners.split(',').map(Number);
if (loads.some((load) => !Number.isInteger(load) || load < 1)) {
  console.error(
    `--learners ${values.learners ?? ''} is not a number of learners, or several: 5,10`,
  );
  process.exit(2);
}

const columns = ['first word', 'between news', 'silence', 'run time'];
console.log(
  'A class on a chat platform, in seconds (median, and the least and most of any learner):',
);
console.log(row('', ['learners', ...columns]));
for (const [platform, take] of Object.entries(platforms)) {
  for (const learners of loads) {
    const seen = await take(learners);
    console.log(row(platform, [String(learners), ...cells(figuresOf(seen))]));
    for (const fault of faultsOf(seen)) {
      console.log(`  ✗ ${fault}`);
      process.exitCode = 1;
    }
  }
}

function cells({ firstWord, betweenNews, silence, runTime }: ClassFigures): readonly string[] {
  return [firstWord, betweenNews, silence, runTime].map(
    ({ min, median, max }) => `${median.toFixed(1)} (${min.toFixed(1)}–${max.toFixed(1)})`,
  );
}

function row(platform: string, texts: readonly string[]): string {
  return [platform.padEnd(20), ...texts.map((text) => text.padStart(20))].join('');
}
