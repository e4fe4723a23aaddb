import type { practice as english } from '../../en/answers/practice.js';

export const practice: Record<keyof typeof english, string> = {
  'answer.gpuChangesTime':
    '아니요, GPU는 스텝 하나를 <b>빨리</b> 계산해 줄 뿐이에요. 에포크와 이터레이션 수는 <code>epochs</code>, 행 수, <code>batch_size</code>로 정해져서 {whose}에서는 GPU가 있든 없든 {steps, number} × {epochs, number}번이에요. 배우는 내용도 아주 작은 반올림 차이 말고는 같아요.',
  'answer.dataTooLarge':
    '그럴 때는 통째로 올리지 말고, 디스크에서 배치 하나씩 읽어 주는 <b>tf.data Dataset</b>이나 제너레이터를 <code>fit</code>에 넘기세요. 지금 쓰는 배치({whose}: {batch, number}행)만 메모리에 있으면 돼요. 이때 <code>batch_size</code>는 배치를 만드는 쪽에서 정해요.',
  'answer.validationBatches':
    '네, 검증도 같은 크기의 배치로 나눠서 하지만 순전파만 해요. 기울기도 업데이트도 없어서 배치 크기는 속도에만 영향을 주고 val_loss는 그대로예요. 검증용 {valRows, number}행에 배치 {batch, number}이면 에포크 끝마다 {valSteps, number}스텝이고, 막대에는 안 세요. 다르게 하려면 <code>validation_batch_size</code>를 쓰세요.',
  'answer.growingTime':
    '원래는 그렇지 않아요. 에포크마다 하는 일이 같아서({whose}: 이터레이션 {steps, number}번) 느린 첫 에포크 말고는 시간이 비슷해야 해요. 점점 늘어난다면 학습 바깥을 의심하세요. 메모리가 차고 있거나, 다른 프로그램이 돌거나, 컴퓨터가 뜨거워져 느려졌거나, 직접 만든 콜백이나 반복문에 결과가 쌓이는 경우예요.',
  'answer.needGpu':
    '아니요, 표 데이터의 작은 신경망은 CPU나 노트북으로도 충분하고 GPU보다 빠를 때도 많아요. {whose}에서는 업데이트 {updates, number}번이 몇 초에서 1분이면 끝나요. GPU는 이미지, 글, 큰 신경망에서 도움이 돼요. 에포크와 이터레이션 수는 어디서나 같아요.',
  'answer.dataErrors':
    '학습이 아니라 데이터 때문에 나는 오류예요. <b>cardinality is ambiguous</b>: x와 y의 행 수가 달라요. <b>could not convert string to float</b>, <b>failed to convert a NumPy array to a Tensor</b>: 입력에 글자나 빈칸이 있어요. 범주는 먼저 숫자(원-핫)로 바꾸세요. <b>shape 오류</b>: 열 수가 첫 층과 다르거나 라벨이 마지막 층과 안 맞아요. <code>print(x.shape, y.shape, x.dtype)</code>를 찍어 보면 대개 보여요.',
  'answer.oldNames':
    '예전 Keras의 이름이에요. <code>nb_epoch</code>는 지금의 <code>epochs</code>, <code>samples_per_epoch</code>는 <code>steps_per_epoch</code>(행이 아니라 배치 수!), <code>fit_generator</code>는 그냥 <code>fit</code>이에요. 이름만 바꾸면 돼요.',
  'answer.resetWeights':
    '모델을 새로 만들고 compile하세요. 그러면 가중치가 새 난수로 시작해요. <code>keras.models.clone_model(model)</code>로 복제해도 돼요. compile만 다시 하면 가중치가 그대로예요. 노트북에서는 모델 만드는 셀부터 다시 실행하지 않으면 fit이 앞에 이어서 학습해요.',
  'answer.reportAccuracy':
    '<b>시험(테스트)</b> 데이터의 정확도를 쓰세요. 맨 마지막에 <code>model.evaluate(X_test, y_test)</code>로 한 번만 재고, 기준선({whose}: {baseline})도 함께 적으면 좋아요. 학습 정확도는 배운 데이터의 점수이고 검증 정확도는 설정을 고르는 데 쓴 거라서 둘 다 조금 좋게 나와요.',
  'answer.whatMattersMost':
    '가장 중요한 건 <b>학습률</b>이에요. 열 배만 커도 못 배우고, 열 배만 작아도 너무 느려요. 그다음은 업데이트 횟수인데, 에포크와 batch_size가 함께 정해요({whose}: {updates, number}번). 에포크는 EarlyStopping에 맡기고 batch_size는 처음에 32로 두세요.',
  'answer.lateStart':
    '처음에는 모든 행에 같은 답을 하는 평평한 구간에 있어서 기울기가 작고 loss가 잘 안 줄어요. 유닛 몇 개가 클래스를 나누기 시작하면 갑자기 빨리 내려가요. 나쁜 건 아니에요. 평평한 구간이 길면 입력을 스케일링하거나 학습률을 조금 올려 보세요.',
  'answer.mseLarge':
    'mse는 정답 단위의 <b>제곱</b>이라 숫자가 큰 게 정상이에요. mse 25,000이면 보통 √25,000 ≈ {rootMse}만큼 틀린다는 뜻이에요. 정답이 퍼진 정도와 비교하거나 mae를 보세요. 정답을 스케일링(StandardScaler)하면 평균만 답했을 때의 mse가 1쯤이 돼요.',
};
