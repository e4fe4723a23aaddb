/** Values worth trying against another one, offered to the invited person. */
import type { FitSettings } from '../src/runs/protocol.js';
import { networkOptions } from './training-options.js';
import { valueOf, type VariedOption } from './varied-settings.js';

/** How many buttons fit in a row. */
const MOST_VALUES = 5;

/** In ascending order; far enough apart to make a difference in a duel. */
const ladders: Readonly<Record<VariedOption, readonly string[]>> = {
  batch: ['1', '10', '32', '100', '500', '1000'],
  lr: ['0.0001', '0.001', '0.01', '0.1', '1'],
  layers: ['none', '2', '6,6', '16', '32', '32,32'],
  optimizer: networkOptions.optimizer.choices,
  activation: networkOptions.activation.choices,
  dropout: ['0', '0.1', '0.3', '0.5'],
  l2: ['0', '0.001', '0.01', '0.1'],
  momentum: ['0', '0.5', '0.9', '0.99'],
};

/** @param rows training rows: the upper limit for a batch size */
export function fittingValues(
  option: VariedOption,
  settings: FitSettings,
  rows: number,
): readonly string[] {
  const taken = valueOf(settings, option);
  return ladders[option]
    .filter((value) => value !== taken && (option !== 'batch' || Number(value) <= rows))
    .filter((value) => option !== 'layers' || value !== 'none' || settings.dropout === undefined)
    .slice(0, MOST_VALUES);
}
