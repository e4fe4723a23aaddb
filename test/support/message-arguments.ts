/** What a message asks for, read from its own syntax tree. */
import { IntlMessageFormat } from 'intl-messageformat';

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** As in @formatjs/icu-messageformat-parser's TYPE. */
const types = { argument: 1, number: 2, plural: 6, tag: 8 };

export interface MessageNeeds {
  /** Parameters that must be numbers. */
  readonly numbers: ReadonlySet<string>;
  /** Parameters of any kind. */
  readonly values: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

/** @throws SyntaxError when the message is not ICU MessageFormat */
export function messageNeeds(message: string, locale: string): MessageNeeds {
  const needs = { numbers: new Set<string>(), values: new Set<string>(), tags: new Set<string>() };
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!('value' in node)) continue;
      const type: number = node.type;
      if (type === types.argument) needs.values.add(node.value);
      if (type === types.number || type === types.plural) needs.numbers.add(node.value);
      if (type === types.tag) needs.tags.add(node.value);
      if ('children' in node) visit(node.children);
      if ('options' in node) for (const option of Object.values(node.options)) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(message, locale).getAst());
  return needs;
}
