import type { duel as english } from '../en/duel.js';

export const duel: Record<keyof typeof english, string> = {
  'command.duel': '설정 둘을 나란히 학습해서 어느 쪽이 왜 이기는지 봐요',
  'command.duel.epochs': '학습용 행 전체를 몇 번 쓸지 (안 적으면 20)',
  'command.duel.batch': '이터레이션 한 번에 넣을 행 수. 10,100처럼 두 개',
  'command.duel.lr': '학습률. 0.001,0.01처럼 두 개',
  'command.duel.layers': '은닉층의 유닛 수. 6,6|32처럼 신경망 두 개',
  'command.duel.optimizer': '가중치를 고치는 방법. adam, sgd, rmsprop 가운데 두 개',
  'command.duel.activation': '은닉층의 활성화 함수. relu, tanh, sigmoid 가운데 두 개',
  'command.duel.dropout': '학습할 때 뺄 유닛의 비율. 0,0.3처럼 두 개',
  'command.duel.data': '준비된 데이터, /data에서 볼 수 있어요 (안 적으면 churn)',
  'command.duel.csv': '내 표 파일 (첫 줄은 열 이름)',
  'command.duel.target': 'CSV에서 맞힐 열 (안 적으면 제가 고르고 알려 드려요)',
  'command.duel.task': '맞힐 열이 나누어 구분할 것(classes)인가요, 수량(amount)인가요?',
  'command.duel.use': '배울 때 쓸 열만 (안 적으면 전부)',
  'command.duel.drop': '배울 때 뺄 열',
  'command.duel.l2': '큰 가중치에 매기는 벌점. 0,0.01처럼 두 개, 하나면 둘 다 똑같이',
  'command.duel.momentum': 'optimizer:sgd의 모멘텀. 0,0.9처럼 두 개, 하나면 둘 다 똑같이',
  'command.duel.validation': '검증에만 쓸 행의 비율 (안 적으면 없음)',
  'command.duel.seed': '같은 seed면 결과도 똑같아요. 안 적으면 새로 뽑아요',
  'command.duel.like': '예전 학습의 id를 적으면 그 설정에서 시작해요',

  'error.duelTwoOptions':
    '값이 여러 개인 옵션이 둘이에요({options}). 둘 다 바꾸면 어느 쪽 때문인지 알 수 없으니 하나만 골라 주세요.',
  'error.duelThreeValues':
    '<code>{option}</code>에 값이 {count, number}개 있는데 대결은 둘이서 해요. <code>/sweep</code>에는 8개까지 적을 수 있어요.',
  'error.duelBesideRun':
    '대결은 학습 두 개를 나란히 돌리는데, 지금 돌고 있는 내 학습이 있어요({runs}). 끝날 때까지 기다리거나 <code>/stop</code>으로 멈춰 주세요.',
  'error.duelNoBet':
    '이제 걸 수 없어요. 둘 가운데 하나가 {epoch, number}번째 에포크를 마칠 때까지만 걸 수 있었어요.',
  'error.duelOwnBet': '대결하는 두 사람은 걸 수 없어요. 거는 건 다른 사람들 몫이에요.',
  'error.duelNoBoard': '<code>{board}</code>, 여기에 이런 대결은 없어요.',

  'duel.title': '대결: {first} 대 {second}',
  'duel.name': '{who}({setting})',
  'duel.intro':
    '둘 다 seed {seed}, <b>{data}</b> 데이터의 학습용 {rows, number}행, 에포크 {epochs, number}번이에요.',
  'duel.ownRates':
    '<code>learning_rate</code>는 옵티마이저마다 제 기본값을 써요. 순서대로 {values}.',
  'duel.soon': '학습은 이 메시지가 올라오고 {seconds, number}초쯤 뒤에 시작해요.',
  'duel.bets':
    '학습 loss가 더 낮게 끝나는 쪽은 어디일까요? 둘 가운데 하나가 {epoch, number}번째 에포크를 마칠 때까지 {by, select, others {두 사람 말고 누구나} other {누구나}} 버튼으로 걸 수 있어요. 어디에 걸었는지는 나만 봐요.',

  'duel.epochsAhead': '<b>에포크 수가 같을 때</b> 앞선 쪽: {name}.',
  'duel.epochsEqual': '<b>에포크 수가 같을 때</b>는 거의 똑같아요.',
  'duel.updatesAhead': '<b>가중치를 고친 횟수가 비슷할 때</b> 앞선 쪽: {name}.',
  'duel.updatesEqual': '<b>가중치를 고친 횟수가 비슷할 때</b>는 거의 똑같아요.',
  'duel.updatesUnclear':
    '<b>가중치를 고친 횟수가 같을 때</b> 어느 쪽이 앞서는지는 이 숫자로 알 수 없어요.',
  'duel.updatesSame':
    '둘은 에포크마다 가중치를 똑같은 횟수로 고치니까 <b>고친 횟수가 같을 때</b>도 마찬가지예요.',
  'duel.because':
    '둘 다 같은 seed에서 가중치를 똑같은 횟수로 고쳤으니, 이번 차이는 <code>{setting}</code>에서 나왔어요.',
  'duel.maybeChance': '차이가 5%도 안 되고 seed도 하나뿐이라, 다른 seed로 하면 뒤집힐 수도 있어요.',
  'duel.cutShort':
    '{name}: 에포크 {epochs, number}번 가운데 {done, number}번만 하고 끝났어요. 거기까지는 비교할 수 있지만 끝까지 갔으면 어땠을지는 알 수 없어요.',
  'duel.noEpoch': '{name}: 첫 에포크도 마치지 못하고 끝나서 비교할 게 없어요.',
  'duel.notStarted': '둘 가운데 하나를 시작하지 못해서 비교할 게 없어요.',

  'duel.betCount':
    '{count, plural, =0 {아무도 걸지 않았어요.} other {{count, number}명이 걸었고, 그 가운데 {right, number}명이 맞혔어요.}} 정답: {answer}.',
  'duel.betVoid':
    '{count, plural, =0 {아무도 걸지 않았어요.} other {{count, number}명이 걸었지만, 결과를 재지 못해서 채점할 수 없어요.}}',
  'duel.button.mine': '나는 어디에 걸었지?',

  'command.duel.with': '대결할 친구. batch:10 with:@친구 처럼 각자 값을 하나씩 골라요',
  'error.invitationOneOption':
    '친구와 할 때는 <code>batch:10 with:@친구</code>처럼 옵션 하나에 내 값만 적어 주세요. 친구 값은 친구가 골라요. 쓸 수 있는 옵션: {options}.',
  'error.invitationCsv':
    '친구와 하는 대결은 둘이 함께 학습하니까 준비된 데이터(<code>/data</code>)로만 할 수 있어요.',
  'error.invitationYourself':
    '나와는 대결할 수 없어요. 혼자라면 <code>/duel batch:10,100</code>으로 둘 다 돌려 보세요.',
  'error.invitationTooMany':
    '한 시간 동안 신청을 {most}번 냈어요. 첫 신청에서 한 시간이 지나면 다시 낼 수 있어요.',
  'error.invitationAgain':
    '이 사람에게 대결을 신청한 지 한 시간이 안 됐어요. 한 시간이 지나면 다시 신청할 수 있어요.',
  'error.invitationGone': '끝난 신청이에요. 신청한 곳에서 한 시간 동안만 답할 수 있어요.',
  'error.invitationBegun': '이 대결은 벌써 시작했어요.',
  'error.invitationDeclined': '거절했거나 취소한 신청이에요.',
  'error.invitationOwn': '내가 낸 신청이에요. 다른 사람이 받아야 해요.',
  'error.invitationNotYours': '다른 사람에게 낸 신청이에요.',
  'error.invitationTaken': '{who} 님이 벌써 받았어요.',
  'error.invitationOwnerBusy':
    '{who} 님이 돌릴 수 있는 학습을 이미 다 돌리고 있어요. 하나가 끝난 다음에 다시 눌러 주세요.',
  'error.invitationOneValue': '버튼으로 값을 하나만 골라 주세요.',
  'error.invitationSameValue':
    '<code>{option}</code> {value}: 상대와 같은 값이에요. 다른 값을 골라 주세요.',
  'invitation.title': '{who} 님의 대결 신청',
  'invitation.asks':
    '{who} 님은 <b>{data}</b> 데이터를 <code>{option}:{setting}</code>, 이 설정으로 에포크 {epochs, number}번 학습해요. 다른 <code>{option}</code> 값으로 맞서 볼 사람?',
  'invitation.how':
    '{to, select, one {받은 다음에 값을 골라 주세요.} other {{name, select, none {먼저 누른 사람이 값을 골라요.} other {{name} 님, 받은 다음에 값을 골라 주세요.}}}} 한 시간 동안 받을 수 있어요.',
  'invitation.tell': '{who} 님이 대결을 신청했어요.',
  'invitation.pick':
    '상대는 {who} 님의 <code>{option}:{setting}</code>. 둘 다 같은 seed에서 시작해요. 어떤 값으로 학습할까요?',
  'invitation.declined': '{who} 님이 {owner} 님의 대결 신청을 거절했어요.',
  'invitation.takenBack': '{who} 님이 대결 신청을 취소했어요.',
  'invitation.button.accept': '받기',
  'invitation.button.decline': '거절',
};
