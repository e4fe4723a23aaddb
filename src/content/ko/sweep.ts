import type { sweep as english } from '../en/sweep.js';
import { commands } from './commands.js';

export const sweep: Record<keyof typeof english, string> = {
  'command.sweep': '옵션 하나의 여러 값을 나란히 학습: 무엇이 중요하고 무엇이 우연인지',
  'command.sweep.batch': '가중치를 한 번 고칠 때 보는 행 수, 여러 개: 1,10,100',
  'command.sweep.lr': '학습률 여러 개: 0.001,0.01,0.1',
  'command.sweep.layers': '신경망 여러 개, 사이에 |: 6,6|32|none',
  'command.sweep.optimizer': 'adam, sgd, rmsprop 가운데 여러 개: adam,sgd',
  'command.sweep.activation': 'relu, tanh, sigmoid 가운데 여러 개: relu,tanh',
  'command.sweep.dropout': '학습하는 동안 빼 둘 유닛의 비율: 0,0.2,0.5',
  'command.sweep.l2': '큰 가중치에 매기는 벌점: 0,0.001,0.01',
  'command.sweep.momentum': 'optimizer:sgd의 모멘텀: 0,0.5,0.9',
  'command.sweep.epochs': commands['command.fit.epochs'],
  'command.sweep.data': commands['command.fit.data'],
  'command.sweep.csv': commands['command.fit.csv'],
  'command.sweep.target': commands['command.fit.target'],
  'command.sweep.task': commands['command.fit.task'],
  'command.sweep.use': commands['command.fit.use'],
  'command.sweep.drop': commands['command.fit.drop'],
  'command.sweep.seed': '첫 번째 seed. 나머지는 이 다음 수로 이어져요',
  'command.sweep.like': '나머지는 모두 이 학습처럼',
  'command.sweep.pace': 'fast(기본), 또는 watch: 에포크마다 보여 주고 다음으로',

  'error.sweepTooMany':
    '<code>{option}</code> 값이 {count, number}개예요. 옵션 하나로는 2~{most, number}개까지 적을 수 있어요.',
  'error.sweepTooManyPairs':
    '{options} 값이 {counts}개예요. 옵션 두 개로는 각각 {most, number}개까지 적을 수 있어요.',
  'error.sweepOptions':
    '{options}에 모두 값이 여러 개예요. 옵션 하나, 또는 둘(각각 {most, number}개까지)만 바꿀 수 있어요.',
  'error.sweepTooLarge':
    '한 번에 하기에는 너무 많아요: 학습용 {rows, number}행, <code>epochs:{epochs, number}</code>, 학습 {runs, number}번(모두 합쳐 행 × 에포크 {max, number}까지). {largest, plural, =0 {값을 더 적게 적어 주세요} other {이 값들로는 <code>epochs:{largest, number}</code>까지 돼요}}.',

  'sweep.title': '여러 값 비교: {options}',
  'sweep.introFirst':
    '값 {values}개, 에포크 {epochs, number}번씩, 먼저 모두 같은 seed로. 금방 끝나면 값마다 seed {most}개(다른 시작 가중치, 다른 행 순서)로 학습해서 우연이 얼마나 되는지도 재요.',
  'sweep.intro':
    '값 {values}개, 에포크 {epochs, number}번씩, {seeds, plural, =1 {seed는 하나씩} other {값마다 seed #개(다른 시작 가중치, 다른 행 순서)}}.',
  'sweep.seeds.three':
    '모든 값을 seed 하나로 학습하는 데 {first}초 걸려서, 시간이 넉넉했어요: <b>seed {seeds}개씩</b>.',
  'sweep.seeds.slow':
    '모든 값을 seed 하나로 학습하는 데 {first}초 걸렸어요. {more}개를 더 하면 {rest}초쯤 더 기다려야 해서 <b>seed는 하나씩</b>만 썼어요.',
  'sweep.seeds.stopped': '끝까지 가지 못한 학습이 있어서 다른 seed로는 더 학습하지 않았어요.',
  'sweep.seeds.cut': '값마다 seed {seeds}개로 시작했지만 끝까지 가지 못한 학습이 있어요.',
  'sweep.button.again': '{value} 다시 돌리기',
  'sweep.button.ends': '{from}, {to} 비교하기',
  'sweep.button.chance': '여기서 우연이란?',

  'sweep.chart.title':
    '{options}에 따른 학습 loss{seeds, plural, =0 {} =1 {} other {: seed #개의 평균}}',
  'sweep.chart.logLoss': 'loss (로그 눈금)',
  'sweep.table':
    'loss: 마지막 에포크에서 학습용 행으로 잰 값. test: 시험용 {rows, number}행에서 잰 {metric}.',
  'sweep.table.spread': '±: seed에 따라 달라지는 정도(표준편차).',

  'sweep.loss.best':
    '{epochs, plural, =0 {} other {똑같이 에포크 #번 뒤에 }}학습 loss가 가장 낮은 값: <b>{best}</b>, 평균 {value}. 다음인 {next}보다 {gap} 낮은데, 우연으로 설명되는 차이는 {noise}까지예요. 운이 좋아서 이긴 게 아니에요.',
  'sweep.loss.tied':
    '{epochs, plural, =0 {} other {똑같이 에포크 #번 뒤에 }}학습 loss가 가장 낮은 값: {best}, 평균 {value}. 우연으로도 생길 만한 차이밖에 나지 않는 값: {rivals}({next}: {gap}, 우연만으로 {noise}까지). 그래서 <b>어느 하나를 가장 좋다고 할 수 없어요</b>.',
  'sweep.loss.unmeasured':
    '이번에 {epochs, plural, =0 {} other {똑같이 에포크 #번 뒤에 }}학습 loss가 가장 낮은 값: {best}, {value}. 그다음: {next}, {nextValue}.',
  'sweep.test.best':
    '학습에 안 쓴 시험용 {rows, number}행에서 {name} 1등: <b>{best}</b>, 평균 {value}(배우지 않으면 {baseline}). 그다음: {next}. 차이가 {gap} 나는데, 우연으로 설명되는 {noise}보다 커요.',
  'sweep.test.tied':
    '학습에 안 쓴 시험용 {rows, number}행에서 {name} 1등: {best}, 평균 {value}(배우지 않으면 {baseline}). 우연으로도 생길 만한 차이밖에 나지 않는 값: {rivals}({next}: {gap}, 우연만으로 {noise}까지). 그래서 <b>여기서는 승자가 없어요</b>.',
  'sweep.test.unmeasured':
    '학습에 안 쓴 시험용 {rows, number}행에서 이번 {name} 1등: {best}, {value}(배우지 않으면 {baseline}). 그다음: {next}, {nextValue}.',

  'sweep.trend.rises':
    '{from}부터 {to}까지, <code>{option}</code> 값이 커질 때마다 {where, select, test {시험용 행의 {name}} other {학습 loss}} 값도 커져요({fromValue} → {toValue}). 한 단계 한 단계가 모두 우연보다 큰 차이예요.',
  'sweep.trend.falls':
    '{from}부터 {to}까지, <code>{option}</code> 값이 커질 때마다 {where, select, test {시험용 행의 {name}} other {학습 loss}} 값은 작아져요({fromValue} → {toValue}). 한 단계 한 단계가 모두 우연보다 큰 차이예요.',
  'sweep.trend.ends':
    '양쪽 끝인 {from}, {to}의 차이는 우연보다 커요({fromValue}, {toValue}). 하지만 그 사이의 모든 단계가 그런 건 아니라서, 차이일 뿐 모든 값에 통하는 법칙은 아니에요.',

  'sweep.updates':
    '에포크가 같다고 한 일이 같은 건 아니에요. 가중치를 고친 횟수가 {most}: {mostUpdates, number}번, {few}: {fewUpdates, number}번. <b>고친 횟수가 {few}만큼일 때</b>({few}의 loss {fewLoss}): {others}. (에포크의 loss는 그 에포크의 평균이라서, 끝난 순간의 값은 두 수 사이에 있어요.)',
  'sweep.updates.one': '{label} {loss}({updates, number}번 뒤), 한 에포크 뒤 {next}',
  'sweep.updates.noneNear':
    '에포크가 같다고 한 일이 같은 건 아니에요. 가중치를 고친 횟수가 {most}: {mostUpdates, number}번, {few}: {fewUpdates, number}번으로 {times, number}배 차이예요. 다른 값은 그 횟수 근처에서 끝난 에포크가 없어서, 배치 크기 자체가 무엇을 바꾸는지는 여기서 알 수 없어요.',
  'sweep.updates.behind':
    '그때도 우연보다 크게 뒤처져 있어요. 고친 횟수만으로 다 설명되지는 않아요.',
  'sweep.updates.ahead':
    '같은 횟수로 견주면 우연보다 크게 앞서요. 에포크를 맞췄을 때 모자란 건 고친 횟수예요.',
  'sweep.updates.noGap':
    '그때는 우연보다 큰 차이가 남지 않아요. 에포크를 맞췄을 때의 차이는 그저 가중치를 고친 횟수 때문일 수 있어요.',

  'sweep.ownRates':
    '옵티마이저마다 Keras 기본 학습률을 썼어요({rates}). 그래서 두 가지가 한꺼번에 달라요. <code>lr:0.001</code>처럼 하나로 맞추면 옵티마이저만 달라져요.',
  'sweep.diverged':
    '<b>{label}</b>: {all, plural, =1 {} other {seed #개 가운데 {count, number}개에서 }}숫자가 넘쳐 버렸어요(에포크 {epoch, number}부터 loss 값 {loss}). 보폭이 너무 커서 생긴 일이라 비교에서 뺐어요.',
  'sweep.leftOut':
    '{label}: {all}번 가운데 {count, number}번은 끝까지 가지 못해서 뺐어요{compared, select, no {. 그래서 이 값은 비교하지 않아요} other {}}.',
  'sweep.tooFew':
    '숫자가 넘치지 않고 끝까지 학습한 값이 {count, plural, =0 {하나도 없어서} other {하나뿐이라서}} 비교할 것이 없어요.',
  'sweep.rule':
    '여기서 ‘우연’은 실제로 잰 거예요. seed만 바꿨을 때 달라지는 정도죠. seed만으로 그만한 차이가 나는 일이 100번 가운데 많아야 5번일 때만 우연보다 큰 차이라고 했어요(양쪽의 ±로 셈하는 웰치 검정).',
  'sweep.fewSeeds':
    '어떤 값은 결과에 넣은 학습이 하나뿐이라 그 값에서 <b>우연이 얼마인지는 재지 못했어요</b>. 처음 가중치가 다르면 순서가 바뀔 수 있어요. 여기서 비슷한 값들의 차이를 법칙으로 보면 안 돼요.',
  'sweep.oneSeed':
    'seed 하나씩만 써서 <b>우연은 재지 않았어요</b>. 시작 가중치가 다르면 순서가 바뀔 수도 있으니, 비슷한 값끼리의 순서를 법칙으로 여기지 마세요.',
};
