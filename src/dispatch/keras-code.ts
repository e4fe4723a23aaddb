/** Keras code, pasted as it stands in a notebook: a call of fit, perhaps with the model that it trains. */
import { UserError } from '../errors.js';
import type { GivenOption } from './words.js';

export interface KerasCode {
  readonly options: readonly GivenOption[];
  /** What changes what Keras does and `/fit` has no option for, as it is called in the code. */
  readonly ignored: readonly string[];
  /** The model was pasted, too, so that it is worth saying what was understood. */
  readonly hasModel: boolean;
}

const fitCall = /(?:^|[\s=`(;>])[A-Za-z_][\w.]*\.fit\s*\(/;
/** What a machine says about code is no code. */
const machineText = /Traceback \(most recent call last\)|^\s*(?:\w+\.)*\w*(?:Error|Exception): /m;

/** Positional arguments of `Model.fit` (keras v2.15.0, engine/training.py), in order. */
const fitPositions = [
  ...['x', 'y', 'batch_size', 'epochs', 'verbose', 'callbacks', 'validation_split'],
  ...['validation_data', 'shuffle', 'class_weight', 'sample_weight', 'initial_epoch'],
];
const fitTakes = ['batch_size', 'epochs', 'validation_split'];
/** Names of Keras 1, in code that lessons still copy. */
const oldNames: Readonly<Record<string, string>> = { nb_epoch: 'epochs', output_dim: 'units' };
/** Data is chosen otherwise here, and how Keras prints or shuffles is what we do anyway. */
const harmless = ['x', 'y', 'verbose', 'shuffle=True'];
/** Keras' own default, where a pasted call names none; ours is the lesson's 20. */
const defaultEpochs = '1';

/**
 * Undefined when the text holds no call of fit, asks about one, or is an error message.
 * @throws UserError when the call's end is missing: what was cut off might change the run
 */
export function readKerasCode(text: string): KerasCode | undefined {
  const start = fitCall.exec(text);
  if (!start || machineText.test(text)) return undefined;
  const call = readArguments(text.slice(start.index + start[0].length), fitPositions);
  if (!call) throw new UserError('error.kerasUnclosed');
  if (isQuestion(call.rest)) return undefined;
  const options: GivenOption[] = [];
  const ignored = new Set<string>();
  for (const { name, value } of call.arguments) {
    if (fitTakes.includes(name)) options.push({ name, value: pythonNumber(value) });
    else if (!harmless.includes(name) && !harmless.includes(`${name}=${value}`)) ignored.add(name);
  }
  if (!options.some((option) => option.name === 'epochs')) {
    options.push({ name: 'epochs', value: defaultEpochs });
  }
  const model = readModel(text);
  for (const name of model.ignored) ignored.add(name);
  return {
    options: [...model.options, ...options],
    ignored: [...ignored],
    hasModel: model.options.length > 0,
  };
}

interface Model {
  readonly options: readonly GivenOption[];
  readonly ignored: readonly string[];
}

/** As in Keras' API, and in ours. */
const activations = ['relu', 'tanh', 'sigmoid'];
const optimizers = ['adam', 'sgd', 'rmsprop'];

/** `Dense` layers but the last, which the data decides, and the optimizer that compile was given. */
function readModel(text: string): Model {
  const layers = callsOf(text, /\b(?:[Ll]ayers\.)?([A-Z]\w+)\s*\(/g).filter(({ name }) =>
    /^(?:Dense|Dropout|Conv|LSTM|GRU|Embedding|BatchNorm|Flatten|MaxPool)/.test(name),
  );
  const dense = layers.filter(({ name }) => name === 'Dense');
  const hidden = dense.slice(0, -1).map(({ text: inside }) => denseOf(inside));
  const options: GivenOption[] = [];
  const ignored = layers.filter(({ name }) => name !== 'Dense').map(({ name }) => name);
  if (dense.length > 0) {
    const units = hidden.map((layer) => layer.units ?? '');
    options.push({ name: 'layers', value: units.length > 0 ? units.join(',') : 'none' });
    const [activation = 'linear', ...others] = hidden.map((layer) => layer.activation ?? 'linear');
    if (activations.includes(activation)) options.push({ name: 'activation', value: activation });
    else if (hidden.length > 0) ignored.push(`activation=${activation}`);
    ignored.push(...others.filter((one) => one !== activation).map((one) => `activation=${one}`));
  }
  const compiled = callsOf(text, /\.(compile)\s*\(/g).at(-1);
  const optimizer = compiled && optimizerOf(text, compiled.text);
  if (optimizer) {
    options.push(...optimizer.options);
    ignored.push(...optimizer.ignored);
  }
  return { options, ignored };
}

function denseOf(inside: string): { readonly units?: string; readonly activation?: string } {
  const given = readArguments(inside, ['units', 'activation'])?.arguments ?? [];
  const valueOf = (name: string): string | undefined =>
    given.find((argument) => argument.name === name)?.value.replace(/^(["'])(.*)\1$/, '$2');
  const [units, activation] = [valueOf('units'), valueOf('activation')];
  return {
    ...(units !== undefined && { units }),
    ...(activation !== undefined && { activation: activation.replace(/^.*\./, '') }),
  };
}

/** `'sgd'`, `Adam(learning_rate=0.01)`, or a variable that holds one. */
function optimizerOf(text: string, compiled: string): Model | undefined {
  const given = readArguments(compiled, ['optimizer'])?.arguments ?? [];
  const value = given.find(({ name }) => name === 'optimizer')?.value ?? '';
  const [, quoted] = /^["'](\w+)["']$/.exec(value) ?? [];
  const variable = /^\w+$/.test(value)
    ? new RegExp(String.raw`\b${value}\s*=\s*((?:\w+\.)*[A-Z]\w*\s*\(.*)`).exec(text)?.[1]
    : undefined;
  const [made] = callsOf(variable ?? value, /\b([A-Z]\w+)\s*\(/g);
  const name = (quoted ?? made?.name ?? '').toLowerCase();
  if (name === '') return undefined;
  if (!optimizers.includes(name)) return { options: [], ignored: [`optimizer=${name}`] };
  const settings = (made && readArguments(made.text, ['learning_rate'])?.arguments) ?? [];
  const isRate = (one: string): boolean => one === 'learning_rate' || one === 'lr';
  return {
    options: [
      { name: 'optimizer', value: name },
      ...settings
        .filter((one) => isRate(one.name))
        .map((one) => ({ name: 'lr', value: pythonNumber(one.value) })),
    ],
    ignored: settings.filter((one) => !isRate(one.name)).map((one) => one.name),
  };
}

/** Calls whose names the pattern catches, each with the text behind its opening bracket. */
function callsOf(
  text: string,
  pattern: RegExp,
): readonly { readonly name: string; readonly text: string }[] {
  const code = text.replace(/#.*$/gm, '');
  return [...code.matchAll(pattern)].map(({ 0: whole, 1: name = '', index }) => ({
    name,
    text: code.slice(index + whole.length),
  }));
}

interface Argument {
  readonly name: string;
  readonly value: string;
}

interface Call {
  /** Without those that are `None`, which asks Keras for its default. */
  readonly arguments: readonly Argument[];
  /** What stands behind the closing bracket. */
  readonly rest: string;
}

/** Python's strings and comments, brackets, commas, and what stands between them. */
const tokenPattern =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#.*|[([{]|[)\]}]|,|[^"'#()[\]{},]+|["']/g;

/**
 * Splits at the call's own commas, up to its closing bracket; undefined when that is missing.
 * @param text behind the opening bracket
 * @param positions what unnamed arguments are called, in order
 */
function readArguments(text: string, positions: readonly string[]): Call | undefined {
  const parts = [''];
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokenPattern)) {
    if (token.startsWith('#')) continue;
    if (depth === 0 && /^[)\]}]$/.test(token)) {
      const written = parts.map((part) => part.trim()).filter((part) => part !== '');
      return {
        arguments: written
          .map((part, place) => namedArgument(part, positions[place] ?? '*args'))
          .filter(({ value }) => value !== 'None'),
        rest: text.slice(index + 1),
      };
    }
    if (/^[([{]$/.test(token)) depth += 1;
    else if (/^[)\]}]$/.test(token)) depth -= 1;
    if (depth === 0 && token === ',') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${token}`);
  }
  return undefined;
}

function namedArgument(part: string, position: string): Argument {
  const { name = position, value = part } =
    /^(?<name>[A-Za-z_]\w*)\s*=(?!=)\s*(?<value>[\s\S]*)$/.exec(part)?.groups ?? {};
  return { name: oldNames[name] ?? name, value };
}

/** “model.fit(…)이 뭐예요?” and “what does model.fit(…) do?” ask for words, not for a run. */
function isQuestion(rest: string): boolean {
  return /^\p{L}|\?[\s`]*$/u.test(rest.replace(/#.*$/gm, ''));
}

/** Python allows `1_000`. */
function pythonNumber(text: string): string {
  return text.replace(/(?<=\d)_(?=\d)/g, '');
}
