import type { classLab as english } from '../en/class.js';

export const classLab: Record<keyof typeof english, string> = {
  'command.class':
    '함께하는 실습 수업: 참여하면 값을 하나씩 받아 학습하고, 결과를 한 현황판에서 봐요',
  'command.class.action': 'start로 열고, next는 다음 라운드, close는 참여 마감, end는 수업 끝내기',
  'command.class.batch': '이터레이션 한 번에 넣을 행 수. 나눠 줄 값 여러 개: 10,32,100,1000',
  'command.class.lr': 'learning_rate. 나눠 줄 값 여러 개: 0.1,0.01,0.001',
  'command.class.layers': '은닉층 유닛 수. 나눠 줄 신경망 여러 개: 6,6|32|none',
  'command.class.optimizer': '가중치를 고치는 방법. 나눠 줄 값 여러 개: adam,sgd,rmsprop',
  'command.class.activation': '은닉 유닛의 활성화 함수. 나눠 줄 값 여러 개: relu,tanh',
  'command.class.dropout': '무작위로 뺄 은닉 유닛의 비율. 나눠 줄 값 여러 개: 0,0.2,0.5',
  'command.class.l2': '큰 가중치에 매기는 벌점. 나눠 줄 값 여러 개: 0,0.001,0.01',
  'command.class.momentum': 'optimizer:sgd의 모멘텀. 나눠 줄 값 여러 개: 0,0.5,0.9',
  'command.class.epochs': '학습용 행 전체를 몇 번 쓸지 (안 적으면 20)',
  'command.class.data': '준비된 데이터, /data에서 볼 수 있어요 (안 적으면 churn)',
  'command.class.seed': '학습들의 seed가 시작하는 값. 안 적으면 새로 뽑아요',
  'command.class.minutes': '몇 분 동안 참여를 받을지 (안 적으면 5)',
  'command.class.question': '함께 알아볼 질문을 자유롭게 적어요',

  'error.classNone':
    '이 채널에는 지금 열린 수업이 없어요. <code>/class start batch:10,100</code>으로 열 수 있어요.',
  'error.classHere':
    '{teacher} 님의 수업이 여기서 진행 중이에요({number, number}라운드). 채널마다 하나씩만 열 수 있고, 연 사람이나 관리자가 <code>/class end</code>로 끝낼 수 있어요.',
  'error.classNotYours': '수업을 연 {teacher} 님이나 관리자만 할 수 있어요.',
  'error.classTable': '표는 수업을 연 {teacher} 님만 받을 수 있어요.',
  'error.classGone': '여기에 그런 라운드는 없어요. 지워졌을 수도 있어요.',
  'error.classOver':
    '{number, number}라운드는 참여가 끝났어요(참여는 최대 {minutes, number}분 동안 받았어요). 현황판을 지켜보다가 다음 라운드에 참여해 주세요.',
  'error.classFull':
    '이 라운드에는 벌써 {most, number}명이 참여해서 더 받을 수 없어요. 현황판을 지켜보다가 다음 라운드에 참여해 주세요.',
  'error.classLeftOften':
    '이 라운드에서 벌써 {times, number}번 나가서 다시 참여할 수 없어요. 현황판을 지켜보다가 다음 라운드에 참여해 주세요.',
  'error.classNextIsOpen': '다음 라운드는 벌써 아래에 열려 있어요.',
  'error.classNotIn': '이 라운드에 참여하지 않았어요. 현황판에서 <b>참여</b>를 눌러 주세요.',
  'error.classRunOver': '내 학습이 벌써 끝나서 결과에 들어갔어요. 나갈 것이 없어요.',
  'error.classGuessLate': '내 학습이 벌써 끝났어요. 예상은 그 전에만 받아요.',
  'error.classNoGuess':
    '<code>guess</code> 값이 {given, number}인데, 이 라운드의 답은 1번부터 {most, number}번까지예요.',
  'error.classNotOver': '아직 라운드가 끝나지 않았어요. 현황판에 결과가 나온 다음에 눌러 주세요.',
  'error.classSeveral':
    '수업에서는 옵션 하나의 값만 나눠 줘요. 값이 여러 개인 옵션이 둘이에요({first}, {second}). 하나는 값을 하나만 적어 주세요.',
  'error.classTooMany':
    '<code>{option}</code> 값이 {given, number}개예요. 수업에서는 많아야 {most, number}개까지 나눠 줘요.',
  'error.classOptions':
    '<code>{option}</code> 옵션은 <code>/class start</code>와 <code>/class next</code>에만 써요.',
  'error.classAction':
    '<code>/class</code> 뒤에 할 일을 적어 주세요. 예: <code>/class start batch:10,32,100,1000 epochs:20 minutes:5</code>. 쓸 수 있는 말: {actions}.',

  'class.title': '{teacher} 님의 실습 수업, {number, number}라운드',
  'class.question': '<b>{question}</b>',
  'class.setup':
    '참여하면 <code>{option}</code> {values} 가운데 하나를 받아 <b>{data}</b> 데이터로 에포크 {epochs, number}번 학습해요. 그 밖에는 seed(시작 가중치, 행 순서)만 달라요.',
  'class.open':
    '<b>참여</b>를 누르세요. {minutes, plural, =0 {1분도 안 남았어요} other {#분 남았어요}}.',
  'class.closed': '참여가 끝났어요.',
  'class.yours':
    '받은 값: <b>{setting}</b>. 내 학습은 현황판에 있어요(에포크 {epochs, number}번, seed {seed}). 이 메시지는 나만 봐요.',
  'class.expect':
    '어떻게 될까요? 같은 값을 받은 사람들의 평균으로 볼 때, 학습 loss가 가장 낮게 끝나는 값은 무엇일까요? (가장 낮은 둘이 1%도 차이가 안 나면 비슷한 걸로 쳐요.) 처음 고른 답으로 채점해요. 내 답은 {teacher} 님이 표에서 볼 수 있고, 다른 사람은 못 봐요.',
  'class.guessed': '고른 답: <b>{answer}</b>. 결과는 현황판에 나와요.',
  'class.guessedBefore': '처음 고른 답으로 채점해요. 그때 고른 답: <b>{answer}</b>.',
  'class.left':
    '라운드에서 나왔어요. 내 학습은 멈추고 결과에 들어가지 않아요. 참여를 받는 동안에는 다시 들어올 수 있고, 그때도 <b>{setting}</b>, 같은 값을 받아요.',
  'class.leftForGood':
    '라운드에서 나왔어요. 내 학습은 멈추고 결과에 들어가지 않아요. 이 라운드에서 {times, number}번 나가서 이제 다시 들어올 수 없어요. 다음 라운드에 참여해 주세요.',
  'class.closing': '이 라운드의 참여를 마감했어요. 돌고 있는 학습은 끝까지 가요.',
  'class.ended':
    '수업을 끝냈어요. 돌고 있는 학습은 끝까지 가요. 이제 누구나 여기서 새 수업을 열 수 있어요.',
  'class.next': '{number, number}라운드를 열었어요.',
  'class.table': '{number, number}라운드에 참여한 사람 모두의 표(CSV)예요. 나만 받아요.',

  'class.nobody': '아무도 참여하지 않아서 비교할 것이 없어요.',
  'class.chart.title': '{option}별 학습 loss: 같은 값을 받은 사람들의 평균',
  'class.counts': '결과에 넣은 학습 수: {counts}.',
  'class.guesses':
    '{guessed, number}명이 예상했고, 그 가운데 {right, number}명이 맞혔어요. 정답: <b>{answer}</b>.',
  'class.notMeasured': '끝까지 학습한 값이 둘이 안 돼서 예상을 채점할 수 없어요.',
  'class.mine.trained':
    '내 학습 <code>{run}</code>({setting}): 에포크 {epochs, number}번 뒤 loss {loss}.',
  'class.mine.notTrained': '이 라운드에는 내 학습이 없어요.',

  'class.button.join': '참여',
  'class.button.leave': '나가기',
  'class.button.close': '참여 마감 (선생님)',
  'class.button.mine': '나는 어땠을까?',
  'class.button.table': '표 (선생님)',
  'class.button.next': '다음 라운드 (선생님)',
  'class.button.end': '수업 끝내기 (선생님)',
};
