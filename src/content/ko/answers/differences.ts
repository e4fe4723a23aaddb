import type { differences as english } from '../../en/answers/differences.js';

export const differences: Record<keyof typeof english, string> = {
  'answer.epochVsIteration':
    '<b>에포크</b>는 학습용 행 전체를 한 바퀴 도는 것, <b>이터레이션</b>(스텝)은 배치 하나를 처리하고 가중치를 한 번 고치는 거예요. 그래서 에포크 하나가 이터레이션 여러 번으로 이루어져요. {whose}에서는 {rows, number}행 ÷ {batch, number} = 이터레이션 {steps, number}번이 에포크 하나이고, 에포크 {epochs, number}번이면 {updates, number}번이에요.',
  'answer.iterationVsBatch':
    '<b>batch_size</b>는 한 번에 같이 보는 행 수, <b>이터레이션</b>은 그렇게 배치 하나를 처리하는 횟수예요. {whose}에서는 {rows, number}행을 batch_size {batch, number}, 이렇게 나눠서 에포크당 이터레이션 {steps, number}번이에요. 배치를 키우면 이터레이션이 줄어요.',
  'answer.stepVsIteration':
    'Keras fit에서는 같은 뜻이에요. 배치 1개 처리 = 1스텝 = 1이터레이션 = 가중치 1번 업데이트이고, <code>steps_per_epoch</code>는 에포크 하나에 몇 번인지예요({whose}: {steps, number}번). 단, 그래디언트 누적(gradient accumulation)을 쓰면 여러 스텝에 업데이트가 1번이라 달라져요.',
  'answer.epochVsBatch':
    '<b>에포크</b>는 전체 데이터를 몇 바퀴 도는지, <b>배치 크기(batch_size)</b>는 그때 한 번에 몇 행씩 보는지예요. {whose}에서는 {rows, number}행을 {batch, number}행씩, {epochs, number}바퀴 돌아서 모두 {updates, number}번 고쳐요. 에포크를 늘리면 오래 배우고, 배치를 키우면 고치는 횟수가 줄어요.',
  'answer.lossVsAccuracy':
    '<b>loss</b>는 예측이 정답에서 얼마나 먼지(얼마나 확신하는지까지) 재는 값이고, 학습은 이걸 줄여요. <b>accuracy</b>는 맞힌 비율일 뿐이고 사람이 보려고 출력해요. 그래서 loss가 줄어도 accuracy는 그대로일 수 있어요. 정답이 1인 행의 예측이 0.30 → 0.45가 되면 loss는 줄지만({lossLow} → {lossMid}) 여전히 오답이거든요.',
  'answer.valLossVsLoss':
    '<b>loss</b>는 학습용 행에서, 에포크가 도는 동안의 평균으로 재요. <b>val_loss</b>는 학습에 쓰지 않는 검증용 행에서, 에포크가 끝난 가중치로 재요. 둘 다 내려가면 잘 배우는 중이고, loss는 내려가는데 val_loss가 올라가면 과적합이에요.',
  'answer.valAccuracyVsAccuracy':
    '<b>accuracy</b>는 학습용 행에서 맞힌 비율, <b>val_accuracy</b>는 학습에 쓰지 않는 검증용 행에서 맞힌 비율이에요. 새 데이터에서의 실력은 val_accuracy가 더 잘 알려 주고, 이쪽이 훨씬 낮으면 과적합이에요.',
  'answer.batchSizeVsBatchNorm':
    '이름만 비슷하고 서로 상관없는 설정이에요. <b>batch_size</b>는 가중치를 한 번 고칠 때 보는 행 수, <b>배치 정규화(batch normalization)</b>는 학습 중에 현재 배치의 평균과 분산으로 값의 크기를 맞추는 층이에요. 그래서 배치가 아주 작으면 그 통계가 출렁인다는 것만 관련이 있어요.',
  'answer.overfittingVsEarlyStopping':
    '<b>과적합</b>은 학습 데이터를 외워서 val_loss가 올라가는 문제이고, <b>조기 종료(early stopping)</b>는 그 해결책이에요. val_loss가 몇 에포크(<code>patience</code>) 동안 나아지지 않으면 학습을 끝내요.',
  'answer.shuffleVsSplit':
    '<b>shuffle</b>은 에포크마다 학습용 행의 순서를 섞는 것, <b>validation_split</b>은 검증용 행을 아예 떼어 두는 거예요. 먼저 섞지 않은 채로 맨 뒤쪽 행을 떼고, 남은 행만 섞어요.',
  'answer.validationVsTest':
    '<b>검증</b> 데이터는 에포크마다 재서 언제 멈출지, 어떤 설정이 좋은지 고를 때 쓰고, <b>시험(테스트)</b> 데이터는 맨 마지막에 한 번만 재요. 둘 다 학습에는 안 쓰지만, 검증 점수를 보고 고르다 보면 거기에 조금 맞춰지기 때문에 시험 데이터가 따로 필요해요.',
  'answer.trainVsValidation':
    '<b>학습</b> 데이터는 가중치를 바꾸고, <b>검증</b> 데이터는 예측만 해서 배우지 않은 행을 얼마나 잘 맞히는지 봐요. {wholeRows, number}행에서 {split}만큼 떼면 학습 {trainRows, number}행, 검증 {valRows, number}행이에요.',
  'answer.optimizerVsLr':
    '<b>옵티마이저</b>는 기울기로 가중치를 고치는 방법(Adam, SGD …)이고, <b>학습률</b>은 그 설정 가운데 하나로 한 번에 얼마나 크게 고칠지예요. 기본값은 Adam 0.001, SGD 0.01이에요.',
  'answer.gradientVsWeights':
    '<b>가중치</b>는 신경망이 가지고 있으면서 배우는 숫자이고, <b>기울기</b>는 배치 하나에서 가중치마다 어느 쪽으로 얼마나 바꾸면 loss가 변하는지 알려 주는 값이에요. 한 번 고치는 데 쓰고 버려요: 새 가중치 = 가중치 − 학습률 × 기울기.',
  'answer.gradientVsLr':
    '<b>기울기</b>는 데이터로 계산되는 값이고 어느 쪽으로 얼마나 가파른지를, <b>학습률</b>은 내가 정하는 값이고 얼마나 멀리 갈지를 뜻해요. 기본 SGD라면 학습률 × 기울기만큼 움직여요.',
  'answer.forwardVsBackward':
    '<b>순전파</b>는 입력에서 예측까지 가서 loss를 구하고, <b>역전파</b>는 loss에서 거꾸로 돌아오며 가중치마다의 기울기를 구해요. 배치마다 한 번씩 하고 나서 가중치를 고쳐요. <code>predict</code>와 <code>evaluate</code>는 순전파만 해요.',
  'answer.lossVsGradient':
    '<b>loss</b>는 예측이 얼마나 틀렸는지 나타내는 숫자 하나이고, <b>기울기</b>는 가중치마다 하나씩 있는 값으로 그 가중치를 바꾸면 loss가 어떻게 변하는지예요. loss는 얼마나 나쁜지, 기울기는 어떻게 고칠지를 알려 줘요.',
  'answer.overVsUnder':
    '<b>과적합</b>은 학습 데이터는 아주 잘 맞히는데 새 데이터는 못 맞히는 것(loss는 낮고 val_loss는 올라감), <b>과소적합</b>은 학습 데이터조차 못 맞히는 것(둘 다 높음)이에요. 과적합이면 일찍 멈추거나 모델을 줄이고, 과소적합이면 더 오래 학습하거나 모델을 키우세요.',
  'answer.batchVsMinibatch':
    '요즘은 보통 같은 뜻으로, 한 번 고칠 때 쓰는 행 묶음을 말해요. 엄밀히는 <b>배치</b> 경사하강법이 전체를 한 번에, <b>미니배치</b>는 일부씩 쓰는 거예요. Keras의 batch_size는 미니배치의 크기예요. {whose}에서는 {rows, number}행 가운데 {batch, number}행씩이에요.',
  'answer.sgdVsAdam':
    '<b>SGD</b>는 모든 가중치를 학습률 × 기울기만큼 옮기고, <b>Adam</b>은 지난 기울기의 평균과 크기까지 기억해서 가중치마다 걸음을 다르게 해요. Adam은 기본값 0.001로 빨리 배우고, SGD(0.01, 모멘텀과 함께)는 잘 맞춰야 하지만 끝이 조금 더 좋을 때가 있어요.',
  'answer.parameterVsHyperparameter':
    '<b>파라미터</b>(가중치와 편향)는 데이터에서 배우는 값이고, <b>하이퍼파라미터</b>는 학습 전에 사람이 정하는 값이에요: epochs, batch_size, learning_rate, 층 수. 하이퍼파라미터는 학습하면서 저절로 바뀌지 않아요.',
  'answer.evaluateVsPredict':
    '<b>evaluate</b>는 예측을 정답과 비교해서 loss와 지표를 돌려주고, <b>predict</b>는 정답 없이 예측만 돌려줘요. 둘 다 가중치는 안 바꿔요.',
  'answer.fitVsEvaluate':
    '<b>fit</b>은 학습이라서 배치마다 가중치를 고치고, <b>evaluate</b>는 지금 가중치로 loss와 지표를 재기만 해요. 같은 데이터라도 숫자가 다른 이유는 fit의 값이 에포크가 도는 동안의 평균이기 때문이에요.',
  'answer.weightVsBias':
    '<b>가중치</b>는 입력 하나를 얼마나 세게 볼지, <b>편향(bias)</b>은 입력과 상관없이 더하는 숫자로 유닛이 반응하는 기준을 옮겨요. 둘 다 파라미터이고 똑같이 배워요. 입력이 11개인 유닛에는 가중치 11개와 편향 1개가 있어요.',
  'answer.lossVsMetric':
    '<b>loss</b>는 학습이 줄이는 값이라 기울기를 구할 수 있어야 하고, accuracy나 mae 같은 <b>지표(metric)</b>는 사람이 보려고 출력할 뿐 가중치에 영향이 없어요. 회귀의 mse처럼 둘 다로 쓰기도 해요.',
  'answer.mseVsMae':
    '<b>mse</b>는 오차를 제곱해서 평균 내니까 큰 오차 몇 개가 아주 크게 반영되고, <b>mae</b>는 오차 크기의 평균이라 정답과 단위가 같아서 읽기 쉬워요. 오차 10은 mse에서 100, mae에서 10으로 들어가요.',
  'answer.sigmoidVsSoftmax':
    '<b>sigmoid</b>는 0과 1 사이의 수 하나를 내서 두 클래스(나 여러 라벨이 동시에 될 때)에 쓰고, <b>softmax</b>는 클래스마다 하나씩, 합이 1인 수를 내서 여러 클래스 중 하나를 고를 때 써요. 각각 binary_crossentropy, categorical_crossentropy와 짝이에요.',
  'answer.regressionVsClassification':
    '<b>분류</b>는 정해진 클래스 중 하나를 고르고(떠난다/남는다) 정확도로 보고, <b>회귀</b>는 숫자를 맞히고(가격) mae나 mse로 봐요. 에포크, 배치, 이터레이션은 둘 다 똑같아요.',
  'answer.accuracyVsBaseline':
    '<b>정확도</b>는 맞힌 비율이고, <b>기준선(baseline)</b>은 데이터를 보지도 않고 가장 흔한 답만 했을 때의 정확도예요({whose}: {baseline}). 기준선보다 높은 만큼만 배운 거예요.',
  'answer.earlyStoppingVsCheckpoint':
    '<b>EarlyStopping</b>은 val_loss가 더 나아지지 않을 때 학습을 끝내고, <b>ModelCheckpoint</b>는 도중에 모델을 파일로 저장해요. 앞의 것은 시간을, 뒤의 것은 가장 좋은 가중치를 지켜 주고 보통 같이 써요.',
  'answer.seedVsShuffle':
    '<b>shuffle</b>은 에포크마다 행을 섞는 것, <b>seed</b>는 어떤 순서로 섞일지(와 시작 가중치)를 정하는 숫자예요. seed가 같으면 돌릴 때마다 똑같이 섞여요.',
  'answer.stepsVsBatch':
    '<b>batch_size</b>는 배치 하나의 행 수, <b>steps_per_epoch</b>는 에포크 하나의 배치 수예요. 하나는 크기, 하나는 개수죠. steps_per_epoch = 행 수 ÷ batch_size를 올림한 값이고, {whose}에서는 {rows, number} ÷ {batch, number} = {steps, number}번이에요.',
};
