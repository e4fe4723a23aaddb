import type { trial as english } from '../en/trial.js';

export const trial: Record<keyof typeof english, string> = {
  'command.try': '학습된 신경망에 직접 만든 행을 넣어 보기',
  'command.try.values': '넣을 값: age:40 balance:0. 안 적은 열은 평균으로 넣어요',
  'command.try.run': '어느 학습의 신경망인지 id로 (안 적으면 마지막 학습)',

  'error.tryWords':
    '“{given}”, 이게 어느 열의 값인지 모르겠어요. <code>/try age:40 balance:0</code>처럼 <code>열:값</code>으로 적어 주세요.',
  'error.tryTarget':
    '<code>{column}</code>, 이건 신경망이 맞힐 열이라 값을 줄 수 없어요. 값을 줄 수 있는 열: <code>{names}</code>{more, plural, =0 {} other { 외 #개}}.',
  'error.tryLeftOut':
    '<code>{column}</code>, 이 열은 학습에 안 쓴 열이에요. 학습에 쓴 열: <code>{names}</code>{more, plural, =0 {} other { 외 #개}}.',
  'error.tryColumn':
    '“{given}”, 이런 열은 없어요.{near, select, none {} other { 혹시 <code>{near}</code>?}} 학습에 쓴 열: <code>{names}</code>{more, plural, =0 {} other { 외 #개}}.',
  'error.tryNumber':
    '<code>{column}</code> 값이 “{given}”인데, <code>{example}</code>처럼 숫자로 적어 주세요.',
  'error.tryDate':
    '<code>{column}</code> 값이 “{given}”인데, <code>{example}</code>처럼 날짜나 시각으로 적어 주세요.',
  'error.tryCategory':
    '<code>{column}</code> 값이 “{given}”인데, 쓸 수 있는 값은 이것뿐이에요: {values}{more, plural, =0 {} other { 외 #개}}.',
  'error.otherInputs':
    '<code>{run}</code> 학습은 튜터가 이 파일을 더 꼼꼼히 읽게 되기 전에 시작해서, 지금은 신경망에 들어가는 입력이 달라요. 먼저 <code>/fit like:{run}</code> 명령으로 새로 학습한 다음 그 학습에 물어봐 주세요.',
  'error.noWeights':
    '<code>{run}</code> 학습은 아직 학습된 가중치가 없어요. 첫 에포크가 끝난 다음에 다시 물어봐 주세요.',

  'try.answer.class':
    '<code>{run}</code> 학습의 신경망이 보기에는 <b>{target}: {answer}</b>, 확률은 <b>{percent}%</b>예요.',
  'try.answer.amount': '<code>{run}</code> 학습의 신경망이 보기에는 <b>{target}: {amount}</b>.',
  'try.probability': '{answer}: {percent}%',
  'try.underWay':
    '에포크 {epoch, number}번까지 학습한 가중치로 답한 거예요. 아직 학습 중이라 답이 바뀔 수 있어요.',
  'try.given': '넣은 값: {columns}.',
  'try.mean': '안 적어서 학습용 행의 평균으로 넣은 값: {columns}.',
  'try.usual': '안 적어서 가장 흔한 값으로 넣은 값: {columns}.',
  'try.more': '외 {count, number}개',
  'try.outside':
    '<b>{column}</b>: 학습용 행은 {least}부터 {most}까지라서 {value} 같은 값은 본 적이 없어요. 이런 값에 대한 답은 짐작일 뿐이에요.',
  'try.nearest.classes': '실제로 가장 비슷한 학습용 행 {rows, number}개는 이랬어요: {counts}.',
  'try.nearest.count': '{answer} {rows, number}개',
  'try.nearest.amount':
    '실제로 가장 비슷한 학습용 행 {rows, number}개는 {least} ~ {most}, 평균 {mean}.',
  'try.right':
    '얼마나 믿어도 되냐면, 시험용 행의 {percent}%를 맞혔어요. 모두 같은 답을 해도 {baseline}%는 맞아요.',
  'try.off': '얼마나 믿어도 되냐면, 시험용 행에서는 평균 {amount}만큼 빗나갔어요.',
  'command.model': '학습된 신경망의 가중치를 TensorFlow.js와 Keras용으로 받기',
  'command.model.run': '어느 학습의 신경망인지 id로 (안 적으면 마지막 학습)',
  'model.intro':
    '<code>{run}</code> 학습의 신경망이에요. 가중치 {weights, number}개가 들어 있어요. 파일 세 개를 한 폴더에 두세요.',
  'model.file.json':
    '<code>model.json</code>: 층의 구조예요. TensorFlow.js에서 <code>tf.loadLayersModel</code>로 읽어요.',
  'model.file.bin': '<code>model.weights.bin</code>: 가중치예요(float32).',
  'model.file.py':
    '<code>{script}</code>: Keras로 같은 신경망을 만들고, 시험용 행 {rows, number}개를 똑같이 예측하는지 확인해요.',
  'model.py.title':
    '{run} 학습의 신경망을 Keras로. 가중치 파일을 이 스크립트와 같은 폴더에 두세요.',
  'model.py.inputs':
    '입력: 숫자는 평균과 표준편차예요. (값 - 평균) / 표준편차를 넣어요. 범주는 그 값이면 1, 아니면 0을 넣어요.',
  'model.py.target': '답 × 표준편차 + 평균을 하면 원래 단위가 돼요.',
  'model.py.build': '층이에요. 드롭아웃과 L2는 예측할 때는 쓰지 않아요.',
  'model.py.weights': '학습된 가중치예요. 층마다 커널, 편향 순서로 들어 있어요.',
  'model.py.check': '신경망에 넣는 모양 그대로의 시험용 행과, 튜터의 엔진이 낸 답이에요.',
  'model.py.same': '튜터와 똑같아요.',
  'try.how': '원하는 열만 적어서 물어봐요: <code>{command}</code>',
};
