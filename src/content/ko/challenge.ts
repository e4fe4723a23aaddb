import type { challenge as english } from '../en/challenge.js';

export const challenge: Record<keyof typeof english, string> = {
  'command.challenge':
    '이 채널의 도전 과제 현황을 봐요. 관리자는 과제를 내거나 매주 내게 할 수 있어요',
  'command.challenge.action':
    'board: 현황 보기. 관리자는 weekly: 매주 하나, now: 지금 하나, off: 그만',
  'command.challenge.days': 'weekly와 now에서 과제를 며칠 열어 둘지 (안 적으면 5일)',

  'error.challengeManagers':
    '도전 과제는 {platform, select, slack {이 워크스페이스의 관리자와 소유자만} web {이 방이 돌아가는 컴퓨터 앞에 있는 사람만} other {이 서버를 관리할 수 있는 사람만}} 열고 닫을 수 있어요. 현황은 누구나 <code>/challenge board</code>로 볼 수 있어요.',
  'error.challengeAlone':
    '도전 과제는 여럿이 함께 배우는 채널에서 해요. 채널에서 <code>/challenge</code>를 써 주세요.',
  'error.challengeNone':
    '이 채널에는 아직 도전 과제가 없었어요. {platform, select, slack {워크스페이스 관리자가} web {이 방을 연 사람이} other {서버 관리자가}} <code>/challenge now</code>로 하나를 내거나 <code>/challenge weekly</code>로 매주 하나씩 내게 할 수 있어요.',
  'error.challengeOpen':
    '지금 열려 있는 과제가 있어요({time}까지). 그게 닫히면 다음 과제를 낼 수 있어요. 현황은 <code>/challenge board</code>로 봐요.',
  'error.challengeCannotPost':
    '이 채널에는 제가 먼저 글을 쓸 수 없어서 과제를 열거나 닫을 수 없어요. 먼저 글을 쓸 수 있게 해 주세요({platform, select, slack {채널에 초대} other {채널 보기, 메시지 보내기 권한}}).',
  'error.challengeNoSuch':
    '<code>{challenge}</code>, 이런 과제는 여기 없어요. 최근 과제는 <code>/challenge board</code>로 볼 수 있어요.',
  'error.challengeNoAnswer':
    '<code>pick</code> 값이 {given, number}인데, 이 문제의 답은 1번부터 {most, number}번까지예요.',
  'error.challengeNotAQuestion':
    '<code>id</code>와 <code>pick</code>은 문제로 나온 과제에 답할 때 써요. 과제의 버튼을 눌러 주세요.',
  'error.challengeClosed':
    '이 과제는 닫혔어요. 최근 과제의 결과는 <code>/challenge board</code>로 볼 수 있어요.',
  'error.challengeDays':
    '<code>days</code>는 과제를 며칠 열어 둘지예요. <code>weekly</code>나 <code>now</code>와 함께 써 주세요.',

  'challenge.title.goal': '도전 과제',
  'challenge.title.question': '도전 과제: 문제',
  'challenge.title.standing': '지금까지의 현황',
  'challenge.title.closed': '도전 과제가 끝났어요',

  'challenge.goal.updates':
    '<b>{data}</b> 데이터의 시험용 행에서 {metric, select, mae {평균 오차(mae)를 <b>{target}</b> 이하로 낮춰} other {accuracy(맞힌 비율)를 <b>{target}</b> 이상으로 올려}} 보세요. <b>가중치를 고친 횟수가 가장 적은</b> 사람이 이겨요.',
  'challenge.goal.loss':
    '가중치를 <b>{updates, number}번</b>까지만 고치면서 <b>{data}</b> 데이터의 시험용 행에서 <b>가장 낮은 loss</b>를 내 보세요.',
  'challenge.how.goal':
    '과제가 열려 있는 동안 이 채널에서 시작해서 끝난 학습은 설정이 어떻든 저절로 참가하고, 그중 가장 좋은 하나를 쳐요. 가중치는 이터레이션(배치 하나)마다 한 번 고치니까, 고친 횟수는 에포크당 이터레이션 수 × 에포크 수예요. 끝까지 간 학습에 나오는 시험용 행의 결과로 재요. 멈춘 학습, 다른 채널의 학습, 튜터와 단둘이 한 학습은 치지 않아요.',
  'challenge.how.ties':
    '{kind, select, updates {고친 횟수가 같으면 시험용 행의 결과가 좋은 쪽이, 그것도 같으면 먼저 끝난 쪽이 앞서요.} other {loss가 같으면 덜 고친 쪽이, 그것도 같으면 먼저 끝난 쪽이 앞서요.}} seed와 학습을 몇 번 했는지도 함께 보여요.',
  'challenge.how.question':
    '답을 눌러 주세요. 한 사람이 한 번만 답할 수 있고, 과제가 닫힐 때까지 아무도 못 봐요.',
  'challenge.until': '{time}까지 열려 있어요.',

  'challenge.board.row':
    '<b>{rank, number}위</b> {name}: {kind, select, updates {<b>{updates, number}번 고침</b>, {metric} {value}} other {<b>{metric} {value}</b>, {updates, number}번 고침}}, {tries, plural, =1 {학습 1번} other {학습 #번 중 가장 좋은 것}}. 학습 <code>{run}</code>: <code>{settings}</code>',
  'challenge.board.more': '외 {count, number}명',
  'challenge.board.missed':
    '{kind, select, updates {그 밖에 {count, number}개의 학습은 도달하지 못했어요.} other {그 밖에 {count, number}개의 학습은 너무 많이 고쳤어요.}}',
  'challenge.board.noneYet':
    '{runs, plural, =0 {아직 끝난 학습이 없어요.} other {지금까지 학습 #개가 끝났는데, {kind, select, updates {도달한 것은 없어요} other {모두 너무 많이 고쳤어요}}.}}',
  'challenge.board.none':
    '{runs, plural, =0 {아무도 도전하지 않았어요.} other {학습 #개가 끝났는데, {kind, select, updates {도달한 것은 없어요} other {모두 너무 많이 고쳤어요}}.}}',

  'challenge.why': '<b>왜 그럴까요?</b> 이 학습들이 보여 주는 것:',
  'challenge.why.nearest':
    '<code>{run}</code> 학습이 가장 가까웠어요. 가중치를 {updates, number}번 고친 뒤의 결과: {metric} {value}.',
  'challenge.why.fewestSpent':
    '<code>{run}</code> 학습이 가장 적게 고쳤는데, {updates, number}번이었어요.',
  'challenge.why.winner':
    '{name} 님의 <code>{run}</code> 학습은 에포크마다 {steps, number}번(배치 크기 {batch, number}), {epochs, number}에포크를 했어요. {steps, number} × {epochs, number} = {updates, number}번이에요.',
  'challenge.why.against':
    '2위 <code>{run}</code> 학습은 {steps, number} × {epochs, number} = {updates, number}번이에요(배치 크기 {batch, number}). {how, select, tie {횟수가 똑같아서 시험용 행의 결과나 먼저 끝난 순서로 갈렸어요.} steps {{more, number}번 더 많아요. 에포크 수는 같지만 에포크마다 더 자주 고쳤어요.} epochs {{more, number}번 더 많아요. 에포크마다 고친 횟수는 같지만 에포크가 더 많았어요.} both {{more, number}번 더 많아요. 에포크도 더 많고 에포크마다 더 자주 고쳤어요.} stepsDespiteEpochs {{more, number}번 더 많아요. 에포크는 더 적지만 에포크마다 그만큼 훨씬 자주 고쳤어요.} other {{more, number}번 더 많아요. 에포크마다 덜 고쳤지만 에포크가 그만큼 훨씬 많았어요.}}',
  'challenge.why.spent':
    '{most, number}번 가운데 {updates, number}번을 고치고 loss {loss}까지 내려갔고, 2위 <code>{run}</code> 학습은 {other, number}번을 고치고 loss {lossOther}까지 내려갔어요.',
  'challenge.why.atLeast':
    '{goal, select, updates {도달한 학습} other {loss가 낮은 쪽 학습}} {well, number}개 모두 {setting, select, learning_rate {학습률 {value} 이상} batch_size {배치 크기 {value} 이상} epochs {에포크 {value} 이상} other {은닉 뉴런 {value}개 이상}}, 나머지 {others, number}개 모두 그보다 {setting, select, learning_rate {낮았어요} batch_size {작았어요} other {적었어요}}.',
  'challenge.why.atMost':
    '{goal, select, updates {도달한 학습} other {loss가 낮은 쪽 학습}} {well, number}개 모두 {setting, select, learning_rate {학습률 {value} 이하} batch_size {배치 크기 {value} 이하} epochs {에포크 {value} 이하} other {은닉 뉴런 {value}개 이하}}, 나머지 {others, number}개 모두 그보다 {setting, select, learning_rate {높았어요} batch_size {컸어요} other {많았어요}}.',
  'challenge.why.chance':
    '이 학습들의 공통점일 뿐 아직 법칙은 아니에요. 설정 하나만 다른 학습끼리 비교해야 그 설정이 하는 일을 알 수 있어요.',

  'challenge.kept':
    '답을 적어 뒀어요: <b>{answer}</b>. 맞았는지는 과제가 닫힐 때({time}) 모두 함께 봐요.',
  'challenge.keptBefore':
    '이미 답했어요: <b>{answer}</b>. 그대로 두고, 맞았는지는 과제가 닫힐 때({time}) 모두 함께 봐요.',
  'challenge.answersSoFar':
    '{count, plural, =0 {아직 아무도 답하지 않았어요.} other {지금까지 #명이 답했어요.}} 답은 닫힐 때까지 아무도 못 봐요.',
  'challenge.answer.row':
    '{isRight, select, yes {<b>{answer}</b> (정답)} other {{answer}}}: {count, number}명',
  'challenge.answer.right':
    '{answered, plural, =0 {아무도 답하지 않았어요.} other {{right, plural, =0 {이번에는 맞힌 사람이 없어요.} other {맞힌 사람: {names}{more, plural, =0 {} other { 외 #명}}.}}}}',

  'challenge.weeklyOn':
    '켰어요. 이 채널에 매주 하나씩 내고 {days, number}일 동안 열어 둬요. 다음 과제: {time}. 아무도 멘션하지 않아요. <code>/challenge off</code>로 끌 수 있어요.',
  'challenge.opened': '과제를 열었어요. {time}에 저절로 닫혀요.',
  'challenge.off': '이제 이 채널에는 과제가 저절로 나오지 않아요.',
  'challenge.off.open': '열려 있는 과제는 {time}까지 계속돼요.',
  'challenge.wasOff': '이미 꺼져 있어요. 이 채널에는 과제가 저절로 나오지 않아요.',

  'settings.challenge.channel':
    '<code>/challenge</code>: <channel>{channels}</channel> 채널에 매주 하나씩 내요. 다음 과제: {time}.',
  'settings.challenge.paused':
    '<code>/challenge</code>: <channel>{channels}</channel> 채널에 글을 쓸 수 없어서 쉬고 있어요. 그 채널에서 <code>/challenge weekly</code>를 쓰면 다시 시작해요.',
  'settings.challenge.here': '<code>/challenge</code>: 여기에 매주 하나씩 내요. 다음 과제: {time}.',
  'settings.challenge.off':
    '<code>/challenge</code>: 저절로 나오는 과제가 없어요. 채널에서 <code>/challenge weekly</code>를 쓰면 매주 하나씩 내요.',

  'challenge.button.board': '현황 보기',
  'challenge.button.try': '학습해 보기: {data}',
  'challenge.button.compare': '비교하기',
};
