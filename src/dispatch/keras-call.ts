/** A call of Keras' fit, pasted as it stands in a notebook: `model.fit(X, y, batch_size=10, epochs=20)`. */
import type { GivenOption } from './words.js';

export interface KerasCall {
  readonly options: readonly GivenOption[];
  /** Arguments that change what Keras does and that `/fit` has no option for. */
  readonly ignored: readonly string[];
}

const callPattern = /(?:^|[\s=`(])[A-Za-z_][\w.]*\.fit\s*\((?<inside>[\s\S]*)\)/;

/** Positional arguments of `Model.fit`, in order. */
const positions = ['x', 'y', 'batch_size', 'epochs', 'verbose'];
const taken = ['batch_size', 'epochs', 'validation_split'];
/** Data is chosen otherwise here, and how Keras prints or shuffles is what we do anyway. */
const harmless = new Set(['x', 'y', 'verbose', 'shuffle=True']);
/** Keras' own default, where a pasted call names none; ours is the lesson's 20. */
const defaultEpochs = '1';

/** Undefined when the text holds no such call. */
export function readKerasCall(text: string): KerasCall | undefined {
  const inside = callPattern.exec(text)?.groups?.inside;
  if (inside === undefined) return undefined;
  const options: GivenOption[] = [];
  const ignored: string[] = [];
  splitArguments(inside).forEach((argument, index) => {
    const keyword = /^(?<name>[A-Za-z_]\w*)\s*=(?!=)\s*(?<value>[\s\S]*)$/.exec(argument)?.groups;
    const name = keyword?.name ?? positions[index] ?? argument;
    const value = (keyword?.value ?? argument).trim();
    if (taken.includes(name)) options.push({ name, value: pythonNumber(value) });
    else if (!harmless.has(name) && !harmless.has(`${name}=${value}`)) ignored.push(name);
  });
  if (!options.some((option) => option.name === 'epochs')) {
    options.push({ name: 'epochs', value: defaultEpochs });
  }
  return { options, ignored };
}

/** Splits at commas that stand outside brackets and quotes. */
function splitArguments(inside: string): readonly string[] {
  const parts = inside
    .replace(/#.*$/gm, '')
    .match(/(?:[^,"'[\](){}]|"[^"]*"|'[^']*'|\[[^\]]*\]|\([^)]*\)|\{[^}]*\})+/g);
  return (parts ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

/** Python allows `1_000`. */
function pythonNumber(text: string): string {
  return text.replace(/(?<=\d)_(?=\d)/g, '');
}
