/** What people call a command who know it by another name, from other programs and bots. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  fit: ['train', 'start', 'learn', 'run', 'begin', 'training', '학습', '훈련', '시작', '실행'],
  stop: ['cancel', 'abort', 'halt', 'end', 'quit', 'kill', '중지', '멈춰', '정지', '그만'],
  runs: ['history', 'results', 'list', '기록', '목록'],
  data: ['dataset', 'datasets', '데이터', '데이터셋'],
  forget: ['delete', 'erase', 'wipe', '삭제'],
  mydata: ['export', 'download'],
  language: ['lang', '언어'],
  code: ['script', '코드'],
  compare: ['diff', '비교'],
  quiz: ['퀴즈'],
  explain: ['define', '설명'],
  ask: ['question', '질문'],
  help: ['commands', 'menu', '도움말', '도움'],
};

/** @param names of the commands that there are */
export function commandCalled(word: string, names: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  return names.find((name) => otherNames[name]?.includes(typed));
}
