/** The files that come with a run's end: its pictures, its history, everything Keras would have printed. */
import type { Attachment } from '../chat/message.js';
import type { Translator } from '../content/translator.js';
import { chartAlt, chartName, chartOf, type ChartDescription } from '../render/chart.js';
import { historyCsv } from '../render/history-csv.js';
import { transcript } from '../render/transcript.js';
import type { RunState } from '../runs/run.js';

export interface AttachmentOptions {
  /** Draws a chart as a PNG, off the event loop. */
  readonly draw: (chart: ChartDescription) => Promise<Uint8Array>;
  /** The picture of the plane of a network's two inputs, where it has two. */
  readonly plane: (state: RunState, t: Translator) => Promise<Attachment | undefined>;
  /** A run's end is shown without its pictures rather than not at all. */
  readonly onFailure: (runId: string, error: unknown) => void;
}

export async function endAttachments(
  state: RunState,
  t: Translator,
  { draw, plane, onFailure }: AttachmentOptions,
): Promise<readonly Attachment[]> {
  if (state.finished.length === 0) return [];
  const { id } = state.record;
  const chart = async (): Promise<Attachment> => {
    const bytes = await draw(chartOf(state, t));
    return { name: chartName(state), mediaType: 'image/png', bytes, alt: chartAlt(state, t) };
  };
  const pictures = await Promise.allSettled([chart(), plane(state, t)]);
  for (const picture of pictures) {
    if (picture.status === 'rejected') onFailure(id, picture.reason);
  }
  return [
    ...pictures.flatMap((picture) =>
      picture.status === 'fulfilled' && picture.value ? [picture.value] : [],
    ),
    textFile(`${id}-history.csv`, 'text/csv', historyCsv(state)),
    textFile(`${id}-transcript.txt`, 'text/plain', transcript(state)),
  ];
}

function textFile(name: string, mediaType: string, text: string): Attachment {
  return { name, mediaType, bytes: new TextEncoder().encode(text) };
}
