/** Languages and words as people write them. */
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../src/tutor/questions/language-of.js';
import { readQuestion } from '../../../src/tutor/questions/question.js';

describe('the language of a question', () => {
  test.each([
    ['what is an epoch', 'en'],
    ['why 1875', 'en'],
    ['loss가 nan 떠요', 'ko'],
    ['batch_size 키우니까 같은 epoch인데 loss가 덜 떨어져요', 'ko'],
    ['what does 에포크 mean in the lesson', 'en'],
    ['ㅠㅠ nan', 'ko'],
  ] as const)('%s', (question, locale) => {
    expect(languageOf(question, 'en')).toBe(locale);
    expect(languageOf(question, 'ko')).toBe(locale);
  });

  test.each([
    ["ValueError: could not convert string to float: 'France' 이거 뭐예요", 'ko'],
    [
      'ValueError: Error when checking input: expected dense_1_input to have shape (11,) but got array with shape (10,) 뭐예요',
      'ko',
    ],
    ['model = Sequential() # 모델', 'ko'],
    ['ValueError: Data cardinality is ambiguous. wtf is cardinality', 'en'],
    ['mat1 and mat2 shapes cannot be multiplied why', 'en'],
    ['why does batch_size=10 give 800 steps', 'en'],
    ['if i lower the batch size what happens to model.fit(X, y)', 'en'],
    ['from epoch 3 on the loss rises', 'en'],
  ] as const)('whatever was pasted beside it: %s', (question, locale) => {
    expect(languageOf(question, 'en')).toBe(locale);
    expect(languageOf(question, 'ko')).toBe(locale);
  });

  test.each([
    'RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 100x10)',
    'Found input variables with inconsistent numbers of samples: [8000, 2000]',
    'Traceback (most recent call last):\n  File "train.py", line 3, in <module>\n    model.fit(X, y)\nValueError: Input contains NaN.',
    'model.fit(X_train, y_train, batch_size=10, epochs=20)',
    'from tensorflow import keras\nmodel = keras.Sequential()\nfor x, y in loader:\n    optimizer.zero_grad()',
    'Epoch 1/20\n800/800 [====] - 2s 2ms/step - loss: 0.5 - accuracy: 0.8 - val_loss: 0.4',
    '2024-01-02 10:00:00.1: I tensorflow/core/platform/cpu_feature_guard.cc:182] This TensorFlow binary is optimized to use available CPU instructions',
    "{'loss': 0.52, 'learning_rate': 4.5e-05, 'epoch': 0.53}",
  ])('a machine’s words do not affect it: %s', (text) => {
    expect(languageOf(text, 'en')).toBe('en');
    expect(languageOf(text, 'ko')).toBe('ko');
  });

  test.each(['epoch', 'val_loss?', '800/800', ''])('%j does not affect it', (question) => {
    expect(languageOf(question, 'en')).toBe('en');
    expect(languageOf(question, 'ko')).toBe('ko');
  });
});

test.each([
  ['ㄱㅅ', '감사해요'],
  ['ㄳㄳ', '감사'],
  ['ㅎㅇㅎㅇ~', '하이~'],
  ['배치=크기 ㅇㅋ?', '배치=크기 오키?'],
  ['loss가 nan 떠요 ㅠㅠㅠ', 'loss가 nan 떠요'],
  ['에폭이 뭐야ㅋㅋㅋ', '에폭이 뭐야'],
])(
  'initial letters that stand for a word are read as it, others are a tone of voice: %s',
  (typed, read) => {
    expect(readQuestion(typed).text).toBe(read);
  },
);
