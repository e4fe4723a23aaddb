/** A call of Keras' fit, pasted as it stands in a notebook: `model.fit(X, y, batch_size=10, epochs=20)`. */
import { UserError } from '../errors.js';
import type { GivenOption } from './words.js';

export interface KerasCall {
  readonly options: readonly GivenOption[];
  /** Arguments that change what Keras does and that `/fit` has no option for. */
  readonly ignored: readonly string[];
}

const callStart = /(?:^|[\s=`(;>])[A-Za-z_][\w.]*\.fit\s*\(/;

/** Positional arguments of `Model.fit` (keras v2.15.0, engine/training.py), in order. */
const positions = [
  ...['x', 'y', 'batch_size', 'epochs', 'verbose', 'callbacks', 'validation_split'],
  ...['validation_data', 'shuffle', 'class_weight', 'sample_weight', 'initial_epoch'],
];
const taken = ['batch_size', 'epochs', 'validation_split'];
/** Data is chosen otherwise here, and how Keras prints or shuffles is what we do anyway. */
const harmless = ['x', 'y', 'verbose', 'shuffle=True'];
/** Keras' own default, where a pasted call names none; ours is the lesson's 20. */
const defaultEpochs = '1';

/**
 * Undefined when the text holds no such call, or asks about one.
 * @throws UserError when the call's end is missing: what was cut off might change the run
 */
export function readKerasCall(text: string): KerasCall | undefined {
  const start = callStart.exec(text);
  if (!start) return undefined;
  const { parts, rest } = splitArguments(text.slice(start.index + start[0].length));
  if (isQuestion(rest)) return undefined;
  const options: GivenOption[] = [];
  const ignored = new Set<string>();
  parts.forEach((argument, index) => {
    const keyword = /^(?<name>[A-Za-z_]\w*)\s*=(?!=)\s*(?<value>[\s\S]*)$/.exec(argument)?.groups;
    const name = keyword?.name ?? positions[index] ?? '*args';
    const value = keyword?.value ?? argument;
    // None asks Keras for its default.
    if (value === 'None') return;
    if (taken.includes(name)) options.push({ name, value: pythonNumber(value) });
    else if (!harmless.includes(name) && !harmless.includes(`${name}=${value}`)) ignored.add(name);
  });
  if (!options.some((option) => option.name === 'epochs')) {
    options.push({ name: 'epochs', value: defaultEpochs });
  }
  return { options, ignored: [...ignored] };
}

/** Python's strings and comments, brackets, commas, and what stands between them. */
const tokenPattern =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#.*|[([{]|[)\]}]|,|[^"'#()[\]{},]+|["']/g;

/** Splits at the call's own commas, up to its closing bracket. */
function splitArguments(text: string): {
  readonly parts: readonly string[];
  readonly rest: string;
} {
  const parts = [''];
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokenPattern)) {
    if (token.startsWith('#')) continue;
    if (depth === 0 && /^[)\]}]$/.test(token)) {
      const written = parts.map((part) => part.trim()).filter((part) => part !== '');
      return { parts: written, rest: text.slice(index + 1) };
    }
    if (/^[([{]$/.test(token)) depth += 1;
    else if (/^[)\]}]$/.test(token)) depth -= 1;
    if (depth === 0 && token === ',') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${token}`);
  }
  throw new UserError('error.kerasUnclosed');
}

/** “model.fit(…)이 뭐예요?” and “what does model.fit(…) do?” ask for words, not for a run. */
function isQuestion(rest: string): boolean {
  return /^\p{L}|\?[\s`]*$/u.test(rest.replace(/#.*$/gm, ''));
}

/** Python allows `1_000`. */
function pythonNumber(text: string): string {
  return text.replace(/(?<=\d)_(?=\d)/g, '');
}
