import type { lessons as english } from '../en/lessons.js';

export const lessons: Record<keyof typeof english, string> = {
  'code.title': '{run} 학습을 케라스 코드로',
  'code.versions': 'Keras 2.15(TensorFlow 2.15)와 Keras 3에서 돌아가요.',
  'code.close': '행을 나누는 순서와 난수가 튜터와 달라서 결과는 비슷하지만 똑같지는 않아요.',
  'code.seed': '매번 같은 시작값, 같은 순서로 섞어요.',
  'code.read': '이 스크립트와 같은 폴더에 파일을 두세요.',
  'code.readBuiltin':
    '이 스크립트와 같은 폴더에 파일을 두세요. /data {name} 명령이나 이 메시지에서 받을 수 있어요.',
  'code.leftOutWhy': '뺀 열과 그 이유:',
  'code.gaps': '값이 없다는 뜻으로 쓰는 칸들이에요.',
  'code.inputs': '신경망에 넣는 것들: 숫자, 날짜를 나눈 값, 범주.',
  'code.splitSame':
    '학습용(80%)과 시험용 행이 튜터와 똑같아요. 같은 방법으로 섞고, 클래스마다 같은 비율로 나눠요.',
  'code.exact':
    '행과 입력, 나누는 방법은 튜터와 똑같아요. 가중치 시작값만 달라서 결과는 비슷하지만 똑같지는 않아요.',
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
  'code.dropout': '드롭아웃은 학습할 때만 유닛을 빼요. val_loss와 시험에서는 전부 써요.',
  'code.l2': 'L2는 λ × (가중치 제곱의 합)을 찍히는 loss에 더해요.',
  'code.patience': 'val_loss가 {patience, number}에포크 동안 최저점보다 더 내려가지 않으면 끝나요.',
  'code.restore':
    '그때 제일 좋았던 가중치로 되돌려요. Keras 2.15에서는 일찍 끝났을 때만, Keras 3에서는 늘 그래요.',
  'code.torch.title': '{run} 학습을 파이토치 반복문으로',
  'code.torch.versions': 'PyTorch 2에서 돌아가요.',
  'code.torch.batch':
    '배치: DataLoader가 {rows, number}행을 {batch, number}행씩 꺼내 줘요. 순서는 에포크마다 새로 섞어요.',
  'code.torch.sums':
    '마지막 층에 {activation} 함수가 없는 건 손실 함수가 알아서 계산하기 때문이에요.',
  'code.torch.start':
    '가중치 시작값은 Keras처럼 glorot_uniform(여기 이름은 xavier_uniform), 편향은 0이에요.',
  'code.torch.epoch':
    '에포크: 이 반복문이 한 번 돌면 학습용 {rows, number}행을 한 번씩 다 써요. 모두 {epochs, number}번 돌아요.',
  'code.torch.iteration':
    '이터레이션: 이 반복문이 한 번 돌면 배치 하나를 써요. 에포크마다 {steps, number}번 돌아요.',
  'code.torch.forward': '순전파: 예측하고, 얼마나 틀렸는지 재요.',
  'code.torch.backward': '역전파: 가중치마다 기울기를 구해요.',
  'code.torch.update': '가중치를 고쳐요. 이터레이션마다 한 번이에요.',
  'code.torch.mean': '찍히는 값은 지금까지 본 행의 평균이에요. Keras도 그래요.',
  'code.torch.restore': 'val_loss가 제일 낮았던 에포크의 가중치로 되돌려요.',
  'code.test': '신경망이 한 번도 못 본 행이에요.',
};
