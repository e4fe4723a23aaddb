/** The picture for a run's end of what its network answers in the plane of its two inputs. */
import type { Attachment } from '../chat/message.js';
import type { Translator } from '../content/translator.js';
import { planeName, planePicture, planeTitle, type PlanePicture } from '../render/plane/picture.js';
import { planeAlt } from '../render/plane/words.js';
import { type AskedPlane, isPlane, type PlaneTask } from '../runs/plane.js';
import type { Checkpoint } from '../runs/protocol.js';
import { isReadAsNow } from '../runs/reading.js';
import type { RunState } from '../runs/run.js';

export interface PlaneTools {
  /** What a run has learned. */
  readonly weights: (runId: string) => Promise<Checkpoint | undefined>;
  /** What a network answers everywhere. */
  readonly askPlane: (task: PlaneTask) => Promise<AskedPlane>;
  /** As a PNG. */
  readonly drawPlane: (picture: PlanePicture) => Promise<Uint8Array>;
}

/** A finer grid makes no visible difference. */
const SIDE = 101;

/** Undefined where a run has no such plane, or its network's answers are not numbers. */
export async function planeAttachment(
  state: RunState,
  t: Translator,
  { weights, askPlane, drawPlane }: PlaneTools,
): Promise<Attachment | undefined> {
  const { record, data } = state;
  const { id, settings } = record;
  if (!data || !isPlane(data) || !isReadAsNow(settings.dataset)) return undefined;
  const checkpoint = await weights(id);
  if (!checkpoint) return undefined;
  const task = { run: id, settings, weights: [checkpoint.weights], side: SIDE };
  const { plane, answers } = await askPlane(task);
  const [asked] = answers;
  if (!asked?.shape) return undefined;
  const title = planeTitle(state, t);
  const bytes = await drawPlane(planePicture(plane, [{ title, answers: asked }], t));
  const alt = planeAlt(state, plane, asked, t);
  return { name: planeName(state), mediaType: 'image/png', bytes, alt };
}
