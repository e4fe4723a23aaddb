/** Units of time behind a number, and words that only begin like one. */

/** “손님 800분” are people, whom one speaks of with respect. */
const guests =
  '(?:손님|고객|환자|학생|회원|사용자|이용자|참가자|응답자|방문객|관객|어르신)(?:들?[이은는께])?';
const minutes = String.raw`(?:(?<!${guests} ?[\d,]+\s?)분|분(?= ?(?:동안|간|걸|안에|째|지나)))`;
/** 초과, 분류 and “배치 64 초당 몇 장”, where “0.5초당” is a time. */
const word = String.raw`(?<=초)(?:기|과|보|등|점|급|록)|(?<=\s초)(?:당|반|안)|(?<=분)(?:류|할|산|포|석|히|기|야|량|수|모|자|리|명)`;

export const timeUnit = String.raw`\s?(?:us|µs|μs|ms|msec|밀리초|마이크로초|milliseconds?|microseconds?|seconds?|secs?|s|초|minutes?|mins?(?![-_=(]|\s?max|\s\d[\d.]*,? max)|${minutes}|hours?|hrs?|h|시간)(?![a-z\d]|${word})`;

/** In ms, by how the unit begins. */
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:us|µs|μs|마이|micro)/, 1e-3],
  [/^(?:ms|밀리|milli)/, 1],
  [/^(?:s|초)/, 1e3],
  [/^(?:m|분)/, 6e4],
  [/^(?:h|시)/, 36e5],
];

/** @param unit as `timeUnit` finds it */
export const msOf = (unit: string): number =>
  scales.find(([begin]) => begin.test(unit.trim()))?.[1] ?? 1;
