import type { lessons as english } from '../en/lessons.js';

export const lessons: Record<keyof typeof english, string> = {
  'lesson.from.run': '<code>{run}</code> 학습의 숫자로 계산해 보면:',
  'lesson.from.lesson': '수업 예제({rows, number}행)의 숫자로 계산해 보면:',
  'lesson.try': '직접 해 봐요:',

  'lesson.epoch.title': '에포크(epoch)',
  'lesson.epoch.answer':
    '<b>에포크</b> 한 번은 <b>학습용 행 전체</b>를 한 바퀴 도는 거예요. 모든 행이 순전파와 역전파를 한 번씩 거치는데, 배치로 나눠서 하고 배치 하나가 이터레이션 한 번이에요.',
  'lesson.epoch.perEpoch':
    '에포크 1번 = {rows, number}행 = 이터레이션 {steps, number}번 = 가중치 수정 {steps, number}번.',
  'lesson.epoch.all':
    '에포크 {epochs, number}번 × {steps, number}번 = 모두 <b>{updates, number}번</b> 가중치를 고쳐요.',
  'lesson.epoch.seen': '다 끝나면 행마다 {epochs, number}번씩 쓰인 셈이에요.',
  'lesson.epoch.not':
    '에포크가 바뀌어도 신경망은 처음으로 돌아가지 않아요. 가중치는 그대로 이어지고, 화면의 loss와 {metric}만 그 에포크의 평균이라서 새로 시작해요.',
  'lesson.epoch.try': '에포크만 {epochs, number}번으로 바꾸면 loss가 어디까지 가는지 봐요.',
  'lesson.epoch.label': 'epochs {epochs, number}',

  'lesson.iteration.title': '이터레이션(iteration)',
  'lesson.iteration.answer':
    '<b>이터레이션</b>(케라스에서는 step) 한 번은 <b>배치 하나</b>를 처리하는 거예요. 예측하고, loss를 재고, 역전파한 다음 가중치를 딱 한 번 고쳐요.',
  'lesson.iteration.even':
    '{rows, number}행 ÷ batch_size {batch, number} = 에포크마다 <b>이터레이션 {steps, number}번</b>.',
  'lesson.iteration.uneven':
    '{rows, number}행 ÷ batch_size {batch, number}, 올림해서 에포크마다 <b>이터레이션 {steps, number}번</b>. {batch, number}행짜리 {full, number}번, 마지막은 {last, number}행이에요.',
  'lesson.iteration.one':
    'batch_size {batch, number} 안에 {rows, number}행이 다 들어가서 에포크마다 <b>이터레이션 1번</b>이에요.',
  'lesson.iteration.all':
    '{steps, number}번 × 에포크 {epochs, number}번 = 모두 <b>이터레이션 {updates, number}번</b>.',
  'lesson.iteration.notEven':
    '가중치는 에포크마다도, 행마다도 아니고 이터레이션마다 한 번 바뀌어요. 막대 앞의 1/{steps, number}도 1행이 아니라 배치 1개를 끝냈다는 뜻이라, 빠지는 행은 없어요.',
  'lesson.iteration.notUneven':
    '"이터레이션 × batch_size = 전체 행"은 나누어떨어질 때만 맞아요. 여기서는 {steps, number} × {batch, number} = {product, number}, 실제는 {rows, number}행이죠. 작은 마지막 배치도 한 번으로 세거든요.',
  'lesson.iteration.try':
    'batch_size {batch, number}, 이렇게 바꾸면 막대가 {stepsNow, number} 대신 {steps, number}까지 세요.',

  'lesson.batch_size.title': '배치 크기(batch_size)',
  'lesson.batch_size.answer':
    '<b>batch_size</b>는 가중치를 한 번 고치기 전에 몇 행을 함께 보느냐예요. 배치의 개수가 아니라 배치 하나의 크기이고, 그 행들의 기울기를 평균 내서 한 번 고쳐요.',
  'lesson.batch_size.now':
    'batch_size {batch, number}: 이터레이션 {steps, number}번 × 에포크 {epochs, number}번 = 가중치 수정 <b>{updates, number}번</b>.',
  'lesson.batch_size.last': '에포크마다 마지막 배치는 나머지 {last, number}행뿐이에요.',
  'lesson.batch_size.not':
    '배치를 키운다고 데이터를 더 쓰는 건 아니에요. 에포크마다 {rows, number}행을 다 쓰는 건 똑같아요. 대신 가중치를 덜 고치니까 같은 에포크에서 loss가 덜 내려가곤 해요. 비교는 수정 횟수를 맞춰서 해요.',
  'lesson.batch_size.label': 'batch {batch, number}',

  'code.title': '{run} 학습을 케라스 코드로',
  'code.versions': 'Keras 2.15(TensorFlow 2.15)와 Keras 3에서 돌아가요.',
  'code.close': '행을 나누는 순서와 난수가 튜터와 달라서 결과는 비슷하지만 똑같지는 않아요.',
  'code.seed': '매번 같은 시작값, 같은 순서로 섞어요.',
  'code.read': '이 스크립트와 같은 폴더에 파일을 두세요.',
  'code.download': '튜터가 쓰는 데이터를 그대로 내려받아요.',
  'code.standIn':
    '튜터의 데이터는 튜터가 직접 만든 가상 데이터예요. 여기서는 모양만 같은 다른 행을 쓰니까 결과도 달라요.',
  'code.shapes': '평면 위의 점들이에요. 튜터와 같은 모양이고 잡음만 달라요.',
  'code.target': '맞힐 열이에요. 이 값이 빈 행은 쓸 수 없어요.',
  'code.leftOut': '새로운 행에 대해 알려 주는 것이 없는 열은 빼요.',
  'code.oneHot': '범주마다 0과 1로 된 열을 만들어요. 첫 범주는 없어도 알 수 있어요.',
  'code.split': '80%는 학습용, 20%는 시험용이에요.',
  'code.fill': '빈칸은 학습용 행의 중앙값이나 가장 흔한 범주로 채워요.',
  'code.scale': '숫자는 학습용 행을 기준으로 평균 0, 표준편차 1로 맞춰요.',
  'code.scaleTarget': '맞힐 값도 똑같이 맞춰요. 그래서 loss와 mae는 표준편차 단위예요.',
  'code.model': '신경망: {shape}.',
  'code.fit':
    '{rows, number}행 ÷ batch_size {batch, number} → 에포크마다 이터레이션 {steps, number}번.',
  'code.validation': 'validation_split은 섞기 전에 맨 뒤쪽 행을 떼어 내요.',
  'code.test': '신경망이 한 번도 못 본 행이에요.',
};
