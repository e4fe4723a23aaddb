/** Picks the runs of letters, words and terms that are worth learning. */
import type { Features } from './features.js';
import type { Learned } from './model.js';

/** A run that only one question has says more of its writer than of what is asked. */
const FEWEST_QUESTIONS = 2;

interface Run {
  readonly hash: number;
  /** Places of the questions that have it, ascending. */
  readonly questions: number[];
}

/**
 * The runs that tell most about which target is meant: n(run, target) · ln(p(target | run) / p(target)),
 * added up over the targets, which is the run's share in the information that runs have on targets.
 * Of runs that stand in the same questions (`epoc` and `poch`) one tells all.
 * @param features of each question
 * @param targets the target of each question
 * @param most how many to keep
 */
export function tellingRuns(
  features: readonly Features[],
  targets: readonly string[],
  most: number,
): Pick<Learned, 'hashes' | 'rarity'> {
  const questionsOf = countsOf(targets);
  const told = runsIn(features)
    .map(({ hash, questions }) => {
      const expected = questions.length / features.length;
      let tells = 0;
      for (const [target, count] of countsOf(questions.map((one) => targets[one] ?? ''))) {
        tells += count * Math.log(count / ((questionsOf.get(target) ?? 0) * expected));
      }
      return { hash, count: questions.length, tells };
    })
    .sort((a, b) => b.tells - a.tells || a.hash - b.hash)
    .slice(0, most)
    .sort((a, b) => a.hash - b.hash);
  return {
    hashes: Uint32Array.from(told, ({ hash }) => hash),
    rarity: Float32Array.from(told, ({ count }) => Math.log(features.length / count)),
  };
}

/** One for each set of questions: that with the smallest hash. */
function runsIn(features: readonly Features[]): readonly Run[] {
  const all = new Map<number, number[]>();
  features.forEach((one, question) => {
    for (const hash of one.keys()) {
      const known = all.get(hash);
      if (known) known.push(question);
      else all.set(hash, [question]);
    }
  });
  const bySet = new Map<string, Run>();
  for (const [hash, questions] of all) {
    if (questions.length < FEWEST_QUESTIONS) continue;
    const set = questions.join(' ');
    const known = bySet.get(set);
    if (!known || hash < known.hash) bySet.set(set, { hash, questions });
  }
  return [...bySet.values()];
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
