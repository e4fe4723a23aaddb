import type { around as english } from '../../en/answers/around.js';

export const around: Record<keyof typeof english, string> = {
  'answer.readWeights':
    '<code>model.get_weights()</code>를 부르면 층마다 커널, 편향 순서로 배열 목록이 나와요. 한 층만 보려면 <code>model.layers[0].get_weights()</code>예요. 값 하나하나는 사람이 보기에 큰 뜻이 없고, 에포크마다 달라지는 것 자체가 학습이에요.',
  'answer.kerasAndTensorflow':
    '<b>TensorFlow</b>는 계산을 맡고(텐서, 기울기, CPU와 GPU), <b>Keras</b>는 그 위에서 <code>compile</code>, <code>fit</code>, <code>evaluate</code>로 신경망을 쉽게 만들고 학습하는 도구예요. Keras 3은 PyTorch와 JAX 위에서도 돌아요. 에포크, 이터레이션, batch_size의 뜻은 어디서나 같아요.',
  'answer.callback':
    '콜백은 <code>fit</code>이 도는 동안 Keras가 에포크나 배치가 끝날 때마다 불러 주는 것이에요. EarlyStopping은 학습을 끝내고, ModelCheckpoint는 모델을 저장하고, ReduceLROnPlateau는 학습률을 낮춰요. <code>callbacks=[…]</code>에 넣어요.',
  'answer.momentum':
    '모멘텀은 굴러가는 공처럼 지난 업데이트의 방향을 이어 가는 방법이에요. 배치마다의 출렁임이 상쇄되고 평평한 곳을 빨리 지나가요. Keras에서는 <code>SGD(learning_rate=0.01, momentum=0.9)</code>이고, Adam에는 비슷한 것이 들어 있어요.',
  'answer.epochIsCount':
    '에포크는 시간이 아니라 <b>횟수</b>예요. 얼마나 걸리든 전체 데이터를 한 바퀴 돌면 1에포크이고, <code>epochs</code>는 1 이상의 정수로 적어요. (유닉스 시간의 epoch는 이름만 같은 다른 말이에요.) "에포크" 또는 "에폭"이라고 읽어요.',
  'answer.doubleBoth':
    '배치를 두 배로 하면 에포크당 이터레이션이 절반이 되니까, 에포크도 두 배로 하면 <b>업데이트 횟수가 거의 같아져요</b>. {whose}에서는 배치 {batch, number} × 에포크 {epochs, number}번 = {updates, number}번, 배치 {doubleBatch, number} × 에포크 {doubleEpochs, number}번 = {doubleUpdates, number}번이에요. 대신 모든 행을 두 배로 더 보게 되니까 완전히 같은 학습은 아니에요.',
  'answer.stepTimeGrows':
    '한 스텝에서 처리하는 행이 늘었기 때문이에요. 배치를 키우면 <b>스텝</b> 하나는 길어지지만 스텝 수가 줄어서 <b>에포크</b>는 보통 빨라져요. {whose}에서는 배치 {small, number} → {smallSteps, number}스텝, 배치 {large, number} → {largeSteps, number}스텝이에요. ms/step이 아니라 에포크에 걸린 시간을 비교하세요.',
  'answer.crash':
    '보통 메모리가 모자라서예요. 커널이 아무 말 없이 죽어요. <code>batch_size</code>를 줄이고, 데이터를 한 번에 덜 읽고, 다른 노트북을 닫고 커널을 다시 시작하세요. import할 때부터 죽으면 설치 문제예요.',
  'answer.readResult':
    'loss는 예측이 정답에서 얼마나 먼지(작을수록 좋아요), accuracy는 맞힌 비율(0.8564면 85.64%)이고, 둘 다 그 에포크의 학습용 행 평균이에요. 잘 나온 건지 보려면 첫 에포크와 비교하고(loss가 내려갔나요?), 기준선({whose}: {baseline})과도 비교하세요. 기준선보다 높은 만큼만 배운 거예요. 마지막에는 검증·시험 데이터의 숫자로 판단해요.',
  'answer.lossVsLossFunction':
    '<b>손실 함수</b>는 <code>compile</code>에서 고르는 계산 방법(binary_crossentropy, mse …)이고, <b>loss</b>는 그 방법으로 나온 값이에요. 막대에는 이번 에포크에서 지금까지 본 행의 평균이 찍혀요.',
  'answer.splitAndTest':
    '네, 같이 써요. 먼저 <code>train_test_split</code>으로 시험용 행을 떼어 두고, 남은 학습 데이터의 맨 뒤에서 <code>validation_split</code>만큼 검증용으로 더 떼요. 10,000행에서 시험 20%를 떼면 {lessonRows, number}행, 거기서 validation_split=0.2면 학습 {lessonTrainRows, number}행, 검증 {lessonValRows, number}행이에요.',
  'answer.deepLearning':
    '<b>머신러닝</b>은 예시를 보고 프로그램이 규칙을 찾게 하는 것이고, <b>딥러닝</b>은 그것을 층이 여러 개인 신경망으로 하는 거예요. 에포크, 배치, 이터레이션은 이런 신경망을 학습시킬 때 쓰는 말이에요.',
  'answer.outputMeaning':
    'sigmoid 출력 하나는 확률로 읽어요. 0.7이면 "1번 클래스일 확률이 70%"이고, 0.5보다 크면 1번 클래스로 봐요. 두 클래스라면 나머지가 다른 쪽 확률이니까 유닛 1개면 되고, 여러 클래스면 softmax와 함께 클래스마다 하나씩 필요해요.',
  'answer.maxEpochs':
    'Keras의 <code>epochs</code>에는 최댓값이 없어요. 다만 어느 순간부터 val_loss가 더 안 내려가니 끝없이 늘리는 건 의미가 없어요. 이 튜터의 <code>/fit</code>은 500까지예요. 넉넉히 주고 EarlyStopping에 맡기세요. {whose}에서는 에포크 {epochs, number}번이면 벌써 {updates, number}번 고쳐요.',
  'answer.earlyStoppingEpochs':
    'EarlyStopping을 쓰면 <code>epochs</code>는 최대치일 뿐이에요. 100이나 그 이상으로 넉넉하게 주고 멈추는 건 EarlyStopping에 맡기세요. 끝까지 다 돌았다면 val_loss가 아직 좋아지고 있었던 거라 더 늘려도 돼요.',
  'answer.whyLongTail':
    '쉬운 것부터 먼저 배우기 때문이에요. 처음에는 크게 틀린 예측이 많아서 기울기가 크고 loss가 빨리 내려가요. 나중에는 조금씩 다듬을 것만 남아요. 원래 그런 모양이고 잘못된 게 아니에요.',
  'answer.iterationsMore':
    '이터레이션(업데이트)을 늘리려면 <b>에포크를 늘리거나</b> <b>batch_size를 줄이면</b> 돼요. 전체 이터레이션 = 올림(행 수 / batch_size) × 에포크예요. {whose}에서는 {steps, number} × {epochs, number} = {updates, number}번이고, 배치 {small, number}이면 {smallUpdates, number}번이에요.',
  'answer.batchUsesSameData':
    '아니요, 배치 크기와 상관없이 에포크마다 <b>모든 행</b>을 다 써요. 배치를 키우면 묶는 방법만 달라져서 고치는 횟수가 줄어요. {whose}에서는 배치 {small, number} → 에포크당 {smallSteps, number}번, 배치 {large, number} → {largeSteps, number}번인데, 둘 다 똑같은 {rows, number}행을 써요.',
  'answer.firstEpochWorse':
    '처음에는 아무것도 모르는 난수 가중치에서 시작하기 때문이에요. 첫 에포크의 loss와 accuracy는 그 시작 부분까지 넣은 평균이라 나쁘게 나오고, 다음 에포크부터는 앞에서 배운 데서 이어서 하니까 좋아져요. {whose}에서는 첫 에포크에만 벌써 {steps, number}번 고쳐요.',
  'answer.gradientAverage':
    '<b>평균</b>을 내요. 배치 안의 행마다 기울기가 나오고, 그 평균으로 가중치를 한 번 고쳐요({whose}: {batch, number}행씩). 그래서 한 배치의 행들은 가중치를 함께 움직이지만, 예측은 행마다 따로 해요(배치 정규화만 예외예요). 적은 행의 평균은 거칠고, 많은 행의 평균은 잔잔해요.',
  'answer.interrupted':
    '그때까지 배운 것은 모델에 남아 있어요. 가중치는 배치마다 바뀌니까 <code>fit</code>을 중간에 끊어도(Ctrl+C나 셀 중단) 그대로이고, <code>fit</code>을 다시 부르면 이어서 학습해요. 프로그램이나 커널이 꺼지면 사라지니까 <code>model.save</code>나 ModelCheckpoint로 저장해 두세요.',
  'answer.changeBatchBetween':
    '네, batch_size는 모델의 일부가 아니라 <code>fit</code>을 부를 때마다 주는 값이라 바꿔도 돼요. 다음 fit은 같은 가중치에서 새 배치 크기로 이어져요. {whose}에서는 배치 {small, number} → 에포크당 {smallSteps, number}번, 배치 {large, number} → {largeSteps, number}번 고쳐요. fit 한 번이 도는 동안에는 바뀌지 않아요.',
  'answer.evaluateOnTraining':
    '배운 데이터를 얼마나 잘 맞히는지 알 수 있고, 검증 점수와 나란히 보면 쓸모가 있어요. 둘의 차이가 크면 과적합이에요. 하지만 그 숫자만으로는 실력을 알 수 없어요. 외우기만 한 모델이 가장 높게 나오거든요.',
  'answer.whereToStart':
    '괜찮아요, 세 가지 말만 알면 거의 다예요. <b>에포크</b>는 전체 데이터 한 바퀴, <b>배치</b>는 한 번에 같이 보는 행 묶음, <b>이터레이션</b>은 배치 하나를 보고 가중치를 한 번 고치는 거예요. <code>/fit epochs:20 batch:10</code>을 돌려 보세요. {lessonRows, number}행이 에포크마다 이터레이션 {evenSteps, number}번이 돼요. 그다음 숫자 하나만 바꿔서 비교해 보세요.',
  'answer.halveBatch':
    '배치를 절반으로 줄이면 에포크당 이터레이션이 <b>두 배</b>가 돼요(두 배로 키우면 절반이에요. 올림 때문에 조금 다를 수 있어요). {whose}에서는 배치 {batch, number} → {steps, number}번, 배치 {doubleBatch, number} → {doubleBatchSteps, number}번, 배치 {halfBatch, number} → {halfBatchSteps, number}번이에요.',
};
