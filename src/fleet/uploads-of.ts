/** Which uploaded files calls learn from or look at. */
import type { DatasetRef } from '../runs/dataset.js';
import type { Call } from './messages.js';

/** SHA-256 of each, once. */
export function uploadsOf(calls: readonly Call[]): readonly string[] {
  return [...new Set(calls.flatMap((call) => uploadOf(call) ?? []))];
}

export function uploadOf(call: Call): string | undefined {
  const dataset = datasetOf(call);
  if (dataset?.kind !== 'csv') return undefined;
  // It becomes part of a path on the worker; whatever else it may be, loading refuses it.
  return /^[0-9a-f]{64}$/.test(dataset.sha256) ? dataset.sha256 : undefined;
}

function datasetOf(call: Call): DatasetRef | undefined {
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
