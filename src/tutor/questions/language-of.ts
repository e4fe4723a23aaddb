import type { Locale } from '../../content/locale.js';
import { withoutMachineText } from './machine-text.js';

/** Words that only an English sentence has; terms like `epoch` are said in every language. */
const english =
  /(?<![\p{L}_])(?:what|why|how|when|where|which|who|is|are|am|was|were|do|does|did|the|a|an|of|my|i|it|its|to|in|if|should|can|could|will|would|and|or|not|no|for|per|than|from|with|have|has|mean|means|explain|tell|help|please|difference|between|many|much)(?![\p{L}_=])/gu;

/**
 * The language to answer in. A Korean question is full of English terms, so any Korean decides it,
 * unless an English sentence stands around a Korean word. A lone term says nothing, nor does what a
 * machine wrote: `otherwise`.
 */
export function languageOf(question: string, otherwise: Locale): Locale {
  const text = withoutMachineText(question.normalize('NFKC'));
  const englishWords = text.match(english)?.length ?? 0;
  const koreanWords = text.match(/[\p{sc=Hangul}]+/gu)?.length ?? 0;
  if (koreanWords > 0) return englishWords > 2 * koreanWords ? 'en' : 'ko';
  const words = text.match(/\p{L}[\p{L}'_]*/gu)?.length ?? 0;
  return englishWords > 0 || words > 3 ? 'en' : otherwise;
}
