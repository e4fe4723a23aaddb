/** Runs one turn's tasks in sequence: a failed one does not affect the others' results. */
import type { TrainResult, TrainTask } from '../src/runs/protocol.js';
import type { Outcomes } from '../src/runs/shared-message.js';
import trainEpochs from './train-epochs.js';

export default async function trainTurn(
  tasks: readonly TrainTask[],
): Promise<Outcomes<TrainResult>> {
  const outcomes: PromiseSettledResult<TrainResult>[] = [];
  for (const task of tasks) outcomes.push(...(await Promise.allSettled([trainEpochs(task)])));
  return outcomes;
}
