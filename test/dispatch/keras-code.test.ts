/** Pasted Keras code, turned into a run. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fit } from '../../commands/fit.js';
import { readKerasCode, type KerasCode } from '../../src/dispatch/keras-code.js';
import { accepts } from '../../src/dispatch/validate.js';
import { Tutor } from '../support/tutor.js';

const read = (text: string): KerasCode | undefined =>
  readKerasCode(text, (option, value) => accepts(fit.spec, option, value));
const optionsOf = (text: string): Record<string, string> =>
  Object.fromEntries(read(text)?.options.map(({ name, value }) => [name, value]) ?? []);

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
    expect(read(code)).toMatchObject({ hasModel: true, ignored: [], notes: [] });
    // As a single-line field passes it on.
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

  test('with an optimizer created earlier, and settings without an option here', () => {
    const code = `opt = keras.optimizers.SGD(learning_rate=0.05, momentum=0.9)
model = keras.Sequential()
model.add(layers.Dense(32, "relu"))
model.add(layers.Dropout(0.2))
model.add(layers.Dense(1))
model.compile(opt, loss='mse')
model.fit(X, y, epochs=3, callbacks=[stop], validation_split=0.2)`;
    expect(optionsOf(code)).toEqual({
      ...{ layers: '32', activation: 'relu', dropout: '0.2' },
      ...{ optimizer: 'sgd', lr: '0.05', momentum: '0.9' },
      ...{ epochs: '3', validation_split: '0.2' },
    });
    expect(read(code)?.ignored).toEqual(['callbacks=stop']);
  });

  test('without hidden layers', () => {
    expect(optionsOf("m = Sequential([Dense(1)])\nm.compile('adam')\nm.fit(x, y)")).toMatchObject({
      layers: 'none',
      epochs: '1',
    });
  });
});

/** A model with those layers, compiled and fitted as given. */
const model = (layers: string, compile = "'adam'", fitted = 'epochs=9'): string =>
  `model = Sequential([${layers}])\nmodel.compile(${compile})\nmodel.fit(X, y, ${fitted})`;

describe('dropout', () => {
  test.each([
    ["Dense(8, 'relu'), Dropout(0.3), Dense(4, 'relu'), Dropout(.3), Dense(1)", '0.3'],
    ['Dense(8), layers.Dropout(rate=0.25, seed=1), Dense(1)', '0.25'],
    ['Dense(8), keras.layers.Dropout(p), Dense(1)', '0.5'],
  ])('%s', (layers, rate) => {
    const code = `p = 0.5  # off\n${model(layers)}`;
    expect(optionsOf(code)).toMatchObject({ dropout: rate, epochs: '9' });
    expect(read(code)?.ignored).not.toContain('Dropout');
  });

  test('layer by layer', () => {
    const code = `m.add(Dense(8, activation='tanh'))
m.add(Dropout(0.2))
m.add(Dense(1, activation='sigmoid'))
m.fit(X, y, epochs=3)`;
    expect(optionsOf(code)).toMatchObject({ layers: '8', dropout: '0.2' });
  });

  test.each([
    ['other rates', 'Dense(8), Dropout(0.3), Dense(4), Dropout(0.2), Dense(1)'],
    ['not after every layer', 'Dense(8), Dropout(0.3), Dense(4), Dense(1)'],
    ['before the first', 'Dropout(0.2), Dense(8), Dense(1)'],
    ['on the output', 'Dense(8), Dropout(0.2), Dense(1), Dropout(0.2)'],
    ['another shape', 'Dense(8), Dropout(0.2, noise_shape=(None, 1)), Dense(1)'],
    ['a rate nobody knows', 'Dense(8), Dropout(rate_of(3)), Dense(1)'],
  ])('%s: named as not used', (_what, layers) => {
    expect(optionsOf(model(layers))).not.toHaveProperty('dropout');
    expect(read(model(layers))?.ignored).toContain('Dropout');
  });

  test('more than /fit allows, and other kinds', () => {
    const code = model('Dense(8), Dropout(0.95), Dense(4), AlphaDropout(0.1), Dense(1)');
    expect(read(code)?.ignored).toEqual(['AlphaDropout', 'activation=linear', 'Dropout']);
    expect(read(model("Dense(8, 'relu'), Dropout(0.95), Dense(1)"))?.ignored).toEqual([
      'Dropout(0.95)',
    ]);
  });

  test('with rate zero is none', () => {
    expect(read(model("Dense(8, 'relu'), Dropout(0), Dense(1)"))?.ignored).toEqual([]);
  });
});

describe('kernel_regularizer', () => {
  test.each([
    ['l2(0.001)', '0.001'],
    ['regularizers.L2(l2=0.002)', '0.002'],
    ['tf.keras.regularizers.l2(1e-3)', '0.001'],
    ['keras.regularizers.l2(l=0.03)', '0.03'],
    ["'l2'", '0.01'],
    ['regularizers.L2()', '0.01'],
    ['reg', '0.004'],
  ])('%s on every layer', (regularizer, l2) => {
    const layers = `Dense(8, 'relu', kernel_regularizer=${regularizer}), Dense(1, kernel_regularizer=${regularizer})`;
    const code = `reg = keras.regularizers.L2(0.004)\n${model(layers)}`;
    expect(optionsOf(code)).toMatchObject({ layers: '8', l2 });
    expect(read(code)?.ignored).toEqual([]);
  });

  test.each([
    ['only on some layers', "Dense(8, 'relu', kernel_regularizer='l2'), Dense(1)"],
    [
      'different ones',
      "Dense(8, 'relu', kernel_regularizer=l2(0.1)), Dense(1, kernel_regularizer=l2(0.2))",
    ],
    [
      'another kind',
      "Dense(8, 'relu', kernel_regularizer='l1'), Dense(1, kernel_regularizer='l1')",
    ],
    [
      'more than /fit takes',
      "Dense(8, 'relu', kernel_regularizer=l2(5)), Dense(1, kernel_regularizer=l2(5))",
    ],
  ])('%s: named as not used', (_what, layers) => {
    expect(optionsOf(model(layers))).not.toHaveProperty('l2');
    expect(read(model(layers))?.ignored).toEqual(['kernel_regularizer']);
  });

  test('others are named', () => {
    const code = model(
      "Dense(8, 'relu', bias_regularizer='l2', activity_regularizer='l2'), Dense(1)",
    );
    expect(read(code)?.ignored).toEqual(['bias_regularizer', 'activity_regularizer']);
  });
});

describe('the optimizer', () => {
  test.each([
    ['SGD(0.1, 0.9)', { lr: '0.1', momentum: '0.9' }, []],
    ['SGD(learning_rate=rate, momentum=0.5, nesterov=False)', { lr: '0.01', momentum: '0.5' }, []],
    ['SGD(momentum=0.9, nesterov=True)', { momentum: '0.9' }, ['nesterov']],
    ['SGD(momentum=0.0)', {}, []],
    ['SGD(momentum=0.999)', {}, ['momentum']],
    ['RMSprop(momentum=0.9)', {}, ['momentum']],
    ['Adam(ExponentialDecay(0.1, 100, 0.9))', {}, ['learning_rate']],
    ['Adam(learning_rate=1e-3, weight_decay=0.01)', { lr: '0.001' }, ['weight_decay']],
  ])('%s', (optimizer, options, ignored) => {
    const code = `rate = 1e-2\n${model("Dense(8, 'relu'), Dense(1)", `optimizer=${optimizer}`)}`;
    const { lr, momentum } = optionsOf(code);
    expect({ ...(lr && { lr }), ...(momentum && { momentum }) }).toEqual(options);
    expect(read(code)?.ignored).toEqual(ignored);
  });
});

describe('callbacks', () => {
  const after = (fitted: string, before = ''): KerasCode | undefined =>
    read(`${before}\nmodel.fit(X, y, epochs=50, ${fitted})`);
  const best = 'restore_best_weights=True';

  test.each([
    `callbacks=[EarlyStopping(monitor='val_loss', patience=5, ${best})]`,
    `callbacks=[keras.callbacks.EarlyStopping('val_loss', 0, 5, ${best})]`,
    'callbacks=[stop]',
    'callbacks=stop',
    'callbacks=both',
  ])('%s is patience', (callbacks) => {
    const before = `stop = EarlyStopping(patience=5, verbose=1, ${best})\nboth = [stop]`;
    const found = after(`validation_split=0.2, ${callbacks}`, before);
    expect(found?.options).toContainEqual(
      expect.objectContaining({ name: 'patience', value: '5' }),
    );
    expect(found).toMatchObject({ ignored: [], notes: [] });
  });

  test('on one line, as a field hands it over', () => {
    const code = `wait = 3\nes = EarlyStopping(patience=wait, ${best})\nmodel.fit(X, y, validation_split=0.1, callbacks=[es])`;
    expect(optionsOf(code.replaceAll('\n', ' '))).toMatchObject({ patience: '3' });
  });

  test.each([
    ['EarlyStopping(monitor="val_accuracy", patience=3)', 'EarlyStopping(monitor=val_accuracy)'],
    ['EarlyStopping(patience=1000)', 'EarlyStopping(patience=1000)'],
    ['ReduceLROnPlateau()', 'ReduceLROnPlateau'],
    ['unheard', 'callbacks=unheard'],
  ])('%s is named as not used', (callback, name) => {
    const found = after(`validation_split=0.2, callbacks=[${callback}]`);
    expect(found?.options.map((option) => option.name)).not.toContain('patience');
    expect(found).toMatchObject({ ignored: [name], notes: [] });
  });

  test('its unsupported parts are named', () => {
    const stop = `EarlyStopping(patience=4, min_delta=0.01, mode='max', baseline=0.5, start_from_epoch=5, ${best})`;
    const found = after(`validation_split=0.2, callbacks=[${stop}, ModelCheckpoint('m.keras')]`);
    expect(found?.options).toContainEqual(
      expect.objectContaining({ name: 'patience', value: '4' }),
    );
    expect(found?.ignored).toEqual([
      ...['min_delta', 'mode=max', 'baseline', 'start_from_epoch', 'ModelCheckpoint'],
    ]);
  });

  test("Keras' own patience is 0, which ends as 1 does", () => {
    const found = after(`validation_split=0.2, callbacks=[EarlyStopping(min_delta=0, ${best})]`);
    expect(found?.options).toContainEqual(
      expect.objectContaining({ name: 'patience', value: '1' }),
    );
  });

  test.each(['', 'validation_split=0.0, ', 'validation_data=(a, b), '])(
    'without validation rows (%s) it is not used',
    (validation) => {
      const found = after(`${validation}callbacks=[EarlyStopping(patience=5)]`);
      expect(found?.options.map((option) => option.name)).not.toContain('patience');
      expect(found?.ignored).toContain('EarlyStopping');
      expect(found?.notes).toEqual(['stopNeedsValidation']);
    },
  );

  test.each(['', ', restore_best_weights=False'])(
    'a person whose call keeps the last weights%s is told',
    (given) => {
      const found = after(`validation_split=0.2, callbacks=[EarlyStopping(patience=5${given})]`);
      expect(found?.notes).toEqual(['restoresBest']);
    },
  );
});

describe('the explanation', () => {
  let tutor: Tutor;
  beforeEach(() => {
    tutor = new Tutor();
  });

  const code = model(
    "Dense(16, 'relu'), Dropout(0.2), Dense(1, 'sigmoid')",
    'optimizer=SGD(momentum=0.9, nesterov=True)',
    'epochs=2, validation_split=0.2, callbacks=[EarlyStopping(patience=5), TensorBoard()]',
  );

  test('in English', async () => {
    const { words } = await tutor.say(code);
    expect(words.split('\n')).toEqual([
      'From your code I took layers:16 activation:relu dropout:0.2 optimizer:sgd momentum:0.9 epochs:2 validation_split:0.2 patience:5.',
      'Your code also has TensorBoard, nesterov, which I cannot use, so I left that out.',
      'Your EarlyStopping would keep the weights of the last epoch; here those of the best one are put back, as with restore_best_weights=True.',
    ]);
    const { settings } = (await tutor.newest()).record;
    expect(settings).toMatchObject({ layers: [16], dropout: 0.2, momentum: 0.9, patience: 5 });
  });

  test('in Korean, where there are no validation rows', async () => {
    const { words } = await tutor.say(
      'model.fit(X, y, epochs=2, callbacks=[EarlyStopping(patience=5)])',
      { locale: 'ko' },
    );
    expect(words.split('\n')).toEqual([
      '코드에 있는 EarlyStopping: 여기서는 쓸 수 없어서 빼고 학습해요.',
      'EarlyStopping은 val_loss를 보고 멈추는데 검증용 행이 없으면 val_loss도 없어요. fit에 validation_split=0.2를 넣으면 함께 쓸 수 있어요.',
    ]);
    expect((await tutor.newest()).record.settings.patience).toBeUndefined();
  });
});

test.each([
  "TypeError: Sequential.fit() got an unexpected keyword argument 'nb_epoch'",
  'Traceback (most recent call last):\n  model.fit(X, y, epochs=3)\nValueError: bad shape',
])('a machine’s message starts no run: %s', (text) => {
  expect(read(text)).toBeUndefined();
});
