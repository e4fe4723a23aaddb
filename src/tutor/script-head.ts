/** The shared beginning of all scripts: imports, seeds and data, exactly those of the run. */
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import type { FitSettings } from '../runs/protocol.js';
import { dataSections, usesPandas } from './script-data.js';
import { exactSections } from './script-table.js';

/** Paragraphs of lines. */
export type Sections = readonly (readonly string[])[];

export interface Library {
  /** Standard library imports, besides those for reading the data. */
  readonly standard: readonly string[];
  /** `import keras`. */
  readonly imports: readonly string[];
  /** Lines that seed all random numbers, including numpy's. */
  readonly seeding: readonly string[];
}

/**
 * Defines `x` (rows × inputs), `y` (one number per row) and the row numbers `train` and `test`.
 * @param head comments at the top: what the script is, and where it runs
 */
export function headSections(
  head: readonly string[],
  library: Library,
  settings: FitSettings,
  data: DataSummary,
  t: Translator,
): Sections {
  // Runs of older versions do not record how their columns were read.
  const { columns } = data;
  const standard = [...library.standard, ...(columns ? ['import re', 'import unicodedata'] : [])];
  const needsPandas = columns !== undefined || usesPandas(settings.dataset);
  const packages = [
    ...library.imports,
    'import numpy as np',
    ...(needsPandas ? ['import pandas as pd'] : []),
  ];
  return [
    [...head, t.plain(columns ? 'code.exact' : 'code.close')].map((line) => `# ${line}`),
    [...(standard.length > 0 ? [...standard, ''] : []), ...packages.sort(byKind)],
    [`# ${t.plain('code.seed')}`, ...library.seeding],
    ...(columns
      ? exactSections(settings.dataset, data, columns, t)
      : dataSections(settings.dataset, data, t)),
    ...(data.task === 'regression' ? [targetLines(t)] : []),
  ];
}

function targetLines(t: Translator): readonly string[] {
  return [`# ${t.plain('code.scaleTarget')}`, 'y = (y - y[train].mean()) / y[train].std()'];
}

/** `import …` before `from …`, each sorted by name, like isort. */
function byKind(a: string, b: string): number {
  const rank = (line: string): string => `${line.startsWith('from') ? 1 : 0}${line}`;
  return rank(a) < rank(b) ? -1 : 1;
}

export function scriptOf(sections: Sections): string {
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}
