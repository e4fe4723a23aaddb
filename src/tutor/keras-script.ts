/** A run's settings as a Python script for learners' own Keras. */
import type { Translator } from '../content/translator.js';
import type { DataSummary, TaskType } from '../runs/dataset.js';
import { optimizers } from '../runs/optimizers.js';
import type { FitSettings } from '../runs/protocol.js';
import { stepsPerEpoch, type RunState } from '../runs/run.js';
import { headSections, scriptOf } from './script-head.js';

const outputs: Record<TaskType, { readonly activation: string; readonly loss: string }> = {
  binary: { activation: 'sigmoid', loss: 'binary_crossentropy' },
  multiclass: { activation: 'softmax', loss: 'sparse_categorical_crossentropy' },
  regression: { activation: 'linear', loss: 'mean_squared_error' },
};

/** A complete script for Keras 2.15 and 3; undefined until a run's data has been read. */
export function kerasScript({ record, data }: RunState, t: Translator): string | undefined {
  if (!data) return undefined;
  const { settings } = record;
  const head = [t.plain('code.title', { run: record.id }), t.plain('code.versions')];
  const library = {
    standard: [],
    imports: ['import keras'],
    seeding: [`keras.utils.set_random_seed(${settings.seed})`],
  };
  return scriptOf([
    ...headSections(head, library, settings, data, t),
    modelLines(settings, data, t),
    fitLines(settings, data, t),
    [
      `# ${t.plain('code.test')}`,
      `loss, ${data.metric} = model.evaluate(x[test], y[test], verbose=0)`,
      `print(f"test loss {loss:.4f}, test ${data.metric} {${data.metric}:.4f}")`,
    ],
  ]);
}

function modelLines(settings: FitSettings, data: DataSummary, t: Translator): readonly string[] {
  const { layers, activation, optimizer, learningRate, momentum, dropout, l2 } = settings;
  const shape = [data.inputs, ...layers, data.outputs].join(' → ');
  const output = outputs[data.task];
  const dense = (units: number, named: string): string => {
    const penalty = l2 === undefined ? '' : `, kernel_regularizer=keras.regularizers.L2(${l2})`;
    return `        keras.layers.Dense(${units}, activation="${named}"${penalty}),`;
  };
  const rate = `learning_rate=${learningRate}`;
  const pace = momentum === undefined ? rate : `${rate}, momentum=${momentum}`;
  return [
    `# ${t.plain('code.model', { shape })}`,
    ...(dropout === undefined ? [] : [`# ${t.plain('code.dropout')}`]),
    ...(l2 === undefined ? [] : [`# ${t.plain('code.l2')}`]),
    'model = keras.Sequential(',
    '    [',
    '        keras.Input(shape=(x.shape[1],)),',
    ...layers.flatMap((units) => [
      dense(units, activation),
      ...(dropout === undefined ? [] : [`        keras.layers.Dropout(${dropout}),`]),
    ]),
    dense(data.outputs, output.activation),
    '    ]',
    ')',
    'model.compile(',
    `    optimizer=keras.optimizers.${optimizers[optimizer].keras}(${pace}),`,
    `    loss="${output.loss}",`,
    `    metrics=["${data.metric}"],`,
    ')',
  ];
}

function fitLines(settings: FitSettings, data: DataSummary, t: Translator): readonly string[] {
  const { batchSize, epochs, validationSplit, patience } = settings;
  const rows = data.rows.training;
  const steps = stepsPerEpoch(rows, batchSize);
  return [
    `# ${t.plain('code.fit', { rows, batch: batchSize, steps })}`,
    ...(validationSplit > 0 ? [`# ${t.plain('code.validation')}`] : []),
    ...(patience === undefined ? [] : stoppingLines(patience, t)),
    'history = model.fit(',
    '    x[train],',
    '    y[train],',
    `    batch_size=${batchSize},`,
    `    epochs=${epochs},`,
    ...(validationSplit > 0 ? [`    validation_split=${validationSplit},`] : []),
    ...(patience === undefined ? [] : ['    callbacks=[stopping],']),
    ')',
  ];
}

function stoppingLines(patience: number, t: Translator): readonly string[] {
  return [
    `# ${t.plain('code.patience', { patience })}`,
    `# ${t.plain('code.restore')}`,
    'stopping = keras.callbacks.EarlyStopping(',
    `    monitor="val_loss", patience=${patience}, restore_best_weights=True, verbose=1`,
    ')',
  ];
}
