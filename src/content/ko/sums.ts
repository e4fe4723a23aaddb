import type { sums as english } from '../en/sums.js';

export const sums: Record<keyof typeof english, string> = {
  'sum.unit.ms': '{value}ms',
  'sum.unit.s': '{value}초',
  'sum.unit.min': '{minutes, number}분{rest, plural, =0 {} other { #초}}',
  'sum.unit.h': '{hours, number}시간{minutes, plural, =0 {} other { #분}}',

  'sum.default': 'batch_size를 안 적으셔서 Keras 기본값 {batch, number}, 이 값으로 계산했어요.',
  'sum.ofRun':
    '내 학습 {run}의 {which, select, r {{rows, number}행} b {batch_size {batch, number}} e {에포크 {epochs, number}번} rb {{rows, number}행, batch_size {batch, number}} re {{rows, number}행, 에포크 {epochs, number}번} be {batch_size {batch, number}, 에포크 {epochs, number}번} other {{rows, number}행, batch_size {batch, number}, 에포크 {epochs, number}번}} 기준이에요.',
  'sum.guess.yes': '<b>네, {right, number} 맞아요.</b>',
  'sum.guess.no':
    '{first, select, no {<b>아니요, {right, number}</b>: {guess, number}} choice {<b>{right, number}</b>: {guess, number}} other {그리고 {guess, number}}} {mistake, select, floor {쪽은 더 작은 마지막 배치를 빠뜨린 값이에요.} plusOne {쪽은 하나 더 많아요. 딱 나누어떨어지거든요.} perEpoch {쪽은 에포크마다 한 번씩 센 값인데, 가중치는 배치마다 고쳐요.} perRow {쪽은 행마다 한 번씩 센 값인데, 가중치는 배치마다 고쳐요.} other {쪽은 계산과 달라요.}}',

  'sum.steps':
    '<b>에포크당 이터레이션 {steps, number}번</b>이에요: {rows, number}행 ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, 올림해서 {steps, number}} other {}}.',
  'sum.steps.plain':
    '에포크 하나는 이터레이션 {steps, number}번이에요: {rows, number}행 ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, 올림해서 {steps, number}} other {}}.',
  'sum.steps.again':
    '에포크 {epochs, number}번이면 모두 {updates, number}번이고, 이터레이션마다 가중치를 한 번씩 고쳐요.',
  'sum.steps.ofUpdates':
    '<b>에포크당 {quotient}번</b>이에요: 모두 {updates, number}번 ÷ 에포크 {epochs, number}번.',
  'sum.updates':
    '가중치를 모두 <b>{updates, number}번</b> 고쳐요. 이터레이션마다 한 번씩이거든요: 에포크당 {steps, number}번 × 에포크 {epochs, number}번.',
  'sum.updates.steps':
    '에포크당 횟수는 {rows, number}행 ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, 올림해서 {steps, number}} other {}}번이에요.',
  'sum.last.uneven':
    '마지막 배치는 <b>{last, number}행</b>이고, 그 앞의 {full, number}번은 {batch, number}행씩이에요.',
  'sum.last.even': '나누어떨어지니까 마지막 배치도 <b>{batch, number}행</b>으로 꽉 차요.',
  'sum.last.bar':
    '진행 막대는 이것도 한 스텝으로 세요. 꽉 찬 배치였을 때처럼 {steps, number}/{steps, number}에서 끝나요.',
  'sum.last.only': '<b>{rows, number}행</b>이 배치 하나에 다 들어가요.',
  'sum.dropped':
    '<b>에포크당 이터레이션 {whole, number}번</b>이에요: {rows, number}행 ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {인데, 나머지를 버리면 {rest, number}행이 빠지니까 <b>내림</b>해서 {whole, number}번이에요} other {, 딱 나누어떨어져서 버려지는 행이 없어요}}.',
  'sum.dropped.updates': '에포크 {epochs, number}번이면 모두 {updates, number}번 고쳐요.',

  'sum.made':
    '{which, select, validation {학습에는 <b>{rows, number}행</b>이 남고 검증에는 <b>{aside, number}행</b>을 써요: {how} = {rows, number}.} test {학습에는 <b>{rows, number}행</b>이 남고 테스트에는 <b>{aside, number}행</b>을 써요: {how} = {rows, number}.} split {학습에 <b>{rows, number}행</b>, 검증에 <b>{aside, number}행</b>, 테스트에 <b>{test, number}행</b>을 써요.} removed {<b>{rows, number}행</b>이 남아요: {how} = {rows, number}.} other {모두 <b>{rows, number}행</b>이에요: {how} = {rows, number}.}}',
  'sum.setAside':
    '{which, select, validation {validation_split {split}: {wholeRows, number}행 가운데 {aside, number}행을 검증용으로 떼고} test {{wholeRows, number}행 가운데 {testShare}만큼인 {aside, number}행을 테스트용으로 떼고} other {{wholeRows, number}행 가운데 {aside, number}행을 테스트와 검증용으로 떼고}} {rows, number}행으로 학습해요.',
  'sum.validation':
    '{which, select, validation {학습 <b>{rows, number}행</b>, 검증 <b>{aside, number}행</b>이에요: {wholeRows, number}행의 뒤쪽에서 validation_split {split}만큼 떼어요.} test {학습 <b>{rows, number}행</b>, 테스트 <b>{aside, number}행</b>이에요: {wholeRows, number}행의 {testShare}만큼을 올림해서 떼어요.} other {학습 <b>{rows, number}행</b>, 검증 <b>{aside, number}행</b>, 테스트 <b>{testRows, number}행</b>이에요: 먼저 {wholeRows, number}행에서 테스트로 {testShare}만큼, 남은 행에서 validation_split {split}만큼 떼어요.}}',
  'sum.validation.share':
    '비율: <b>{share}</b>. {part, number}행 ÷ 전체 {whole, number}행으로 나온 값이에요.',
  'sum.validation.seen':
    '<b>{before, number} × (1 − {split}) = {after, number}</b>: validation_split {split}만큼의 행을 검증용으로 떼어 두어서, 학습에 쓰는 쪽이 {aside, number}만큼 줄어든 거예요.',
  'sum.setSteps.fewer':
    '그런 "에포크" 하나에 <b>{seen, number}행</b>만 봐요. {rows, number}행 전부가 아니에요: {steps, number}스텝 × batch_size {batch, number}. 다 쓰려면 <code>steps_per_epoch</code>를 빼세요. 그러면 Keras가 알아서 {needed, number}스텝으로 정해요.',
  'sum.setSteps.same':
    '<b>{rows, number}행을 다 써요.</b> batch_size {batch, number}짜리 {steps, number}스텝이면 딱 한 바퀴예요. <code>steps_per_epoch</code>를 빼도 Keras가 똑같이 정해요.',
  'sum.setSteps.more':
    '<b>많아야 {rows, number}행</b>이에요. batch_size {batch, number}씩 나누면 {needed, number}스텝이라서 {steps, number}스텝은 채울 수 없어요. Keras가 "ran out of data" 경고를 내고 학습을 끝내니까 <code>steps_per_epoch</code>를 빼세요.',
  'sum.setSteps.seen':
    '그런 에포크 하나에 <b>{seen, number}행</b>을 봐요: {steps, number}스텝 × batch_size {batch, number}.',

  'sum.why':
    '<b>{steps, number}</b>: 에포크 하나에 들어 있는 배치의 개수예요. {rows, number}행 ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, 올림해서 {steps, number}} other {}}{default, select, yes { ({batch, number}: batch_size를 안 적었을 때의 Keras 기본값)} other {}}이거든요. 행이 아니라 배치를 세는 숫자라서, {rows, number}행은 에포크마다 모두 한 번씩 쓰여요.',
  'sum.why.range':
    'batch_size가 {batch, number}{default, select, yes {(안 적었을 때의 Keras 기본값)} other {}}이라면 학습용 데이터가 <b>{from, number}~{to, number}행</b>이라는 뜻이에요. {steps, number}: 에포크 하나의 배치 개수이고, 마지막 배치는 더 작을 수 있거든요.',
  'sum.why.mnist': '흔한 경우는 MNIST예요: {rows, number}장 ÷ {batch, number} = {steps, number}.',
  'sum.batchFor.range':
    'batch_size <b>{from, number}~{to, number}</b> 사이면 {rows, number}행이 이터레이션 {steps, number}번이 돼요. 올림하기 때문이에요: 올림({rows, number} ÷ {from, number}) = {steps, number}.',
  'sum.batchFor.one':
    '<b>batch_size {from, number}</b>일 때만 {rows, number}행이 이터레이션 {steps, number}번이 돼요: {rows, number} ÷ {from, number} = {quotient}{rounded, select, yes {, 올림해서 {steps, number}} other {}}.',
  'sum.batchFor.all':
    '<b>batch_size {from, number} 이상</b>이면 {rows, number}행이 한 배치에 다 들어가서 이터레이션이 1번이에요.',
  'sum.batchFor.none':
    '{rows, number}행으로 이터레이션이 딱 {steps, number}번 되는 <b>batch_size는 없어요</b>. batch_size {above, number}일 때 {aboveSteps, number}번, {below, number}일 때 {belowSteps, number}번이에요.',
  'sum.rowsBehind':
    '데이터는 <b>{from, number}~{to, number}행</b>이에요. batch_size {batch, number}짜리 이터레이션이 {steps, number}번인데 마지막 배치는 더 작을 수 있거든요. 나누어떨어진다면 {steps, number} × {batch, number} = {to, number}행이에요.',
  'sum.epochs':
    '<b>에포크 {epochs, number}번</b>이에요: 이터레이션 {updates, number}번 ÷ 에포크당 {steps, number}번.',
  'sum.epochs.seen':
    '<b>에포크 {whole, number}번</b>이 끝났어요: 에포크마다 {rows, number}행을 다 보니까 {seen, number} ÷ {rows, number} = {quotient}.',
  'sum.epochs.part':
    '<b>에포크 {epochs, number}번</b>을 다 돌고 다음 에포크의 이터레이션 {rest, number}번까지예요: 이터레이션 {updates, number}번 ÷ 에포크당 {steps, number}번 = {quotient}.',
  'sum.whichEpoch':
    '<b>{inEpoch, number}번째 에포크</b>의 이터레이션 {steps, number}번 가운데 {place, number}번째예요. 그때까지 {steps, number}번짜리 에포크 {epochs, number}번이 끝나 있어요.',

  'sum.soFar.updates':
    '지금까지 가중치를 <b>{done, number}번</b> 고쳤어요: 끝난 에포크 {before, number}번 × 이터레이션 {steps, number}번{within, plural, =0 {} other { + 이번 에포크 #번}}.',
  'sum.soFar.between':
    '<b>{from, number}~{to, number}번</b> 사이예요: {epoch, number}번째 에포크를 시작할 때까지 {before, number}번 × {steps, number}번 = {from, number}번, 그 에포크가 끝나면 {steps, number}번이 더해져요.',
  'sum.soFar.inEpoch':
    '이번 에포크에서 가중치를 <b>{done, number}번</b> 고쳤어요. 끝난 배치마다 한 번씩이에요. 앞서 끝난 에포크가 있으면 하나에 {steps, number}번씩 더해요.',
  'sum.soFar.rows':
    '이번 에포크에서 <b>{seen, number}행</b>을 봤어요: 끝난 배치 {done, number}개 × batch_size {batch, number}.',
  'sum.soFar.again':
    '앞서 끝난 에포크 {before, number}번까지 더하면 되풀이한 것을 모두 세어 {exact, select, yes {} other {많아야 }}{all, number}행이에요.',
  'sum.left.epoch': '이번 에포크가 끝나려면 약 <b>{left}</b> 남았어요. 에포크 하나는 {one} 걸려요.',
  'sum.left.epochs': '약 <b>{all}</b> 남았어요: 에포크 {after, number}번 × {one}.',
  'sum.left.all':
    '약 <b>{all}</b> 남았어요: 이번 에포크의 나머지 {part} + 에포크 {after, number}번 × {one}.',
  'sum.left.between':
    '<b>{least}~{most}</b> 사이예요: 지금 에포크 뒤로 {after, number}번이 더 있고, 하나에 {one} 걸려요.',
  'sum.left.count':
    '{isIn, select, yes {지금 도는 에포크 뒤로 } other {}}에포크 <b>{after, number}번</b>이 남았어요: {epochs, number} − {epoch, number}.',
  'sum.left.steps':
    '이번 에포크에 이터레이션이 <b>{rest, number}번</b> 남았어요: {steps, number} − {done, number}.',
  'sum.left.steps.all':
    '이터레이션이 <b>{all, number}번</b> 남았어요: 이번 에포크 {rest, number}번 + 에포크 {after, number}번 × {steps, number}번.',
  'sum.scaled.steps':
    '에포크당 이터레이션이 {before, number}번에서 <b>{after, number}번</b>이 돼요: {rows, number}행 ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, 올림해서 {after, number}} other {}}.',
  'sum.scaled.updates':
    '가중치를 고치는 횟수가 모두 {before, number}번에서 <b>{after, number}번</b>이 돼요({change, number, ::sign-always}): 에포크당 {steps, number}번 × 에포크 {epochs, number}번.',
  'sum.scaled.updatesOnly':
    '{before, number}번에서 <b>{after, number}번</b>이 돼요. 에포크 하나의 이터레이션은 그대로라서 에포크가 {factor}배면 업데이트도 {factor}배예요.',
  'sum.scaled.batch':
    '에포크당 이터레이션이 {which, select, same {<b>{after, number}번</b> 그대로예요. 에포크를 몇 번 돌든 하나에 든 횟수는 안 바뀌거든요} certain {{before, number}번에서 <b>{after, number}번</b>이 돼요: {before, number} ÷ {factor}, 나누어떨어지지 않으면 올림이에요} other {{before, number}번에서 <b>{after, number}번</b>이 돼요: batch_size가 {factor}배니까 {before, number} ÷ {factor}. 마지막 배치가 덜 찼다면 {least, number}번까지 줄 수 있어요}}.',
  'sum.scaled.time':
    '{before} → 약 <b>{all}</b>. 할 일이 {factor}배면 시간도 대략 {factor}배거든요.',

  'sum.rowsBehind.last':
    '<b>{rows, number}행</b>이에요: 꽉 찬 배치 {full, number}개 × {batch, number}행 + 마지막 배치 {last, number}행.',
  'sum.dropped.again': '버리지 않으면 작은 마지막 배치까지 {steps, number}번이에요.',
  'sum.baseline':
    '<b>{share}</b>, 그러니까 {percent}%예요: {rows, number}행 가운데 {most, number}행이 더 흔한 클래스라서, 늘 그쪽으로만 답해도 이만큼은 맞아요. 모델은 이것보다 나아야 해요.',
  'sum.memory':
    '약 <b>{size} {unit}</b> 들어요: {rows, number}행 × 숫자 {numbers, number}개 × {bytes, number}바이트({type}) = {all, number}바이트. 도중에 복사본이 생기면 그만큼이 또 필요해요.',
  'sum.stop':
    '<b>{stop, number}번째 에포크가 끝나고</b> 멈춰요: {best, number}번째가 가장 좋았고, patience {patience, number}이면 그 뒤로 {patience, number}번 내리 나아지지 않을 때 끝나거든요.',
  'sum.stop.best':
    '<b>{best, number}번째 에포크</b>예요: patience {patience, number}번을 다 기다리고 {stop, number}번째에 멈췄으니까 {stop, number} − {patience, number}.',
  'sum.initialEpoch':
    '<b>에포크 {more, number}번</b> 돌아요: epochs={epochs, number}: 더 돌 횟수가 아니라 마지막 에포크의 번호이고, initial_epoch={initialEpoch, number}: 이미 끝났다고 치는 횟수예요.',
  'sum.dropout':
    '학습 스텝마다 유닛 {units, number}개 가운데 평균 <b>{off}개</b>가 꺼지고 {on}개가 남아요: {dropout} × {units, number}. 유닛마다 따로 뽑기 때문에 매번 딱 그만큼은 아니고, 평가할 때는 하나도 끄지 않아요.',
  'sum.folds':
    '학습 {count, number}번마다 <b>에포크당 이터레이션 {steps, number}번</b>이에요: {rows, number}행에서 빼 두는 폴드 {out, number}행을 빼면 {training, number}행, 이걸 batch_size {batch, number} 단위로 나눠요(나누어떨어지지 않으면 올림).',
  'sum.folds.rows':
    '학습 {count, number}번마다 <b>{training, number}행</b>으로 학습하고 <b>{out, number}행</b>으로 평가해요: {rows, number} ÷ {count, number}인 폴드 하나씩을 빼 두거든요.',
  'sum.folds.again':
    '에포크 {epochs, number}번이면 학습 한 번에 {one, number}번, {count, number}번 다 합치면 {all, number}번 고쳐요.',

  'sum.repeats':
    '<b>{epochs, number}번</b>이에요. 에포크마다 모든 행을 한 번씩 쓰거든요.{hasBatch, select, yes { batch_size {batch, number}: 한꺼번에 쓰는 행의 수를 정할 뿐, 몇 번 쓰는지는 바꾸지 않아요.} other {}}',
  'sum.repeats.again': '{rows, number}행 전체로는 모두 {seen, number}번이에요.',
  'sum.seen':
    '되풀이한 것까지 세면 모두 <b>{seen, number}행</b>이에요: {rows, number}행 × 에포크 {epochs, number}번. 늘 같은 {rows, number}행을 저마다 {epochs, number}번씩 보는 거예요.',
  'sum.seen.steps':
    '<b>{seen, number}행</b>이에요: 이터레이션 {steps, number}번 × batch_size {batch, number}{epochs, plural, =1 {} other { × 에포크 #번}}. 마지막 배치가 작으면 조금 더 적어요.',
  'sum.right':
    '<b>{rows, number}행 가운데 {right, number}행</b>을 맞히고 {wrong, number}행을 틀린 거예요. accuracy는 맞힌 비율이거든요: {accuracy} × {rows, number} = {right, number}.',
  'sum.right.change':
    '<b>{count, number}행</b>을 {sign, select, fewer {덜} other {더}} 맞힌 거예요: {rows, number}행 가운데 {before, number}행에서 {after, number}행이 됐어요. accuracy는 맞힌 비율이거든요.',
  'sum.accuracy':
    '<b>{accuracy}</b>, 그러니까 {percent}%예요: 맞힌 {right, number}행 ÷ 전체 {rows, number}행.',

  'sum.time.oneStep': '스텝 하나에 약 <b>{one}</b> 걸려요: {all} ÷ {steps, number}스텝.',
  'sum.time.epoch':
    '에포크 하나에 약 <b>{one}</b> 걸려요: 이터레이션 {steps, number}번 × {ms}.{epochs, plural, =1 {} other { 에포크 {epochs, number}번이면 약 {all} 걸려요.}}',
  'sum.time.all':
    '모두 약 <b>{all}</b> 걸려요: 이터레이션 {steps, number}번 × {ms} = 에포크당 {one}, 여기에 × 에포크 {epochs, number}번.',
  'sum.time.oneEpoch': '에포크 하나에 약 <b>{one}</b> 걸려요: {all} ÷ 에포크 {epochs, number}번.',
  'sum.time.epochs': '모두 약 <b>{all}</b> 걸려요: 에포크 {epochs, number}번 × {one}.',
  'sum.time.unit':
    '<b>스텝 하나에 {ms}ms</b>라는 뜻이에요. 배치 하나를 평균 이만큼 걸려 처리했으니 1초에 약 {perSecond}개꼴이에요. 1ms = 1,000us, 1초 = 1,000ms예요.',
  'sum.time.unitRow':
    '<b>행 하나에 {ms}ms</b>라는 뜻이에요. 1초에 약 {perSecond}행꼴이에요. 예전 Keras는 행을 셌고, 요즘은 배치 하나의 시간을 <code>ms/step</code>으로 찍어요.',

  'sum.parameters':
    '{network}: <b>파라미터 {all, number}개</b>예요. {bias, select, no {편향이 없으니까 층마다 입력 × 유닛이에요.} other {층마다 (입력 + 1) × 유닛이고, 1은 편향이에요.}} {how} = {sum}.',
  'sum.parameters.run':
    '내 학습 {run}의 신경망 {network}: <b>파라미터 {all, number}개</b>예요. {sum}, 층마다 (입력 + 1) × 유닛이고 1은 편향이에요.',
  'sum.embedding':
    '<b>파라미터 {all, number}개</b>예요: 단어 {words, number}개 × 단어마다 숫자 {size, number}개. 임베딩에는 편향이 없어요.',
  'sum.convolution':
    '<b>파라미터 {all, number}개</b>예요: ({height, number} × {width, number} × 채널 {channels, number}개 + 1) × 필터 {filters, number}개이고, 1은 편향이에요. 그림의 크기는 상관없어요.',
  'sum.evaluate':
    '<b>배치 {steps, number}개</b>예요: {rows, number}행 ÷ {batch, number} = {quotient}{rounded, select, yes {, 올림해서 {steps, number}} other {}}.{default, select, yes { <code>evaluate</code>와 <code>predict</code>는 batch_size를 따로 안 주면 {batch, number}개씩 나눠요. <code>fit</code>에 준 값은 여기에 쓰이지 않아요.} other {}}',
  'sum.twoBatches':
    '{rows, number}행일 때 batch_size {batch, number} → <b>에포크당 {steps, number}번</b>, batch_size {other, number} → <b>{otherSteps, number}번</b>이에요. 이터레이션마다 가중치를 한 번씩 고쳐요.',
  'sum.twoBatches.more': 'batch_size {batch, number}이면 <b>{steps, number}번</b>이에요.',
  'sum.twoBatches.difference':
    '에포크당 <b>{count, number}번 {sign, select, fewer {줄어요} other {늘어요}}</b>: {steps, number}번 → {other, number}번.',
  'sum.twoBatches.updates':
    '에포크 {epochs, number}번이면 각각 {updates, number}번, {otherUpdates, number}번이라 <b>{count, number}번 {sign, select, fewer {적어요} other {많아요}}</b>.',
  'sum.accumulation':
    '<b>업데이트 한 번에 {effective, number}행</b>이에요: {batch, number}행짜리 배치 {accumulated, number}개의 그래디언트를 더한 뒤에 가중치를 고치거든요.',
  'sum.accumulation.updates':
    '<b>에포크당 업데이트 {updates, number}번</b>이에요: {batch, number}행짜리 배치 {steps, number}개를 {accumulated, number}개씩 모으니까, 업데이트 한 번에 {effective, number}행이 들어가요.{epochs, plural, =1 {} other { 에포크 {epochs, number}번이면 {all, number}번이에요.}}',
  'sum.accumulation.steps':
    '<b>에포크당 업데이트 {updates, number}번</b>이에요: 배치 {steps, number}개 ÷ {accumulated, number}. 배치 {accumulated, number}개마다 가중치를 한 번만 고치거든요.{epochs, plural, =1 {} other { 에포크 {epochs, number}번이면 {all, number}번이에요.}}',
  'sum.gpus':
    '<b>GPU 하나에 {perGpu, number}행</b>이에요: {batch, number}행짜리 배치를 GPU {gpus, number}개가 나눠 맡아요.',
  'sum.gpus.steps':
    '<b>에포크당 이터레이션 {steps, number}번</b>, GPU가 하나일 때와 같아요: {rows, number}행 ÷ batch_size {batch, number}. GPU {gpus, number}개가 배치 하나를 나눠 맡거든요.{epochs, plural, =1 {} other { 에포크 {epochs, number}번이면 {updates, number}번이에요.}}',
  'sum.oldBar':
    '<b>{rows, number}행</b>을 센 거예요. 스텝당 시간이 없는 막대는 Keras 2.1 이전 것이고, 그때는 행을 셌어요. 요즘 Keras라면 같은 에포크가 {batch, number}행짜리 배치 {steps, number}개로 나와요.',
  'sum.bars.rows':
    '<b>둘 다 같은 에포크예요.</b> {rows, number}: 행을 센 숫자(TensorFlow 2.2 이전), {steps, number}: 배치를 센 숫자예요. {rows, number} ÷ batch_size {batch, number}, 나누어떨어지지 않으면 올림해요.',
  'sum.bars.two':
    '<b>batch_size가 다른 거예요.</b> 같은 데이터라면 {most, number}개로 나눈 쪽이 {least, number}개로 나눈 쪽보다 배치가 작아요. {known, select, yes {{rows, number}행일 때} other {{most, number}개인 쪽이 Keras 기본값이라면 데이터는 약 {rows, number}행이고,}} batch_size {batch, number} → {most, number}번, batch_size {other, number} → {least, number}번이에요.',
  'sum.wrong':
    '<b>{rows, number}행 가운데 {wrong, number}행</b>을 틀리고 {right, number}행을 맞힌 거예요. accuracy는 맞힌 비율이거든요: {accuracy} × {rows, number} = {right, number}.',
  'sum.validation.given':
    '<b>검증 스텝 {steps, number}번</b>이에요: {aside, number}행 ÷ batch_size {batch, number}{rounded, select, yes {, 나누어떨어지지 않아서 올려요} other {}}.',
  'sum.validation.steps':
    '<b>검증 스텝 {steps, number}번</b>이에요: {wholeRows, number}행 가운데 validation_split {split}만큼인 {aside, number}행 ÷ batch_size {batch, number}, 나누어떨어지지 않으면 올림해요.',
  'sum.gpus.whole':
    '<b>batch_size {batch, number}</b>: GPU 하나에 {perGpu, number}행 × GPU {gpus, number}개예요.',
  'sum.inputs':
    '<b>입력 {inputs, number}개</b>예요. Dense 층의 파라미터는 (입력 + 1) × 유닛이니까 {parameters, number} ÷ {units, number} − 1 = {inputs, number}.',
  'sum.units':
    '<b>유닛 {units, number}개</b>예요. Dense 층의 파라미터는 (입력 + 1) × 유닛이니까 {parameters, number} ÷ ({inputs, number} + 1) = {units, number}.',
  'sum.units.hidden':
    '<b>은닉 유닛 {units, number}개</b>예요: ({inputs, number} + 1) × {units, number} + ({units, number} + 1) × {outputs, number} = 파라미터 {parameters, number}개.',
  'sum.units.noBias':
    '편향이 없는 층이라면 <b>유닛 {units, number}개</b>예요: {parameters, number} ÷ {inputs, number} = {units, number}. 편향이 있으면 {parameters, number} ÷ ({inputs, number} + 1)인데 나누어떨어지지 않아요.',
  'sum.units.none':
    '<b>맞는 유닛 수가 없어요.</b> Dense 층의 파라미터는 (입력 + 1) × 유닛인데 {parameters, number} ÷ ({inputs, number} + 1)이 나누어떨어지지 않아요. 두 숫자 가운데 하나는 다른 층의 것일 거예요.',
  'sum.time.perSecond': '1초에 약 <b>{rows}행</b>이에요: {ms}마다 {count, number}행.',
  'sum.time.fit': '에포크 <b>{epochs, number}번</b>을 다 돌 수 있어요: {all} ÷ 에포크당 {one}.',
  'sum.time.steps': '약 <b>{steps}스텝</b>이에요: {all} ÷ 스텝당 {ms}.',
};
