/**
 * A network's answers over the range of its two inputs during training, drawn from the cells that came
 * with its message, in the style of the final image, which replaces this drawing.
 */
import type { Field, FieldAxis, FieldMark } from '../../../chat/message.js';
import { CalmLabel } from './calm-label.js';
import { element, setText } from './element.js';
import { drawField } from './field-drawing.js';
import { languageOf } from './language-of.js';
import { markPath } from './mark-path.js';
import { svg } from './svg.js';

export class FieldView {
  readonly #figure = element('figure', 'field-figure');
  readonly node = element('div', 'field-row', this.#figure);
  readonly #label = new CalmLabel(this.#figure);
  readonly #title = element('p', 'field-title');
  readonly #legend = element('div', 'field-legend');
  readonly #up = element('div', 'field-axis field-up');
  readonly #across = element('div', 'field-axis');
  readonly #canvas = element('canvas', 'field-canvas');
  #shown: Field | undefined;

  constructor() {
    this.#figure.setAttribute('role', 'img');
    const plot = element('div', 'field-plot', this.#up, this.#canvas, this.#across);
    this.#figure.append(this.#title, this.#legend, plot);
    new ResizeObserver(() => {
      this.#draw();
    }).observe(this.#canvas);
  }

  /** The name of the final image's file. */
  get picture(): string {
    return this.#shown?.picture ?? '';
  }

  show(field: Field): void {
    const before = this.#shown;
    if (before?.label === field.label && before.cells === field.cells) return;
    this.#shown = field;
    this.#figure.lang = languageOf(field.label);
    this.#label.show(field.label);
    setText(this.#title, field.title);
    if (!before) this.#showFrame(field);
    this.#draw();
  }

  /** The parts that do not change during a run. */
  #showFrame({ axes: [x, y], marks, pointsLabel }: Field): void {
    this.#legend.append(...legendOf(marks), element('span', '', pointsLabel));
    this.#across.append(...ends(x));
    this.#up.append(...ends(y));
  }

  #draw(): void {
    if (this.#shown) drawField(this.#canvas, this.#shown);
  }
}

function ends({ least, label, most }: FieldAxis): readonly HTMLElement[] {
  return [least, label, most].map((text) => element('span', '', text));
}

/** The legend: class names, or for amounts a colour scale with its ends. */
function legendOf(marks: readonly FieldMark[]): readonly HTMLElement[] {
  if (marks.every(({ label }) => label !== undefined)) {
    return marks.map((mark) => element('span', '', sampleOf(mark), mark.label ?? ''));
  }
  const scale = element('span', 'field-scale', ...marks.map(sampleOf));
  return [element('span', '', marks[0]?.label ?? '', scale, marks.at(-1)?.label ?? '')];
}

function sampleOf({ shape, colour, turned }: FieldMark): SVGElement {
  const look = { d: markPath(shape), fill: colour, transform: `rotate(${turned})` };
  return svg('svg', { class: 'field-sample', viewBox: '-1.2 -1.2 2.4 2.4' }, svg('path', look));
}
