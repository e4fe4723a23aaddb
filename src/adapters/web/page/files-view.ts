/** Files of a message: pictures are shown, the rest is offered. */
import type { WireFile } from '../wire.js';
import { element, setChildren } from './element.js';
import { label } from './labels.js';

/** @param drawn the name of a picture that is shown already, as a drawing */
export function showFiles(parent: HTMLElement, files: readonly WireFile[], drawn?: string): void {
  const there = [...parent.children];
  setChildren(
    parent,
    files.map((file) => {
      const known = there.find((node) => node.getAttribute('data-href') === file.href);
      const { alt, name } = file;
      return known ?? (alt === undefined || name === drawn ? download(file) : picture(file, alt));
    }),
  );
}

function picture({ href }: WireFile, alt: string): HTMLElement {
  const image = element('img', 'chart');
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
