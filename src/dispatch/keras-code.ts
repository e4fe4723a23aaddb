/** Keras code pasted from a notebook: a fit call, perhaps with the model that it trains. */
import { UserError } from '../errors.js';
import { readCallbacks, type UnderstoodCallbacks } from './keras-callbacks.js';
import { readModel } from './keras-model.js';
import type { Accepts, KerasOption } from './keras-option.js';
import { numberIn, readArguments } from './python-call.js';

export interface KerasCode extends UnderstoodCallbacks {
  /** The model was pasted, too, so it is worth saying what was understood. */
  readonly hasModel: boolean;
}

const fitCall = /(?:^|[\s=`(;>])[A-Za-z_][\w.]*\.fit\s*\(/;
/** Tracebacks about code are not code. */
const machineText = /Traceback \(most recent call last\)|^\s*(?:\w+\.)*\w*(?:Error|Exception): /m;

/** Positional arguments of `Model.fit` (keras v2.15.0, engine/training.py), in order. */
const fitPositions = [
  ...['x', 'y', 'batch_size', 'epochs', 'verbose', 'callbacks', 'validation_split'],
  ...['validation_data', 'shuffle', 'class_weight', 'sample_weight', 'initial_epoch'],
];
const fitTakes = ['batch_size', 'epochs', 'validation_split'];
/** Data is chosen differently here, and printing and shuffling work like Keras anyway. */
const harmless = ['x', 'y', 'verbose', 'shuffle=True'];
/** Keras' own default, for a pasted call without epochs; ours is the lesson's 20. */
const defaultEpochs = '1';

/**
 * Undefined when the text contains no fit call, asks about one, or is an error message.
 * @throws UserError when the call's end is missing: the missing part might change the run
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

/** Question words, but not those in code, as in `x.mean()`, `how='left'` and strings. */
const asking =
  /(?<![.\w])(?:what|whats|why|how|which|meaning|explain)(?!\w|\s*[=(.,])|뭐|뭔|무슨|무엇|왜|어떻게|어떤|의미|설명|뜻|차이|(?:인가|나|까|건가|거죠|맞죠)요?(?=\s*$)/imu;

/** Whether the text around a call is a question: then it is about the call. */
function asks(beside: string): boolean {
  const prose = beside.replace(/#.*$/gm, '').replace(/'[^'\n]*'|"[^"\n]*"/g, '');
  return asking.test(prose);
}

/** “model.fit(…)이 뭐예요?” and “what does model.fit(…) do?” ask for an explanation, not for a run. */
function isQuestion(rest: string): boolean {
  return /^\p{L}|\?[\s`]*$/u.test(rest.replace(/#.*$/gm, ''));
}
