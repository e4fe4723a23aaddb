import type { compare as english } from '../en/compare.js';

export const compare: Record<keyof typeof english, string> = {
  'command.compare': '학습 두세 개를 나란히: 그래프, 표, 그리고 무엇을 알 수 있는지',
  'command.compare.runs': 'k3f9qd,ab12cd처럼 id를 나란히 (안 적으면 최근에 끝난 둘)',

  'error.compareNothing':
    '<code>/compare</code>를 하려면 에포크를 마친 학습이 두 개 있어야 하는데, 지금은 {count, number}개예요. <code>/fit</code>으로 더 해 봐요.',
  'error.compareCount':
    '<code>runs</code>에 서로 다른 학습이 {count, number}개 적혀 있어요. <code>/compare k3f9qd,ab12cd</code>처럼 두 개나 세 개를 적어 주세요.',
  'error.compareGoing': '<code>{run}</code> 학습은 아직 돌고 있어요. 끝난 다음에 비교해 주세요.',
  'error.compareEmpty':
    '<code>{run}</code> 학습은 첫 에포크도 마치기 전에 끝나서 비교할 것이 없어요.',

  'compare.title': '나란히 보기: {runs}',
  'compare.differs': '서로 다른 설정이에요(위의 순서대로):',
  'compare.difference': '<code>{name}</code> {values}',
  'compare.sameSettings': 'seed까지 모든 설정이 같아요.',

  'compare.epochs':
    '똑같이 에포크 {epochs, number}번 뒤의 학습 loss는 {values}. 가장 낮은 쪽: <b>{best}</b>.',
  'compare.epochsClose': '똑같이 에포크 {epochs, number}번 뒤의 학습 loss는 {values}. 거의 같아요.',
  'compare.epochsSame':
    '똑같이 에포크 {epochs, number}번 뒤의 학습 loss는 {values}. 거기까지는 하는 일이 완전히 같아서 값도 똑같아요.',
  'compare.updates':
    '가중치를 고친 횟수가 달라요. {more}: 모두 {updatesMore, number}번, {fewer}: {updatesFewer, number}번. <b>고친 횟수가 비슷할 때</b>({fewer}: {updatesFewer, number}번, {more}: 에포크 {epoch, number}까지 {updates, number}번)의 loss는 {lossFewer} 대 {lossMore}.',
  'compare.nextEpoch':
    '(에포크의 loss는 그 에포크의 평균이라서, 끝난 순간의 값은 다음 에포크의 {loss} 쪽에 더 가까워요.)',
  'compare.noEqualUpdates':
    '가중치를 고친 횟수가 달라요. {more}: 모두 {updatesMore, number}번, {fewer}: {updatesFewer, number}번. {more}: {stepsMore, number}번마다 에포크가 끝나서 비슷한 횟수에서 끝난 에포크가 없고, 그래서 고친 횟수를 맞춘 비교는 아직 못 해요.',
  'compare.dueToUpdates':
    '그러니까 차이는 대부분 배치 크기 자체가 아니라 가중치를 고친 횟수에서 왔어요.',
  'compare.notOnlyUpdates': '그러니까 고친 횟수만으로는 차이의 일부만 설명돼요.',
  'compare.fewerAhead': '그러니까 같은 횟수로 견주면 {fewer} 쪽이 앞서요. 모자란 건 고친 횟수예요.',
  'compare.otherData':
    '서로 다른 데이터로 배워서 loss도 결과도 견줄 수 없어요. loss가 낮은 건 그냥 문제가 더 쉬워서일 수도 있어요.',
  'compare.otherMetric':
    '하나는 accuracy(높을수록 좋음), 하나는 mae(낮을수록 좋음)라서 재는 것부터 달라요.',
  'compare.againstBaseline':
    '대신 각자 배우지 않고 얻는 점수(baseline)와 견줄 수는 있어요. 시험용 행 / baseline: {values}.',
  'compare.otherTraining':
    'validation_split이 달라서 학습한 행 수도 달라요({rows}). 학습 loss는 서로 다른 행에서 잰 값이고, 시험용 행은 같아요.',
  'compare.otherDropout':
    'dropout이 서로 달라요. 학습 loss는 그 비율만큼 유닛이 빠진 채로 잰 값이라, 유닛을 전부 쓰는 시험용 행의 결과로 비교하세요.',
  'compare.otherL2':
    'l2가 서로 달라요. loss마다 제 벌점이 들어 있으니, 벌점이 없는 시험용 행의 결과로 비교하세요.',
  'compare.lost':
    '{run} 학습의 loss 값: {loss}. learning_rate {lr}에서 숫자가 넘쳐 버려서 견줄 값이 없어요.',
  'compare.onlySeed':
    '다른 건 seed뿐이니까 {gap}의 차이는 순전히 우연(시작 가중치, 섞는 순서)이에요. 다른 설정을 바꿨을 때는 이보다 크게 움직여야 뜻이 있어요.',
  'compare.maybeChance':
    'seed도 서로 달라서 {gap}만 한 차이는 우연일 수 있어요. 둘 다 <code>seed:{seed}</code>처럼 똑같이 맞추면 공평해요.',
  'compare.otherSeeds':
    'seed도 서로 달라서 {gap}의 차이 가운데 일부는 우연일 수 있어요. 둘 다 <code>seed:{seed}</code>처럼 똑같이 맞추면 공평해요.',
  'compare.otherBackend': '서로 다른 엔진으로 계산해서 끝자리 반올림이 조금씩 달라요.',
  'compare.several':
    '다른 설정이 둘 이상이라 무엇 때문인지는 알 수 없어요. 한 번에 하나씩만 바꿔 봐요.',
  'compare.test':
    '시험용 {rows, number}행에서 {metric} {values}. 배우지 않고도 나오는 값은 {baseline}.',

  'compare.kept': '{run}: 조기 종료로 남긴 에포크 {epoch, number}의 가중치로 시험을 봤어요.',

  'compare.button.catchUp': '{run} 에포크 {epochs, number}번으로',
  'compare.button.newest': '최근 둘 비교하기',
  'compare.chart.title': '학습 loss: {runs}',
  'compare.chart.updates': '가중치를 고친 횟수',
  'compare.chart.updatesLog': '가중치를 고친 횟수 (로그 눈금)',
  'compare.alt': '학습 loss 그래프. {curves}.',
  'compare.altCurve':
    '{run}: 에포크 {epochs, number}번, 가중치 수정 {updates, number}번 동안 {from}에서 {to}까지',
};
