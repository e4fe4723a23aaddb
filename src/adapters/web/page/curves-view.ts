/**
 * A run's curves, during training and after: drawn from the numbers that came with its message. It is
 * one image to screen readers; its label changes now and then, not with every epoch.
 */
import type { CurveLine, CurvePanel, Curves, LineLook } from '../../../chat/message.js';
import { CalmLabel } from './calm-label.js';
import { element } from './element.js';
import { languageOf } from './language-of.js';
import { epochScale, tickText, valueScale, type Scale } from './scale.js';
import { svg } from './svg.js';

/** A panel's size, in units of about a pixel. */
const size = { width: 360, height: 168 };
const plot = { left: 44, right: 350, top: 8, bottom: 138 };
/** Scale from the 1000 pixel wide chart, in which sizes are given. */
const dashScale = 0.4;
/** Up to this many epochs get a mark each, as in the chart; more are just a line. */
const markedEpochs = 40;

export class CurvesView {
  readonly node = element('figure', 'curves');
  readonly #label = new CalmLabel(this.node);
  #drawn = '';

  constructor() {
    this.node.setAttribute('role', 'img');
  }

  show(curves: Curves): void {
    const { label, epochs, panels, epochLabel } = curves;
    const key = `${label} ${epochs}`;
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.node.lang = languageOf(label);
    this.node.replaceChildren(
      ...panels.map((panel) => drawPanel(panel, epochScale(epochs), epochLabel)),
    );
    this.#label.show(label, panels[0]?.lines[0]?.values.length === epochs);
  }
}

function drawPanel({ lines, note }: CurvePanel, across: Scale, epochLabel: string): HTMLElement {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  const up = values.length > 0 ? valueScale(values) : undefined;
  const picture = svg('svg', { class: 'curves-plot', viewBox: `0 0 ${size.width} ${size.height}` });
  picture.append(...axisAcross(across, epochLabel));
  if (up) {
    picture.append(...axisUp(up));
    // The first is the most prominent, so it is drawn last, on top.
    for (const line of [...lines].reverse()) picture.append(drawLine(line, across, up));
  }
  const legend = element('div', 'curves-legend', ...lines.map(legendEntry));
  const panel = element('div', 'curves-panel', legend, picture);
  if (note !== undefined) panel.append(element('p', 'curves-note', note));
  return panel;
}

function legendEntry({ label, look }: CurveLine): HTMLElement {
  const sample = svg('svg', { class: 'curves-sample', viewBox: '0 0 30 10' });
  const line = svg('g', { class: 'curves-line' }, svg('path', { d: 'M0 5H30', ...dashesOf(look) }));
  if (look.mark) line.append(markAt(look.mark, 15, 5));
  colour(line, look);
  sample.append(line);
  return element('span', '', sample, label);
}

function drawLine({ values, look, isLevel }: CurveLine, across: Scale, up: Scale): SVGElement {
  const group = svg('g', { class: 'curves-line' });
  colour(group, look);
  const y = (value: number): number =>
    plot.bottom - ((value - up.from) / (up.to - up.from)) * (plot.bottom - plot.top);
  const level = values[0];
  if (isLevel) {
    if (level === null || level === undefined) return group;
    const d = `M${plot.left} ${at(y(level))}H${plot.right}`;
    group.append(svg('path', { d, ...dashesOf(look) }));
    return group;
  }
  const points = values.map((value, index) =>
    value === null ? undefined : ([xAt(index + 1, across), y(value)] as const),
  );
  const d = points
    .map(
      (point, index) => point && `${points[index - 1] ? 'L' : 'M'}${at(point[0])} ${at(point[1])}`,
    )
    .filter((part) => part !== undefined);
  group.append(svg('path', { d: d.join(''), ...dashesOf(look) }));
  const { mark } = look;
  if (!mark) return group;
  points.forEach((point, index) => {
    // A point without neighbours makes no line.
    const isAlone = !points[index - 1] && !points[index + 1];
    if (point && (isAlone || values.length <= markedEpochs)) group.append(markAt(mark, ...point));
  });
  return group;
}

function axisUp(scale: Scale): readonly SVGElement[] {
  const { from, to, ticks } = scale;
  return ticks.flatMap((tick) => {
    const y = plot.bottom - ((tick - from) / (to - from)) * (plot.bottom - plot.top);
    const text = svg('text', { class: 'curves-up', x: plot.left - 6, y: at(y + 4) });
    text.textContent = tickText(tick, scale);
    const grid = { class: 'curves-grid', d: `M${plot.left} ${at(y)}H${plot.right}` };
    return [svg('path', grid), text];
  });
}

function axisAcross(scale: Scale, epochLabel: string): readonly SVGElement[] {
  const numbers = scale.ticks.map((tick) => {
    const place = { x: at(xAt(tick, scale)), y: plot.bottom + 15 };
    const text = svg('text', { class: 'curves-across', ...place });
    text.textContent = String(tick);
    return text;
  });
  const middle = (plot.left + plot.right) / 2;
  const name = svg('text', { class: 'curves-across', x: middle, y: size.height - 2 });
  name.textContent = epochLabel;
  return [...numbers, name];
}

function xAt(epoch: number, { from, to }: Scale): number {
  return plot.left + ((epoch - from) / (to - from)) * (plot.right - plot.left);
}

function dashesOf({ dashes }: LineLook): Readonly<Record<string, string>> {
  if (dashes.length === 0) return {};
  return { 'stroke-dasharray': dashes.map((length) => length * dashScale).join(' ') };
}

const marks = {
  triangle: 'm0 -3.4l3.2 5.6h-6.4z',
  rect: 'm-2.4 -2.4h4.8v4.8h-4.8z',
  rectRot: 'm0 -3.4l3.4 3.4l-3.4 3.4l-3.4 -3.4z',
} as const;

function markAt(mark: keyof typeof marks | 'circle', x: number, y: number): SVGElement {
  if (mark === 'circle') return svg('circle', { cx: at(x), cy: at(y), r: 2.6 });
  const d = marks[mark];
  return svg('path', { class: 'curves-mark', d: `M${at(x)} ${at(y)}${d}` });
}

/** The background decides between the two (message.css). */
function colour({ style }: SVGElement, look: LineLook): void {
  style.setProperty('--on-light', look.colour);
  style.setProperty('--on-dark', look.onDark);
}

/** Two decimals are finer than any screen. */
function at(length: number): string {
  return String(Math.round(length * 100) / 100);
}
