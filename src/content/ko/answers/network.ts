import type { network as english } from '../../en/answers/network.js';

export const network: Record<keyof typeof english, string> = {
  'answer.lowerLr':
    '학습률을 낮추면 보폭이 작아져서 loss가 <b>덜 출렁이고</b> 더 낮은 곳에 자리 잡기 좋아요. 대신 <b>업데이트가 더 많이</b> 필요해서 느려져요. loss가 튀거나 올라가거나 nan이 되면 3분의 1이나 10분의 1로 낮추고, 얌전한데 느리기만 하면 올려 보세요.',
  'answer.whatLearns':
    '학습은 <b>가중치</b>를 바꾸는 일이에요. 가중치는 입력을 답으로 바꾸는 방법을 정하는 신경망 속의 숫자예요. 배치마다 예측하고, loss로 얼마나 틀렸는지 재고, 기울기로 어느 쪽으로 바꾸면 덜 틀리는지 알아낸 다음, 옵티마이저가 그쪽으로 조금 옮겨요. {whose}에서는 에포크당 {steps, number}번 해요.',
  'answer.parameterCount':
    'Dense 층 하나의 파라미터는 입력 수 × 유닛 수에 유닛마다 편향 1개를 더한 값이에요. 수업의 11 → 6 → 6 → 1 신경망은 {lessonFirst} + {lessonSecond} + {lessonThird} = <b>{lessonParameters, number}개</b>예요. 에포크나 batch_size와는 상관없고 <code>model.summary()</code>로 볼 수 있어요.',
  'answer.initialWeights':
    '작은 난수로 시작해요(Keras Dense는 glorot_uniform, 편향은 0). 모두 같은 값이면 한 층의 유닛이 전부 똑같이 계산하고 똑같이 배워서, 우연으로 서로 다르게 만들어 줘야 해요. seed를 정하지 않으면 돌릴 때마다 결과가 다른 이유이기도 해요.',
  'answer.saveModel':
    '<code>model.save("my.keras")</code>로 신경망, 가중치, 옵티마이저 상태를 저장하고 <code>keras.models.load_model("my.keras")</code>로 불러와서 예측하거나 이어서 학습해요. 저장하지 않으면 프로그램이 끝날 때 배운 것이 사라져요.',
  'answer.fitTwice':
    '이어서 학습해요. <code>fit</code>을 다시 부르면 앞에서 남은 가중치에서 시작하니까, 10 + 10 에포크는 20 에포크와 거의 같아요. 화면의 에포크 번호는 <code>initial_epoch</code>를 주지 않으면 다시 1부터예요. 처음부터 하려면 모델을 새로 만들고 compile하세요.',
  'answer.hiddenUnits':
    '작게 시작하세요. 열이 열 개쯤인 표라면 은닉층 1~2개에 유닛 6~64개면 돼요. 너무 적으면 패턴을 못 담고(과소적합: 학습 loss가 높음), 너무 많으면 외워 버려요(과적합: val_loss가 올라감). val_loss가 더 좋아지지 않을 때까지만 늘리세요.',
  'answer.activation':
    '활성화 함수는 유닛이 합계를 넘기기 전에 거치는 함수예요. 이게 없으면 층을 아무리 쌓아도 직선 하나만큼만 할 수 있어요. 은닉층에는 <code>relu</code>(음수는 0), 마지막에는 두 클래스면 <code>sigmoid</code>(0~1), 여러 클래스면 <code>softmax</code>를 쓰고, 회귀는 안 써요.',
  'answer.dropout':
    '드롭아웃은 학습할 때 스텝마다 유닛 일부를 무작위로 끄는 방법이에요. 몇 개에만 기대지 못하게 해서 과적합을 줄여요. <code>fit</code>에서만 켜지고 <code>evaluate</code>와 <code>predict</code>에서는 꺼져서, 학습 loss가 val_loss보다 나빠 보이는 이유가 되기도 해요.',
  'answer.scaling':
    '나이 40과 잔고 80,000처럼 입력의 크기가 크게 다르면 기울기도 크게 달라서, 하나의 학습률이 모두에 맞을 수 없어요. 그래서 느려지거나 loss가 nan이 돼요. <code>StandardScaler</code>로 열마다 평균 0, 표준편차 1로 맞추세요. fit은 학습용 행에만 하고 검증·시험 행에는 transform만 해요.',
  'answer.predictChangesNothing':
    '가중치는 바뀌지 않아요. <code>predict</code>와 <code>evaluate</code>는 순전파만 해요. 기울기도 업데이트도 없어요. 가중치는 <code>fit</code>(또는 train_on_batch)에서만 바뀌어요.',
  'answer.vanishing':
    '역전파할 때 기울기는 층마다 곱해져요. 1보다 작은 수가 거듭 곱해지면 사라지고(소실: 앞쪽 층이 거의 못 배움, sigmoid를 여러 층 쌓을 때 흔함), 크면 폭발해요(loss가 튀거나 nan). 소실에는 relu, 좋은 초기값, 배치 정규화가, 폭발에는 학습률 낮추기와 <code>clipnorm</code>이 도움이 돼요.',
  'answer.underfitting':
    '과소적합은 학습용 행조차 제대로 못 배운 상태예요. loss와 val_loss가 둘 다 높고 서로 비슷해요. 에포크를 늘리거나, 유닛·층을 늘리거나, 학습률을 높이거나, 더 좋은 입력을 주세요. 학습 loss만 좋은 과적합의 반대예요.',
  'answer.localMinimum':
    '실제로 문제가 되는 일은 드물어요. 가중치가 많아서 거의 항상 더 내려갈 방향이 있고, 미니배치의 출렁임이 평평한 곳을 벗어나게 도와줘요. loss가 안 움직이면 학습률, 입력 스케일링, 초기 가중치(다른 seed)를 먼저 의심하세요.',
  'answer.lrTooLarge':
    '학습률이 너무 크면 업데이트할 때마다 목표를 지나쳐서 loss가 출렁이거나 올라가거나 nan이 돼요. 1/10로 낮추고(Adam은 0.001에서 시작) 가중치를 새로 시작하세요.',
  'answer.lrTooSmall':
    '학습률이 너무 작으면 loss가 얌전히 내려가긴 하는데 너무 느려서, 다 끝나도 높은 채로 남아요. {whose}의 업데이트 {updates, number}번으로도 모자랄 수 있어요. loss가 출렁이기 시작할 때까지 3배, 10배씩 올려 보고 한 단계 낮추세요.',
  'answer.chooseLr':
    '옵티마이저의 기본값에서 시작하세요. Adam은 <b>0.001</b>, SGD는 0.01이에요. 그다음 0.01, 0.001, 0.0001처럼 10배씩 바꿔 봐요. 너무 크면 loss가 출렁이거나 nan이 되고, 너무 작으면 거의 안 내려가요. 얌전히 내려가는 것 중 가장 큰 값을 고르세요.',
  'answer.lrSchedule':
    '처음에는 크게, 끝에는 작게 움직이도록 학습 중에 학습률을 낮추는 방법이에요. Keras에서는 <code>ReduceLROnPlateau(factor=0.5, patience=3)</code>나 <code>ExponentialDecay</code>가 간단해요. <code>decay_steps</code>는 에포크가 아니라 이터레이션 수예요({whose}에서는 {steps, number}번이 에포크 하나).',
  'answer.whichOptimizer':
    '처음에는 <b>Adam</b>을 기본값 0.001로 쓰세요. 가중치마다 걸음 크기를 알아서 맞춰 줘서 웬만하면 잘돼요. SGD에 모멘텀을 더하면 끝이 조금 더 좋을 때가 있지만 학습률을 잘 맞춰야 하고, RMSprop은 그 사이예요(compile에 아무것도 안 적으면 이걸 써요). 비교는 같은 seed, 같은 업데이트 수로 하세요.',
  'answer.sgdKinds':
    '업데이트 한 번에 몇 행을 보느냐가 달라요. <b>배치</b> 경사하강법은 전체(에포크당 1번), <b>확률적</b> 경사하강법(SGD)은 한 행({whose}에서는 에포크당 {rows, number}번), <b>미니배치</b>는 몇 행씩({batch, number}행이면 {steps, number}번)이에요. Keras의 SGD 옵티마이저는 batch_size만큼 미니배치로 해요.',
  'answer.howGradient':
    '기울기는 가중치마다 "이걸 조금 키우면 loss가 얼마나 변하나"를 알려 줘요. 배치의 행들로 구해 평균 내고, 옵티마이저가 반대쪽으로 조금 옮겨요: 새 가중치 = 가중치 − 학습률 × 기울기(기본 SGD). 이 기울기를 마지막 층부터 앞으로 계산하는 방법이 역전파예요.',
  'answer.compile':
    '<code>compile</code>은 어떻게 배울지 정하는 단계이고 아직 학습하지 않아요. 옵티마이저(가중치를 고치는 방법), loss(줄일 값), accuracy 같은 지표(보여 주기만 하는 값)를 골라요. 학습은 <code>fit</code>이 해요. 다시 compile하면 옵티마이저는 새것이 되지만 가중치는 그대로예요.',
  'answer.fitLine':
    '<code>model.fit(X_train, y_train, batch_size={batch}, epochs={epochs})</code>: 신경망을 학습시키는 줄이에요. X_train 전체를 {epochs, number}바퀴(epochs) 돌고, 한 번에 {batch, number}행씩(batch_size) 보면서, 배치마다 예측이 y_train에 가까워지도록 가중치를 고쳐요. {whose}에서는 에포크당 이터레이션 {steps, number}번, 모두 {updates, number}번이에요.',
  'answer.xy':
    '<code>X</code>는 입력(행은 데이터 하나, 열은 특성), <code>y</code>는 행마다의 정답이에요. <code>X_train, y_train</code>으로 배우고, <code>X_test, y_test</code>는 따로 두었다가 처음 보는 행을 얼마나 잘 맞히는지 볼 때 써요.',
  'answer.pytorch':
    '말뜻은 PyTorch에서도 같아요. <code>DataLoader(batch_size={batch}, shuffle=True)</code>가 배치를 만들고, <code>len(loader)</code>가 에포크당 이터레이션 수({whose}에서는 {steps, number})예요. 반복문은 직접 쓰고 <code>optimizer.step()</code> 한 번이 업데이트 한 번이에요. 기울기는 <code>zero_grad()</code>를 부를 때까지 쌓이고, drop_last=True면 작은 마지막 배치를 빼요.',
  'answer.dense':
    '층(레이어)은 숫자를 받아서 숫자를 내보내요. Dense 층에서는 유닛(뉴런)마다 모든 입력에 가중치를 곱해 더하고 편향을 더한 다음 활성화 함수를 거쳐요. 이걸 이어 붙인 게 신경망이에요. 수업의 11 → 6 → 6 → 1: 입력 11개, 유닛 6개짜리 은닉층 2개, 출력 1개예요.',
  'answer.oneHot':
    '신경망은 숫자로만 계산해서, 범주는 범주마다 0과 1로 된 열로 바꿔요(원-핫). 1, 2, 3으로 번호만 매기면 없는 순서와 거리가 생기거든요. 라벨이 원-핫이면 <code>categorical_crossentropy</code>, 정수면 <code>sparse_categorical_crossentropy</code>를 써요.',
  'answer.deadRelu':
    '모든 행에서 합계가 음수인 relu 유닛은 0만 내보내고 기울기도 0이라 더는 배우지 못해요("죽은" 유닛). 몇 개쯤은 괜찮아요. 많이 죽으면 학습률을 낮추거나, 입력을 스케일링하거나, leaky relu를 쓰세요.',
};
