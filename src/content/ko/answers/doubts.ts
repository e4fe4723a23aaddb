import type { doubts as english } from '../../en/answers/doubts.js';

export const doubts: Record<keyof typeof english, string> = {
  'answer.worseAfterEpoch':
    '그때부터 검증 성적이 나빠진다면 학습용 행을 외우기 시작한 거고(<b>과적합</b>), 그대로라면 배울 만큼 배운 거예요. 둘 다 에포크를 더 돌려도 소용없어요. <code>EarlyStopping(patience=5, restore_best_weights=True)</code>를 쓰면 알아서 멈추고 val_loss가 가장 낮았던 에포크로 돌아가요. 학습 loss까지 같이 나빠졌다면 다른 문제이니 학습률을 낮춰 보세요.',
  'answer.onlyTrainingImproves':
    'accuracy는 오르는데 val_accuracy가 안 오르면 <b>과적합</b>이에요. 학습용 행만 점점 외우고, 처음 보는 행에 도움이 되는 건 더 배우지 못하는 상태예요. 에포크를 늘려도 달라지지 않아요. val_loss가 가장 낮을 때 멈추고(EarlyStopping), 데이터를 늘리거나 신경망을 줄이거나 드롭아웃을 써 보세요.',
  'answer.lowerLossBetter':
    '늘 그렇지는 않아요. <b>학습</b> loss가 낮은 건 학습용 행을 외운 것일 수도 있어요. 처음 보는 행에서 잰 loss가 중요하니까 <b>val_loss</b>를 비교하세요. 손실 함수와 데이터가 같을 때만 loss끼리 비교할 수 있어요.',
  'answer.freeBaseline':
    '{baselinePercent}%는 아무것도 안 배워도 나와요. 행의 {baselinePercent}%가 한 클래스라서, 늘 그 답만 해도 그만큼은 맞거든요. 이게 <b>기준선(baseline)</b>이에요({whose}: {baseline}). 이보다 높은 만큼만 배운 거예요.',
  'answer.shuffleWhat':
    '<b>행의 순서</b>만 섞여요. 열은 그대로이고, 행마다 자기 정답(라벨)을 데리고 다녀서 X와 y의 짝이 어긋나지 않아요. <code>fit</code>이 에포크마다 새로 섞고, 검증용 행은 안 섞어요.',
  'answer.seedOnGpu':
    'GPU는 수많은 숫자를 동시에 더하는데, 더하는 순서가 돌릴 때마다 달라요. 그래서 시드를 고정해도 끝자리 반올림이 조금씩 다르고, 업데이트를 거듭하면 눈에 띄게 벌어져요. 모델을 만들기 전에 <code>keras.utils.set_random_seed(0)</code>과 <code>tf.config.experimental.enable_op_determinism()</code>을 차례로 부르세요. 조금 느려지지만 결과가 똑같이 나와요.',
  'answer.patienceIsNotEpochs':
    '<code>patience</code>는 몇 에포크를 학습할지가 아니라, <b>나아지지 않는 에포크</b>를 몇 번까지 연달아 봐줄지예요. val_loss가 최저 기록을 깨면 다시 0부터 세요. 그래서 patience가 5여도 50에포크까지 갈 수 있고, 최대 몇 번인지는 <code>epochs</code>가 정해요.',
  'answer.batchOneNotBest':
    '배치 1은 가장 자주 고치는 것이지, 가장 정확한 건 아니에요. 행 하나가 매번 방향을 정해서, 여러 행을 평균 내는 배치보다 오히려 더 흔들려요. {whose}에서는 에포크당 {batch, plural, =1 {{largeSteps, number}번(배치 {large, number})} other {{steps, number}번(배치 {batch, number})}}이면 될 것을 {rows, number}번 고치느라 훨씬 오래 걸리고요. 32쯤에서 시작하는 게 나아요.',
  'answer.stuckAtGuessing':
    'loss가 {lossHalf} 근처에 머물면 아직 <b>찍고 있는</b> 거예요. 두 클래스에 0.5씩 주면 loss가 딱 -ln(0.5) = {lossHalf}, 이 값이거든요. 입력을 스케일링했는지 → 행과 라벨(0과 1)의 짝이 맞는지 → 마지막 층이 sigmoid 1개에 <code>binary_crossentropy</code>인지 확인하고, 그다음 학습률을 10배 크게, 또는 1/10로 바꿔 보세요.',
  'answer.backpropVsDescent':
    '<b>역전파</b>는 가중치마다 기울기(그 가중치를 바꾸면 loss가 얼마나 변하는지)를 <b>구하는</b> 일이고, <b>경사하강법</b>은 그 기울기를 보고 가중치를 loss가 줄어드는 쪽으로 <b>옮기는</b> 일이에요. 배치마다 이 순서로 한 번씩 해요. {whose}에서는 에포크당 {steps, number}번이에요.',
  'answer.forwardUpdates':
    '순전파만으로는 가중치가 안 바뀌어요. 순전파는 예측과 loss를 구하는 데까지예요. 그다음 역전파가 기울기를 구하고, 마지막으로 옵티마이저가 배치마다 한 번 가중치를 고쳐요.',
  'answer.lrConstant':
    '가만두면 <code>learning_rate</code>는 처음 정한 값 그대로 끝까지 가요. <code>ReduceLROnPlateau</code>나 스케줄러를 넣었을 때만 바뀌어요. Adam은 지난 기울기를 보고 가중치마다 걸음을 조절하지만, 거기에 곱하는 학습률 자체는 그대로예요.',
  'answer.seedPlace':
    '맨 위, <b>모델을 만들기 전</b>에 쓰세요: <code>keras.utils.set_random_seed(42)</code>. 시작 가중치는 모델을 만들 때 정해져서 compile이나 fit 바로 앞에 쓰면 늦어요. 노트북이라면 모델 만드는 셀에 같이 넣고, 그 셀부터 다시 실행하세요.',
  'answer.sortedSplit':
    '정렬된 데이터에서는 검증용 행이 한쪽으로 몰려요. <code>validation_split</code>은 섞기 전에 <b>맨 뒤쪽 행</b>을 그대로 떼거든요. 그러면 학습할 때 거의 못 본 클래스로 시험을 보는 셈이라 val_accuracy가 0이나 1 가까이로 엉뚱하게 나와요. fit 전에 직접 섞거나 <code>train_test_split(X, y, stratify=y)</code>로 나누세요.',
  'answer.batchQuality':
    '<b>에포크</b> 수가 같으면 보통 작은 배치가 앞서는데, 더 많이 고쳤기 때문이에요. {whose}에서 에포크 {epochs, number}번이면 배치 {small, number} = {smallUpdates, number}번, 배치 {large, number} = {largeUpdates, number}번이거든요. <b>업데이트</b> 수를 맞추면 차이가 훨씬 줄어요. 그러니 어느 쪽이 무조건 좋은 건 아니고, 큰 배치에는 에포크를 더 주거나 학습률을 올려서 비교하세요.',
  'answer.goodAccuracyHighLoss':
    '틀린 답은 적은데 그 몇 개를 크게 확신하면 정확도가 높아도 loss가 높아요. 정답이 1인 행을 0.1로 예측하면 loss가 {lossOne}, 0.45로 예측하면 {lossMid}인데, 정확도에서는 둘 다 똑같이 하나 틀린 거예요. val_loss가 올라가고 있다면 모델이 지나치게 확신하는 거예요.',
  'answer.notSavedByItself':
    'Keras가 알아서 저장해 주지는 않아요. <code>fit</code>이 끝나면 <b>마지막</b> 에포크의 가중치가 메모리에만 남아요. 가장 좋은 가중치를 남기려면 <code>EarlyStopping(restore_best_weights=True)</code>, 파일로 남기려면 <code>ModelCheckpoint("best.keras", save_best_only=True)</code>나 <code>model.save("my.keras")</code>를 쓰세요.',
  'answer.whatIsMinimised':
    '학습이 줄이는 건 <b>loss</b>예요. accuracy는 보여 주기만 하고 학습에는 쓰이지 않아요. 맞다, 틀리다만 세는 accuracy는 가중치를 조금 바꿔도 그대로라서 기울기를 구할 수 없거든요. loss는 조금만 바꿔도 움직여요.',
  'answer.noOptimizer':
    '옵티마이저를 안 적어도 <code>compile</code>이 <b>rmsprop</b>을 써서 학습은 돼요. 보통은 <code>optimizer="adam"</code>(기본 학습률 0.001)을 많이 쓰고, 대개 비슷하거나 더 잘돼요. 배치마다 가중치를 고치는 일이라 옵티마이저가 아예 없을 수는 없어요.',
  'answer.higherLrFaster':
    '어느 정도까지만 그래요. 학습률을 키우면 걸음이 커져서 처음에는 loss가 빨리 줄지만, 너무 크면 목표를 지나쳐서 출렁이거나 올라가거나 nan이 돼요. 3배, 10배로 올려 보고 얌전히 내려갈 때만 그대로 쓰세요. Adam은 0.001에서 시작하면 돼요.',
  'answer.gradientIsDerivative':
    '미분값이 맞아요. 다른 가중치는 그대로 두고 이 가중치만 조금 키울 때 loss가 얼마나 빨리 커지는지(편미분)를 가중치마다 하나씩 구한 거예요. 이걸 다 모은 게 기울기(그래디언트)이고, 직접 미분할 필요 없이 Keras가 역전파할 때마다 구해 줘요.',
  'answer.whichRunIsRight':
    '둘 다 맞아요. 돌릴 때마다 시작 가중치와 섞는 순서가 난수로 정해져서 끝도 조금씩 달라요. 어느 하나가 진짜 정확도인 건 아니에요. seed를 3~5개 바꿔 돌려서 평균과 차이를 보고, 똑같이 되풀이하려면 모델을 만들기 전에 <code>keras.utils.set_random_seed(42)</code>를 부르세요.',
  'answer.realPeople':
    '실제 사람은 한 명도 없어요. 수업에 나오는 은행 고객은 널리 쓰이는 예제 데이터를 닮게 지어낸 가상의 고객이에요. 데이터마다 어디서 왔는지는 <code>/data</code>에서 볼 수 있어요.',
};
