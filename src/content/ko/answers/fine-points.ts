import type { finePoints as english } from '../../en/answers/fine-points.js';

export const finePoints: Record<keyof typeof english, string> = {
  'answer.gradientZero':
    '기울기가 0이라는 건 지금 자리가 <b>평평하다</b>는 뜻일 뿐이에요. 가중치를 조금 바꿔도 loss가 그대로라서 이번에는 안 움직여요. 다 배워서 바닥에 온 것일 수도 있지만, 평평한 구간에 걸렸거나 유닛이 죽은 것일 수도 있어요. 보통 다음 배치에서는 기울기가 또 달라지니, val_loss가 아직 내려가는지 보고 판단하세요.',
  'answer.gradientSize':
    '기울기가 크다고 좋거나 나쁜 게 아니라 <b>가파르다</b>는 뜻이에요. 그 가중치를 바꾸면 loss가 많이 변한다는 거죠. 보통 처음에는 크고 끝으로 갈수록 작아져요. 지나치게 크면 걸음이 너무 커져서 loss가 튀거나 nan이 되니까, 학습률을 낮추거나 입력을 스케일링하거나 <code>clipnorm=1.0</code>을 주세요.',
  'answer.gradientFresh':
    '남겨 두지 않아요. 기울기는 배치마다 그 배치의 행과 그때의 가중치로 <b>새로</b> 구해요. 옵티마이저만 조금 기억해요. 모멘텀이나 Adam은 지난 기울기의 평균을 들고 있거든요. {whose}에서는 에포크마다 기울기를 {steps, number}번 새로 구해요.',
  'answer.mathNeeded':
    '미분을 몰라도 Keras를 쓸 수 있어요. 기울기는 <code>fit</code>이 알아서 다 구해 줘요. 무엇에 쓰는지만 알아 두면 돼요. 기울기는 loss가 커지는 방향을 알려 주고, 가중치는 그 반대쪽으로 조금 움직여요. 여러분은 데이터, 에포크, batch_size, 학습률을 정하면 돼요.',
  'answer.betterSeed':
    'seed는 결과를 똑같이 되풀이하게 해 줄 뿐, 더 좋게 만들지는 않아요. seed를 바꿔서 정확도가 달라졌다면 <b>운</b>이에요. 시작 가중치와 섞는 순서가 달라진 거라, 제일 잘 나온 seed도 새 데이터에서는 그만큼 안 나와요. 3~5개 seed로 돌려서 평균을 보고, seed끼리의 차이보다 크게 좋아졌을 때만 나아졌다고 하세요.',
  'answer.dropoutKeep':
    '<b>학습</b> 정확도가 떨어지는 건 드롭아웃이 원래 하는 일이에요. 학습할 때 유닛을 무작위로 꺼서 외우기 어렵게 만들거든요. 드롭아웃이 꺼진 채로 재는 val_accuracy나 val_loss로 판단하세요. 좋아졌으면 두고, 나빠졌으면 비율을 낮추거나(0.5 → 0.2) 빼세요. 작은 신경망에는 없어도 될 때가 많아요.',
  'answer.splitWaste':
    '배울 행이 줄기는 해도 그만한 값을 해요. 검증용 행이 없으면 과적합인지, 언제 멈춰야 하는지 알 수 없거든요. {wholeRows, number}행에서 {split}만큼 떼도 {trainRows, number}행으로 배우고 {valRows, number}행으로 확인해요. 설정을 다 정한 다음 전체로 한 번 더 학습해도 되고, 데이터가 아주 적으면 교차 검증을 쓰세요.',
  'answer.reach100':
    '신경망이 크면 <b>학습용</b> 행에서는 외워서 그럴 수 있지만, 처음 보는 행에서는 거의 안 돼요. 입력만 보고는 답을 다 알 수 없어서, 운이 아니면 못 맞히는 행이 있거든요. 에포크를 아주 많이 돌리면 과적합이 되기 쉽고, val_accuracy는 그대로거나 떨어져요.',
  'answer.lossNotZero':
    '0이 될 필요도 없고, 보통은 될 수도 없어요. 입력이 거의 같은데 답이 다른 행들이 있어서 신경망이 완전히 확신할 수 없거든요. 0이라면 모든 행을 100% 확신하며 맞힌다는 건데, 대개는 외운 거예요. val_loss가 낮고 더는 안 내려가면 잘 배운 거예요.',
  'answer.shuffleTwice':
    '순서 때문이라면 이제 없어도 되지만, <code>shuffle=True</code>는 그대로 두세요. 직접 섞는 건 <b>한 번</b>이고, fit은 <b>에포크마다</b> 새로 섞어서 배치 구성이 매번 달라져요. 대신 직접 섞으면 fit이 못 하는 일을 해 줘요. validation_split이 맨 뒤를 떼기 전에 섞이는 거예요.',
  'answer.nanStays':
    '에포크를 더 돌려도 돌아오지 않아요. 가중치가 한번 nan이 되면 그걸로 계산한 값도 모두 nan이거든요. 멈추고 모델을 새로 만든 다음 원인을 없애세요. 결측치, 스케일링하지 않은 입력, 너무 큰 학습률(0.001 대신 0.0001)을 차례로 보면 돼요.',
  'answer.compileKeepsWeights':
    'compile만 다시 해서는 초기화되지 않아요. <code>compile</code>은 옵티마이저만 새로 만들고 가중치는 그대로 둬요. 모델을 만드는 셀부터 다시 실행해야 새 난수로 시작해요.',
  'answer.smallGeneralise':
    '어느 정도는 맞지만 흔히 말하는 것만큼은 아니에요. 작은 배치는 걸음이 흔들리고, 그 흔들림이 외우는 걸 조금 막아 줘요. 하지만 차이의 대부분은 같은 에포크로 비교해서 생겨요. {whose}에서는 배치 {small, number} = {smallUpdates, number}번, 배치 {large, number} = {largeUpdates, number}번만 고치니까요. 업데이트 수와 학습률을 맞추면 차이가 많이 줄어요.',
  'answer.scaleTarget':
    '분류에서는 정답(라벨)을 스케일링하면 안 돼요. 라벨은 <b>0과 1</b>(또는 클래스 번호) 그대로여야 크로스엔트로피가 맞고, 바꾸면 loss가 음수가 되기도 해요. 입력만 스케일링하세요. 회귀에서는 정답을 스케일링해도 되고 도움이 될 때도 많아요. 예측값은 <code>inverse_transform</code>으로 되돌리면 돼요.',
  'answer.reduceLrVsStop':
    '둘 다 val_loss를 보면서 <code>patience</code>만큼 기다리는 건 같아요. 그다음에 <b>ReduceLROnPlateau</b>는 학습률을 낮춰서 계속하고, <b>EarlyStopping</b>은 학습을 끝내요. 같이 쓸 때는 ReduceLROnPlateau의 patience를 더 짧게(예: 3과 10) 줘서 작은 걸음을 먼저 시도하게 하세요.',
  'answer.weightsAfterStop':
    'patience {patience, number}에 {stoppedAt, number}에포크에서 멈췄다면 최고는 <b>{bestEpoch, number}에포크</b>예요. 그 뒤로 {patience, number}에포크 동안 나아지지 않아서 멈춘 거라 {stoppedAt, number} − {patience, number} = {bestEpoch, number}이거든요. 모델에는 마지막인 {stoppedAt, number}에포크의 가중치가 남아 있고, <code>restore_best_weights=True</code>였다면 {bestEpoch, number}에포크의 가중치예요.',
  'answer.belowBaseline':
    '기준선({whose}: {baseline})보다 낮으면 늘 가장 흔한 답만 하는 것보다도 못 맞히는 거예요. 학습 초반이라면 그럴 수 있고 곧 넘어서요. 계속 그렇다면 행과 라벨의 짝이 어긋났거나(따로 섞거나 정렬), 라벨이 뒤바뀌었거나(0과 1), 학습률이 너무 큰 거예요. 두 클래스인데 0.5보다 한참 낮으면 라벨이 뒤바뀌었는지부터 보세요.',
  'answer.weightRange':
    '가중치는 어떤 수든 될 수 있어요. 양수도, 음수도, 0에 가까운 수도 되고, 0과 1 사이로 정해져 있지 않아요. 음수라면 그 입력이 커질수록 유닛의 합이 작아진다는 뜻이에요. 작은 난수에서 시작해서 학습하면서 오르내리고, <code>model.get_weights()</code>로 볼 수 있어요.',
  'answer.weightVsParameter':
    '거의 같은 말이에요. <b>파라미터</b>는 학습으로 바뀌는 숫자 전부, 그러니까 가중치와 편향을 합친 거예요. 보통은 둘을 합쳐서 그냥 가중치라고도 해요. 수업의 신경망에는 파라미터가 {lessonParameters, number}개 있는데, 유닛마다 하나씩인 편향 말고는 모두 가중치예요.',
  'answer.normaliseVsStandardise':
    '<b>정규화</b>(MinMaxScaler)는 열마다 0과 1 사이로, <b>표준화</b>(StandardScaler)는 평균 0, 표준편차 1로 맞춰요. 신경망은 어느 쪽으로도 잘 배워요. 보통 이미지는 255로 나누고 표 데이터는 표준화해요. 입력들의 크기를 비슷하게 맞추는 게 중요하고, 스케일러는 학습용 행에만 fit하세요.',
  'answer.noValidation':
    '학습에 안 쓰는 행이 없으면 학습하는 동안에는 과적합을 알 수 없어요. 학습 loss는 계속 내려가기만 하거든요. <code>validation_split=0.2</code>를 주고 val_loss를 보세요. 마지막에 시험 데이터로 재서 학습 정확도보다 뚜렷이 낮으면 그때 알 수는 있지만, 제때 멈추기에는 늦어요.',
  'answer.scheduleNeeded':
    '학습률 스케줄러를 꼭 쓸 필요는 없어요. 작은 신경망이라면 Adam에 0.001을 고정해도 대개 충분해요. 끝에 가서 loss가 평평하거나 계속 출렁일 때 써 보면 되고, <code>ReduceLROnPlateau(factor=0.5, patience=3)</code>가 가장 간단해요.',
  'answer.stopsTooSoon':
    '너무 일찍 멈춘 것일 수 있어요. val_loss는 원래 출렁여서 <code>patience</code>가 작으면(기본값 0) 한 번만 나빠져도 멈추거든요. 5~10으로 늘리고 <code>restore_best_weights=True</code>를 주면 더 기다려도 손해가 없어요. 그래도 일찍 멈추면 바로 과적합이 되거나 학습률이 너무 큰 거예요.',
  'answer.baselineOfClasses':
    '기준선은 가장 흔한 클래스의 비율이에요. 클래스가 골고루 있으면 1 ÷ 클래스 수라서 2개면 50%, 3개면 {thirdPercent}%, 10개면 10%예요. 고르지 않으면 라벨을 세어 보세요. {whose}에서는 많은 쪽이 {baselinePercent}%라서, 늘 그 답만 해도 정확도 {baseline}만큼은 나와요.',
  'answer.biggerBatchGradient':
    '더 많은 행을 평균 내니까 기울기가 <b>덜 흔들리는</b> 건 맞아요. 하지만 갈수록 이득이 줄어요. 행을 4배로 늘려도 흔들림은 반으로 줄 뿐이고, 고치는 횟수가 적어져요. {whose}에서는 배치 {small, number} → 에포크당 {smallSteps, number}번, 배치 {large, number} → {largeSteps, number}번이에요. 대충 맞는 걸음을 많이 걷는 게 정확한 걸음 몇 번보다 보통 더 멀리 가요.',
  'answer.stillFalling':
    'val_loss도 같이 줄고 있었다면 더 돌리세요. <code>fit</code>을 다시 부르면 지금 가중치에서 이어서 학습해요. 학습 loss만 줄고 val_loss는 안 줄었다면 그만하는 게 좋아요. 더 돌리면 외우기만 하거든요. 에포크를 넉넉하게 주고 <code>EarlyStopping(patience=5, restore_best_weights=True)</code>에 맡겨도 돼요.',
  'answer.changeOptimizer':
    '옵티마이저를 바꿔도 배운 건 남아 있어요. 새 옵티마이저로 compile을 다시 하면 가중치는 그대로라서 <code>fit</code>이 거기서 이어서 학습해요. 옵티마이저가 기억하던 지난 기울기의 평균만 새로 시작해요. 두 옵티마이저를 공정하게 비교하려면 같은 seed로 모델을 새로 만들어 처음부터 학습하세요.',
  'answer.dropoutAndStopping':
    '드롭아웃과 조기 종료는 같이 써도 돼요. 드롭아웃은 외우기 어렵게 하고, 조기 종료는 외우기 시작하면 멈춰요. 드롭아웃을 쓰면 val_loss가 더 출렁이고 천천히 내려가니까 <code>patience</code>를 조금 크게(예: 10), 에포크도 넉넉하게 주세요.',
  'answer.adamVsRmsprop':
    '둘 다 가중치마다 걸음을 따로 정하고, 기울기가 컸던 쪽은 작게 움직여요. <b>Adam</b>은 거기에 지난 방향의 평균(모멘텀)까지 쓰고 <b>RMSprop</b>은 안 써요. 결과는 비슷할 때가 많고 기본 학습률도 둘 다 0.001이니, Adam부터 써 보세요.',
  'answer.shuffleBeforeSplit':
    'fit 전에 행과 라벨을 직접, 같은 순서로 섞으세요: <code>i = np.random.permutation(len(X)); X, y = X[i], y[i]</code>. 그러면 validation_split이 섞인 행의 맨 뒤를 떼요. <code>train_test_split(X, y)</code>도 섞어서 나눠 주니, 그렇게 나눈 검증용을 fit에 <code>validation_data</code>로 넘겨도 돼요.',
  'answer.otherMachine':
    '시드는 <b>같은</b> 컴퓨터, 같은 버전에서만 결과를 똑같이 되풀이해 줘요. CPU나 GPU, TensorFlow 버전이 다르면 더하는 순서와 반올림이 달라지고, 업데이트를 수천 번 하다 보면({whose}: {updates, number}번) 차이가 눈에 보여요. 한 컴퓨터에서 나온 결과끼리 비교하거나 seed 여러 개의 평균으로 비교하세요.',
  'answer.allLayers':
    '업데이트할 때마다 앞쪽까지 <b>모든</b> 층의 가중치를 고쳐요. 역전파가 loss에서 마지막 층을 지나 첫 층까지 기울기를 전해 주거든요. <code>trainable=False</code>로 둔 층만 그대로예요. {whose}에서는 에포크마다 {steps, number}번 그렇게 해요.',
  'answer.scalerOnTest':
    '시험·검증 데이터에는 <code>fit</code>하지 말고 <code>transform</code>만 하세요. 스케일러는 학습용 행의 평균과 표준편차를 기억해 두고 어디에나 똑같이 써야 하거든요. 시험 데이터에 다시 fit하면 기준이 달라지고, 전체에 fit하면 시험 데이터의 정보가 학습에 새어 들어가요.',
  'answer.whyValFalls':
    '학습용 행에서 배운 것이 다른 행에도 들어맞아서 val_loss도 같이 내려가요. 행들의 공통점을 배운 거고, 바로 그러려고 학습하는 거예요. 학습용 행에만 맞는 것까지 외우기 시작하면 val_loss는 더 안 내려가고 올라가요(과적합).',
  'answer.whatIsStored':
    '학습 결과, 올린 CSV 파일, 언어 설정, 퀴즈와 예측 결과는 튜터가 돌아가는 컴퓨터에 남아요. 스터디룸에서는 나눈 말도 남고요. Discord나 Slack에서 한 질문은 답만 하고 따로 저장하지 않아요. 질문이나 데이터를 다른 학습에 쓰는 일도 없어요.',
};
