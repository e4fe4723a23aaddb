/** The task: a network's answers epoch by epoch, as an animated GIF. */
import { createRequire } from 'node:module';
import type { Gifenc } from 'gifenc';
import type { PlaneFrame, PlanePicture } from '../src/render/plane/picture.js';
import type { DrawnFilm } from '../src/runs/plane.js';
import { PlaneDrawing } from './plane/drawing.js';
import { Palette } from './plane/indexed.js';

/** CommonJS, whose default export depends on the loader. */
const { GIFEncoder } = createRequire(import.meta.url)('gifenc') as Gifenc;

/** At a phone's width of 360 pixels the font is still 11 pixels high. */
const LOOK = { width: 640, height: 620, font: 20, radius: 5, line: 3 };
/** Durations in ms: the first frame is read, the last one studied. */
const DELAY = { first: 900, each: 180, last: 2500 };
/** It stops after some repeats: endless motion distracts from reading (WCAG 2.2.2). */
const PLAYED_AGAIN = 2;

/** Maximum size for platforms and phones. */
const MOST_BYTES = 600_000;

/**
 * @param picture with a frame for each epoch to show
 * @returns the film, and which frames it contains: all, or as many as its size allows
 */
export default function drawFilm(picture: PlanePicture): DrawnFilm {
  const drawing = new PlaneDrawing(picture, LOOK);
  let shown = [...picture.frames.keys()];
  for (;;) {
    const gif = filmOf(
      drawing,
      picture.frames.filter((_, index) => shown.includes(index)),
    );
    if (gif.length <= MOST_BYTES || shown.length <= 2) return { gif, shown };
    const last = shown.length - 1;
    shown = shown.filter((_, index) => index % 2 === 0 || index === last);
  }
}

function filmOf(drawing: PlaneDrawing, frames: readonly PlaneFrame[]): Uint8Array {
  const { width, height, colours } = drawing;
  const palette = new Palette(colours);
  const unchanged = colours.length;
  const film = GIFEncoder();
  const lastIndex = frames.length - 1;
  let before: Uint8Array | undefined;
  frames.forEach((frame, index) => {
    const drawn = palette.indicesOf(drawing.frame(frame));
    const delay = index === 0 ? DELAY.first : index === lastIndex ? DELAY.last : DELAY.each;
    film.writeFrame(before ? changesSince(before, drawn, unchanged) : drawn, width, height, {
      ...{ delay, dispose: 1, transparent: true, transparentIndex: unchanged },
      // A separate palette entry, with an unused colour.
      ...(!before && { palette: [...palette.rgb, [0, 0, 0]], repeat: PLAYED_AGAIN }),
    });
    before = drawn;
  });
  film.finish();
  return film.bytes();
}

/** Most of a frame is unchanged, which takes hardly any space. */
function changesSince(before: Uint8Array, drawn: Uint8Array, unchanged: number): Uint8Array {
  const changes = drawn.slice();
  for (let at = 0; at < changes.length; at += 1) {
    if (before[at] === drawn[at]) changes[at] = unchanged;
  }
  return changes;
}
