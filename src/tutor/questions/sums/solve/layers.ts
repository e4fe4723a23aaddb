/**
 * One dense layer, as `model.summary()` counts it: each unit has a weight for each input, and a bias. Units
 * of a softmax layer are its classes. Networks take float32, 4 bytes a number.
 */
import { equation, sameAs, type Equation } from './equation.js';
import { by, times } from './operations.js';

const FLOAT32_BYTES = 4;
const bias = { note: 'sum.solve.note.bias', unless: ['noBias'] } as const;
const withoutBias = { given: ['noBias'] } as const;

export const layers: readonly Equation[] = [
  equation(
    'parameters',
    ['inputs', 'units'],
    (inputs, units) => (inputs + 1) * units,
    '(inputs + 1) × units',
    bias,
  ),
  equation('parameters', ['inputs', 'units'], times, 'inputs × units', withoutBias),
  equation(
    'inputs',
    ['parameters', 'units'],
    (parameters, units) => parameters / units - 1,
    '(parameters ÷ units) − 1',
    bias,
  ),
  equation('inputs', ['parameters', 'units'], by, 'parameters ÷ units', withoutBias),
  equation(
    'units',
    ['parameters', 'inputs'],
    (parameters, inputs) => parameters / (inputs + 1),
    'parameters ÷ (inputs + 1)',
    bias,
  ),
  equation('units', ['parameters', 'inputs'], by, 'parameters ÷ inputs', withoutBias),
  sameAs('units', 'classes'),
  sameAs('classes', 'units'),

  equation('bytes', ['parameters', 'bytesEach'], times, 'parameters × bytesEach'),
  equation('bytes', ['rows', 'inputs', 'bytesEach'], times, 'rows × inputs × bytesEach', {
    unless: ['parameters', 'units', 'classes'],
  }),
  equation('bytes', ['batch', 'inputs', 'bytesEach'], times, 'batch × inputs × bytesEach', {
    given: ['batch'],
    unless: ['parameters', 'units', 'classes', 'rows'],
  }),
  {
    gives: 'bytesEach',
    from: [],
    value: () => FLOAT32_BYTES,
    assumes: 'sum.solve.assumed.bytesEach',
  },
];
