import type { sweep as english } from '../en/sweep.js';

export const sweep: Record<keyof typeof english, string> = {
  'sweep.chart.title':
    '{options}에 따른 학습 loss{seeds, plural, =0 {} =1 {} other {: seed #개의 평균}}',
  'sweep.table':
    'loss: 마지막 에포크에서 학습용 행으로 잰 값. test: 시험용 {rows, number}행에서 잰 {metric}.',
  'sweep.table.spread': '±: seed에 따라 달라지는 정도(표준편차).',

  'sweep.loss.best':
    '{epochs, plural, =0 {} other {똑같이 에포크 #번 뒤에 }}학습 loss가 가장 낮은 값: <b>{best}</b>, 평균 {value}. 다음인 {next}보다 {gap} 낮은데, 우연으로 설명되는 차이는 {noise}까지예요. 운이 좋아서 이긴 게 아니에요.',
  'sweep.loss.tied':
    '{epochs, plural, =0 {} other {똑같이 에포크 #번 뒤에 }}학습 loss가 가장 낮은 값: {best}, 평균 {value}. 그런데 {rivals}: 우연으로 설명되지 않을 만큼 뒤처진 게 아니에요({next}까지의 차이 {gap}, 우연으로는 {noise}까지). 그래서 <b>어느 하나를 가장 좋다고 할 수 없어요</b>.',
  'sweep.loss.unmeasured':
    '이번에 {epochs, plural, =0 {} other {똑같이 에포크 #번 뒤에 }}학습 loss가 가장 낮은 값: {best}, {value}. 그다음: {next}, {nextValue}.',
  'sweep.test.best':
    '아무도 배우지 않은 {rows, number}행에서 {name} 1등: <b>{best}</b>, 평균 {value}(배우지 않으면 {baseline}). 다음인 {next}와의 차이가 {gap}, 우연으로 설명되는 {noise}보다 커요.',
  'sweep.test.tied':
    '아무도 배우지 않은 {rows, number}행에서 {name} 1등: {best}, 평균 {value}(배우지 않으면 {baseline}). 그런데 {rivals}: 우연으로 설명되지 않을 만큼 뒤처진 게 아니라서({next}까지의 차이 {gap}, 우연으로는 {noise}까지) <b>여기서는 승자가 없어요</b>.',
  'sweep.test.unmeasured':
    '아무도 배우지 않은 {rows, number}행에서 이번 {name} 1등: {best}, {value}(배우지 않으면 {baseline}). 그다음: {next}, {nextValue}.',

  'sweep.trend.rises':
    '{from}부터 {to}까지, <code>{option}</code> 값이 커질 때마다 {where, select, test {시험용 행의 {name}} other {학습 loss}} 값도 커져요({fromValue} → {toValue}). 한 단계 한 단계가 모두 우연보다 큰 차이예요.',
  'sweep.trend.falls':
    '{from}부터 {to}까지, <code>{option}</code> 값이 커질 때마다 {where, select, test {시험용 행의 {name}} other {학습 loss}} 값은 작아져요({fromValue} → {toValue}). 한 단계 한 단계가 모두 우연보다 큰 차이예요.',
  'sweep.trend.ends':
    '양쪽 끝인 {from}, {to}의 {where, select, test {시험용 행의 {name}} other {학습 loss}} 차이는 우연보다 커요({fromValue}, {toValue}). 하지만 그 사이의 모든 단계가 그런 건 아니라서, 차이일 뿐 모든 값에 통하는 법칙은 아니에요.',

  'sweep.updates':
    '에포크가 같다고 한 일이 같은 건 아니에요. 가중치를 고친 횟수가 {most}: {mostUpdates, number}번, {few}: {fewUpdates, number}번. <b>고친 횟수가 {few}만큼일 때</b>({few}의 loss {fewLoss}): {others}. (에포크의 loss는 그 에포크의 평균이라서, 같은 횟수라도 에포크를 더 여러 번 돈 쪽이 조금 유리하게 나와요.)',
  'sweep.updates.one': '{label} {loss}({updates, number}번 뒤)',
  'sweep.updates.noneNear':
    '에포크가 같다고 한 일이 같은 건 아니에요. 가중치를 고친 횟수가 {most}: {mostUpdates, number}번, {few}: {fewUpdates, number}번으로 {times, number}배 차이예요. 다른 값은 그 횟수 근처에서 끝난 에포크가 없어서, 배치 크기 자체가 무엇을 바꾸는지는 여기서 알 수 없어요.',
  'sweep.updates.gapLeft':
    '그때도 우연보다 큰 차이가 남아 있어요. 고친 횟수만으로 다 설명되지는 않아요.',
  'sweep.updates.noGap':
    '그때는 우연보다 큰 차이가 남지 않아요. 에포크를 맞췄을 때의 차이는 가중치를 몇 번 고쳤느냐에서 온 거예요.',

  'sweep.ownRates':
    '옵티마이저마다 케라스 기본 학습률을 썼어요({rates}). 그래서 두 가지가 한꺼번에 달라요. <code>lr:0.001</code>처럼 하나로 맞추면 옵티마이저만 달라져요.',
  'sweep.diverged':
    '<b>{label}</b>: {count, plural, one {에포크 {epoch, number}에서 loss 값이 {loss}} other {{all}번 가운데 #번은 숫자를 잃었어요(처음은 에포크 {epoch, number}, {loss})}}. 걸음이 너무 커서 숫자가 넘쳐 버린 거예요.{rest, plural, =0 {} other { 나머지 #번은 셈에 넣었어요.}}',
  'sweep.leftOut':
    '{label}: {all}번 가운데 {count, number}번은 끝까지 가지 못해서 뺐어요{rest, plural, =0 {. 그래서 이 값은 비교하지 않아요} other {}}.',
  'sweep.tooFew':
    '숫자를 얻으며 끝까지 간 값이 {count, plural, =0 {하나도 없어서} other {하나뿐이라서}} 비교할 것이 없어요.',
  'sweep.rule':
    '‘우연보다 큰 차이’는 엄격하게 봤어요. 값이 이렇게 {values}개일 때 우연만으로 그런 차이가 하나라도 나오는 건 100번 가운데 많아야 {percent}번이에요(양쪽의 ±로 셈하는 Games–Howell 규칙).',
  'sweep.fewSeeds':
    '어떤 값은 결과에 넣은 학습이 하나뿐이라 그 값에서 <b>우연이 얼마인지는 재지 못했어요</b>. 처음 가중치가 다르면 순서가 바뀔 수 있어요. 여기서 비슷한 값들의 차이를 법칙으로 보면 안 돼요.',
  'sweep.oneSeed':
    'seed 하나씩만 써서 <b>우연은 재지 않았어요</b>. 시작 가중치가 다르면 순서가 바뀔 수도 있으니, 비슷한 값끼리의 순서를 법칙으로 여기지 마세요.',
};
