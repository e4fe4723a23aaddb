/** What Korean hangs behind a word: particles, copulas and polite endings. */

const particles = [
  '이라고는 이라는 이라고 라고는 이란 라는 라고 란 이랑은 이랑 랑은 랑 에서는 에서 에게 에는 에도 에만 에',
  '으로는 으로 로는 로 까지 부터 마다 처럼 보다 만큼 만 도 은 는 이 가 을 를 의 와 과 하고 이면 면',
  '씩 들 당 별 이나 나 라도 이든 든 한테 께 쯤 정도 짜리 수 값 중 끼리',
  '이에요 예요 이예요 에요 인가요 인가 인데요 인데 인지 이죠 죠 이요 요 임 인 입니까 입니다',
  '이야 야 이냐 냐 니 이니 이지 지 일까요 일까 이며 며 거든요 하면 하는 해요 해 할 한 된 되는',
].flatMap((line) => line.split(' '));
const onlyParticles = new RegExp(`^(?:${particles.join('|')})+$`, 'u');

export function isParticles(ending: string): boolean {
  return onlyParticles.test(ending);
}

/** The word without what hangs behind it, every way that it can be cut; the longest first. */
export function cuts(word: string): readonly string[] {
  const syllables = Array.from(word);
  return syllables
    .map((_, index) => syllables.slice(0, syllables.length - index).join(''))
    .filter((stem) => stem === word || isParticles(word.slice(stem.length)));
}
