/**
 * Options that accept several values, for commands that train settings side by side. Shared by
 * `/duel` and `/sweep`: one grammar, and the same errors as `/fit`.
 */
import { shown } from '../src/content/shown.js';
import { readValue } from '../src/dispatch/read-value.js';
import { severalLists, severalValues } from '../src/dispatch/several-values.js';
import type { OptionSpec, StringOption } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { FitSettings } from '../src/runs/protocol.js';
import { fitSettings, readLayers, seedOr, type GivenOptions } from './fit-settings.js';
import { networkOptions, trainingOptions } from './training-options.js';

/** The spec of each value, as in `/fit`. */
const specs = {
  batch: trainingOptions.batch,
  lr: networkOptions.lr,
  layers: networkOptions.layers,
  optimizer: networkOptions.optimizer,
  activation: networkOptions.activation,
  dropout: networkOptions.dropout,
  l2: networkOptions.l2,
  momentum: networkOptions.momentum,
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type VariedOption = keyof typeof specs;
export const variedNames = Object.keys(specs) as readonly VariedOption[];

/** Long enough for one list of layers too many, so that the error is about the number of values. */
export const MAX_SEVERAL = 300;

/** For a command's spec: the same names, but of type text, for several values. */
export const variedOptions = Object.fromEntries(
  Object.entries(specs).map(([name, spec]: [string, OptionSpec]) => [
    name,
    {
      type: 'string',
      maxLength: MAX_SEVERAL,
      ...(spec.aliases && { aliases: spec.aliases }),
    } satisfies StringOption,
  ]),
) as Readonly<Record<VariedOption, StringOption>>;

export type GivenVaried = Readonly<Partial<Record<VariedOption, string | undefined>>>;

/** An option with more than one value. */
export interface Variation {
  readonly option: VariedOption;
  /** In `/fit` syntax: `10`, `6,6`, `adam`; all different. */
  readonly values: readonly (string | number)[];
}

export interface Varied {
  /** In the order of `variedNames`; empty if every option has at most one value. */
  readonly variations: readonly Variation[];
  /** The options with one value. */
  readonly fixed: Readonly<Partial<Record<VariedOption, string | number>>>;
}

/** @throws UserError as `/fit` for a value, or for a duplicate */
export function readVaried(given: GivenVaried): Varied {
  const variations: Variation[] = [];
  const fixed: Record<string, string | number> = {};
  for (const option of variedNames) {
    const text = given[option];
    if (text === undefined) continue;
    const values = valuesOf(option, text);
    const [first] = values;
    if (first === undefined) throw new UserError('error.empty', { option });
    if (values.length === 1) fixed[option] = first;
    else variations.push({ option, values });
  }
  return { variations, fixed };
}

function valuesOf(option: VariedOption, text: string): readonly (string | number)[] {
  const texts = option === 'layers' ? severalLists(text) : severalValues(text);
  const values = texts.map((value) =>
    option === 'layers'
      ? readLayers(value).join(',') || 'none'
      : (readValue(option, specs[option], value, []) as string | number),
  );
  const again = values.find((value, index) => values.indexOf(value) !== index);
  if (again !== undefined) {
    throw new UserError('error.variedTwice', { option, value: shown(String(again)) });
  }
  return values;
}

/** One setting: a value for each varied option. */
export interface VariedSetting {
  readonly values: readonly (string | number)[];
  readonly settings: Omit<FitSettings, 'dataset'>;
}

/**
 * All combinations, the last option varying fastest; just one if nothing varies. All have the same seed, the
 * given one or a new one.
 * @param others the other options
 * @throws UserError as `/fit`
 */
export function variedSettings(
  { variations, fixed }: Varied,
  others: GivenOptions,
  like: FitSettings | undefined,
): readonly VariedSetting[] {
  const seed = seedOr(others.seed);
  const combinations = variations.reduce<readonly (readonly (string | number)[])[]>(
    (before, { values }) => before.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );
  return combinations.map((values) => {
    const chosen = Object.fromEntries(
      variations.map(({ option }, index) => [option, values[index]]),
    );
    const options = { ...others, ...fixed, ...chosen, seed } as GivenOptions;
    return { values, settings: fitSettings(options, like) };
  });
}

/**
 * For a command that requires exactly one varied option, or at least one.
 * @param most the maximum number of values per option
 * @throws UserError when no option has two values
 */
export function refuseWithoutVariation(
  { variations, fixed }: Varied,
  command: string,
  most: number,
): void {
  if (variations.length > 0) return;
  const { layers } = fixed;
  if (typeof layers === 'string' && layers.includes(',')) {
    throw new UserError('error.variedOneNetwork', { given: layers });
  }
  throw new UserError('error.variedNone', { command, most, options: variedNames.join(', ') });
}

/** A value in typed form: `10`, `6,6`, `adam`. */
export function valueOf(settings: FitSettings, option: VariedOption): string {
  const values: Readonly<Record<VariedOption, string>> = {
    batch: String(settings.batchSize),
    lr: String(settings.learningRate),
    layers: settings.layers.join(',') || 'none',
    optimizer: settings.optimizer,
    activation: settings.activation,
    dropout: String(settings.dropout ?? 0),
    l2: String(settings.l2 ?? 0),
    momentum: String(settings.momentum ?? 0),
  };
  return values[option];
}
