/** A message's files: images are shown, the rest can be downloaded. */
import type { WireFile } from '../wire.js';
import { element, setChildren } from './element.js';
import { label } from './labels.js';

/**
 * Images come first.
 * @param drawn the name of an image that is already shown as a drawing
 * @param sketch a placeholder of the same size until an image has loaded
 */
export function showFiles(
  parent: HTMLElement,
  files: readonly WireFile[],
  drawn?: string,
  sketch?: { readonly node: HTMLElement; readonly picture: string },
): void {
  const there = [...parent.children];
  const pictures: Element[] = [];
  const downloads: Element[] = [];
  for (const file of files) {
    const known = there.find((node) => node.getAttribute('data-href') === file.href);
    const { alt, name } = file;
    if (alt === undefined || name === drawn) downloads.push(known ?? download(file));
    else pictures.push(known ?? picture(file, alt, name === sketch?.picture));
  }
  const isThere = files.some(({ name }) => name === sketch?.picture);
  if (sketch && !isThere) pictures.unshift(sketch.node);
  setChildren(parent, [...pictures, ...downloads]);
}

/** @param isSketched whether its size is known before it has loaded */
function picture({ href }: WireFile, alt: string, isSketched: boolean): HTMLElement {
  const image = element('img', isSketched ? 'chart sketched' : 'chart');
  image.src = href;
  image.alt = alt;
  const link = element('a', 'chart-link', image);
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.title = label('room.chart');
  link.dataset.href = href;
  return link;
}

function download({ href, name, sizeBytes }: WireFile): HTMLElement {
  const link = element('a', 'download', element('span', 'download-name', name), size(sizeBytes));
  link.href = href;
  link.download = name;
  link.title = label('room.download');
  link.dataset.href = href;
  return link;
}

export function size(bytes: number): HTMLElement {
  const units = bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : megabytes(bytes);
  return element('span', 'file-size', units);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
