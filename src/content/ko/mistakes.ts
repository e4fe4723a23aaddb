import type { mistakes as english } from '../en/mistakes.js';

export const mistakes: Record<keyof typeof english, string> = {
  'command.mistakes':
    '학습된 신경망이 어디서 틀리는지: 무엇과 헷갈리는지, 가장 크게 틀린 행은 무엇인지',
  'command.mistakes.run': '어느 학습인지 id로 (안 적으면 마지막 학습)',

  'error.mistakesNotFinite':
    '<code>{run}</code> 학습의 신경망은 가중치가 너무 커져서 답이 숫자가 아니에요. 그래서 비교할 게 없어요. 학습률을 줄여 보세요: <code>/fit like:{run} lr:{lr}</code>.',
  'error.weightsGone':
    '<code>{run}</code> 학습의 가중치는 이제 남아 있지 않아서 신경망에 물어볼 수 없어요. <code>/fit like:{run} seed:{seed}</code> 명령으로 다시 학습할 수 있어요.',

  'mistakes.classes':
    '<code>{run}</code> 학습이 한 번도 배우지 않은 <b>시험용 행 {rows, number}개</b>에서 <b>{right, number}개는 맞고 {wrong, number}개는 틀렸어요</b>.',
  'mistakes.found':
    '{target} = <b>{class}</b>인 시험용 행 {rows, number}개 중에서 {found, plural, =0 {하나도 못 찾았어요} other {<b>{found, number}</b>개를 찾았어요}}.',
  'mistakes.hardest':
    '{target} = <b>{class}</b>, 이걸 가장 어려워해요. 시험용 행 {rows, number}개 중에서 {found, plural, =0 {하나도 못 찾았어요} other {<b>{found, number}</b>개를 찾았어요}}.',
  'mistakes.often':
    '가장 자주 틀린 건 정답은 {target} <b>{class}</b>, 신경망의 답은 <b>{said}</b>인 경우예요. {rows, number}개 중 {count, number}개가 그랬어요.',
  'mistakes.never':
    '<b>{classes}</b>{more, plural, =0 {} other { 외 #개}}, 이 답은 한 번도 하지 않아요.',
  'mistakes.none': '틀린 게 하나도 없어요. 전부 맞혔어요.',
  'mistakes.read':
    '그림 읽는 법: 가로줄은 정답, 세로줄은 신경망의 답이에요. 맞힌 건 대각선에 있고(파란색, 테두리), 나머지 숫자는 모두 틀린 개수예요(주황색, 그 줄에서 많을수록 진해요). 이런 표를 <b>혼동 행렬</b>이라고 해요.',
  'mistakes.amounts':
    '<code>{run}</code> 학습이 한 번도 배우지 않은 <b>시험용 행 {rows, number}개</b>에서 {target} 값을 평균 <b>{off}만큼</b> 빗나갔어요.',
  'mistakes.sides': '{high, number}개는 너무 크게, {low, number}개는 너무 작게 답했어요.',
  'mistakes.readAmount':
    '그림 읽는 법: 점 하나가 시험용 행 하나예요. 오른쪽일수록 정답이 크고, 위쪽일수록 신경망의 답이 커요. 선 위의 점은 정답과 답이 같고, 선보다 높은 점은 너무 크게, 낮은 점은 너무 작게 답한 거예요.',
  'mistakes.worst.classes': '정답일 확률을 가장 낮게 보고 틀린 행:',
  'mistakes.worst.amount': '가장 크게 빗나간 행:',
  'mistakes.row.classes':
    '{row, number}번째 행 ({cells}): 정답은 {target} <b>{answer}</b>, 신경망의 답은 <b>{said}</b> ({percent}%).',
  'mistakes.row.amount':
    '{row, number}번째 행 ({cells}): 정답은 {target} <b>{answer}</b>, 신경망의 답은 <b>{said}</b>.',
  'mistakes.emptyCell': '(빈칸)',
  'mistakes.worstPictures':
    '가장 크게 틀린 {count, number}개는 그림 아래쪽에 있어요. 괄호 안은 얼마나 확신했는지를 0부터 1까지로 나타낸 거예요.',
  'mistakes.rowsPrivate':
    '행의 내용은 누군가가 올린 파일에서 온 거라서, 그 학습의 주인만 볼 수 있어요.',

  'mistakes.chart.title': '{data}, {run} 학습: 시험용 행 {rows, number}개의 {target}',
  'mistakes.chart.said': '시험용 행: 신경망의 답',
  'mistakes.chart.answer': '정답',
  'mistakes.chart.all': '행 수',
  'mistakes.chart.others': '나머지 {count, number}개',
  'mistakes.chart.folded':
    '가장 덜 헷갈리는 클래스 {classes, number}개를 하나로 모았어요. 그 행 {rows, number}개 중 {right, number}개는 맞았어요.',
  'mistakes.chart.true': '정답: {answer}',
  'mistakes.chart.instead': '답: {said} ({probability})',
  'mistakes.chart.trueAmount': '정답: {target}',
  'mistakes.chart.saidAmount': '신경망의 답',
  'mistakes.chart.dots': '시험용 행 {rows, number}개',
  'mistakes.chart.line': '답 = 정답',
  'mistakes.chart.beyond': '더 먼 행 {rows, number}개',
  'mistakes.alt': '정답과 신경망의 답을 견준 표. 맞힌 개수: {classes}.',
  'mistakes.altClass': '{class}: {rows, number}개 중 {found, number}개',
  'mistakes.altAmount':
    '시험용 행마다 점 하나, 정답과 신경망의 답을 견준 그림: {rows, number}개에서 평균 {off}만큼 빗나갔고, {high, number}개는 너무 크게, {low, number}개는 너무 작게 답했어요.',
  'mistakes.altPictures': '아래에는 가장 크게 틀린 그림들: {pictures}.',
};
