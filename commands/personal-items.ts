/** Lists what is stored about somebody. */
import type { Text } from '../src/content/text.js';
import type { Translator } from '../src/content/translator.js';
import type { PersonalCounts } from '../src/storage/ports/personal-data.js';

const kinds = [
  ...(['runs', 'files', 'quizAnswers', 'games', 'guesses', 'challengeAnswers'] as const),
  ...(['slowMotions', 'boards', 'invitations', 'classes', 'classRounds'] as const),
  ...(['settings', 'remembered', 'messages'] as const),
] satisfies readonly (keyof PersonalCounts)[];

export function countedItems(counts: PersonalCounts, t: Translator): readonly Text[] {
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t.text(`personal.${kind}`, { count: counts[kind] }));
}
