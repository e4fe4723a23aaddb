/** Keras code, pasted as it stands in a notebook: a call of fit, perhaps with the model that it trains. */
import { UserError } from '../errors.js';
import { readCallbacks, type UnderstoodCallbacks } from './keras-callbacks.js';
import { readModel } from './keras-model.js';
import type { Accepts, KerasOption } from './keras-option.js';
import { numberIn, readArguments } from './python-call.js';

export interface KerasCode extends UnderstoodCallbacks {
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
/** Data is chosen otherwise here, and how Keras prints or shuffles is what we do anyway. */
const harmless = ['x', 'y', 'verbose', 'shuffle=True'];
/** Keras' own default, where a pasted call names none; ours is the lesson's 20. */
const defaultEpochs = '1';

/**
 * Undefined when the text holds no call of fit, asks about one, or is an error message.
 * @throws UserError when the call's end is missing: what was cut off might change the run
 */
export function readKerasCode(text: string, accepts: Accepts): KerasCode | undefined {
  const start = fitCall.exec(text);
  if (!start || machineText.test(text)) return undefined;
  const call = readArguments(text.slice(start.index + start[0].length), fitPositions);
  if (!call) throw new UserError('error.kerasUnclosed');
  if (isQuestion(call.rest) || asks(text.slice(0, start.index)) || asks(call.rest))
    return undefined;
  const code = text.replace(/#.*$/gm, '');
  const model = readModel(code, accepts);
  const options: KerasOption[] = [...model.options];
  const ignored: string[] = [];
  const callbacks: string[] = [];
  for (const { name, value } of call.arguments) {
    if (fitTakes.includes(name)) options.push({ name, value: numberIn(value, code) ?? value });
    else if (name === 'callbacks') callbacks.push(value);
    else if (!harmless.includes(name) && !harmless.includes(`${name}=${value}`)) ignored.push(name);
  }
  if (!options.some((option) => option.name === 'epochs')) {
    options.push({ name: 'epochs', value: defaultEpochs });
  }
  const validation = options.find(({ name }) => name === 'validation_split');
  const hasValidation = validation !== undefined && Number(validation.value) !== 0;
  const watched = callbacks.map((value) => readCallbacks(value, code, hasValidation));
  options.push(...watched.flatMap((found) => found.options));
  ignored.push(...watched.flatMap((found) => found.ignored), ...model.ignored);
  const refused = options.filter(
    ({ name, value, called }) => called !== undefined && !accepts(name, value),
  );
  const taken = options.filter((option) => !refused.includes(option));
  const stopsEarly = taken.some(({ name }) => name === 'patience');
  return {
    options: taken,
    ignored: [...new Set([...ignored, ...refused.map(({ called = '' }) => called)])],
    notes: watched
      .flatMap(({ notes }) => notes)
      .filter((note) => note !== 'restoresBest' || stopsEarly),
    hasModel: model.options.length > 0,
  };
}

/** Words that ask; not those of code, as in `x.mean()`, `how='left'` and what stands in quotes. */
const asking =
  /(?<![.\w])(?:what|whats|why|how|which|meaning|explain)(?!\w|\s*[=(.,])|뭐|뭔|무슨|무엇|왜|어떻게|어떤|의미|설명|뜻|차이|(?:인가|나|까|건가|거죠|맞죠)요?(?=\s*$)/imu;

/** Whether what stands before or behind a call asks something: then the call is what it is about. */
function asks(beside: string): boolean {
  const prose = beside.replace(/#.*$/gm, '').replace(/'[^'\n]*'|"[^"\n]*"/g, '');
  return asking.test(prose);
}

/** “model.fit(…)이 뭐예요?” and “what does model.fit(…) do?” ask for words, not for a run. */
function isQuestion(rest: string): boolean {
  return /^\p{L}|\?[\s`]*$/u.test(rest.replace(/#.*$/gm, ''));
}
