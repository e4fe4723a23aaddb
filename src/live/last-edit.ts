/**
 * A message's last edit: it is over, so its buttons go. If that fails the message stays as it is, and
 * anybody who presses a button is told.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { ChatMessage } from '../chat/message.js';
import { EditLater, MessageGone, type ChatPort, type MessageRef } from '../chat/port.js';

const MAX_TRIES = 5;

/** @throws why it could not be edited, unless the message is gone */
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
