import type { data as english } from '../../en/answers/data.js';

export const data: Record<keyof typeof english, string> = {
  'answer.testNotTrained':
    '아니요, 테스트(시험용) 데이터로는 <b>배우지 않아요</b>. <code>fit</code>은 넘겨준 학습용 행으로만 학습하고, <code>evaluate</code>는 테스트 행을 예측해서 채점만 해요. 그래서 처음 보는 데이터를 얼마나 맞히는지 알 수 있어요. 테스트 행이 학습에 섞이면 그 점수는 믿을 수 없어요.',
  'answer.resultsDiffer':
    '정상이에요. 시작 가중치, 데이터를 섞는 순서, 드롭아웃이 매번 난수로 정해지거든요. 모델을 만들기 전에 <code>keras.utils.set_random_seed(42)</code>를 부르면 고정돼요. GPU라면 <code>tf.config.experimental.enable_op_determinism()</code>도 필요할 수 있고, 끝자리의 아주 작은 차이는 병렬로 더하는 순서 때문이에요.',
  'answer.seedNotEnough':
    '파이썬, 넘파이, 텐서플로의 난수가 따로 있어서 그래요. <code>np.random.seed</code>는 넘파이만 고정해요. <code>keras.utils.set_random_seed(0)</code> 하나로 셋 다 고정하고, 모델을 만들기 전에 부르고, 노트북은 커널을 다시 시작하세요. GPU에서는 <code>enable_op_determinism()</code>까지 켜야 끝자리가 같아지기도 해요.',
  'answer.whichSeed':
    '정수면 아무거나 괜찮아요. 42는 농담에서 온 숫자이고 0이나 7보다 좋은 게 아니에요. seed는 우연을 똑같이 되풀이하게 해 줘요. 같은 seed면 시작 가중치와 섞는 순서가 같아요. 결과가 가장 좋은 seed를 고르는 건 운을 고르는 거라서, 여러 seed로 돌려 보는 게 공정해요.',
  'answer.compareRuns':
    '작은 차이는 우연일 수 있어요. 같은 설정도 seed가 다르면 조금씩 다르게 끝나거든요. 설정마다 seed를 3~5개 바꿔 돌려서 평균을 비교하고, seed끼리의 차이보다 작으면 의미가 없다고 보세요. 같은 seed로 돌리면 적어도 시작 가중치는 같아요.',
  'answer.shuffleWhy':
    '배치마다 골고루 섞이게 하려고 섞어요. 데이터가 정렬돼 있으면(남은 고객 먼저, 떠난 고객 나중) 배치마다 한쪽으로만 끌려가고 마지막에 본 쪽으로 치우쳐요. <code>fit</code>은 기본으로(<code>shuffle=True</code>) 에포크마다 학습용 행을 새로 섞어요. 쓰는 행은 같고 순서와 배치 구성만 달라져요.',
  'answer.shuffleOff':
    '<code>shuffle=False</code>면 에포크마다 주어진 순서 그대로 들어가요. 배치 사이의 순서가 의미 있는 경우(stateful RNN)에 필요하고, 보통의 표 데이터는 정렬돼 있으면 학습만 나빠져요. 시계열에서는 나누는 방법이 더 중요해요. 무작위로 섞지 말고 가장 최근 행으로 검증하세요.',
  'answer.shuffleWhen':
    '<code>fit</code>은 검증용 행을 맨 뒤에서 떼어 낸 다음, <b>에포크마다</b> 학습용 행을 새로 섞어요. 검증용 행은 섞지 않고, 입력과 라벨은 항상 같이 움직여서 짝이 어긋나지 않아요.',
  'answer.splitLastRows':
    '<code>validation_split</code>은 무작위로 뽑지 않고 섞기 전에 <b>맨 뒤쪽 행</b>을 그대로 떼어 내요. 매 에포크 같은 행이에요. 예를 들어 {wholeRows, number}행에 {split}이면 마지막 {valRows, number}행이 검증용, {trainRows, number}행이 학습용이에요. 정렬된 데이터라면 먼저 직접 섞거나 <code>train_test_split(shuffle=True)</code>를 쓰세요. "shuffle=True라서 섞은 다음에 나눈다"는 아주 흔한 오답이에요.',
  'answer.splitSize':
    '보통 0.1~0.2예요. {wholeRows, number}행에 {split}이면 검증 {valRows, number}행, 학습 {trainRows, number}행이고, 배치 {batch, number}이면 에포크당 이터레이션은 {splitSteps, number}번이에요. 크게 잡으면 val_loss가 안정되지만 배울 행이 줄어요. 데이터가 아주 많으면 더 작은 비율로도 충분해요.',
  'answer.validationNotTrained':
    '검증용 행으로는 학습하지 않아요. 에포크 끝에 예측만 해 볼 뿐 기울기도 가중치 업데이트도 없어요. 배우지 않은 행을 얼마나 잘 맞히는지 보는 거예요. 다만 val_loss를 보고 설정을 고르다 보면 완전히 처음 보는 데이터는 아니게 되니까, 마지막에 쓸 시험 데이터를 따로 두세요.',
  'answer.bothValidations':
    '둘 중 하나만 쓰세요. <code>validation_data=(X_val, y_val)</code>는 직접 고른 행, <code>validation_split</code>은 학습 데이터의 맨 뒤쪽 행을 써요. 둘 다 주면 Keras는 validation_data를 쓰고 split은 무시해요.',
  'answer.validationWhen':
    '에포크마다 마지막 배치가 끝난 다음에, 그때의 가중치로 한 번 해요. 그동안 막대는 멈춰 있다가 val_loss와 val_accuracy가 나와요. <code>validation_freq=5</code>로 하면 다섯 에포크마다 한 번만 해요.',
  'answer.noValLoss':
    'val_loss는 검증 데이터가 있어야 나와요. fit에 <code>validation_split=0.2</code>나 <code>validation_data=(X_val, y_val)</code>를 주세요. 없으면 val_loss를 보는 EarlyStopping은 지표가 없다고 경고만 하고 멈추지 않아요.',
  'answer.crossValidation':
    'K겹 교차 검증은 행을 k조각으로 나눠 조각 하나씩 검증에 쓰면서 새 모델을 k번 학습하는 방법이에요. 한 번 나눈 것보다 평균이 믿을 만하지만 시간이 k배예요. {rows, number}행을 5겹으로 하면 매번 {foldRows, number}행으로 학습하고, 배치 {batch, number}이면 에포크당 {foldSteps, number}번이에요. 조각마다 모델을 새로 만드세요.',
  'answer.leak':
    '누수는 검증·시험 데이터의 정보가 학습에 새어 들어가서 결과가 실제보다 좋아 보이는 거예요. 나누기 전에 전체로 스케일러를 fit하거나, 같은 행이 양쪽에 있거나, 정답으로 만든 열이 입력에 있는 경우가 흔해요. 먼저 나누고, 스케일러는 학습용 행에만 fit하세요.',
  'answer.needTest':
    '처음 보는 행을 얼마나 맞히는지는 한 번도 안 쓴 행으로만 알 수 있어서, 시험 데이터는 따로 두고 맨 마지막에 한 번만 봐요. 검증 데이터는 고르는 데(에포크, 설정) 쓰기 때문에 점수가 조금 좋게 나오거든요. 보통 학습 60~80%, 검증 10~20%, 시험 10~20%로 나눠요.',
  'answer.valRows':
    '{wholeRows, number}행에 <code>validation_split={split}</code>이면 학습 {trainRows, number}행, 검증 {valRows, number}행이에요. 그래서 배치 {batch, number}일 때 막대는 {wholeSteps, number}번이 아니라 에포크당 {splitSteps, number}번까지 세요. 검증용 행은 이터레이션에 안 들어가요.',
  'answer.missingValues':
    '학습하기 전에 채우거나 빼세요. 입력에 nan이 하나만 있어도 loss가 nan이 돼요. 빈칸이 적으면 <b>학습용</b> 행의 중앙값이나 가장 흔한 값으로 채우고, 정답이 빈 행은 빼세요.',
  'answer.howMuchData':
    '정해진 숫자는 없어요. 열이 10개쯤인 표는 수백 행으로도 시작할 수 있고, 이미지는 수천 장이 필요해요. val_loss가 학습 loss보다 한참 높으면 데이터를 늘리는 게 도움이 되고, 둘 다 높으면 모델을 바꾸는 게 나아요. {whose}에서는 학습용 {rows, number}행으로 에포크당 {steps, number}번 고쳐요.',
};
