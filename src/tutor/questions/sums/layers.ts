/** Dense layers as people write them, from the inputs to the outputs: 11-6-6-1. */

const chain = /(?<![\d.,-])\d{1,5}(?:\s?(?:-|→|->|–|=>)\s?\d{1,5}){2,}(?![\d%]|[.,]\d)/;
const dense = /dense\s?\(?\s?(?:units\s?=\s?)?(\d+)/g;
const inputs =
  /(?:input_?shape|shape|input)\s?=?\s?\(+\s?(?:none,\s?)?(\d+)|input_?dim\s?=\s?(\d+)|(\d+) ?(?:개의? ?)?(?:inputs?|input (?:features?|columns?|neurons?|units?)|features?|columns?|입력|특성|열|피처)|(?:inputs?|입력(?:층)?|features|특성)(?:이|은|는|가)? ?(?:=|:|of )?\s?(\d+)/;
const units =
  /(\d+) ?(?:개의? ?)?(?:(?:hidden|output|은닉|출력)(?:층)?(?: ?(?:units?|neurons?|nodes?|layer|유닛|뉴런|노드))?|units?|neurons?|outputs?|nodes?|유닛|뉴런|노드)|(?:hidden(?: layers?)?|은닉(?:층)?|outputs?|출력(?:층)?|units?|유닛|뉴런)(?:이|은|는|가|에|의)? ?(?:=|:|of |with |has )?\s?(\d+(?:\s?(?:,|and|와|과|랑|-)\s?\d+)*)/g;
const then = /then (\d+)/g;

export interface MarkedLayers {
  /** The text without them. */
  readonly text: string;
  /** Empty where there are none. */
  readonly layers: readonly number[];
}

export function markLayers(text: string): MarkedLayers {
  const written = chain.exec(text)?.[0];
  if (written !== undefined) {
    const layers = written.split(/\D+/).map(Number);
    return { text: text.replace(chain, ' '), layers };
  }
  const first = inputs.exec(text);
  const input = Number(first?.slice(1).find((digits: string | undefined) => digits !== undefined));
  if (!first || !(input >= 1)) return { text, layers: [] };
  const without = text.replace(inputs, ' ');
  const isCode = /dense\s?\(?\s?\d/.test(without);
  const found = [
    ...without.matchAll(isCode ? dense : units),
    ...(isCode ? without.matchAll(then) : []),
  ].flatMap(([, one, other]) => (one ?? other ?? '').split(/\D+/).map(Number));
  if (found.length === 0) return { text, layers: [] };
  const rest = without.replace(isCode ? dense : units, ' ').replace(isCode ? then : /$^/, ' ');
  return { text: rest, layers: [input, ...found] };
}
