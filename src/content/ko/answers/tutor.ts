import type { tutor as english } from '../../en/answers/tutor.js';

export const tutor: Record<keyof typeof english, string> = {
  'answer.isItReal':
    '<b>진짜로 학습해요.</b> 화면에 나오는 loss와 accuracy는 모두 이 튜터가 돌아가는 컴퓨터에서 TensorFlow.js가 계산한 값이고, 미리 만들어 둔 것은 없어요. <code>/fit</code>을 할 때마다 새 난수에서 시작하니까 사람마다 숫자가 달라요. <code>/code</code>로 똑같은 학습을 Keras에서 해 볼 수 있어요. (churn의 행은 지어낸 데이터이고, penguins와 cars는 실제 데이터예요.)',
  'answer.whoAreYou':
    '신경망이 어떻게 학습하는지 알려 주는 튜터예요. <code>/fit</code>으로 진짜 신경망을 학습시키면서 에포크, 이터레이션, batch_size 같은 말을 설명해요. 언어 모델이 아니라 미리 써 둔 답과 계산기로 된 프로그램이라 이 주제만 알아요.',
  'answer.whatCanYouDo':
    '에포크, 이터레이션, batch_size, loss, accuracy, 검증, 과적합, Keras가 찍는 숫자를 물어보세요. "60000개, batch 128, 5에포크면?"처럼 내 숫자로 물어봐도 돼요. 직접 보고 싶으면 <code>/fit epochs:20 batch:10</code>, 할 수 있는 것 전체는 <code>/help</code>예요.',
  'answer.hello':
    '안녕하세요! "에포크가 뭐예요?"처럼 신경망 학습에 대해 물어보거나, <code>/fit epochs:20 batch:10</code>을 입력해서 직접 지켜보세요.',
  'answer.thanks':
    '천만에요! 아직 헷갈리는 게 있으면 이어서 물어보세요. 내 학습에서 나온 숫자로 물어보면 더 좋아요.',
  'answer.startRun':
    '<code>/fit epochs:20 batch:10</code>을 입력하세요. 진짜 신경망이 학습하면서 에포크마다 결과를 보여 줘요. <code>/fit epochs:20 batch:100</code>처럼 한 가지씩 바꿔서 비교해 보세요. 옵션은 <code>/help fit</code>에 다 있어요.',
  'answer.ownCsv':
    '<code>/fit</code>과 함께 CSV 파일을 올리고, 맞힐 열을 <code>target:열이름</code>으로 적으세요(안 적으면 마지막 열). 범주는 0과 1로 된 열로 바꾸고, 빈칸은 채우고, 20%는 시험용으로 따로 둬요.',
  'answer.aboutChurn':
    '수업에 나오는 은행 고객 데이터예요. 나이, 잔고, 나라 같은 열이 있는 만 행이고, 고객이 떠났는지(Exited가 1) 남았는지(0)를 맞혀요. 여기 있는 건 원래 데이터를 닮게 만든 가상 데이터예요. 80%인 8,000행으로 학습하고, 늘 "남는다"고만 답해도 79.6%쯤 맞아서 이게 기준선이에요. <code>/data churn</code>으로 볼 수 있어요.',
  'answer.stopRun':
    '<code>/stop</code>을 입력하세요. 하던 이터레이션까지만 하고 멈추고, 그때까지의 결과는 남아요. Keras에서는 셀 실행을 중단하면 되고, 가중치는 그 상태로 남아요.',
  'answer.switchLanguage':
    '<code>/language ko</code>나 <code>/language en</code>을 입력하세요. 질문에는 물어본 언어로 답해요.',
  'answer.getCode':
    '<code>/code</code>를 입력하면 마지막 학습을 그대로 옮긴 Keras 코드를 줘요. Keras가 깔린 곳에서 바로 돌아가요.',
  'answer.oldRuns':
    '<code>/runs</code>에서 내 학습과 결과를 볼 수 있어요. <code>/fit like:…</code>에 학습 id를 적으면 설정을 바꿔 다시 돌릴 수 있어요.',
};
