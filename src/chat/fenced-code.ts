/**
 * The code in a message of ours, where there is any: around a run's epochs stand words and numbers that are
 * not of its log (“a larger batch”).
 */
export function fencedCode(text: string): string {
  const blocks = [...text.matchAll(/```\n?([\s\S]*?)```/g)].map(([, code = '']) => code);
  return blocks.length > 0 ? blocks.join('\n') : text;
}
