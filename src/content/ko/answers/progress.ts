import type { progress as english } from '../../en/answers/progress.js';

export const progress: Record<keyof typeof english, string> = {
  'answer.epochTimesVary':
    '조금씩 다른 건 정상이에요. 컴퓨터가 그동안 다른 일도 하고, <b>첫 에포크</b>는 계산 그래프를 만들고 데이터를 읽느라 더 걸려요. 할 일은 에포크마다 똑같아서, {whose}에서는 늘 이터레이션 {steps, number}번이에요. 에포크가 갈수록 느려진다면 어딘가에 계속 쌓이는 것이 있는지 보세요.',
  'answer.barsDiffer':
    '둘 다 <b>배치</b>를 센 숫자라서, 같은 데이터라면 <code>batch_size</code>가 서로 다른 거예요. 예를 들어 {pairRows, number}행일 때 batch_size {pairBatch, number} → {pairMost, number}번, batch_size {pairOther, number} → {pairLeast, number}번이에요. <code>validation_split</code> 등으로 행 수가 달라져도 숫자가 달라져요. 어느 쪽이든 에포크마다 모든 행을 한 번씩 쓰고, 고치는 횟수만 달라요.',
  'answer.epochLine':
    '앞 숫자는 <b>지금 몇 번째 에포크인지</b>, 뒤 숫자는 <code>epochs=</code>에 적은 전체 에포크 수예요. {whose}에서 <code>Epoch 1/{epochs}</code>: 에포크 {epochs, number}번 가운데 첫 번째라는 뜻이에요. 그 아래 줄은 이 에포크의 배치를 <code>{steps}/{steps}</code>까지 세요.',
  'answer.barParts':
    '왼쪽부터 이번 에포크의 전체 배치 가운데 끝난 배치 수, 진행 막대, 시간, 지금까지의 loss와 accuracy예요. <code>{steps}/{steps}</code> 숫자는 행이 아니라 <b>배치</b>를 세고, <code>=</code> 끝난 부분, <code>></code> 지금 위치, <code>.</code> 남은 부분이에요. 도는 동안 <code>ETA</code>는 남은 시간이고, 끝나면 에포크에 걸린 초와 배치 하나의 평균 시간(<code>2ms/step</code>)이 나와요. loss와 accuracy는 에포크 시작부터의 평균이에요.',
  'answer.barCounter':
    '<code>{steps}/{steps}</code>: 이번 에포크의 <b>배치</b>(이터레이션) {steps, number}개 가운데 {steps, number}개를 끝냈다는 뜻이에요. 행 수도 에포크 수도 아니에요. {whose}에서는 {rows, number}행 ÷ batch_size {batch, number} → 배치 {steps, number}개라서, 에포크마다 가중치를 {steps, number}번 고쳐요.',
  'answer.msPerStep':
    '이 에포크에 약 {epochSeconds}초, <b>배치(스텝) 하나</b>에 평균 약 {msPerStep}밀리초(ms) 걸렸다는 뜻이에요. 데이터 1개당 시간이 아니에요. {steps, number} × {msPerStep}ms = {stepsSeconds}초인데 반올림해서 보여 줘요. 느린 첫 스텝은 평균에서 빼고, 검증에 걸린 시간은 포함해요.',
  'answer.eta':
    '<code>ETA</code>는 이 에포크가 끝날 때까지 남은 예상 시간이고, 스텝당 시간 × 남은 스텝으로 계산해요. 1번째 스텝 뒤에는 그 한 번밖에 모르는데, 그래프를 만드느라 유난히 느려요. {etaFirst}초 × 남은 {stepsLeft, number}스텝 = {eta} 이렇게 크게 나와요. 2번째 스텝부터는 첫 스텝을 평균에서 빼니까 갑자기 확 줄어요.',
  'answer.oldFormat':
    '잘못된 게 아니라 <b>버전 차이</b>예요. 예전 Keras와 TF 2.1까지는 행 수({barRows, number}/{barRows, number}), TF 2.2부터는 배치 수를 보여 줘요: {barRows, number} / {barBatch, number} → {barSteps, number}{barRest, plural, =0 {} other { (올림했고, 마지막 배치는 #행)}}. 학습되는 양은 같아요.',
  'answer.noEpochLine':
    'Keras는 <code>Epoch 1/N</code> 줄을 N이 1보다 클 때만 찍어요. <code>epochs=1</code>이면 막대만 나오고, 학습은 똑같이 돼요.',
  'answer.lossJumpsAtEpoch':
    '평균이 새로 시작되기 때문이에요. 화면의 loss는 <b>이번 에포크에서 지금까지</b> 나온 배치들의 평균이거든요. {whose}에서 에포크 끝에는 {steps, number}개 배치의 평균, 새 에포크 시작에는 1~3개 배치의 값이라 차이가 커 보여요. 가중치가 튀거나 초기화된 게 아니에요.',
  'answer.lossIsAverage':
    '마지막 배치의 값이 아니라 <b>에포크 시작부터의 평균</b>(행 수로 가중)이에요. {whose}에서 에포크 끝의 숫자는 {steps, number}개 배치의 평균이고, 가중치가 나아지기 전인 앞쪽 배치도 들어 있어요. 그래서 그 순간의 모델보다 조금 뒤처진 값이에요.',
  'answer.barHangs':
    '검증 데이터를 재는 중이에요. 그동안 Keras는 아무것도 찍지 않아서 막대가 {steps}/{steps}, <code>ETA: 0s</code>에 멈춰 있다가 val_loss가 나와요. 마지막 줄의 초와 ms/step에는 이 시간도 들어가요.',
  'answer.verbose':
    '<code>verbose</code>는 <code>fit</code>이 얼마나 출력할지 정해요. 0은 출력 없음, 1은 진행 막대, 2는 에포크마다 한 줄이에요. 기본값 <code>"auto"</code>는 거의 항상 1이고, 학습 결과에는 영향이 없어요.',
  'answer.keras3Bar':
    'Keras 3라서 그래요. <code>━</code> 20칸으로 그리고, 대괄호나 <code>></code>, ETA라는 글자가 없고, 지표는 알파벳 순서(accuracy가 loss보다 먼저)로 나와요. 앞의 숫자는 여전히 배치 수이고 {whose}에서는 에포크당 {steps, number}개예요. 학습은 같아요.',
  'answer.perSample':
    '<code>us/sample</code>은 예전 tf.keras가 보여 주던 <b>행 하나</b>당 시간(마이크로초)이에요. 요즘은 배치 하나당 시간인 <code>ms/step</code>이 나와요. 비교하려면 배치 크기를 곱하세요. 200us/sample × {batch, number}행 = 스텝당 {perSampleMs}ms예요.',
  'answer.firstEpochSlow':
    '첫 스텝에서 계산 그래프를 만들고 데이터를 처음 읽어 오기 때문이에요. 한 번만 하는 일이라 첫 에포크만 느려 보이고 그다음부터는 빨라져요. 학습 내용이 다른 건 아니에요.',
  'answer.slowTraining':
    '에포크 시간은 대략 스텝 수 × 스텝당 시간이라, 먼저 <b>batch_size를 키워</b> 보세요. {whose}에서는 배치 {small, number} → {smallSteps, number}스텝, 배치 {large, number} → {largeSteps, number}스텝이에요(업데이트도 줄어드니 loss를 확인하세요). 그다음은 EarlyStopping으로 에포크 줄이기, 신경망 줄이기, 큰 모델이면 GPU, 출력 줄이기(<code>verbose=2</code>)예요.',
  'answer.gpuNotFaster':
    '작은 신경망과 작은 배치에서는 흔한 일이에요. 스텝마다 계산이 너무 적어서 GPU에 일을 넘기는 시간이 더 걸리거든요. batch_size나 신경망을 키우면 차이가 나고, 작은 표 데이터는 CPU가 더 빠를 때가 많아요.',
  'answer.history':
    '<code>history = model.fit(…)</code>처럼 받아 두면 에포크마다의 값이 남아요. <code>history.history["loss"]</code>, 검증이 있으면 <code>"val_loss"</code>에 에포크당 하나씩({whose}에서는 {epochs, number}개) 들어 있고 <code>plt.plot(history.history["loss"])</code>로 그려요. 둘 다 내려가면 배우는 중, val_loss만 올라가면 과적합, 평평하면 다 배웠거나 막힌 거예요.',
  'answer.unknownSteps':
    '배치가 몇 개인지 Keras가 아직 모른다는 뜻이에요. 길이를 모르는 제너레이터나 데이터셋은 첫 에포크가 끝나야 개수를 알 수 있어요. 두 번째 에포크부터는 전체 개수가 나와요.',
  'answer.exponent':
    '<code>9.0000e-04</code>는 지수 표기예요. 9 × 10⁻⁴ = 0.0009라는 뜻이고, Keras는 0.001 이하의 수를 이렇게 적어요. loss라면 아주 작다는 뜻이에요.',
  'answer.trainingTime':
    '대략 에포크 × 에포크당 스텝 × 스텝당 시간이에요. {whose}에서는 {epochs, number} × {steps, number} = {updates, number}스텝이고, 스텝마다 2ms라면 {updatesSeconds}초예요. 에포크가 두 배면 시간도 두 배, 배치를 키우면 스텝은 줄고 스텝 하나는 조금 길어져요.',
};
