/** 만 that means “only”, which is written like the one that means ten thousand: “에폭 2만 돌렸고”, “0.02만 뗌”. */
import { words } from './words.js';

const { batch, epoch, step, update, rowKorean } = words;

/** What is counted in ten thousands here, or goes on with the thousands. */
const counted = String.raw`(?!\s?(?:개|장|행|건|명|줄|번|회|분|마리|문장|샘플|\d|[일이삼사오육칠팔구]?[천백십]|원))`;
/** Nobody trains 20,000 epochs, and no batch is that large. */
const named = String.raw`(?<=(?:${batch}|${epoch})(?:를|을|는|은|도)? ?[=:]? ?\d[\d,]*)`;
/** Of rows and updates there may be as many, and more than one can do with all of them. */
const many = `(?:${rowKorean}|${step}|${update}|rows?|총|전체|누적|\\d만 ?(?:개|장|행|건|명)? ?(?:중|가운데))`;
const doing =
  '(?=만 ?(?:돌[려렸리았]|했|하[고면는니]|해[도서볼봤요 ]|쓰|씀|썼|써|뗌|뗐|떼|뗀|남|줬|주[고면니]|넣|봤|골라|뽑))';

const only = new RegExp(
  [
    String.raw`(?<=(?<![\d.,])0?\.\d+)만큼?`,
    String.raw`(?<=\d)만큼`,
    `${named}만${counted}`,
    String.raw`(?<=\d)(?<!${many}(?:를|을|는|은|이|가|도|에서|중)? ?[\d,.]+)${doing}만`,
  ].join('|'),
  'gu',
);

/** @param text as `normalText` gives it */
export const withoutOnly = (text: string): string => text.replace(only, ' ');
