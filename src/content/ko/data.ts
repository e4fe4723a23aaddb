import type { data as english } from '../en/data.js';

export const data: Record<keyof typeof english, string> = {
  'data.churn.about': '은행 고객 데이터: 누가 은행을 떠날까요? 고객마다 특징이 10개 있어요.',
  'data.churn.source':
    '유명한 은행 이탈 표와 열과 전체 통계가 비슷하도록 고정된 시드로 지어낸 데이터예요. 실제 고객은 한 명도 없어요.',
  'data.penguins.about': '몸의 치수로 펭귄 세 종을 구별해요.',
  'data.penguins.source':
    '실제 데이터: 남극 파머 기지, 2007–2009년 (K. Gorman; palmerpenguins, CC0). 패키지 @observablehq/sample-datasets (ISC)에 들어 있어요.',
  'data.cars.about': '1970–1982년 자동차의 연비(갤런당 마일)를 예측해요.',
  'data.cars.source':
    '실제 데이터: 1983년 ASA Data Exposition (E. Ramos, D. Donoho; StatLib, 교육·과학용으로 배포). 패키지 @observablehq/sample-datasets (ISC)에 들어 있어요.',
  'data.digits.about':
    '손으로 쓴 숫자 그림이에요. 0부터 9까지 중 어떤 숫자일까요? 행 하나가 8 × 8픽셀 그림이고, 픽셀 값은 0(흰색)부터 16(검은색)까지예요.',
  'data.digits.source':
    '실제 데이터: 13명이 쓴 숫자예요. UCI의 Optical Recognition of Handwritten Digits (E. Alpaydin, C. Kaynak, 1998; CC BY 4.0)이고, scikit-learn (BSD-3-Clause)에 들어 있는 그대로예요.',
  'data.moons.about': '서로 맞물린 반달 두 개 위의 점들이에요.',
  'data.moons.source': '고정된 시드로 만들었어요.',
  'data.circles.about': '큰 원과 그 안의 작은 원 위에 있는 점들: 직선 하나로는 나눌 수 없어요.',
  'data.circles.source': 'scikit-learn의 make_circles처럼 고정된 시드로 만들었어요.',
  'data.spiral.about': '소용돌이의 세 팔 위에 있는 점들: 은닉층의 유닛 수를 늘려 보세요.',
  'data.spiral.source': '고정된 시드로 만들었어요.',
  'data.task.binary': '둘 중 하나 (이진 분류)',
  'data.task.multiclass': '여러 클래스 중 하나 (다중 분류)',
  'data.task.regression': '숫자 (회귀)',
  'data.howSplit':
    '행은 누구에게나 똑같은 순서로 한 번 섞어요. 80%로 학습하고, 20%는 마지막 테스트를 위해 남겨 둬요.',
  'data.howPrepared':
    '숫자는 평균 0, 표준편차 1이 되도록 맞추고, 범주는 0/1 열로 바꿔요. 빈칸은 숫자라면 중앙값, 범주라면 가장 흔한 값으로 채우고, 맞힐 값이 빈 행은 빼요.',
  'data.howRegression':
    '맞힐 열이 숫자라면 그 열도 같은 방법으로 맞추기 때문에, loss와 mae는 그 열의 표준편차를 단위로 해요.',

  'error.dataUnknown': '<code>{name}</code> 데이터 세트는 없어요. 쓸 수 있는 이름: {names}.',
  'error.validationTooLarge':
    '<code>validation:{share}</code>만큼 떼어 두면 학습용 행 {rows, number}개 중 배울 행이 하나도 남지 않아요. 더 작은 값을 골라 주세요.',
  'error.csvGone': '그 파일은 이제 여기에 없어요. 다시 보내 주세요.',
  'error.csvTooLarge': '파일 크기가 {megabytes, number}MB예요. {max, number}MB까지 읽을 수 있어요.',
  'error.csvWorkbook':
    '스프레드시트 파일이네요. 엑셀에서 다른 이름으로 저장 → CSV UTF-8로 저장해서 다시 보내 주세요.',
  'error.csvHtml':
    '웹 페이지(HTML)라서 CSV로 읽을 수 없어요. 내려받은 곳에서 ‘CSV’나 ‘Raw’를 찾거나, 표를 엑셀에 붙여 넣고 CSV로 저장해 주세요.',
  'error.csvJson':
    "JSON 파일이라서 CSV로 읽을 수 없어요. 한 줄에 한 행인 표로 저장해 주세요. pandas라면 <code>df.to_csv(''data.csv'', index=False)</code>예요.",
  'error.csvNotText': '텍스트 파일이 아니어서 CSV로 읽을 수 없어요.',
  'error.csvEmpty': '파일이 비어 있어요. 첫 줄에는 열 이름, 그 아래에는 데이터 행이 있어야 해요.',
  'error.csvHeaderOnly': '열 이름만 있고 데이터 행이 없어요.',
  'error.csvOneColumn':
    '열이 하나뿐이에요. 배울 열과 맞힐 열, 적어도 두 개를 쉼표, 세미콜론, 탭, 세로줄(|), 빈칸 가운데 하나로 나눠 주세요.',
  'error.csvTooManyColumns': '열이 {columns, number}개예요. {max, number}개까지 읽을 수 있어요.',
  'error.csvTooManyRows': '행이 너무 많아요. {max, number}개까지 읽을 수 있어요.',
  'error.csvLongCell':
    '{line, number}번째 줄에 {max, number}자를 넘는 칸이 있어요. 줄이거나, 닫지 않은 따옴표가 있는지 확인해 주세요.',
  'error.csvLongRow':
    '{line, number}번째 줄은 칸이 {cells, number}개인데 열은 {columns, number}개예요. 구분 기호가 들어 있는 글은 따옴표로 감싸 주세요.',
  'error.csvBroken':
    '{line, number}번째 줄에서 연 따옴표(")가 제자리에서 닫히지 않았어요. 닫거나 지워 주세요.',
  'error.csvNoTarget':
    '예측할 수 있는 열이 없어요. 모든 열이 비어 있거나, 값이 하나뿐이거나, 행 번호일 뿐이에요.',
  'error.csvColumnUnknown':
    '<code>{option}</code>에 적은 <code>{given}</code> 열이 없어요. {isNear, select, yes {혹시 <code>{likeliest}</code>인가요?} other {있는 열: {names}{more, plural, =0 {} other { 외 {more, number}개}}.}}',
  'error.csvTargetEmpty':
    '<code>{target}</code> 열에는 값이 없어서 맞힐 수 없어요. {others, plural, =0 {맞힐 수 있는 다른 열도 없어요.} other {<code>target:{first}</code>처럼 다른 열을 골라 주세요. 고를 수 있는 열: {names}.}}',
  'error.csvTargetConstant':
    '<code>{target}</code> 열은 값이 모두 <code>{value}</code>라서 배울 것이 없어요. {others, plural, =0 {맞힐 수 있는 다른 열도 없어요.} other {<code>target:{first}</code>처럼 다른 열을 골라 주세요. 고를 수 있는 열: {names}.}}',
  'error.csvTargetTooManyClasses':
    '<code>{target}</code> 열은 {rows, number}행에 서로 다른 값이 {classes, number}가지나 돼요. 클래스로 나누려면 두 행 넘게 나오는 값이 {max, number}가지까지여야 하고, 거의 모든 행이 거기에 들어야 해요. {others, plural, =0 {맞힐 수 있는 다른 열도 없어요.} other {<code>target:{first}</code>처럼 다른 열을 골라 주세요. 고를 수 있는 열: {names}.}}',
  'error.csvTextAmount':
    '<code>task:amount</code>는 숫자 열에만 쓸 수 있는데 <code>{target}</code> 열에는 글이 들어 있어요. <code>task</code>를 빼면 값마다 하나의 클래스로 봐요.',
  'error.csvTargetDropped':
    '<code>drop</code>에 적은 <code>{target}</code> 열이 바로 맞힐 열이에요. 둘 중 한 곳에서 빼 주세요.',
  'error.csvTooFewRows':
    '맞힐 값이 있는 행이 {rows, number}개예요. 적어도 {min, number}개가 필요해요.',
  'error.csvNoInputs':
    '배울 열이 남지 않았어요. 다른 열은 모두 비어 있거나, 값이 하나뿐이거나, 거의 모든 행이 서로 달라요.',
  'error.csvNoInputsChosen':
    '<code>use</code>와 <code>drop</code>대로 하면 배울 열이 남지 않아요. 맞힐 열 말고 적어도 하나는 남겨 주세요.',
  'error.csvTooManyInputs':
    '범주를 0/1 열로 바꾸면 입력이 {inputs, number}개예요. {max, number}개까지 쓸 수 있어요.',
  'error.csvTooManyValues':
    '행 {rows, number}개에 입력이 {inputs, number}개씩이면 너무 커요. 입력이 이만큼이면 행은 {max, number}개까지 쓸 수 있어요.',
};
