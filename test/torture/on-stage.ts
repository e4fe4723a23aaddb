/** A scenario's frame: its own stage, whose remains are kept if something was wrong. */
import { noFinding, type Finding, type Setting } from './scenario.js';
import { Stage, type StageOptions } from './stage.js';

export async function onStage(
  { folder }: Setting,
  work: (stage: Stage, finding: Finding) => Promise<void>,
  { finding = noFinding(), ...options }: StageOptions & { finding?: Finding } = {},
): Promise<Finding> {
  const stage = await Stage.open(options);
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
