/** A marked question cut into words, signs and `#`. */

const tokenPattern = /#|\p{L}[\p{L}\p{M}_]*(?:'\p{L}+)?|[=:?%/,.()+*<>-]/gu;

export const tokensOf = (text: string): readonly string[] => text.match(tokenPattern) ?? [];

/** The word and what it begins or ends with, which endings and particles change little. */
export function stemsOf(token: string): readonly string[] {
  if (token === '') return ['none'];
  if (/^\p{sc=Hangul}/u.test(token)) {
    return [
      token,
      ...[1, 2, 3].map((letters) => `${token.slice(0, letters)}~`),
      `~${token.slice(-2)}`,
    ];
  }
  return [token, `${token.replace(/(?:ing|es|s|ed)$/, '')}~`, `${token.slice(0, 4)}~`];
}
