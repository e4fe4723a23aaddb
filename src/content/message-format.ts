/**
 * Formats ICU MessageFormat with three tags, `<b>`, `<code>` and `<channel>`, as text. Parameters are inserted
 * verbatim and never parsed, so nobody's text becomes markup.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.js';
import { plain, type Span, type Text } from './text.js';

export type MessageParams = Readonly<Record<string, string | number>>;
/** Text parameters keep their styles. */
export type SpokenParams = Readonly<Record<string, string | number | Text>>;

/** @throws RangeError or FormatError when a parameter is missing: a bug, found by tests. */
export type Sayable = (params: SpokenParams) => Text;

const styled =
  (style: NonNullable<Span['style']>) =>
  (chunks: readonly (string | Span | Text)[]): Span => ({
    text: chunks.map(wordsOf).join(''),
    style,
  });

function wordsOf(chunk: string | Span | Text): string {
  if (typeof chunk === 'string') return chunk;
  return 'text' in chunk ? chunk.text : plain(chunk);
}

const tags = { b: styled('strong'), code: styled('code'), channel: styled('channel') };

/** Intl formats are slow to create, and all messages of a language share the same few. */
function sharedFormatters(locale: Locale) {
  const number = new Intl.NumberFormat(locale);
  const plurals = {
    cardinal: new Intl.PluralRules(locale),
    ordinal: new Intl.PluralRules(locale, { type: 'ordinal' }),
  };
  return {
    getNumberFormat: (_?: unknown, style?: Intl.NumberFormatOptions): Intl.NumberFormat =>
      style ? new Intl.NumberFormat(locale, style) : number,
    getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
      new Intl.DateTimeFormat(...args),
    getPluralRules: (_?: unknown, { type = 'cardinal' }: Intl.PluralRulesOptions = {}) =>
      plurals[type],
  };
}

const formatters = { en: sharedFormatters('en'), ko: sharedFormatters('ko') };

function compiled(message: string, locale: Locale): IntlMessageFormat {
  return new IntlMessageFormat(message, locale, undefined, { formatters: formatters[locale] });
}

/** @throws SyntaxError when the message is not ICU MessageFormat */
export function compileMessage(message: string, locale: Locale): Sayable {
  return sayableFrom(compiled(message, locale));
}

function sayableFrom(format: IntlMessageFormat): Sayable {
  const say: Sayable = (params) => {
    const parts = format.format<Span | Text>({ ...params, ...tags });
    return [parts].flat(2).map((part) => (typeof part === 'string' ? { text: part } : part));
  };
  const { values, numbers } = needsIn(format.getAst());
  if (values.size + numbers.size > 0) return say;
  // A live message repeats the same labels every epoch.
  const always = say({});
  return () => always;
}

/**
 * A message that is omitted if it uses an unavailable value. It is compiled on
 * first use: of hundreds of messages a learner sees a few.
 * @throws SyntaxError on first use if it is not ICU MessageFormat
 */
export function sayWhereKnown(
  message: string,
  locale: Locale,
): (values: SpokenParams) => Text | undefined {
  let known: { readonly names: readonly string[]; readonly say: Sayable } | undefined;
  return (values) => {
    known ??= compileWithNames(message, locale);
    const isThere = known.names.every((name) => Object.hasOwn(values, name));
    return isThere ? known.say(values) : undefined;
  };
}

function compileWithNames(
  message: string,
  locale: Locale,
): { readonly names: readonly string[]; readonly say: Sayable } {
  const format = compiled(message, locale);
  const { values, numbers } = needsIn(format.getAst());
  return { names: [...values, ...numbers], say: sayableFrom(format) };
}

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** As in @formatjs/icu-messageformat-parser's TYPE. */
const types = { argument: 1, number: 2, select: 5, plural: 6, tag: 8 };

export interface MessageNeeds {
  /** Parameters that must be numbers. */
  readonly numbers: ReadonlySet<string>;
  /** Parameters of any kind. */
  readonly values: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

/**
 * A message's parameters, read from its syntax tree.
 * @throws SyntaxError when the message is not ICU MessageFormat
 */
export function messageNeeds(message: string, locale: Locale): MessageNeeds {
  return needsIn(compiled(message, locale).getAst());
}

function needsIn(tree: readonly Node[]): MessageNeeds {
  const needs = { numbers: new Set<string>(), values: new Set<string>(), tags: new Set<string>() };
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!('value' in node)) continue;
      const type: number = node.type;
      if (type === types.argument || type === types.select) needs.values.add(node.value);
      if (type === types.number || type === types.plural) needs.numbers.add(node.value);
      if (type === types.tag) needs.tags.add(node.value);
      if ('children' in node) visit(node.children);
      if ('options' in node) for (const option of Object.values(node.options)) visit(option.value);
    }
  };
  visit(tree);
  return needs;
}
