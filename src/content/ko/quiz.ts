import type { quiz as english } from '../en/quiz.js';

export const quiz: Record<keyof typeof english, string> = {
  'command.quiz': '열 문제가 한 판, 세 단계. 틀린 문제는 나중에 다시 나와요',
  'command.quiz.about': '무엇에 대한 문제를 낼지 (안 적으면 하던 판을 이어 가요)',

  'error.quizNoQuestion':
    '<code>pick</code>은 문제에 답할 때 써요. 문제의 버튼을 누르거나 <code>/quiz</code>로 새 문제를 받아 주세요.',
  'error.quizNoAnswer':
    '<code>pick</code> 값이 {given, number}인데, 이 문제의 답은 1번부터 {most, number}번까지예요.',

  'quiz.title': '퀴즈',
  'quiz.threadTitle': '퀴즈: 에포크, 이터레이션, 배치',
  'quiz.opening':
    '학습에 대한 퀴즈를 아래 스레드에서 시작해요. 누구나 답할 수 있고, 맞았는지는 답한 사람만 봐요. 열 문제를 풀면 한 판이고, 판은 사람마다 따로 세요.',
  'quiz.option': '<b>{letter}</b> {answer}',
  'quiz.isRight': '<b>맞았어요!</b>',
  'quiz.isWrong': '<b>아쉬워요.</b> 고른 답: “{answer}”.',
  'quiz.answerWas': '정답: <b>{answer}</b>.',
  'quiz.score':
    '지금까지 내 점수: {answered, number}문제 가운데 {right, number}개 정답{streak, plural, =0 {} =1 {} other {, 최근 #문제는 연속 정답}}.',
  'quiz.counted': '전에 답한 문제라서 다시 세지는 않아요.',
  'quiz.outside': '{level, number}단계 문제라서 점수에는 들어가지만 이번 판에는 안 들어가요.',
  'quiz.position': '{done, number}/{of, number} · {level, number}단계.',
  'quiz.progress':
    '{done, number}/{of, number} · {level, number}단계 · 내 점수: {answered, number}문제 가운데 {right, number}개 정답',
  'quiz.next': '다음 문제',
  'quiz.nextIsThere': '다음 문제는 벌써 아래에 나와 있어요.',

  'quiz.again': '전에 틀린 것과 같은 종류의 문제예요. 숫자는 새로 뽑았고, 나한테만 보여요.',
  'quiz.againSince':
    '{missed}에 틀린 것과 같은 종류의 문제예요. 숫자는 새로 뽑았고, 나한테만 보여요.',
  'quiz.again.later': '{days, number}일 뒤에 한 번 더 나와요.',
  'quiz.again.done': '며칠씩 띄우고 세 번을 맞혔으니 이제 다시 안 나와요.',

  'quiz.round.over':
    '<b>한 판 끝! {of, number}문제 가운데 {right, number}개를 맞혔어요.</b> {level, select, 1 {1단계(막대와 말뜻)} 2 {2단계(세어 보기)} other {3단계(결과 판단하기)}}였어요.',
  'quiz.round.up':
    '다음 판은 {level, select, 2 {2단계(세어 보기)예요} other {3단계(결과 판단하기)예요}}.',
  'quiz.round.same': '{enough, number}개부터는 다음 판이 한 단계 올라가요.',
  'quiz.round.highest': '가장 높은 단계예요. 숫자는 계속 새로 나와요.',
  'quiz.round.missed': '한 번 더 볼 만한 것:',
  'quiz.round.others': '전에 틀린 것:',
  'quiz.round.item': '{what}',
  'quiz.round.itemBack':
    '{what}: {days, plural, =0 {바로 다음에 나와요} other {#일 뒤에 다시 나와요}}',
  'quiz.round.when': '그 뒤에 <code>/quiz</code>를 쓰면 나와요. 알림은 보내지 않아요.',
  'quiz.round.read': '어디서 읽을까요?',
  'quiz.round.next': '다음 판',

  'quiz.kind.steps_even': '에포크 한 번은 이터레이션 몇 번인지',
  'quiz.kind.steps_uneven': '나머지가 있을 때 이터레이션 수',
  'quiz.kind.last_batch': '마지막 배치의 행 수',
  'quiz.kind.updates': '가중치를 모두 몇 번 고치는지',
  'quiz.kind.rows_range': '다 찬 막대로 알 수 있는 행 수',
  'quiz.kind.rows_after': '지금까지 쓴 행 수',
  'quiz.kind.epochs_done': '다 끝난 에포크 수',
  'quiz.kind.which_batch': '이터레이션 수에 맞는 batch_size',
  'quiz.kind.equal_updates': 'batch_size가 달라도 똑같은 횟수만큼 고치기',
  'quiz.kind.ms_per_step': 'ms/step의 뜻',
  'quiz.kind.epoch_time': '에포크 한 번에 걸리는 시간',
  'quiz.kind.new_epoch': '새 에포크가 시작하는 가중치',
  'quiz.kind.validation_steps': 'validation_split이 있을 때 이터레이션 수',
  'quiz.kind.validation_which': '어느 행이 검증용인지',
  'quiz.kind.baseline': 'baseline보다 더 배운 것',
  'quiz.kind.overfitting': '멈추기 좋은 에포크',

  'quiz.count': '{value, number}',
  'quiz.exactly': '딱 {value, number}',
  'quiz.fromTo': '{from, number}~{to, number}',
  'quiz.seconds': '{value, number}초',
  'quiz.milliseconds': '{value, number}밀리초',

  'quiz.steps':
    '학습용 {rows, number}행, <code>batch_size={batch}</code>. 에포크 한 번은 이터레이션 몇 번일까요?',
  'quiz.steps.even':
    '{rows, number} ÷ {batch, number} = 배치 {steps, number}개이고, 배치 하나가 이터레이션 한 번이에요.',
  'quiz.steps.uneven':
    '{batch, number}행짜리 배치 {full, number}개에 {rest, number}행짜리 마지막 배치까지 세서 모두 {steps, number}번이에요.',
  'quiz.steps.plusOne':
    '하나를 더하는 식(행 수 // batch_size + 1)은 나머지가 있을 때만 맞아요. {rows, number}행은 딱 나누어떨어져요.',
  'quiz.steps.floor': '내림하면 남는 {rest, number}행을 버리는 셈이에요. 케라스는 올림해요.',
  'quiz.steps.rest':
    '남는 {rest, number}행은 한 행씩 따로가 아니라 작은 배치 하나로 한꺼번에 들어가요.',
  'quiz.steps.perEpoch':
    '에포크마다 한 번이라면 전체 행이 배치 하나라는 뜻이에요. 여기서는 배치 하나가 {batch, number}행이에요.',
  'quiz.steps.batchAsCount':
    '{batch, number}, 이건 배치 하나에 든 행 수예요. 배치의 개수가 아니에요.',
  'quiz.steps.perRow':
    '행마다 한 번이면 batch_size 1일 때예요. 여기서는 한 번에 {batch, number}행씩 들어가요.',

  'quiz.last':
    '학습용 {rows, number}행, <code>batch_size={batch}</code>. 에포크의 마지막 배치는 몇 행일까요?',
  'quiz.last.right':
    '꽉 찬 배치 {full, number}개가 {full, number} × {batch, number}행을 쓰고, {rows, number}행 가운데 남은 {rest, number}행이 마지막 배치예요.',
  'quiz.last.full': '나누어떨어질 때만 그래요. 케라스는 다음 에포크의 행을 끌어와서 채우지 않아요.',
  'quiz.last.missing': '꽉 채우기에 모자라는 수예요. 마지막 배치에는 남은 행만 들어가요.',
  'quiz.last.none': '버리는 행은 없어요. 남은 행끼리 작은 배치 하나가 돼요.',

  'quiz.updates':
    '학습용 {rows, number}행, <code>batch_size={batch}</code>, <code>epochs={epochs}</code>. 가중치는 모두 몇 번 고쳐질까요?',
  'quiz.updates.right':
    '에포크마다 이터레이션 {steps, number}번 × 에포크 {epochs, number}번. 이터레이션마다 가중치를 한 번 고쳐요.',
  'quiz.updates.perEpoch':
    '에포크마다 한 번이 아니라 이터레이션마다 한 번이에요. 에포크 하나에 {steps, number}번이죠.',
  'quiz.updates.oneEpoch': '그건 에포크 한 번이에요. 에포크는 {epochs, number}번이에요.',
  'quiz.updates.perRow':
    '그건 행마다 한 번일 때예요. {batch, number}행의 기울기를 평균 내서 한 번만 고쳐요.',
  'quiz.updates.floor':
    '거의 맞았어요. 작은 마지막 배치도 가중치를 고치니까, 먼저 올림한 다음에 곱해요.',

  'quiz.range':
    '막대가 <code>{steps}/{steps}</code>에서 끝났고, 설정은 <code>batch_size={batch}</code>. 학습용 행은 몇 개일 수 있을까요?',
  'quiz.range.right':
    '꽉 찬 배치 {fewer, number}개에, 마지막 배치는 1~{batch, number}행. 그래서 {from, number}~{to, number}행이에요.',
  'quiz.range.exact':
    '마지막 배치까지 꽉 찼을 때만 그래요. {from, number}행이어도 막대는 똑같이 세요.',
  'quiz.range.floor':
    '케라스는 올림하니까, {from, number}행에서 한 행만 늘어도 이터레이션이 하나 더 필요해요.',
  'quiz.range.stepIsRow': '막대는 행이 아니라 배치를 세요. 배치 하나는 {batch, number}행까지예요.',

  'quiz.rowsAfter':
    '학습용 {rows, number}행, <code>batch_size={batch}</code>. 막대에는 <code>{done}/{steps}</code>. 이번 에포크에서 지금까지 쓴 행은?',
  'quiz.rowsAfter.right':
    '배치 {done, number}개 × {batch, number}행이에요. {rows, number}행을 다 쓰는 건 {steps}/{steps}일 때예요.',
  'quiz.rowsAfter.stepIsRow': '막대는 배치를 세요. 배치 {done, number}개면 행은 그보다 많아요.',
  'quiz.rowsAfter.wholeData':
    '이터레이션 한 번은 전체 {rows, number}행이 아니라 배치 하나예요. 전체를 다 쓰면 에포크 한 번이고요.',
  'quiz.rowsAfter.left': '그건 이번 에포크에서 아직 남은 행이에요.',

  'quiz.epochsDone':
    '학습용 {rows, number}행, <code>batch_size={batch}</code>. 가중치를 {done, number}번 고쳤어요. 다 끝난 에포크는 몇 번일까요?',
  'quiz.epochsDone.right':
    '여기서 에포크 한 번은 {steps, number}번 고치는 거예요. {epochs, number}번이 끝났고 다음 에포크를 {rest, number}번 했어요.',
  'quiz.epochsDone.begun':
    '그 에포크는 시작했지만 아직 안 끝났어요. {steps, number}번 가운데 {rest, number}번이에요.',
  'quiz.epochsDone.stepIsEpoch':
    '한 번 고치는 건 이터레이션 한 번이에요. 여기서 에포크는 그 {steps, number}번이고요.',
  'quiz.epochsDone.byBatch':
    'batch_size가 아니라 에포크 한 번의 이터레이션 수, {steps, number}번으로 나눠요.',

  'quiz.whichBatch':
    '학습용 {rows, number}행이고, 막대가 <code>{steps}/{steps}</code>까지 세면 좋겠어요. <code>batch_size</code>는 얼마일까요?',
  'quiz.whichBatch.right': '{rows, number} ÷ {batch, number}, 올림하면 {steps, number}번이에요.',
  'quiz.whichBatch.countAsSize':
    '{steps, number}, 이건 배치의 개수예요. 크기로 쓰면 이터레이션이 {gives, number}번이 돼요.',
  'quiz.whichBatch.larger':
    '배치가 커지면 개수는 줄어요. {value, number}행씩이면 이터레이션 {gives, number}번이에요.',
  'quiz.whichBatch.smaller':
    '배치가 작아지면 개수는 늘어요. {value, number}행씩이면 이터레이션 {gives, number}번이에요.',

  'quiz.equalUpdates':
    '학습용 {rows, number}행. <code>batch_size={small}</code>, 이렇게 에포크 {epochs, number}번을 돌렸어요. <code>batch_size={large}</code>일 때 가중치를 똑같은 횟수만큼 고치려면 에포크 몇 번이 필요할까요?',
  'quiz.equalUpdates.right':
    '{steps, number} × {epochs, number} = {updates, number}번. 배치가 {large, number}행이면 에포크마다 {fewer, number}번이라서 에포크가 {times, number}배 필요해요.',
  'quiz.equalUpdates.same':
    '에포크가 같아도 고친 횟수는 달라요. 에포크마다 {steps, number}번이 아니라 {fewer, number}번이라서 {updates, number}번 대신 {updatesFewer, number}번뿐이에요.',
  'quiz.equalUpdates.inverse':
    '거꾸로예요. 배치가 크면 에포크마다 덜 고치니까 에포크가 더 필요해요.',
  'quiz.equalUpdates.added':
    '더하기가 아니라 곱하기예요. {large, number} = {times, number} × {small, number}.',

  'quiz.perStep':
    '막대에 <code>{steps}/{steps} - {seconds}s {ms}ms/step</code>, 그리고 <code>batch_size={batch}</code>. <code>{ms}ms/step</code>, 무슨 뜻일까요?',
  'quiz.perStep.is.batch': '배치 하나에 약 {ms, number}ms',
  'quiz.perStep.is.row': '행 하나에 약 {ms, number}ms',
  'quiz.perStep.is.epoch': '에포크 한 번에 약 {ms, number}ms',
  'quiz.perStep.is.left': '약 {ms, number}ms 남음',
  'quiz.perStep.right':
    'step은 이터레이션 한 번이에요. 배치 하나의 순전파, 역전파, 가중치 수정까지죠. {steps, number}번이면 약 {seconds, number}초예요.',
  'quiz.perStep.row': 'step 하나는 배치 하나, 여기서는 {batch, number}행이에요.',
  'quiz.perStep.epoch': '에포크 한 번에 걸린 시간은 그 앞에 있는 {seconds, number}초예요.',
  'quiz.perStep.left':
    '남은 시간은 ETA로, 에포크가 도는 동안에만 나와요. {steps}/{steps}이면 남은 게 없어요.',

  'quiz.epochTime':
    '에포크 한 번이 이터레이션 {steps, number}번이고 <code>batch_size={batch}</code>, <code>{ms}ms/step</code>이에요. 에포크 한 번에 얼마나 걸릴까요?',
  'quiz.epochTime.right':
    'step 하나가 이터레이션 한 번이니까 {steps, number} × {ms, number}ms이고, 1,000ms가 1초예요.',
  'quiz.epochTime.perRow':
    '그건 {rows, number}행 하나하나에 {ms, number}ms씩일 때예요. {batch, number}행이 step 한 번에 함께 들어가요.',
  'quiz.epochTime.epoch': '{ms, number}ms는 step 하나예요. 에포크에는 {steps, number}번이 있어요.',
  'quiz.epochTime.unit': '단위를 봐요. {steps, number} × {ms, number}의 단위는 밀리초예요.',

  'quiz.newEpoch':
    '가중치를 {updates, number}번 고치고 에포크 {epoch, number}번이 끝났어요. {next, number}번째 에포크는 어떤 가중치로 시작할까요?',
  'quiz.newEpoch.is.kept': '{updates, number}번 고친 그대로',
  'quiz.newEpoch.is.reset': '새로 뽑은 난수',
  'quiz.newEpoch.is.mean': '에포크 {epoch, number}번의 평균',
  'quiz.newEpoch.is.best': '지금까지 가장 좋은 에포크의 것',
  'quiz.newEpoch.right':
    '학습은 그대로 이어져요. 에포크는 전체 행을 한 번 더 다 썼다는 표시일 뿐이에요.',
  'quiz.newEpoch.reset':
    '그러면 배운 걸 {epoch, number}번이나 잊는 셈이에요. 새로 시작하는 건 화면의 loss뿐인데, 그 에포크의 평균이라서 그래요.',
  'quiz.newEpoch.mean': '평균을 내는 건 배치 안의 기울기예요. 에포크의 가중치는 평균 내지 않아요.',
  'quiz.newEpoch.best':
    '가장 좋은 에포크로 돌아가는 건 맨 끝에, 그것도 시켰을 때만이에요(<code>EarlyStopping</code>의 <code>restore_best_weights=True</code>).',

  'quiz.validationSteps':
    '<code>fit</code>에 {rows, number}행을 넣고 <code>validation_split={share}</code>, <code>batch_size={batch}</code>. 막대는 에포크마다 몇까지 셀까요?',
  'quiz.validationSteps.right':
    '{validation, number}행을 떼어 두고 {training, number}행으로 학습해요. {training, number} ÷ {batch, number}, 올림하면 돼요.',
  'quiz.validationSteps.all':
    '그건 {rows, number}행 전부일 때예요. 검증용 {validation, number}행으로는 학습하지 않아요.',
  'quiz.validationSteps.held':
    '그건 떼어 둔 {validation, number}행이에요. 학습에는 나머지 {training, number}행을 써요.',
  'quiz.validationSteps.both':
    '검증은 에포크의 학습이 끝난 다음에 하고, 그 배치는 막대가 세지 않아요.',

  'quiz.validationWhich':
    '{rows, number}행에 <code>validation_split={share}</code>. 검증용 {validation, number}행은 어느 행일까요?',
  'quiz.validationWhich.is.last': '맨 뒤: {from, number}~{rows, number}번째',
  'quiz.validationWhich.is.random': '무작위로 한 번 뽑은 {validation, number}행',
  'quiz.validationWhich.is.anew': '에포크마다 새로 뽑은 {validation, number}행',
  'quiz.validationWhich.is.first': '맨 앞: 1~{validation, number}번째',
  'quiz.validationWhich.right':
    '케라스는 섞기 전에 뒤쪽을 그대로 떼어 내고, 에포크마다 같은 행을 써요. 정렬된 데이터라면 먼저 직접 섞어야 해요.',
  'quiz.validationWhich.random':
    '많이들 그렇게 알지만 뽑는 일은 없어요. 섞는 건 떼어 낸 다음, 학습용 행끼리만이에요.',
  'quiz.validationWhich.anew':
    '그러면 언젠가는 모든 행을 배우게 돼서 val_loss를 보는 뜻이 없어요. 늘 같은 행이에요.',
  'quiz.validationWhich.first': '반대쪽이에요. 앞쪽 {training, number}행은 학습에 써요.',

  'quiz.baseline':
    '시험용 {rows, number}행 가운데 {majority, number}행이 “남음”이에요. 신경망은 {correct, number}행을 맞혔어요(accuracy {accuracy}). 아무것도 안 배웠을 때보다 몇 행을 더 맞힌 걸까요?',
  'quiz.baseline.right':
    '늘 “남음”이라고만 해도 {majority, number}행은 맞아요. 이게 baseline이고, {correct, number} − {majority, number}만큼이 배운 거예요.',
  'quiz.baseline.all':
    '대부분은 거저 얻는 거예요. 늘 “남음”이라고만 해도 {majority, number}행은 맞거든요.',
  'quiz.baseline.half':
    '절반이 기준인 건 두 답이 똑같이 흔할 때뿐이에요. 여기서는 “남음”이 더 흔해요.',
  'quiz.baseline.failed': '그건 틀린 행의 수예요.',

  'quiz.overfitting':
    'loss: {losses}. val_loss: {valLosses}. 에포크 몇 번 뒤에 멈췄으면 좋았을까요?',
  'quiz.overfitting.right':
    '거기서 val_loss가 {lowest}, 가장 낮아요. 에포크 {after, number}부터는 loss가 계속 내려가는데 val_loss는 올라가요. 과적합이에요.',
  'quiz.overfitting.last':
    '거기서 loss는 가장 낮지만 이미 본 행에서의 값이에요. 못 본 행(val_loss)에서는 그 전이 더 좋았어요.',
  'quiz.overfitting.first': '두 값이 비슷하긴 해도 둘 다 아직 내려가는 중이에요. 덜 배운 거죠.',
  'quiz.overfitting.risen': '거기서는 val_loss가 벌써 올라갔어요. 바로 앞 에포크가 더 좋았어요.',
};
