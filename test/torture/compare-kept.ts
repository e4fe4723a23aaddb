/** Checks the fronts' final data: each run is there once, finished, and as if it had trained alone. */
import { keptRuns } from '../support/kept-runs.js';
import type { Ask } from './asks.js';
import { count, type Finding } from './scenario.js';
import { equalsUndisturbed } from './undisturbed.js';

export async function compareKept(
  dataDirs: readonly string[],
  asks: readonly Ask[],
  finding: Finding,
): Promise<void> {
  const seeds: number[] = [];
  for (const dataDir of dataDirs) {
    for (const run of await keptRuns(dataDir)) {
      const { record, phase, finished } = run.state;
      const { seed } = record.settings;
      const name = `run ${record.id}, seed ${seed}`;
      seeds.push(seed);
      count(finding, 'runs kept');
      if (!asks.some(({ wish }) => wish.options.seed === seed))
        finding.problems.push(`nobody asked for ${name}`);
      if (finished.some(({ epoch }, index) => epoch !== index + 1))
        finding.problems.push(
          `${name} has the epochs ${finished.map(({ epoch }) => epoch).join()}`,
        );
      if (phase !== 'completed') finding.problems.push(`${name} is ${phase} in the end`);
      else if (await equalsUndisturbed(run, dataDir)) count(finding, 'runs bit-identical');
      else finding.problems.push(`${name} differs from one that trained alone`);
    }
  }
  for (const { what, wish } of asks) {
    const times = seeds.filter((seed) => seed === wish.options.seed).length;
    if (times > 1) finding.problems.push(`carried out ${times} times: ${what}`);
  }
}
