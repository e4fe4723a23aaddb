/** The private message to somebody whose run is shown on its channel's board. */
import { textMessage, type ChatMessage } from '../../chat/message.js';
import type { Translator } from '../../content/translator.js';
import type { RunState } from '../../runs/run.js';
import { runButtons } from '../run-buttons.js';
import type { View } from '../view.js';

/** @param on the board's title, and the line's number in order of joining */
export function joinedMessage(
  state: RunState,
  on: { readonly title: string; readonly place: number },
  view: View,
  t: Translator,
): ChatMessage {
  const words = t.text('board.joined', { run: state.record.id, ...on });
  const mine = { label: t.plain('board.button.runs'), command: '/runs' };
  return { ...textMessage(words), buttons: [...runButtons(state, [], { t, view }), mine] };
}
