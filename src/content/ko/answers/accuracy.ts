import type { accuracy as english } from '../../en/answers/accuracy.js';

export const accuracy: Record<keyof typeof english, string> = {
  'answer.accuracyTenth':
    '클래스 10개가 고르게 있을 때 0.1은 그냥 <b>찍은 것</b>이라 아직 배운 게 없어요. 픽셀을 0~1로 맞췄는지(255로 나누기), 마지막 층이 softmax 10개인지, 라벨에 맞는 loss인지(정수 라벨이면 <code>sparse_categorical_crossentropy</code>) 차례로 보고, 그다음 학습률을 바꿔 보세요.',
  'answer.accuracyStuck':
    '모든 행에 같은 답만 하고 있을 가능성이 커요. 행의 {baselinePercent}%가 한 클래스라면 늘 그 답만 해도 정확도가 {baseline}이거든요. 그래서 {baseline} 근처의 정확도({whose})는 <b>아직</b> 배운 게 없다는 뜻이에요. 입력을 스케일링하고, 더 학습하고, 학습률을 바꿔 보면서 먼저 움직이는 loss가 내려가는지 보세요.',
  'answer.accuracyGood':
    '<b>기준선(baseline)</b>과 비교하세요. 가장 흔한 클래스로만 답해도 나오는 정확도예요({whose}: {baseline}). 그보다 높은 만큼만 배운 거라서 0.86은 기준선이 0.80이면 좋고 0.90이면 나쁜 거예요. 그리고 학습용이 아니라 처음 보는 행(검증·시험)의 정확도로 판단하세요.',
  'answer.accuracyPerfect':
    '<b>학습용</b> 행에서 100%라면 이해한 게 아니라 외운 것일 때가 많아요. val_accuracy나 시험 정확도가 뚜렷이 낮으면 과적합이에요. 그쪽까지 완벽하면 입력에 정답(이나 정답으로 만든 열)이 섞였는지, 학습과 시험에 같은 행이 있는지 확인하세요(데이터 누수).',
  'answer.imbalance':
    '그러면 정확도가 실제보다 좋아 보여요. 한 클래스가 {baselinePercent}%면 그 답만 해도 {baseline}이니까요. 정밀도, 재현율, 혼동 행렬도 함께 보거나 드문 클래스에 가중을 주세요: <code>fit(…, class_weight=…)</code>. 나눌 때는 비율이 같게(<code>stratify=y</code>) 하세요.',
  'answer.accuracyHalf':
    '두 클래스가 반반일 때 0.5는 그냥 찍은 거라서 아직 배운 게 없어요. 행과 라벨의 짝이 맞는지(따로 섞지 않았는지), 마지막 층이 sigmoid 1개에 <code>binary_crossentropy</code>인지, 입력을 스케일링했는지 보고, 학습률도 바꿔 보세요.',
  'answer.testLower':
    '학습 정확도보다 <b>훨씬</b> 낮으면 학습용 행을 외운 거예요(<b>과적합</b>). 조금 낮은 건 정상이에요. 가중치를 학습용 행에 맞췄으니까요. 차이가 크면 더 일찍 멈추거나(val_loss로 EarlyStopping) 신경망을 줄이거나 드롭아웃을 쓰거나 데이터를 늘리세요. 새 데이터에서의 실력은 시험 정확도만 알려 줘요.',
  'answer.accuracyRegression':
    '숫자를 맞히는 회귀에서는 정확도가 의미가 없어요. 정확히 같은 값만 맞은 것으로 세니까 3.0을 3.02로 예측해도 틀린 게 되어 0 근처에 머물러요. 대신 <code>mae</code>(평균 오차)나 <code>mse</code>를 지표로 쓰세요.',
  'answer.accuracyFraction':
    '정확도(accuracy)는 맞힌 행의 비율이고 0부터 1까지예요. <code>0.8564</code>면 85.64%를 맞혔다는 뜻이에요. 진행 막대에서는 이번 에포크에서 지금까지 본 행 가운데 맞힌 비율이에요.',
  'answer.improveAccuracy':
    '입력 스케일링 → val_loss가 안 내려갈 때까지 학습 → 학습률(0.01, 0.001, 0.0001) → 유닛과 층 → 배치 크기 순서로 해 보세요. 가장 효과가 큰 건 보통 더 많은, 더 좋은 데이터예요. seed를 고정하고 <b>한 번에 하나씩</b> 바꾸면서 val_accuracy를 기준선({whose}: {baseline})과 비교하세요.',
  'answer.lastEpochBest':
    '꼭 그렇지는 않아요. <code>fit</code>이 끝나면 가장 좋은 에포크가 아니라 <b>마지막</b> 에포크의 가중치가 남아요. val_loss가 그 전에 가장 낮았다면 <code>EarlyStopping(restore_best_weights=True)</code>나 <code>ModelCheckpoint(save_best_only=True)</code>를 쓰세요. 마지막이 아주 조금 나쁜 건 그냥 출렁임일 수 있어요.',
  'answer.accuracyJumps':
    '정확도는 맞다, 틀리다만 세기 때문에 예측이 0.5를 넘나들 때 뚝뚝 움직이고, 에포크마다 가중치도 달라져요. 조금 떨어지는 건 정상이에요. 크게 흔들리면 학습률을 낮추거나 배치를 키워 보세요.',
  'answer.accuracyTooEarly':
    '쉬운 문제이거나 업데이트가 많으면 그럴 수 있어요. {whose}에서는 첫 에포크에만 벌써 {steps, number}번 고쳐요. 먼저 기준선({baseline})과 비교해 보세요. 딱 그만큼만 온 것일 수도 있어요.',
  'answer.threshold':
    '신경망은 0과 1 사이의 수를 내놓고, Keras는 <b>0.5</b>보다 크면 1번 클래스라고 보고 정확도를 세요. 이 문턱값은 나중에 바꿀 수 있어요. 예를 들어 <code>predict(x) > 0.3</code>이면 드문 클래스를 덜 놓쳐요. loss는 문턱값과 상관없어요.',
};
