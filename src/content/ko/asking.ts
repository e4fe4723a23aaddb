import type { asking as english } from '../en/asking.js';

export const asking: Record<keyof typeof english, string> = {
  'command.ask': '학습에 대해 무엇이든, 내 말과 내 숫자로 물어봐요',
  'command.ask.question': '궁금한 것: "60000개, batch 128, 5에포크면 몇 번 고쳐요?"',
  'command.ask.run': '숫자를 가져올 학습의 id (안 적으면 마지막 학습)',

  'ask.whose.question': '물어보신 예',
  'ask.whose.run': '내 학습 {run}',
  'ask.whose.lesson': '수업 예제',

  'ask.welcome':
    '학습에 대해 궁금한 것을 편하게 물어보세요. 예를 들면 "에포크가 뭐예요?", "60000개, batch 128, 5에포크면 몇 번 고쳐요?"처럼요.',
  'ask.boundary':
    '그건 제가 모르는 이야기예요. 저는 신경망이 어떻게 학습하는지만 설명해요. 에포크, 이터레이션, batch_size, loss, accuracy, Keras가 찍는 숫자 같은 것들이요. 이런 것을 물어보거나 아래에서 골라 보세요.',
  'ask.unsure':
    '무엇을 물어보시는지 확실하지 않아서 짐작으로 답하지는 않을게요. 혹시 이 중에 있나요? 보이는 숫자와 함께 다른 말로 다시 물어보셔도 돼요.',
  'ask.both': '서로 다른 두 가지예요. 하나씩 짧게 설명하면:',
  'ask.example.epoch': '에포크가 뭐예요?',
  'ask.example.sum': '60000개, batch 128이면?',
  'ask.example.nan': 'loss가 nan 떠요',
  'ask.example.run': '직접 학습해 보기',
  'ask.command.sum': '/ask 60000개, batch 128, 5에포크면 몇 번 고쳐요?',
  'ask.command.nan': '/ask loss가 nan 떠요',

  'sum.steps':
    '<b>에포크당 이터레이션 {steps, number}번</b>이에요: {rows, number}행 ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, 올림해서 {steps, number}} other {}}.',
  'sum.updates':
    '가중치를 모두 <b>{updates, number}번</b> 고쳐요: 에포크당 {steps, number}번 × 에포크 {epochs, number}번.',
  'sum.stepsAgain':
    '에포크당 횟수는 {rows, number}행 ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, 올림해서 {steps, number}} other {}}번이에요.',
  'sum.updatesAgain':
    '에포크 {epochs, number}번이면 모두 {updates, number}번이고, 이터레이션마다 가중치를 한 번씩 고쳐요.',
  'sum.lastUneven':
    '마지막 배치는 {last, number}행이고, 그 앞의 {full, number}번은 {batch, number}행씩이에요.',
  'sum.lastFull': '나누어떨어지니까 마지막 배치도 {batch, number}행으로 꽉 차요.',
  'sum.lastOnly': '{rows, number}행이 배치 하나에 다 들어가요.',
  'sum.validation':
    'validation_split {split}: {wholeRows, number}행 가운데 {valRows, number}행을 검증용으로 떼고 {rows, number}행으로 학습해요.',
  'sum.validationFirst':
    '학습 <b>{rows, number}행</b>, 검증 <b>{valRows, number}행</b>이에요: {wholeRows, number}행의 뒤쪽에서 validation_split {split}만큼 떼어요.',
  'sum.guess.right': '{guess, number}번이 맞아요.',
  'sum.guess.floor':
    '{guess, number}번은 아니에요. {last, number}행짜리 작은 마지막 배치를 빠뜨린 값이에요.',
  'sum.guess.plusOne':
    '{guess, number}번은 아니에요. 나누어떨어질 때 rows // batch_size + 1은 하나 더 많아요.',
  'sum.guess.perEpoch':
    '{guess, number}번은 아니에요. 에포크마다 한 번이 아니라 배치마다 한 번 고쳐요.',
  'sum.guess.perRow': '{guess, number}번은 아니에요. 행마다 한 번이 아니라 배치마다 한 번 고쳐요.',
  'sum.assumed.rows': '행 수를 안 적으셔서 {whose}의 {rows, number}행으로 계산했어요.',
  'sum.assumed.batch':
    'batch_size를 안 적으셔서 {default, select, yes {Keras 기본값} other {{whose}의 값}} {batch, number}, 이 값으로 계산했어요.',
  'sum.assumed.epochs': '에포크를 안 적으셔서 {whose}의 {epochs, number}번으로 계산했어요.',
  'sum.why':
    '<b>{steps, number}</b>: 에포크 하나에 들어 있는 배치의 개수예요. {rows, number}행 / batch_size {batch, number} = {quotient}{rounded, select, yes {, 올림해서 {steps, number}} other {}}{default, select, yes { (32는 batch_size를 안 적었을 때의 Keras 기본값)} other {}}이거든요. 행이 아니라 배치를 세는 숫자라서, {rows, number}행은 에포크마다 모두 한 번씩 쓰여요.',
  'sum.dropped':
    '<b>에포크당 이터레이션 {whole, number}번</b>이에요: {rows, number}행 ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {인데, <code>drop_remainder=True</code>는 마지막 {rest, number}행을 버리니까 <b>내림</b>해서 {whole, number}번이에요} other {, 딱 나누어떨어지니까 <code>drop_remainder=True</code>여도 버리는 행이 없어요}}.',
  'sum.setSteps.fewer':
    '<b>다 쓰지 않아요.</b> {steps, number}스텝 × batch_size {batch, number} = {seen, number}행이라서, 한 에포크에 {rows, number}행 가운데 {seen, number}행만 봐요. 다 쓰려면 <code>steps_per_epoch</code>를 빼세요. 그러면 Keras가 알아서 {needed, number}스텝으로 정해요.',
  'sum.setSteps.same':
    '<b>네, 다 써요.</b> batch_size {batch, number}짜리 {steps, number}스텝이면 {rows, number}행을 딱 한 바퀴 돌아요. <code>steps_per_epoch</code>를 빼도 Keras가 똑같이 정해요.',
  'sum.setSteps.more':
    '<b>데이터가 모자라요.</b> {rows, number}행을 batch_size {batch, number}씩 나누면 {needed, number}스텝이라서 {steps, number}스텝은 채울 수 없어요. Keras가 "ran out of data" 경고를 내고 학습을 끝내니까 <code>steps_per_epoch</code>를 빼세요.',
  'sum.whyRange':
    '<b>{steps, number}</b>: 배치를 센 숫자예요. 이터레이션을 이만큼 하면 에포크 하나가 끝나요. batch_size {batch, number}{default, select, yes { (Keras 기본값)} other {}}라면 학습용 데이터는 {from, number}~{to, number}행이에요. 마지막 배치는 더 작을 수 있거든요.',
  'sum.whyMnist': '흔한 경우는 MNIST예요: {rows, number}장 / {batch, number} = {steps, number}.',
  'sum.batch.range':
    'batch_size <b>{from, number}~{to, number}</b> 사이면 {rows, number}행이 이터레이션 {steps, number}번이 돼요. 올림하기 때문이에요: 올림({rows, number} / {from, number}) = {steps, number}.',
  'sum.batch.one':
    '<b>batch_size {from, number}</b>일 때만 {rows, number}행이 이터레이션 {steps, number}번이 돼요: {rows, number} / {from, number} = {quotient}{rounded, select, yes {, 올림해서 {steps, number}} other {}}.',
  'sum.batch.all':
    '<b>batch_size {from, number} 이상</b>이면 {rows, number}행이 한 배치에 다 들어가서 이터레이션이 1번이에요.',
  'sum.batch.mnist':
    'MNIST처럼 {mnistRows, number}행이라면 batch_size <b>{from, number}</b>일 때 이터레이션이 {steps, number}번이에요. 여기 {rows, number}행으로는 그렇게 되는 batch_size가 없어요. 행 수를 알려 주시면 계산해 드려요.',
  'sum.batch.none':
    '{rows, number}행으로 이터레이션이 딱 {steps, number}번 되는 batch_size는 없어요. batch_size {above, number}일 때 {aboveSteps, number}번, {below, number}일 때 {belowSteps, number}번이에요.',
  'sum.rows':
    '데이터는 <b>{from, number}~{to, number}행</b>이에요. batch_size {batch, number}짜리 이터레이션이 {steps, number}번인데 마지막 배치는 더 작을 수 있거든요. 나누어떨어진다면 {steps, number} × {batch, number} = {to, number}행이에요.',
  'sum.epochs':
    '<b>에포크 {epochs, number}번</b>이에요: 업데이트 {updates, number}번 ÷ 에포크당 {steps, number}번.',
  'sum.epochsPart':
    '<b>에포크 {epochs, number}번</b>을 다 돌고 다음 에포크의 이터레이션 {rest, number}번까지예요: 업데이트 {updates, number}번 ÷ 에포크당 {steps, number}번 = {quotient}.',
  'sum.time.steps':
    '에포크 하나에 약 <b>{seconds}초</b> 걸려요: 이터레이션 {steps, number}번 × {ms}ms.{epochs, plural, =1 {} other { 에포크 {epochs, number}번이면 약 {allSeconds}초예요.}}',
  'sum.right':
    '<b>{rows, number}행 가운데 {right, number}행</b>을 맞힌 거예요. accuracy는 맞힌 비율이라서 {rows, number}에 {accuracy}, 이 값을 곱하면 돼요.',
  'sum.time.oneStep': '스텝 하나에 약 <b>{ms}ms</b> 걸려요: {seconds}초 ÷ {steps, number}스텝.',
  'sum.time.epochs': '약 <b>{allSeconds}초</b> 걸려요: 에포크 {epochs, number}번 × {seconds}초.',
  'sum.seen':
    '되풀이한 것까지 세면 모두 <b>{seen, number}행</b>이에요: {rows, number}행 × 에포크 {epochs, number}번. 늘 같은 {rows, number}행을 저마다 {epochs, number}번씩 보는 거예요.',
  'sum.perEpoch':
    '<b>에포크당 {quotient}번</b>이에요: 업데이트 {updates, number}번 ÷ 에포크 {epochs, number}번.',
  'sum.twoBatches':
    '{rows, number}행일 때 batch_size {batch, number} → <b>에포크당 {steps, number}번</b>, batch_size {other, number} → <b>{otherSteps, number}번</b>이에요. 이터레이션마다 가중치를 한 번씩 고쳐요.',
};
