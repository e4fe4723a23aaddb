import type { WireEntry } from '../../src/adapters/web/wire.js';
import { blockText } from './message-text.js';
import type { Heard } from './scripted-room.js';

/** What a visitor of the room reads, oldest first. */
export function wireText(events: readonly Heard[]): string {
  return events
    .filter(({ event }) => event === 'entry')
    .map(({ data }) => (data as WireEntry).body)
    .map((body) => (body.kind === 'line' ? body.text : body.blocks.map(blockText).join('\n')))
    .join('\n');
}
