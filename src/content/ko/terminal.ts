import type { terminal as english } from '../en/terminal.js';

export const terminal: Record<keyof typeof english, string> = {
  'terminal.noFile': '<code>csv</code> 값이 “{path}”인데, 그런 파일이 없어요.',
  'terminal.kept': '저장한 파일: {files}',
  'terminal.again': '어디서든 비트까지 똑같이 다시: {line}',
};
