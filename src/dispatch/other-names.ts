/**
 * Names for commands from other programs and bots: such a command is not carried
 * out, as its meaning may differ, but suggested. Names in other languages are in `content/names.ts`.
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

/** @param names the existing commands */
export function commandKnownAs(word: string, names: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  return names.find((name) => otherNames[name]?.includes(typed));
}
