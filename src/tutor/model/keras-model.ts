/** A Python script that builds a run's network in Keras from its weights, and checks its answers. */
import type { Translator } from '../../content/translator.js';
import type { FitSettings } from '../../runs/protocol.js';
import type { ModelSample } from '../../runs/trial.js';
import { pythonString } from '../python-literal.js';
import { outputActivations, WEIGHTS_FILE } from './tfjs-files.js';

export function kerasModel(
  run: string,
  { activation }: FitSettings,
  { units, task, inputs, target, rows }: ModelSample,
  t: Translator,
): string {
  const say = (key: 'title' | 'inputs' | 'build' | 'weights' | 'check' | 'target'): string =>
    `# ${t.plain(`model.py.${key}`, { run })}`;
  const list = (values: readonly number[]): string => `[${values.join(', ')}]`;
  const sections: readonly (readonly string[])[] = [
    [say('title')],
    ['import keras', 'import numpy as np'],
    [
      say('inputs'),
      'inputs = [',
      ...inputs.map((input) =>
        'level' in input
          ? `    (${pythonString(input.name)}, ${pythonString(input.level)}),`
          : `    (${pythonString(input.name)}, ${input.mean}, ${input.deviation}),`,
      ),
      ']',
      ...(target ? [say('target'), `mean, deviation = ${target.mean}, ${target.deviation}`] : []),
    ],
    [
      say('build'),
      `sizes = ${list(units)}`,
      'model = keras.Sequential([keras.Input(shape=(sizes[0],))])',
      'for size in sizes[1:-1]:',
      `    model.add(keras.layers.Dense(size, activation="${activation}"))`,
      `model.add(keras.layers.Dense(sizes[-1], activation="${outputActivations[task]}"))`,
    ],
    [
      say('weights'),
      `flat = np.fromfile("${WEIGHTS_FILE}", dtype="<f4")`,
      'weights, start = [], 0',
      'for shape in [w.shape for w in model.get_weights()]:',
      '    end = start + int(np.prod(shape))',
      '    weights.append(flat[start:end].reshape(shape))',
      '    start = end',
      'assert start == len(flat)',
      'model.set_weights(weights)',
    ],
    [
      say('check'),
      'x = np.array(',
      '    [',
      ...rows.map(({ x }) => `        ${list(x)},`),
      '    ],',
      '    dtype="float32",',
      ')',
      'expected = np.array(',
      '    [',
      ...rows.map(({ answer }) => `        ${list(answer)},`),
      '    ]',
      ')',
      'predicted = model.predict(x, verbose=0)',
      'print(predicted)',
      'np.testing.assert_allclose(predicted, expected, rtol=1e-4, atol=1e-5)',
      `print(${pythonString(t.plain('model.py.same', { run }))})`,
    ],
  ];
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}
