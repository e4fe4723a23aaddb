import type { requests as english } from '../en/requests.js';

export const requests: Record<keyof typeof english, string> = {
  'request.fit':
    '<b>{data}</b> 데이터로 에포크 {epochs, number}번(배치 크기 {batch, number}) 학습할까요?{also, select, none {} other { 다른 설정: <code>{also}</code>}}',
  'request.button.fit': '학습 시작',
  'request.sweep':
    '<code>{option}</code> 값을 바꿔 가며({values}) 나란히 학습해서, 무엇이 달라지고 무엇이 우연인지 볼까요?',
  'request.button.sweep': '나란히 학습 시작',
  'request.class':
    '여기에서 수업을 열까요? <b>참여</b>를 누른 사람마다 <code>{option}</code> 값({values}) 하나를 받아 학습하고, 모두 한 현황판에 나와요. 수업을 여는 사람이 선생님이에요.',
  'request.button.class': '수업 열기',
  'request.stop':
    '<code>{run}</code> 학습을 멈출까요? {done, plural, =0 {아직 첫 에포크를 하는 중이에요.} other {에포크 {epochs, number}번 가운데 {done, number}번을 마쳤어요.}} 여기까지의 결과는 남아요.',
  'request.mydata': '저장된 내 기록을 모두 파일로 받을까요? 파일은 나만 볼 수 있어요.',
};
