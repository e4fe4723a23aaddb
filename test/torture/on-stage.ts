/** A scenario's frame: a stage of its own, and what is left of it kept when something was wrong. */
import { noFinding, type Finding, type Setting } from './scenario.js';
import { Stage } from './stage.js';

export async function onStage(
  { folder }: Setting,
  work: (stage: Stage, finding: Finding) => Promise<void>,
  { finding = noFinding(), dataDir }: { finding?: Finding; dataDir?: string | undefined } = {},
): Promise<Finding> {
  const stage = await Stage.open(dataDir === undefined ? {} : { dataDir });
  try {
    await work(stage, finding);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    finding.problems.push(`it could not be carried out: ${what}`);
  } finally {
    await stage.close(finding.problems.length > 0 ? folder : undefined);
  }
  return finding;
}
