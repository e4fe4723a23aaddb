/** Which uploads calls need, and which prepared tables. */
import type { DatasetInHand } from '../runs/file-in-hand.js';
import { preparedFile } from '../runs/prepared-file.js';
import type { Call } from './messages.js';

/** The SHA-256 of each, once. */
export function uploadsOf(calls: readonly Call[]): readonly string[] {
  return [...new Set(calls.flatMap((call) => uploadOf(call) ?? []))];
}

export function uploadOf(call: Call): string | undefined {
  const dataset = datasetOf(call);
  if (dataset?.kind !== 'csv') return undefined;
  // It becomes part of a path on the worker; loading refuses anything else.
  return /^[0-9a-f]{64}$/.test(dataset.sha256) ? dataset.sha256 : undefined;
}

/** Puts these files, by their SHA-256, into the calls, which are this process's own. */
export function handOver(files: ReadonlyMap<string, Uint8Array>, calls: readonly Call[]): void {
  for (const call of calls) {
    const dataset = datasetOf(call);
    const file = files.get(uploadOf(call) ?? '');
    if (dataset && file) dataset.fileInHand = file;
  }
}

/** The prepared tables that threads use for these calls, named as by `preparedFile`, each once. */
export function preparedOf(calls: readonly Call[]): readonly string[] {
  const files = calls.flatMap((call) => {
    const dataset = prepares.has(call.method) ? datasetOf(call) : undefined;
    return dataset?.kind === 'csv' ? preparedFile(dataset) : [];
  });
  return [...new Set(files)];
}

/** Calls that use prepared tables; the others read the table itself. */
const prepares: ReadonlySet<string> = new Set<Call['method']>([
  ...(['train', 'evaluate', 'describe', 'stepThrough'] as const),
]);

function datasetOf(call: Call): DatasetInHand | undefined {
  switch (call.method) {
    case 'train':
      return call.task.settings.dataset;
    case 'describe':
    case 'preview':
      return call.args[0];
    case 'evaluate':
    case 'tryRow':
    case 'sampleModel':
    case 'findMistakes':
    case 'stepThrough':
    case 'planeAnswers':
    case 'planeField':
      return call.args[0].settings.dataset;
    case 'drawChart':
    case 'drawPlane':
    case 'drawFilm':
      return undefined;
  }
}
