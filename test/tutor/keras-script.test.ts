import { describe, expect, it } from 'vitest';
import { fit } from '../../commands/fit.js';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { readKerasCode } from '../../src/dispatch/keras-code.js';
import { accepts } from '../../src/dispatch/validate.js';
import type { FitSettings } from '../../src/runs/protocol.js';
import type { RunState } from '../../src/runs/run.js';
import { kerasScript } from '../../src/tutor/keras-script.js';
import { pythonString } from '../../src/tutor/python-literal.js';
import { python, pythonIsHere } from '../support/python.js';
import { recordedNames, recordedState } from '../support/recorded-runs.js';

const en = translator('en');
const hostile = '"; import os; os.system("x") # \\ \' ``` \n\r\u2028\u202e\u{e0041} 한글.csv';

function withFile(fileName: string): RunState {
  const state = recordedState('lesson');
  const dataset = { kind: 'csv', sha256: 'ab'.repeat(32), fileName } as const;
  const settings = { ...state.record.settings, dataset };
  return { ...state, record: { ...state.record, settings } };
}

function withSettings(name: string, more: Partial<FitSettings>): RunState {
  const state = recordedState(name);
  const settings = { ...state.record.settings, ...more };
  return { ...state, record: { ...state.record, settings } };
}

/** A run with every optional setting. */
const regularised = withSettings('penguins', {
  ...{
    epochs: 30,
    batchSize: 8,
    layers: [16, 8],
    activation: 'relu',
    optimizer: 'sgd',
    learningRate: 0.01,
    momentum: 0.9,
  },
  ...{ dropout: 0.2, l2: 0.001, validationSplit: 0.2, patience: 5 },
});

describe('the Keras script of a run', () => {
  it("has the run's own settings", () => {
    const script = kerasScript(recordedState('lesson'), en) ?? '';
    for (const line of [
      'keras.utils.set_random_seed(42)',
      'table = table.drop(columns=["RowNumber", "CustomerId", "Surname"])',
      'keras.layers.Dense(6, activation="relu"),',
      'keras.layers.Dense(1, activation="sigmoid"),',
      'optimizer=keras.optimizers.Adam(learning_rate=0.001),',
      'loss="binary_crossentropy",',
      'metrics=["accuracy"],',
      'batch_size=10,',
      'epochs=20,',
      '# 8,000 rows ÷ batch_size 10 → 800 iterations per epoch.',
    ]) {
      expect(script).toContain(line);
    }
    expect(script).not.toContain('validation_split');
  });

  it('follows the task: classes, validation, regression', () => {
    const penguins = kerasScript(recordedState('penguins'), en);
    expect(penguins).toContain('keras.layers.Dense(3, activation="softmax")');
    expect(penguins).toContain('loss="sparse_categorical_crossentropy"');
    expect(penguins).toContain('validation_split=0.2,');
    const cars = kerasScript(recordedState('cars'), en);
    expect(cars).toContain('keras.layers.Dense(1, activation="linear")');
    expect(cars).toContain('optimizer=keras.optimizers.RMSprop(learning_rate=0.01)');
    expect(cars).toContain('metrics=["mae"]');
  });

  it('has dropout, L2, momentum and early stopping if the run has them, as Keras writes them', () => {
    const script = kerasScript(regularised, en) ?? '';
    const penalty = 'kernel_regularizer=keras.regularizers.L2(0.001)';
    expect(script).toContain(
      [
        `        keras.layers.Dense(16, activation="relu", ${penalty}),`,
        '        keras.layers.Dropout(0.2),',
        `        keras.layers.Dense(8, activation="relu", ${penalty}),`,
        '        keras.layers.Dropout(0.2),',
        `        keras.layers.Dense(3, activation="softmax", ${penalty}),`,
        '    ]',
      ].join('\n'),
    );
    expect(script).toContain('keras.optimizers.SGD(learning_rate=0.01, momentum=0.9),');
    expect(script).toContain(
      'keras.callbacks.EarlyStopping(\n    monitor="val_loss", patience=5, restore_best_weights=True, verbose=1\n)',
    );
    expect(script).toContain('    validation_split=0.2,\n    callbacks=[stopping],\n)');
    const plain = kerasScript(recordedState('penguins'), en) ?? '';
    expect(plain).not.toMatch(/Dropout|regularizer|momentum|EarlyStopping|callbacks/);
  });

  it.each(locales)('pasted back (%s) it is the same run', (locale) => {
    const script = kerasScript(regularised, translator(locale)) ?? '';
    const code = readKerasCode(script, (option, value) => accepts(fit.spec, option, value));
    expect(code?.options.map(({ name, value }) => `${name}:${value}`)).toEqual([
      ...['layers:16,8', 'activation:relu', 'dropout:0.2', 'l2:0.001'],
      ...['optimizer:sgd', 'lr:0.01', 'momentum:0.9'],
      ...['batch_size:8', 'epochs:30', 'validation_split:0.2', 'patience:5'],
    ]);
    expect(code).toMatchObject({ ignored: [], notes: [] });
  });

  it('says that the invented customers are replaced by a stand-in', () => {
    expect(kerasScript(recordedState('stopped'), en)).toContain('The tutor generates its own rows');
  });

  it("is commented in the learner's language", () => {
    expect(kerasScript(recordedState('lesson'), translator('ko'))).toContain(
      '# 80%는 학습용, 20%는 시험용이에요.',
    );
  });

  it('is missing before the data was looked at', () => {
    const queued = recordedState('lesson', ({ kind }) => kind === 'queued');
    expect(kerasScript(queued, en)).toBeUndefined();
  });

  it('cannot be broken out of with a file name, neither as Python nor as a code block', () => {
    const script = kerasScript(withFile(hostile), en) ?? '';
    expect(script).not.toMatch(/`|\r|\u2028|\u202e/);
    const reading = script.split('\n').filter((line) => line.includes('pd.read_csv('));
    expect(reading).toHaveLength(1);
    expect(reading[0]).toContain(pythonString(hostile));
  });
});

describe.skipIf(!pythonIsHere)('in Python itself (skipped where python3 is missing)', () => {
  it.each(recordedNames)('the script of %s parses', (name) => {
    for (const t of [en, translator('ko')]) {
      const script = kerasScript(recordedState(name), t) ?? '';
      const names = python('import ast, sys\nprint(len(ast.parse(sys.stdin.read()).body))', script);
      expect(Number(names)).toBeGreaterThan(8);
    }
  });

  it.each(locales)('the script with all options (%s) parses', (locale) => {
    const script = kerasScript(regularised, translator(locale)) ?? '';
    python('import ast, sys\nast.parse(sys.stdin.read())', script);
  });

  it('a literal is exactly the text', () => {
    const read = python(
      'import ast, json, sys\nprint(json.dumps(ast.literal_eval(sys.stdin.read())))',
      pythonString(hostile),
    );
    expect(JSON.parse(read ?? '')).toBe(hostile);
  });
});
