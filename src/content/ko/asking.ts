import type { asking as english } from '../en/asking.js';

export const asking: Record<keyof typeof english, string> = {
  'command.ask': '학습에 대해 무엇이든, 내 말과 내 숫자로 물어봐요',
  'command.ask.question': '궁금한 것: "60000개, batch 128, 5에포크면 몇 번 고쳐요?"',
  'command.ask.run': '숫자를 가져올 학습의 id (안 적으면 마지막 학습)',
  'command.ask.private': 'yes: 답을 나만 보기',

  'ask.whose.question': '물어보신 예',
  'ask.whose.run': '내 학습 {run}',
  'ask.whose.lesson': '수업 예제',

  'ask.here.question': '물어보신 예에서는',
  'ask.here.run': '내 학습 {run}에서는',
  'ask.here.example': '예를 들어',

  'ask.button.simpler': '더 쉽게',
  'ask.button.example': '예시 보기',

  'ask.likely': '제가 제대로 이해했는지 확실하지 않아요. 혹시 "{question}"라는 질문이라면:',
  'ask.doubt':
    '{taken, select, none {무엇을 센 숫자인지 몰라서 뺐어요: {left}.} other {이렇게 읽었어요: {taken, select, r {데이터 {rows, number}개} b {batch_size {batch, number}} other {데이터 {rows, number}개, batch_size {batch, number}}}{some, select, yes { ({left} 빼고)} other {}}.}} 아니라면 어느 숫자가 무엇인지 알려 주세요.',
  'ask.readAs': '숫자를 이렇게 읽었어요: {numbers}. 다르면 어떤 숫자가 무엇인지 알려 주세요.',
  'ask.welcome':
    '학습에 대해 궁금한 것을 편하게 물어보세요. 예를 들면 "에포크가 뭐예요?", "60000개, batch 128, 5에포크면 몇 번 고쳐요?"처럼요.',
  'ask.unsure':
    '무엇을 물어보시는지 확실하지 않아서 짐작으로 답하지는 않을게요. 혹시 이 중에 있나요? 다른 말로 다시 물어보셔도 돼요.',
  'ask.example.epoch': '에포크가 뭐예요?',
  'ask.example.sum': '60000개, batch 128이면?',
  'ask.example.nan': 'loss가 nan 떠요',
  'ask.example.run': '직접 학습해 보기',
  'ask.command.sum': '/ask 60000개, batch 128, 5에포크면 몇 번 고쳐요?',
  'ask.command.nan': '/ask loss가 nan 떠요',
};
