/** The files that come with a run's end: its chart, its history, everything Keras would have printed. */
import type { Attachment } from '../chat/message.js';
import type { Translator } from '../content/translator.js';
import { chartAlt, chartName, chartOf, type ChartDescription } from '../render/chart.js';
import { historyCsv } from '../render/history-csv.js';
import { transcript } from '../render/transcript.js';
import type { RunState } from '../runs/run.js';

export interface AttachmentOptions {
  /** Draws a chart as a PNG, off the event loop. */
  readonly draw: (chart: ChartDescription) => Promise<Uint8Array>;
  /** A run's end is shown without its chart rather than not at all. */
  readonly onFailure: (runId: string, error: unknown) => void;
}

export async function endAttachments(
  state: RunState,
  t: Translator,
  { draw, onFailure }: AttachmentOptions,
): Promise<readonly Attachment[]> {
  if (state.finished.length === 0) return [];
  const { id } = state.record;
  const chart: Attachment[] = [];
  try {
    const bytes = await draw(chartOf(state, t));
    const alt = chartAlt(state, t);
    chart.push({ name: chartName(state), mediaType: 'image/png', bytes, alt });
  } catch (error) {
    onFailure(id, error);
  }
  return [
    ...chart,
    textFile(`${id}-history.csv`, 'text/csv', historyCsv(state)),
    textFile(`${id}-transcript.txt`, 'text/plain', transcript(state)),
  ];
}

function textFile(name: string, mediaType: string, text: string): Attachment {
  return { name, mediaType, bytes: new TextEncoder().encode(text) };
}
