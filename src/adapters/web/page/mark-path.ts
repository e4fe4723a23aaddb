/** Mark outlines of radius 1 around the origin. */
import type { FieldMark } from '../../../chat/message.js';

const paths: Readonly<Record<FieldMark['shape'], string>> = {
  circle: 'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z',
  triangle: 'M0 -1.1L1 0.7L-1 0.7z',
  rect: 'M-0.85 -0.85h1.7v1.7h-1.7z',
  rectRot: 'M0 -1.15L1.15 0L0 1.15L-1.15 0z',
};

export function markPath(shape: FieldMark['shape']): string {
  return paths[shape];
}
