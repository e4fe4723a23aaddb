/**
 * The code blocks in one of our messages, if any: the text around a run's epochs has words and numbers that are
 * not part of its log (“a larger batch”).
 */
export function fencedCode(text: string): string {
  const blocks = [...text.matchAll(/```\n?([\s\S]*?)```/g)].map(([, code = '']) => code);
  return blocks.length > 0 ? blocks.join('\n') : text;
}
