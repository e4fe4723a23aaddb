/** How a run is drawn in its message: what its platform takes, who owns it, how its message shares edits. */
import type { LiveMessage } from '../chat/live-message.js';
import type { ChatPort, MessageRef } from '../chat/port.js';
import type { Translator } from '../content/translator.js';
import type { RenderOptions } from '../render/run-message.js';
import type { View } from '../render/view.js';
import type { RunState } from '../runs/run.js';
import type { RunMessageRecord } from '../storage/ports/live-messages.js';

export function ownerOf(
  { record: { ownerId } }: RunState,
  port: ChatPort,
  { place, wasLine }: RunMessageRecord,
): Pick<RenderOptions, 'owner'> {
  const owner = port.ownerMention?.(ownerId, place, wasLine);
  return owner === undefined ? {} : { owner };
}

/** How its message shares edits with others. */
export function standingOf(
  { goesOnIn }: RunMessageRecord,
  message: LiveMessage,
): Pick<RenderOptions, 'crowd' | 'goesOnIn'> {
  if (goesOnIn !== undefined) return { goesOnIn };
  const sharing = message.sharing();
  return sharing > 1 ? { crowd: { sharing, everyMs: message.intervalMs() } } : {};
}

export function renderOptions(
  t: Translator,
  view: View,
  port: ChatPort,
  ref?: MessageRef,
  checked?: RunState,
): RenderOptions {
  const watchableUntilMs = ref && port.editableUntilMs?.(ref);
  return {
    t,
    view,
    fits: (message) => port.fits(message),
    ...(port.drawsCurves && { drawsCurves: true }),
    lossLine: port.curvesInText ?? false,
    ...(watchableUntilMs !== undefined && { watchableUntilMs }),
    ...(ref && port.editsEndSoon?.(ref) && { editsEnd: true }),
    ...(checked && { checked }),
  };
}
