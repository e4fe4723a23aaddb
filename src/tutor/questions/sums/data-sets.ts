/** Rows of data sets that lessons use, for questions that only name one. */
interface KnownDataSet {
  /** As people write it, in lower case. */
  readonly name: RegExp;
  readonly rows: number;
  readonly testRows?: number;
}

/**
 * `keras.datasets` as its documentation gives them (keras.io/api/datasets); iris, pima and titanic
 * are the whole files of the UCI repository and Kaggle.
 */
const knownDataSets: readonly KnownDataSet[] = [
  { name: /mnist|엠니스트/, rows: 60_000, testRows: 10_000 },
  { name: /cifar|시파/, rows: 50_000, testRows: 10_000 },
  { name: /imdb/, rows: 25_000, testRows: 25_000 },
  { name: /reuters|로이터/, rows: 8982, testRows: 2246 },
  { name: /boston|보스턴/, rows: 404, testRows: 102 },
  { name: /pima|피마/, rows: 768 },
  { name: /titanic|타이타닉/, rows: 891 },
  { name: /(?<!\p{L})iris|아이리스|붓꽃/u, rows: 150 },
];

/** The first data set that the text names. */
export function namedDataSet(text: string): KnownDataSet | undefined {
  return knownDataSets.find(({ name }) => name.test(text));
}
