/** Error messages as they are pasted: short, long, at the end of a traceback, with chat formatting. */
import { describe, expect, it, test } from 'vitest';
import { allAnswers } from '../../../src/content/answers.js';
import {
  errorPart,
  explainsError,
  knownError,
  machineText,
  withoutKnownErrors,
} from '../../../src/tutor/questions/known-errors.js';

function known(text: string): unknown {
  const found = knownError(machineText(text));
  return found && [found.told.kind === 'answer' && found.told.id, found.values];
}

describe('an error is recognized by its fixed words', () => {
  test.each([
    ["TypeError: fit() got an unexpected keyword argument 'nb_epoch'", 'nb-epoch'],
    ['TypeError: fit() got an unexpected keyword argument ‘nb_epoch’', 'nb-epoch'],
    ['Data cardinality is ambiguous:\n  x sizes: 8000\n  y sizes: 7999', 'cardinality'],
    ['Found input variables with inconsistent numbers of samples: [8000, 2000]', 'cardinality'],
    [
      'torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB',
      'out-of-memory',
    ],
    ["could not convert string to float: 'France'", 'text-to-number'],
    [
      'Failed to convert a NumPy array to a Tensor (Unsupported object type float).',
      'text-to-number',
    ],
    ["KeyError: 'Exited'", 'key-error'],
    ["ModuleNotFoundError: No module named 'tensorflow'", 'module-missing'],
    ["AttributeError: module 'keras' has no attribute 'optimizers'", 'module-missing'],
    ["AttributeError: 'Sequential' object has no attribute 'predict_classes'", 'predict-classes'],
    [
      'WARNING:tensorflow:Early stopping conditioned on metric val_loss which is not available.',
      'val-loss-unavailable',
    ],
    ['element 0 of tensors does not require grad and does not have a grad_fn', 'requires-grad'],
    [
      "RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
      'requires-grad',
    ],
    ['Unable to open file (unable to open file: name = model.h5)', 'file-not-found'],
    ['IndexError: Target 10 is out of bounds.', 'target-out-of-range'],
  ])('%s', (text, id) => {
    expect(known(text)).toEqual([id, {}]);
  });

  test.each([
    [
      'RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 100x10)',
      ['shapes-multiplied', { p: 32, q: 784, r: 100, s: 10 }],
    ],
    [
      'Input 0 of layer "sequential" is incompatible with the layer: expected shape=(None, 11), found shape=(None, 10)',
      ['input-shape', { p: 11, q: 10 }],
    ],
    [
      'expected axis -1 of input shape to have value 11, but received input with shape (None, 10)',
      ['input-shape', { p: 11, q: 10 }],
    ],
    [
      'Received a label value of 10 which is outside the valid range of [0, 10).  Label values: 3 10',
      ['label-range', { p: 10, q: 10 }],
    ],
    [
      'Your input ran out of data; interrupting training. Make sure that your dataset or generator can generate at least `steps_per_epoch * epochs` batches (in this case, 500 batches).',
      ['ran-out-of-data', { p: 500 }],
    ],
  ])('with its numbers: %s', (text, expected) => {
    expect(known(text)).toEqual(expected);
  });

  it('recognizes none in a question, a log or another error', () => {
    for (const text of [
      'what does fit do?',
      'Epoch 1/5\n800/800 [====] - 2s 2ms/step - loss: 0.5',
      'ZeroDivisionError: division by zero',
    ]) {
      expect(known(text)).toBeUndefined();
      expect(explainsError(text)).toBe(false);
      expect(errorPart(text)).toBeUndefined();
    }
  });
});

describe('of a long paste', () => {
  const traceback = `Traceback (most recent call last):\n${'  File "train.py", line 3, in <module>\n'.repeat(400)}`;

  it('the end of a traceback counts', () => {
    const text = `${traceback}ValueError: Input contains NaN.`;
    expect(known(text)).toEqual(['input-contains-nan', {}]);
    expect(errorPart(text)).toMatch(/^.{0,100}valueerror: input contains nan\.$/);
  });

  it('what failed counts, not what was only printed before', () => {
    const text = `This TensorFlow binary is optimized to use AVX2\n${traceback}CUDA out of memory`;
    expect(known(text)).toEqual(['out-of-memory', {}]);
    expect(known('this TensorFlow binary is optimized to use AVX2')).toEqual([
      'tensorflow-info',
      {},
    ]);
  });

  it('a message counts more than the name of an error', () => {
    const text =
      'KeyError: 3\nDuring handling another occurred\nyou must compile your model before';
    expect(known(text)).toEqual(['not-compiled', {}]);
  });

  it('is read in time proportional to its length', () => {
    const before = performance.now();
    for (const piece of ['9', 'shapes (', 'none, ', ' ', 'target ']) {
      explainsError(piece.repeat(1_000_000 / piece.length));
    }
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

it('removes known messages from a text', () => {
  expect(withoutKnownErrors('cuda out of memory 이거 뭐예요').trim()).toBe('이거 뭐예요');
});

test('every signature finds its own answer', () => {
  for (const { id, errors } of allAnswers()) {
    for (const words of errors) {
      const text = words.replace(/\{\w+\}/g, '7').replace(/…/g, ' x ');
      expect(knownError(machineText(text))?.told, words).toMatchObject({ id });
    }
  }
});
