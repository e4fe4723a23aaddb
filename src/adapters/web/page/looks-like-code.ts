/** Whether a line is set like code: a command, options, a call. A question in one's own words is none. */

/** `model.fit(…)`, `history = …`, `epochs=20`, `fit epochs:20`, `import …`. */
const code = /^(?:[\w.]*\.\w+\(|[\w.]+\s*=|(?:[a-z]+\s+)?\w+[:=]\S|(?:import|from)\s+\w+)/;
/** Hangul is in no keyword, and nothing that is run asks. */
const words = /\p{Script=Hangul}|\?\s*$/u;

export function looksLikeCode(text: string): boolean {
  const line = text.trimStart();
  return line.startsWith('/') || (code.test(line) && !words.test(line));
}
