import type { varied as english } from '../en/varied.js';

export const varied: Record<keyof typeof english, string> = {
  'error.variedTwice':
    '<code>{option}</code>에 {value} 값이 두 번 있어요. 설정과 seed가 같으면 결과도 똑같으니 서로 다른 값을 적어 주세요.',
  'error.variedNone':
    '<code>/{command}</code>에는 <code>batch:10,100</code>처럼 값을 {most, plural, =2 {두 개} other {2~#개}} 적은 옵션이 하나 있어야 해요. 쓸 수 있는 옵션: {options}.',
  'error.variedOneNetwork':
    '<code>layers:{given}</code>, 신경망 하나로 읽혀요. <code>layers:6,6|32</code>처럼 사이에 <code>|</code>를 넣어 두 개를 적어 주세요.',
};
