/** What somebody is told alone whose run is shown on its channel's board. */
import { textMessage, type ChatMessage } from '../../chat/message.js';
import type { Translator } from '../../content/translator.js';
import type { RunState } from '../../runs/run.js';
import { runButtons } from '../run-buttons.js';
import type { View } from '../view.js';

/** @param place of its line, in the order that they came, from 1 */
export function joinedMessage(
  state: RunState,
  place: number,
  view: View,
  t: Translator,
): ChatMessage {
  const words = t.text('board.joined', { run: state.record.id, place });
  const mine = { label: t.plain('board.button.runs'), command: '/runs' };
  return { ...textMessage(words), buttons: [...runButtons(state, [], { t, view }), mine] };
}
