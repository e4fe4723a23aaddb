/**
 * One dense layer, as `model.summary()` counts it: each unit has a weight for each input, and a bias. Units
 * of a softmax layer are its classes. Networks take float32, 4 bytes a number.
 */
import { equation, sameAs, type Equation } from './equation.js';
import { times } from './operations.js';

const FLOAT32_BYTES = 4;
const bias = { note: 'sum.solve.note.bias' } as const;

export const layers: readonly Equation[] = [
  equation(
    'parameters',
    ['inputs', 'units'],
    (inputs, units) => (inputs + 1) * units,
    '(inputs + 1) × units',
    bias,
  ),
  equation(
    'inputs',
    ['parameters', 'units'],
    (parameters, units) => parameters / units - 1,
    '(parameters ÷ units) − 1',
    bias,
  ),
  equation(
    'units',
    ['parameters', 'inputs'],
    (parameters, inputs) => parameters / (inputs + 1),
    'parameters ÷ (inputs + 1)',
    bias,
  ),
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
