/**
 * What people call a command who know it by another name, from other programs and bots: it is not carried
 * out, as what they mean may differ, but named. What it is called in other languages is in `content/names.ts`.
 */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  fit: ['train', 'start', 'learn', 'run', 'begin', 'training', '훈련', '시작', '실행'],
  stop: ['cancel', 'abort', 'halt', 'end', 'quit', 'kill', '중지', '멈춰', '정지', '그만'],
  runs: ['history', 'results', 'list', '목록'],
  data: ['dataset', 'datasets', '데이터셋'],
  forget: ['delete', 'erase', 'wipe', '삭제'],
  mydata: ['export', 'download'],
  language: ['lang'],
  code: ['script'],
  compare: ['diff'],
  explain: ['define'],
  ask: ['question'],
  help: ['commands', 'menu', '도움'],
};

/** @param names of the commands that there are */
export function commandKnownAs(word: string, names: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  return names.find((name) => otherNames[name]?.includes(typed));
}
