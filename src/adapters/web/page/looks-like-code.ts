/** Whether a line looks like code (a command, options, a call) rather than a question. */

/** `model.fit(…)`, `history = …`, `epochs=20`, `fit epochs:20`, `import …`. */
const code = /^(?:[\w.]*\.\w+\(|[\w.]+\s*=|(?:[a-z]+\s+)?\w+[:=]\S|(?:import|from)\s+\w+)/;
/** Code has no Hangul, and does not end like a question. */
const words = /\p{Script=Hangul}|\?\s*$/u;

export function looksLikeCode(text: string): boolean {
  const line = text.trimStart();
  return line.startsWith('/') || (code.test(line) && !words.test(line));
}
