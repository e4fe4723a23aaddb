import type { stopping as english } from '../../en/answers/stopping.js';

export const stopping: Record<keyof typeof english, string> = {
  'answer.stoppedEarly':
    '오류가 아니라 <b>EarlyStopping</b>이 걸렸을 가능성이 커요. val_loss가 <code>patience</code>만큼의 에포크 동안 나아지지 않아서 멈춘 거예요. <code>restore_best_weights=True</code>가 아니면 최고 에포크가 아니라 <b>마지막</b> 에포크의 가중치가 남아요. 그런 콜백이 없다면 오류 메시지나 중단된 셀이 있는지 보세요.',
  'answer.useEarlyStopping':
    'fit에 콜백으로 넣으세요: <code>callbacks=[EarlyStopping(monitor="val_loss", patience=5, restore_best_weights=True)]</code>. validation_split도 함께 있어야 해요. 에포크는 넉넉하게 주면 되고, val_loss가 5에포크 동안 나아지지 않으면 멈추고 가장 좋았던 가중치로 돌아가요.',
  'answer.patience':
    '<code>patience</code>는 나아지지 않아도 몇 에포크까지 기다릴지예요. 기본값은 0이라 한 번만 나빠져도 멈춰요. val_loss는 원래 출렁이니까 보통 3~10을 줘요. 이터레이션이 아니라 에포크를 세요.',
  'answer.restoreBest':
    '<code>restore_best_weights=True</code>면 EarlyStopping이 멈출 때 val_loss가 가장 낮았던 에포크의 가중치로 되돌려요. 기본값은 False라서 마지막 에포크의 가중치가 남는데, 최고 에포크에서 <code>patience</code>만큼 더 지난 상태예요.',
  'answer.monitor':
    '보통 <code>val_loss</code>를 봐요. 조금씩 움직여서 변화를 일찍 알 수 있고, 틀린 답을 지나치게 확신하는 것도 잡아내요. 학습 loss는 과적합이어도 계속 내려가니까 쓰지 마세요. 맞힌 비율만 중요하면 <code>val_accuracy</code>도 괜찮아요.',
  'answer.fixOverfitting':
    '이 순서로 해 보세요. val_loss가 가장 낮을 때 멈추기(EarlyStopping) → 데이터를 더 많이, 더 다양하게 → 더 작은 신경망 → 드롭아웃이나 L2 규제. 에포크를 늘리면 더 심해져요. 배치 크기를 바꾸는 건 효과가 작아요.',
  'answer.detectOverfitting':
    '두 곡선을 같이 보세요. 학습 loss는 계속 내려가는데 <b>val_loss</b>가 멈췄다가 올라가거나, 학습 정확도가 val_accuracy보다 훨씬 높으면 과적합이에요. val_loss가 돌아서는 에포크부터 외우기 시작한 거예요. 검증 데이터가 없으면 알 수 없어요.',
  'answer.smallGap':
    '학습과 검증의 차이가 조금 있는 건 정상이에요. val_loss가 올라가면서 차이가 <b>벌어질</b> 때가 과적합이에요. val_loss가 아직 내려가고 있으면 계속 학습해도 돼요.',
  'answer.checkpointing':
    '<code>ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)</code>는 val_loss가 가장 좋아질 때마다 모델을 파일로 저장해요. 중간에 꺼져도 최고 에포크가 남아요. 멈추는 일은 EarlyStopping이 하고, 보통 둘을 같이 써요.',
  'answer.noEarlyStopping':
    'EarlyStopping은 지표가 <code>patience</code> 에포크 동안 나아지지 않아야 멈춰요. fit의 <code>callbacks=[…]</code>에 넣었는지, val_loss를 볼 검증 데이터가 있는지, 아주 조금씩 계속 좋아지고 있는 건 아닌지(그러면 <code>min_delta</code>를 주기) 확인하세요.',
  'answer.regularisation':
    '규제는 신경망이 외우지 못하게 하는 방법들이에요. L2(weight decay)는 큰 가중치에 벌점을 주고, 드롭아웃은 유닛을 무작위로 끄고, EarlyStopping은 제때 멈춰요. 보통 학습 loss는 조금 올라가고 val_loss는 내려가요.',
};
