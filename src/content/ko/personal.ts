import type { personal as english } from '../en/personal.js';

export const personal: Record<keyof typeof english, string> = {
  'command.forget': '나에 대해 남아 있는 것을 모두 지워요. 먼저 물어봐요',
  'command.mydata': '나에 대해 남아 있는 것을 모두 파일로 받아요. 나만 볼 수 있어요',

  'error.forgetNotYours':
    '이 버튼은 물어본 사람만 누를 수 있어요. <code>/forget</code>을 쓰면 내 것이 얼마나 남아 있는지 보여요.',

  'personal.runs': '학습 {count, number}개와 거기서 나온 모든 숫자',
  'personal.files': '보낸 파일 {count, number}개',
  'personal.quizAnswers': '퀴즈: 답 {count, number}개, 하던 판, 다시 나올 문제',
  'personal.games': '내가 낸 예상 문제 {count, number}개',
  'personal.guesses': '예측 {count, number}개',
  'personal.challengeAnswers': '도전 과제에 한 답 {count, number}개',
  'personal.slowMotions': '느리게 보던 학습 {count, number}개',
  'personal.boards': '여러 학습을 함께 보던 현황판 {count, number}개',
  'personal.classes': '내가 연 실습 수업 {count, number}개와 나눠 준 설정',
  'personal.classRounds': '실습 수업 {count, number}라운드에서 받은 설정과 내 예상',
  'personal.invitations': '대결 신청 {count, number}번',
  'personal.settings': '설정(언어, 보기)',
  'personal.remembered': '마지막으로 해 준 답(한 시간 동안 기억해요)',
  'personal.messages': '스터디룸 메시지 {count, number}개(내가 쓴 말과 받은 답)',

  'forget.ask':
    '{platform, select, discord {Discord에서 } slack {Slack에서 } other {여기에서 }}나에 대해 남아 있는 것은 이게 전부예요. 지울까요? 되돌릴 수 없어요.',
  'forget.ask.chat':
    '{platform, select, discord {채팅에 있는 메시지는 Discord에 남아요. 내 메시지는 거기서 지울 수 있어요.} slack {채팅에 있는 메시지는 Slack에 남아요. 내 메시지는 거기서 지울 수 있어요.} other {방에 있는 내 메시지 자리에는 “삭제됨”만 남아요. 선생님이 내 입력을 막아 둔 방에서는 그대로 막혀 있어요.}}',
  'forget.going': '그중 {going, number}개는 아직 학습하는 중이라 먼저 멈춰요.',
  'forget.button': '모두 지우기',
  'forget.button.first': '먼저 파일로 받기',
  'forget.nothing':
    '{platform, select, discord {Discord에는 } slack {Slack에는 } other {여기에는 }}나에 대해 남아 있는 것이 없어요.',
  'forget.done':
    '지웠어요. {platform, select, discord {Discord에서 } slack {Slack에서 } other {여기에서 }}나에 대해 남아 있던 것은 이게 전부였어요.',
  'forget.done.chat':
    '{platform, select, discord {채팅에 있는 메시지는 Discord에 남아요.} slack {채팅에 있는 메시지는 Slack에 남아요.} other {이 답은 새 메시지에 밀려날 때까지만 남아요.}}',
  'forget.gone': '(삭제됨)',

  'mydata.here':
    '{platform, select, discord {Discord에서 } slack {Slack에서 } other {여기에서 }}나에 대해 남아 있는 모든 것이 이 JSON 파일에 있어요. 나만 받을 수 있어요.',
  'mydata.button.forget': '모두 지우기…',

  'whisper.press': '여기서는 다른 사람도 함께 봐요. 버튼을 누르면 답은 나만 볼 수 있어요.',
  'whisper.button.forget': '내 데이터 지우기…',
  'whisper.button.mydata': '내 데이터 받기',
};
