/** Every epoch of every run of a board as one CSV (RFC 4180), under the names of Keras' `History`. */
import { shown } from '../../content/shown.js';
import type { RunState } from '../../runs/run.js';
import { historyCsv } from '../history-csv.js';

/**
 * `run,name,batch_size,learning_rate,` and then the columns of a run's history; full precision. Runs with
 * other metrics or with validation get their own header rows.
 */
export function boardCsv(states: readonly RunState[]): string {
  let above: string | undefined;
  return states
    .filter(({ finished }) => finished.length > 0)
    .map((state) => {
      const { id, ownerName, settings } = state.record;
      const [head = '', ...rows] = historyCsv(state).trimEnd().split('\r\n');
      const own = [id, quoted(ownerName), settings.batchSize, settings.learningRate].join(',');
      const heading = head === above ? [] : [`run,name,batch_size,learning_rate,${head}`];
      above = head;
      return [...heading, ...rows.map((row) => `${own},${row}`)]
        .map((row) => `${row}\r\n`)
        .join('');
    })
    .join('');
}

/** Spreadsheets would evaluate text that starts like a formula. */
function quoted(name: string): string {
  const safe = shown(name).replace(/^[=+\-@]/, "'$&");
  return `"${safe.replaceAll('"', '""')}"`;
}
