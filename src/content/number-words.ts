/** Spelled-out numbers, in both languages. */
type Numbers = Readonly<Record<string, number>>;

export const englishNumbers: Numbers = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16 },
  ...{ seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50 },
  ...{ sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
};

/** Before what is counted: 두 번. */
export const koreanOnes: Numbers = {
  ...{ 한: 1, 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9 },
};
/** Where they stand alone. */
export const koreanOnesAlone: Numbers = { 하나: 1, 둘: 2, 셋: 3, 넷: 4 };
export const koreanTens: Numbers = {
  ...{ 열: 10, 스물: 20, 서른: 30, 마흔: 40, 쉰: 50, 예순: 60, 일흔: 70, 여든: 80, 아흔: 90 },
  // Before a counted noun, without ones after it.
  스무: 20,
};
