/**
 * A run's settings as a PyTorch training loop. Keras hides epoch, iteration and batch inside `fit`; here
 * each is a separate line, and comments say which.
 */
import type { Translator } from '../content/translator.js';
import type { DataSummary, TaskType } from '../runs/dataset.js';
import type { Activation, FitSettings, OptimizerName } from '../runs/protocol.js';
import { stepsPerEpoch, type RunState } from '../runs/run.js';
import { headSections, scriptOf } from './script-head.js';

/** Keras' constants, where PyTorch's differ: its RMSprop has alpha 0.99, and epsilon is 1e-8. */
const optimizers: Record<OptimizerName, { readonly name: string; readonly more: string }> = {
  adam: { name: 'Adam', more: ', eps=1e-7' },
  sgd: { name: 'SGD', more: '' },
  rmsprop: { name: 'RMSprop', more: ', alpha=0.9, eps=1e-7' },
};

const activations: Record<Activation, string> = {
  relu: 'nn.ReLU()',
  tanh: 'nn.Tanh()',
  sigmoid: 'nn.Sigmoid()',
};

/** `metric` compares `outputs` with `answers`; `hidden` is the activation that the loss applies itself. */
const tasks: Record<
  TaskType,
  { readonly loss: string; readonly hidden?: string; readonly metric: string; readonly y: string }
> = {
  binary: {
    loss: 'nn.BCEWithLogitsLoss()',
    hidden: 'sigmoid',
    metric: '((outputs > 0) == (answers > 0.5)).float().mean()',
    y: 'torch.float32',
  },
  multiclass: {
    loss: 'nn.CrossEntropyLoss()',
    hidden: 'softmax',
    metric: '(outputs.argmax(dim=1) == answers).float().mean()',
    y: 'torch.int64',
  },
  regression: {
    loss: 'nn.MSELoss()',
    metric: '(outputs - answers).abs().mean()',
    y: 'torch.float32',
  },
};

/** A complete script; undefined until a run's data has been read. */
export function pytorchScript({ record, data }: RunState, t: Translator): string | undefined {
  if (!data) return undefined;
  const { settings } = record;
  const head = [t.plain('code.torch.title', { run: record.id }), t.plain('code.torch.versions')];
  const library = {
    standard: settings.patience === undefined ? [] : ['import copy'],
    imports: [
      ...['import torch', 'from torch import nn'],
      'from torch.utils.data import DataLoader, TensorDataset',
    ],
    seeding: [`np.random.seed(${settings.seed})`, `torch.manual_seed(${settings.seed})`],
  };
  return scriptOf([
    ...headSections(head, library, settings, data, t),
    rowLines(settings, data, t),
    modelLines(settings, data, t),
    measureLines(settings, data),
    loopLines(settings, data, t),
    [
      `# ${t.plain('code.test')}`,
      `loss, ${data.metric} = measured(inputs[test], targets[test])`,
      `print(f"test loss {loss:.4f}, test ${data.metric} {${data.metric}:.4f}")`,
    ],
  ]);
}

function rowLines(settings: FitSettings, data: DataSummary, t: Translator): readonly string[] {
  const { batchSize, validationSplit } = settings;
  return [
    'inputs = torch.tensor(x, dtype=torch.float32)',
    `targets = torch.tensor(y, dtype=${tasks[data.task].y})`,
    ...(validationSplit > 0
      ? [
          `# ${t.plain('code.validation')}`,
          `train, validation = np.split(train, [int(len(train) * (1 - ${validationSplit}))])`,
        ]
      : []),
    `# ${t.plain('code.torch.batch', { batch: batchSize, rows: data.rows.training })}`,
    'rows = TensorDataset(inputs[train], targets[train])',
    `loader = DataLoader(rows, batch_size=${batchSize}, shuffle=True)`,
  ];
}

function modelLines(settings: FitSettings, data: DataSummary, t: Translator): readonly string[] {
  const { layers, activation, optimizer, learningRate, momentum, dropout, l2 } = settings;
  const sizes = [data.inputs, ...layers, data.outputs];
  const { name, more } = optimizers[optimizer];
  const { hidden, loss } = tasks[data.task];
  const momentumOf = momentum === undefined ? '' : `, momentum=${momentum}`;
  return [
    `# ${t.plain('code.model', { shape: sizes.join(' → ') })}`,
    ...(dropout === undefined ? [] : [`# ${t.plain('code.dropout')}`]),
    ...(hidden === undefined ? [] : [`# ${t.plain('code.torch.sums', { activation: hidden })}`]),
    'model = nn.Sequential(',
    ...layers.flatMap((units, index) => [
      `    nn.Linear(${sizes[index] ?? 0}, ${units}),`,
      `    ${activations[activation]},`,
      ...(dropout === undefined ? [] : [`    nn.Dropout(${dropout}),`]),
    ]),
    `    nn.Linear(${sizes.at(-2) ?? 0}, ${data.outputs}),`,
    // A single column becomes one number per row, like the targets.
    ...(data.outputs === 1 ? ['    nn.Flatten(0),'] : []),
    ')',
    'linear = [layer for layer in model if isinstance(layer, nn.Linear)]',
    `# ${t.plain('code.torch.start')}`,
    'for layer in linear:',
    '    nn.init.xavier_uniform_(layer.weight)',
    '    nn.init.zeros_(layer.bias)',
    `optimizer = torch.optim.${name}(model.parameters(), lr=${learningRate}${momentumOf}${more})`,
    `loss_function = ${loss}`,
    ...(l2 === undefined
      ? []
      : [
          '',
          `# ${t.plain('code.l2')}`,
          'def penalty():',
          `    return ${l2} * sum((layer.weight**2).sum() for layer in linear)`,
        ]),
  ];
}

function lossOf(outputs: string, answers: string, { l2 }: FitSettings): string {
  return `loss_function(${outputs}, ${answers})${l2 === undefined ? '' : ' + penalty()'}`;
}

function measureLines(settings: FitSettings, { task, metric }: DataSummary): readonly string[] {
  return [
    `def ${metric}_of(outputs, answers):`,
    `    return ${tasks[task].metric}.item()`,
    '',
    'def measured(rows, answers):',
    '    model.eval()',
    '    with torch.no_grad():',
    '        outputs = model(rows)',
    `        loss = ${lossOf('outputs', 'answers', settings)}`,
    `    return loss.item(), ${metric}_of(outputs, answers)`,
  ];
}

function loopLines(settings: FitSettings, data: DataSummary, t: Translator): readonly string[] {
  const { batchSize, epochs, validationSplit, patience } = settings;
  const { metric } = data;
  const rows = data.rows.training;
  const steps = stepsPerEpoch(rows, batchSize);
  const say = (key: 'forward' | 'backward' | 'update' | 'mean', params = {}): string =>
    `# ${t.plain(`code.torch.${key}`, params)}`;
  const validates = validationSplit > 0;
  return [
    ...(patience === undefined
      ? []
      : [
          `# ${t.plain('code.patience', { patience })}`,
          'lowest, best, waited = float("inf"), copy.deepcopy(model.state_dict()), 0',
        ]),
    `# ${t.plain('code.torch.epoch', { rows, epochs })}`,
    `for epoch in range(1, ${epochs} + 1):`,
    '    model.train()',
    `    seen = loss_sum = ${metric}_sum = 0`,
    `    # ${t.plain('code.torch.iteration', { steps })}`,
    '    for x_batch, y_batch in loader:',
    `        ${say('forward')}`,
    '        outputs = model(x_batch)',
    `        loss = ${lossOf('outputs', 'y_batch', settings)}`,
    `        ${say('backward')}`,
    '        optimizer.zero_grad()',
    '        loss.backward()',
    `        ${say('update')}`,
    '        optimizer.step()',
    `        ${say('mean')}`,
    '        seen += len(y_batch)',
    '        loss_sum += loss.item() * len(y_batch)',
    `        ${metric}_sum += ${metric}_of(outputs, y_batch) * len(y_batch)`,
    `    line = f"Epoch {epoch}/${epochs} - {len(loader)} iterations"`,
    `    line += f" - loss: {loss_sum / seen:.4f} - ${metric}: {${metric}_sum / seen:.4f}"`,
    ...(validates
      ? [
          `    val_loss, val_${metric} = measured(inputs[validation], targets[validation])`,
          `    line += f" - val_loss: {val_loss:.4f} - val_${metric}: {val_${metric}:.4f}"`,
        ]
      : []),
    '    print(line)',
    ...(patience === undefined ? [] : stoppingLines(patience, t)),
  ];
}

function stoppingLines(patience: number, t: Translator): readonly string[] {
  return [
    '    waited += 1',
    '    if val_loss < lowest:',
    '        lowest, best, waited = val_loss, copy.deepcopy(model.state_dict()), 0',
    `    if epoch > 1 and waited >= ${patience}:`,
    '        break',
    `# ${t.plain('code.torch.restore')}`,
    'model.load_state_dict(best)',
  ];
}
