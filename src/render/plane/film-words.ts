/** Describes a film: the measured shape in its first and last frame, and where it changed. */
import type { Translator } from '../../content/translator.js';
import type { AskedPlane, PlaneShape } from '../../runs/plane.js';
import { isStraight, shapeWords } from './words.js';

/** @param epochs the frames' epochs */
export function filmWords(
  { plane, answers }: AskedPlane,
  epochs: readonly number[],
  t: Translator,
): readonly string[] {
  const shapes = answers.map(({ shape }) => shape);
  const told = [0, firstBent(shapes), firstClosed(shapes), shapes.length - 1];
  return [...new Set(told)]
    .filter((index) => index >= 0)
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const shape = shapes[index];
      const epoch = epochs[index] ?? 0;
      return shape ? [t.plain('film.epoch', { epoch, words: shapeWords(plane, shape, t) })] : [];
    });
}

type Shapes = readonly (PlaneShape | undefined)[];

/** The first frame from which it is never straight again. */
function firstBent(shapes: Shapes): number {
  const lastStraight = shapes.findLastIndex((shape) => shape && isStraight(shape));
  return lastStraight === shapes.length - 1 ? -1 : lastStraight + 1;
}

/** The first frame from which some area is closed. */
function firstClosed(shapes: Shapes): number {
  const isClosed = (shape: PlaneShape | undefined): boolean =>
    shape?.kind === 'classes' && shape.enclosed.length > 0;
  const lastOpen = shapes.findLastIndex((shape) => !isClosed(shape));
  return lastOpen === shapes.length - 1 ? -1 : lastOpen + 1;
}
