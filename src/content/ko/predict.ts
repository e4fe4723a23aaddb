import type { predict as english } from '../en/predict.js';

export const predict: Record<keyof typeof english, string> = {
  'command.predict': '먼저 맞혀 보고 학습해요. 실제로 잰 결과로 채점해요',
  'command.predict.about': '무엇을 맞힐지 (안 적으면 아무거나)',
  'command.predict.epochs': '학습용 행 전체를 몇 번 쓸지 (안 적으면 20)',
  'command.predict.batch': '이터레이션 한 번에 넣을 행 수, Keras의 batch_size (안 적으면 10)',
  'command.predict.data': '준비된 데이터, /data에서 볼 수 있어요 (안 적으면 churn)',
  'command.predict.seed': '같은 seed면 결과도 똑같아요. 안 적으면 새로 뽑아요',
  'command.predict.like': '예전 학습의 id나 코드를 적으면 그 설정에서 시작해요',

  'error.predictNoGame':
    '<code>guess</code>와 <code>action</code>은 이미 낸 문제에 써요. 문제의 버튼을 누르거나 <code>/predict</code>로 새로 시작해 주세요.',
  'error.predictNoSuchGame':
    '<code>{game}</code>, 이런 문제는 없어요. <code>/predict</code>로 새로 시작해 주세요.',
  'error.predictNoAnswer':
    '<code>guess</code> 값이 {given, number}인데, 이 문제의 답은 1번부터 {most, number}번까지예요.',
  'error.predictGuessFirst': '먼저 답을 고른 다음에 학습을 시작해 주세요. 그래야 놀이가 되죠.',
  'error.predictStarted':
    '이 문제의 학습은 벌써 시작돼서({runs}) 답이 더는 비밀이 아니에요. <code>/predict</code>로 새로 시작해 주세요.',
  'error.predictNotOver': '아직 재는 중이에요. 학습이 끝난 다음에 눌러 주세요.',
  'error.predictTwoRuns':
    '이 문제는 학습 두 개를 함께 돌리는데, 지금 돌고 있는 내 학습이 있어요({runs}). 끝날 때까지 기다리거나 <code>/stop</code>으로 멈춰 주세요.',

  'predict.title': '어떻게 될까요?',
  'predict.setup':
    '곧 <b>{data}</b> 데이터의 학습용 {rows, number}행으로 학습해요: <code>model.fit(…, batch_size={batch}, epochs={epochs})</code>',
  'predict.setupSome':
    '신경망 {count, number}개를 곧 <b>{data}</b> 데이터의 학습용 {rows, number}행으로 에포크 {epochs, number}번씩 학습해요. seed도 똑같고({seed}), <code>{setting}</code> 값만 달라요: {values}.',
  'predict.iterations': '에포크마다 이터레이션이 몇 번일까요?',
  'predict.updates': '가중치를 모두 몇 번 고칠까요?',
  'predict.lowest':
    '{count, plural, =2 {학습 loss가 더 낮게 끝나는 쪽은 어디일까요? (1%도 차이가 안 나면 비슷한 걸로 쳐요.)} other {학습 loss가 가장 낮게 끝나는 건 어느 것일까요? (가장 낮은 둘이 1%도 차이가 안 나면 비슷한 걸로 쳐요.)}}',
  'predict.how':
    '누구나 맞혀 볼 수 있고, 학습을 시작하기 전까지는 답을 바꿔도 돼요. 답은 나만 봐요.',
  'predict.guessed':
    '고른 답: <b>{answer}</b>. 이제 학습을 시작해 확인해 봐요. 시작하기 전이면 다른 답을 눌러도 돼요.',
  'predict.bet':
    '건 쪽: <b>{answer}</b>. 나만 볼 수 있어요. 마감 전에는 다른 답을 눌러 바꿀 수 있어요.',
  'predict.lowest.isEqual': '비슷해요',

  'predict.measured.iterations':
    '<b>재 보니:</b> <code>{run}</code> 학습은 에포크마다 이터레이션 {steps, number}번이었어요.',
  'predict.measured.updates':
    '<b>재 보니:</b> <code>{run}</code> 학습은 가중치를 {updates, number}번 고쳤어요.',
  'predict.measured.lowest': '에포크 {epochs, number}번 뒤에 <b>재 보니:</b> {values}.',
  'predict.measuredOne': '{setting}: loss {loss}({updates, number}번 고침)',
  'predict.lowest.more':
    '{count, plural, =2 {작은 배치가 같은 에포크 동안 가중치를 더 자주 고쳤고, 이번에는 그만큼 더 내려갔어요.} other {가장 작은 배치가 같은 에포크 동안 가중치를 가장 자주 고쳤고, 이번에는 그만큼 더 내려갔어요.}}',
  'predict.lowest.fewer':
    '{count, plural, =2 {큰 배치가} other {더 큰 배치가}} 덜 고치고도 이겼어요. 많이 고친다고 늘 더 낮아지는 건 아니에요. 작은 배치는 고치는 방향이 더 들쭉날쭉하거든요.',
  'predict.lowest.setting':
    '{count, plural, =2 {둘} other {모두}} 같은 seed에서 가중치를 똑같은 횟수로 고쳤으니, 이번 차이는 <code>{setting}</code>에서 나왔어요.',
  'predict.lowest.also':
    '같은 seed에서 가중치를 똑같은 횟수로 고쳤지만 <code>{also}</code> 값도 달라서(순서대로 {values}), 이번 차이는 둘이 함께 만든 거예요.',
  'predict.lowest.dropout':
    '드롭아웃을 쓰면 유닛 일부를 뺀 채로 학습 loss를 재니까, 더 많이 배우고도 높게 나올 수 있어요. 그건 시험용 행으로 알 수 있어요.',
  'predict.lowest.l2':
    'loss마다 큰 가중치에 매기는 각자의 l2 벌점이 들어 있어서, l2가 크면 똑같이 배우고도 높게 나와요. 비교하려면 벌점이 들어가지 않는 시험용 행의 accuracy(수량이면 mae)를 보세요.',
  'predict.lowest.equal': '1%도 차이가 안 나서 비슷한 걸로 쳐요.',
  'predict.lowest.lost': '{settings}: loss가 넘쳐 버려서 가장 낮은 것이 될 수 없어요.',
  'predict.count': '{guessed, number}명이 답했고, 그 가운데 {right, number}명이 맞혔어요.',
  'predict.notMeasured':
    '학습({runs})이 일찍 끝났거나 loss가 넘쳐서 채점할 값을 재지 못했어요. <code>/predict</code>로 다시 해 봐요.',
  'predict.mine.right': '<b>맞혔어요!</b> {answer}.',
  'predict.mine.wrong': '고른 답: {answer}. <b>실제로는 {right}.</b>',
  'predict.mine.none': '답을 고르지 않았어요. 실제로는 {right}.',

  'predict.button.start': '학습 시작',
  'predict.button.mine': '나는 맞혔을까?',
  'predict.button.compare': '둘 비교하기',
};
