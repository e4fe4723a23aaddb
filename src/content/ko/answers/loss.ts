import type { loss as english } from '../../en/answers/loss.js';

export const loss: Record<keyof typeof english, string> = {
  'answer.lossDirection':
    '<b>작을수록 좋아요.</b> loss는 예측이 얼마나 틀렸는지라서 0이면 완벽한 거고, 학습은 loss가 내려가도록 가중치를 고치는 일이에요. accuracy는 반대로 높을수록 좋아요. 둘 다 학습에 안 쓴 행에서 잰 값(val_loss)으로 판단하세요.',
  'answer.nanLoss':
    '값이 넘쳤거나 데이터에 nan이 들어 있는 거예요. 결측치 확인 → 입력 스케일링(StandardScaler) → 학습률 낮추기(0.001 → 0.0001) → 라벨 범위 확인 순서로 보세요. 한번 nan이 된 가중치는 에포크를 더 돌려도 돌아오지 않으니, 모델을 새로 만들어 다시 시작하세요.',
  'answer.lossDownAccFlat':
    '그럴 수 있어요. loss는 <b>얼마나 확신하는지</b>를, accuracy는 맞았는지만 봐요. 정답이 1인 행의 예측이 0.30 → 0.45로 올라가면 loss는 줄지만({lossLow} → {lossMid}) 아직 0.5를 못 넘어서 여전히 오답이에요. 조금 더 학습하면 정확도도 따라 오르는 경우가 많고, 기준선(baseline)과도 비교해 보세요.',
  'answer.lossNotFalling':
    '흔한 원인은 학습률이 너무 작거나 너무 크거나, 입력을 스케일링하지 않았거나, 업데이트가 아직 적은 거예요({whose}: 에포크당 {steps, number}번). 입력 스케일링 → 학습률을 10배 단위로 바꾸기(Adam은 0.001에서 시작) → 에포크 늘리기 → 신경망 키우기 순서로 해 보세요. 라벨과 마지막 층, 손실 함수가 서로 맞는지도 확인하세요.',
  'answer.lossGood':
    '정해진 기준은 없어요. loss는 문제와 손실 함수에 따라 다르고 1보다 클 수도 있어요. 두 클래스라면 모두 0.5로 찍었을 때가 {lossHalf}이라서, 그보다 낮으면 뭔가 배운 거예요. 값 자체보다 계속 내려가는지, val_loss도 함께 내려가는지를 보세요.',
  'answer.lossZero':
    '학습 loss가 0에 가까우면 <b>학습용</b> 행을 거의 다 확신하며 맞힌다는 뜻인데, 외운 것일 때가 많아요. val_loss도 낮으면 괜찮고(쉬운 문제이거나), 훨씬 높으면 과적합이에요. val_loss까지 너무 완벽하면 입력에 정답이 섞여 있지 않은지(데이터 누수) 확인하세요.',
  'answer.negativeLoss':
    'loss가 음수라면 라벨이 안 맞을 가능성이 커요. 크로스엔트로피는 라벨이 0과 1 사이이면 0보다 작아질 수 없거든요. 라벨이 0과 1인지(1과 2이거나 StandardScaler로 바뀌지 않았는지), 마지막 층이 sigmoid나 softmax인지 확인하세요.',
  'answer.lossRises':
    '<b>학습</b> loss가 올라가면 한 걸음이 너무 큰 거예요. 학습률을 1/10쯤으로 낮추고, 입력을 스케일링하고, 가중치를 새로 시작하세요. 에포크 사이에 조금 오르내리는 건 정상이에요. 학습 loss는 내려가는데 <b>val_loss</b>만 올라가면 과적합이에요.',
  'answer.lossNoisy':
    '조금 오르내리는 건 정상이에요. 업데이트는 매번 배치 하나({whose}에서는 {batch, number}행)의 기울기만 보고 하는 추정이고, 순서도 에포크마다 새로 섞이거든요. 배치를 키우거나 학습률을 낮추면 잔잔해져요. 몇 에포크를 봐도 내려가는 추세가 아닐 때만 걱정하세요.',
  'answer.evaluateDiffers':
    '버그가 아니에요. fit의 숫자는 가중치가 좋아지는 <b>도중</b>의 평균이고(드롭아웃도 켜진 상태), <code>evaluate</code>는 마지막 가중치로 모든 행을 다시 재고 드롭아웃도 꺼요. 그래서 학습 데이터로 evaluate하면 보통 더 낮아요. {whose}에서 fit의 마지막 숫자는 {steps, number}개 배치의 평균이고, 앞쪽 배치는 덜 배운 가중치로 잰 거예요.',
  'answer.valLossHigher':
    'val_loss가 학습 loss보다 <b>조금</b> 높은 건 정상이고(배우지 않은 행이니까요), 몇 배나 높으면 <b>과적합</b>이에요. 가장 중요한 건 방향이에요. 둘 다 내려가면 괜찮고, 학습 loss는 내려가는데 val_loss가 몇 에포크째 올라가면 과적합이라 val_loss가 가장 낮은 에포크가 제일 좋아요.',
  'answer.valBetter':
    '흔한 일이고 잘못된 게 아니에요. 학습 쪽 숫자는 덜 배운 앞쪽까지 넣은 에포크 평균인데 검증은 에포크 끝의 가중치로 재요. 드롭아웃은 학습할 때만 켜지고, 검증 데이터가 적으면 우연히 더 쉬울 수도 있어요. 차이가 크면 데이터가 정렬돼 있거나 겹치지 않는지 확인하세요.',
  'answer.valLossRises':
    '과적합이에요. 학습용 행은 계속 더 잘 맞히는데(loss 감소) 처음 보는 행은 점점 못 맞히는(val_loss 증가) 상태예요. val_loss가 가장 낮은 에포크를 남기세요: <code>EarlyStopping(monitor="val_loss", patience=3, restore_best_weights=True)</code>. 데이터를 늘리거나 드롭아웃, 더 작은 신경망이 도움이 되고, 에포크를 늘리는 건 도움이 안 돼요.',
  'answer.valLossUpAccSame':
    '크게 확신하면서 틀린 답 몇 개가 loss를 크게 올리지만, accuracy는 틀린 개수만 세기 때문이에요. 그래서 val_loss가 올라도 val_accuracy는 그대로거나 오르기도 해요. 모델이 지나치게 확신하기 시작한 것으로, 과적합의 이른 신호예요. 확률이 필요하면 val_loss를, 맞힌 비율만 필요하면 val_accuracy를 기준으로 보세요.',
  'answer.valNoisy':
    '검증 데이터가 적어서 몇 행이 숫자를 좌우하기 때문이에요. {valRows, number}행이면 한 행이 val_accuracy를 {valRowShare}%p씩 바꿔요. 가중치도 에포크마다 움직이고요. 몇 에포크의 추세를 보고, 학습률을 낮추거나 검증 데이터를 늘리면 잔잔해져요.',
  'answer.whichLoss':
    '두 클래스 분류는 <code>binary_crossentropy</code>에 sigmoid 출력 1개예요. 여러 클래스는 softmax와 함께, 라벨이 원-핫이면 <code>categorical_crossentropy</code>, 정수면 <code>sparse_categorical_crossentropy</code>예요. 숫자를 맞히는 회귀는 마지막 활성화 없이 <code>mse</code>나 <code>mae</code>를 써요.',
  'answer.firstLoss':
    '아직 아무것도 모르는 신경망이라서 그래요. 두 클래스라면 모든 행에 0.5쯤이라고 답하고, -ln(0.5) = {lossHalf}이거든요. 클래스가 10개라면 ln(10) = {lossTen}쯤에서 시작해요. 첫 에포크가 이보다 낮게 끝났다면 벌써 배운 거예요.',
  'answer.plateau':
    '이 설정으로 배울 수 있는 만큼 다 배웠거나(수렴) 막힌 거예요. val_loss도 평평하면 에포크를 더 돌려도 소용없어요. 학습률을 낮추거나(ReduceLROnPlateau) 유닛이나 입력을 늘려 보세요. 배우기는 했는지 accuracy를 기준선과 비교해 보고, EarlyStopping을 쓰면 이럴 때 알아서 멈춰요.',
  'answer.lossNotPercent':
    'loss는 퍼센트도 틀린 비율도 아니에요. 틀린 비율은 1 − accuracy예요. loss는 예측한 확률이 정답에서 얼마나 먼지를 재고, 정답이 1인 행을 0.7로 예측하면 loss가 -ln(0.7) = {lossSure}, 이렇게 돼요. 그래서 loss와 accuracy를 더해도 1이 되지 않아요.',
  'answer.howLossComputed':
    '행마다 예측과 정답을 비교해요. 크로스엔트로피라면 -ln(정답에 준 확률)이라서 0.9면 {lossNine}, 0.5면 {lossHalf}, 0.1이면 {lossOne} 정도예요. 배치의 loss는 {batch, number}행의 평균이고, 화면에는 에포크 시작부터의 평균이 나와요.',
  'answer.spike':
    '한 번 튀는 건 보통 운 나쁜 배치 하나거나 걸음이 너무 컸던 거예요. 한 에포크 안에 돌아오면 넘어가도 되고, 자꾸 튀거나 점점 커지면 학습률을 낮추고, 입력을 스케일링하고, 이상한 행이 있는지 보거나 기울기를 자르세요(<code>clipnorm=1.0</code>).',
  'answer.lossAccNotOpposite':
    '보통은 반대로 움직이지만(loss는 내려가고 accuracy는 올라가고) 늘 그렇지는 않아요. 재는 것이 다르거든요. loss는 예측을 얼마나 확신하는지, accuracy는 0.5의 어느 쪽인지만 봐요. 학습은 loss를 줄이고, accuracy는 뒤따라와요.',
};
