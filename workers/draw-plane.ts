/**
 * The task: draws a network's answers over its two inputs, as a PNG.
 * Canvas memory is native: it is freed only in a thread that runs its event loop (`src/runs/pool.ts`).
 */
import { encode } from 'fast-png';
import type { PlanePicture } from '../src/render/plane/picture.js';
import { PlaneDrawing } from './plane/drawing.js';
import { Palette } from './plane/indexed.js';

/** At a phone's width of 360 pixels the font is still 10 pixels high. */
const LOOK = { width: 1000, height: 960, font: 27, radius: 8, line: 5 };

/** @param picture with one frame */
export default function drawPlane(picture: PlanePicture): Uint8Array {
  const [frame] = picture.frames;
  if (!frame) throw new RangeError('a picture has a frame');
  const drawing = new PlaneDrawing(picture, LOOK);
  const palette = new Palette(drawing.colours);
  const { width, height } = drawing;
  return encode({
    ...{ width, height, depth: 8, channels: 1, data: palette.indicesOf(drawing.frame(frame)) },
    palette: palette.rgb.map((colour) => [...colour]),
  });
}
