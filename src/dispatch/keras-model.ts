/** The parts of a pasted model that `/fit` has options for: its layers, and compile's optimizer. */
import {
  argumentsByName,
  callIn,
  callsOf,
  followed,
  numberIn,
  unquoted,
  type FoundCall,
} from './python-call.js';
import type { Accepts, KerasOption, Understood } from './keras-option.js';

const layerNames =
  /^(?:Dense|Conv|LSTM|GRU|Embedding|BatchNorm|Flatten|MaxPool|(?:Alpha|Gaussian|Spatial)?Dropout)/;

/** More layers than `/fit` accepts, so that a text of nothing but layers is read quickly. */
const MAX_LAYERS = 100;

/**
 * All `Dense` layers but the last, which depends on the data, their settings, and the optimizer.
 * @param code without comments
 * @param accepts checks a value for one of our options; names are the same as Keras'
 */
export function readModel(code: string, accepts: Accepts): Understood {
  const layers = callsOf(code, /\b(?:[Ll]ayers\.)?([A-Z]\w+)\s*\(/g)
    .filter(({ name }) => layerNames.test(name))
    .slice(0, MAX_LAYERS);
  const others = layers.filter(({ name }) => name !== 'Dense' && name !== 'Dropout');
  const parts = [
    readDense(layers, code, accepts),
    readDropout(layers, code),
    readRegularizers(layers, code),
    readOptimizer(code, accepts),
  ];
  return {
    options: parts.flatMap(({ options }) => options),
    ignored: [...others.map(({ name }) => name), ...parts.flatMap(({ ignored }) => ignored)],
  };
}

const densePositions = ['units', 'activation'];

function readDense(layers: readonly FoundCall[], code: string, accepts: Accepts): Understood {
  const dense = layers.filter(({ name }) => name === 'Dense');
  if (dense.length === 0) return { options: [], ignored: [] };
  const hidden = dense.slice(0, -1).map(({ text }) => argumentsByName(text, densePositions));
  const units = hidden.map((layer) => {
    const given = layer.get('units') ?? '';
    return numberIn(given, code) ?? unquoted(given);
  });
  const options: KerasOption[] = [
    { name: 'layers', value: units.length > 0 ? units.join(',') : 'none' },
  ];
  const used = hidden.map((layer) =>
    unquoted(layer.get('activation') ?? 'linear').replace(/^.*\./, ''),
  );
  const [activation = 'linear', ...others] = used;
  const ignored = others.filter((one) => one !== activation);
  if (accepts('activation', activation)) options.push({ name: 'activation', value: activation });
  else if (hidden.length > 0) ignored.unshift(activation);
  return { options, ignored: ignored.map((one) => `activation=${one}`) };
}

/** Ours is one rate after every hidden layer; any other arrangement is a different network. */
function readDropout(layers: readonly FoundCall[], code: string): Understood {
  const order = layers.filter(({ name }) => name === 'Dense' || name === 'Dropout');
  const given = order
    .filter(({ name }) => name === 'Dropout')
    .map(({ text }) => argumentsByName(text, ['rate', 'noise_shape', 'seed']));
  const rates = new Set(given.map((one) => numberIn(one.get('rate') ?? '', code)));
  const [rate] = rates;
  if (given.length === 0 || (rates.size === 1 && Number(rate) === 0)) {
    return { options: [], ignored: [] };
  }
  const afterEachHidden = /^(?:Dense Dropout )+Dense $/.test(
    order.map(({ name }) => `${name} `).join(''),
  );
  const plain = given.every((one) => !one.has('noise_shape'));
  if (rate === undefined || rates.size > 1 || !afterEachHidden || !plain) {
    return { options: [], ignored: ['Dropout'] };
  }
  return { options: [{ name: 'dropout', value: rate, called: `Dropout(${rate})` }], ignored: [] };
}

const otherRegularizers = ['bias_regularizer', 'activity_regularizer'];

/** Ours is one λ for the kernels of all layers. */
function readRegularizers(layers: readonly FoundCall[], code: string): Understood {
  const dense = layers
    .filter(({ name }) => name === 'Dense')
    .map(({ text }) => argumentsByName(text, densePositions));
  const ignored = otherRegularizers.filter((name) => dense.some((layer) => layer.has(name)));
  const given = dense.map((layer) => layer.get('kernel_regularizer'));
  if (given.every((value) => value === undefined)) return { options: [], ignored };
  const lambdas = given.map((value) => value !== undefined && l2In(value, code));
  const [lambda] = lambdas;
  if (typeof lambda !== 'string' || lambdas.some((one) => Number(one) !== Number(lambda))) {
    return { options: [], ignored: ['kernel_regularizer', ...ignored] };
  }
  const option = { name: 'l2', value: lambda, called: 'kernel_regularizer' };
  return { options: Number(lambda) === 0 ? [] : [option], ignored };
}

/** Keras' default λ (keras v2.15.0 and v3, regularizers.py). */
const defaultL2 = '0.01';

/** λ of `l2(0.001)`, `regularizers.L2(l2=0.001)`, `'l2'`, or a variable that holds one. */
function l2In(value: string, code: string): string | undefined {
  const held = followed(value, code);
  if (/^(["'])l2\1/i.test(held)) return defaultL2;
  const call = callIn(held);
  if (call?.name.toLowerCase() !== 'l2') return undefined;
  // Early Keras 2 called it `l`.
  const given = argumentsByName(call.text, ['l2']);
  return numberIn(given.get('l2') ?? given.get('l') ?? defaultL2, code);
}

/** Keras' names for the learning rate, the last one until 2.2. */
const rateNames = ['learning_rate', 'lr'];

/** `'sgd'`, `Adam(learning_rate=0.01)`, or a variable that holds one. */
function readOptimizer(code: string, accepts: Accepts): Understood {
  const nothing = { options: [], ignored: [] };
  const compiled = callsOf(code, /\.(compile)\s*\(/g).at(-1);
  if (!compiled) return nothing;
  const value = argumentsByName(compiled.text, ['optimizer']).get('optimizer') ?? '';
  const held = followed(value, code);
  const made = callIn(held);
  const name = (/^["'](\w+)["']/.exec(held)?.[1] ?? made?.name ?? '').toLowerCase();
  if (name === '') return nothing;
  if (!accepts('optimizer', name)) return { options: [], ignored: [`optimizer=${name}`] };
  const options: KerasOption[] = [{ name: 'optimizer', value: name }];
  const ignored: string[] = [];
  const positions = name === 'sgd' ? ['learning_rate', 'momentum', 'nesterov'] : ['learning_rate'];
  for (const [setting, given] of made ? argumentsByName(made.text, positions) : []) {
    if (rateNames.includes(setting)) {
      options.push({ name: 'lr', value: numberIn(given, code) ?? given, called: setting });
    } else if (setting === 'momentum' && name === 'sgd') {
      const momentum = numberIn(given, code) ?? given;
      if (Number(momentum) !== 0) {
        options.push({ name: 'momentum', value: momentum, called: setting });
      }
    } else if (!harmless.includes(`${setting}=${given}`)) ignored.push(setting);
  }
  return { options, ignored };
}

/** Optimizer arguments that change nothing. */
const harmless = ['nesterov=False', 'momentum=0', 'momentum=0.0'];
