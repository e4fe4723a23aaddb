/**
 * A message's last edit: nothing can be done with it any more, so its buttons go. Where that does not work it
 * stays as it is, and whoever presses is told.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { ChatMessage } from '../chat/message.js';
import { EditLater, MessageGone, type ChatPort, type MessageRef } from '../chat/port.js';

const MAX_TRIES = 5;

/** @throws what kept it from being edited, unless the message is gone */
export async function lastEdit(
  port: ChatPort,
  ref: MessageRef,
  message: ChatMessage,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await port.budget.take(ref, 'final', new AbortController().signal);
    try {
      await port.edit(ref, message);
      return;
    } catch (error) {
      if (error instanceof MessageGone) return;
      if (!(error instanceof EditLater) || tries === MAX_TRIES) throw error;
      await delay(error.retryAfterMs, undefined, { ref: false });
    }
  }
}
