/** Keras code as people paste it, made into a run. */
import { describe, expect, test } from 'vitest';
import { readKerasCode } from '../../src/dispatch/keras-code.js';

const optionsOf = (text: string): Record<string, string> =>
  Object.fromEntries(readKerasCode(text)?.options.map(({ name, value }) => [name, value]) ?? []);

describe('a model with its call of fit', () => {
  test('as a list of layers, with old names', () => {
    const code = `model = Sequential([Dense(16, activation='tanh'), Dense(1, activation='sigmoid')])
model.compile(optimizer='sgd', loss='binary_crossentropy')
model.fit(X, y, batch_size=10, nb_epoch=100)`;
    const found = {
      layers: '16',
      activation: 'tanh',
      optimizer: 'sgd',
      batch_size: '10',
      epochs: '100',
    };
    expect(optionsOf(code)).toEqual(found);
    expect(readKerasCode(code)).toMatchObject({ hasModel: true, ignored: [] });
    // As a field of one line hands it over.
    expect(optionsOf(code.replaceAll('\n', ' '))).toEqual(found);
  });

  test('layer by layer, as Keras 1 wrote it', () => {
    expect(
      optionsOf(`classifier.add(Dense(output_dim = 6, init = 'uniform', activation = 'relu', input_dim = 11))
classifier.add(Dense(output_dim = 6, init = 'uniform', activation = 'relu'))
classifier.add(Dense(output_dim = 1, init = 'uniform', activation = 'sigmoid'))
classifier.compile(optimizer = 'adam', loss = 'binary_crossentropy', metrics = ['accuracy'])
classifier.fit(X_train, y_train, batch_size = 10, nb_epoch = 20)`),
    ).toEqual({
      layers: '6,6',
      activation: 'relu',
      optimizer: 'adam',
      batch_size: '10',
      epochs: '20',
    });
  });

  test('with an optimizer made before, and what has no option here', () => {
    const code = `opt = keras.optimizers.SGD(learning_rate=0.05, momentum=0.9)
model = keras.Sequential()
model.add(layers.Dense(32, "relu"))
model.add(layers.Dropout(0.2))
model.add(layers.Dense(1))
model.compile(opt, loss='mse')
model.fit(X, y, epochs=3, callbacks=[stop], validation_split=0.2)`;
    expect(optionsOf(code)).toEqual({
      ...{ layers: '32', activation: 'relu', optimizer: 'sgd', lr: '0.05' },
      ...{ epochs: '3', validation_split: '0.2' },
    });
    expect(readKerasCode(code)?.ignored).toEqual(['callbacks', 'Dropout', 'momentum']);
  });

  test('without hidden layers', () => {
    expect(optionsOf("m = Sequential([Dense(1)])\nm.compile('adam')\nm.fit(x, y)")).toMatchObject({
      layers: 'none',
      epochs: '1',
    });
  });
});

test.each([
  "TypeError: Sequential.fit() got an unexpected keyword argument 'nb_epoch'",
  'Traceback (most recent call last):\n  model.fit(X, y, epochs=3)\nValueError: bad shape',
])('a machine’s message starts no run: %s', (text) => {
  expect(readKerasCode(text)).toBeUndefined();
});
