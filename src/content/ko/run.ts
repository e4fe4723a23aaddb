import type { run as english } from '../en/run.js';

export const run: Record<keyof typeof english, string> = {
  'run.folded':
    '… 에포크 {count, plural, =1 {{from, number}} other {{from, number}–{to, number}}} 접음: loss {lossFrom} → {lossTo}, {metric} {metricFrom} → {metricTo}',

  'run.lossLine':
    '{thinned, select, yes {에포크 {epochs, number}번의} other {에포크별}} loss: {first} <code>{bars}</code> {last}',
  'run.head': '<code>{run}</code> · <b>{data}</b> 데이터로 <b>{target}</b> 맞히기를 배워요.',
  'run.rows': '{training, number}행으로 배우고, {test, number}행은 마지막 시험용으로 남겨 뒀어요.',
  'run.rowsValidation':
    '{training, number}행으로 배우고, {validation, number}행은 검증용, {test, number}행은 마지막 시험용으로 남겨 뒀어요.',
  'run.network': '신경망 {shape} (입력 → 층 → 출력) · {settings} · {backend}',
  'run.linear': '신경망 {shape} (입력 → 출력, 은닉층 없음) · {settings} · {backend}',
  'run.backend.fused': '튜터가 만든 빠른 엔진으로 계산(TensorFlow와 맞춰 봤어요)',
  'run.backend.node': 'TensorFlow(네이티브)에서 계산',
  'run.backend.cpu': 'TensorFlow.js(순수 자바스크립트)에서 계산',
  'run.backend.wasm': 'TensorFlow.js(WebAssembly)에서 계산',
  'run.leftOut': '뺀 열: {columns}.',
  'run.leftOutColumn': '{column}({reason})',
  'run.leftOutMore': '그 밖에 {count, number}개',
  'run.leftOut.sequence': '행 번호일 뿐',
  'run.leftOut.unique-text': '거의 모든 행이 서로 다름',
  'run.leftOut.constant': '값이 모두 같음',
  'run.leftOut.empty': '비어 있음',
  'run.leftOut.too-many-values': '값 종류가 너무 많음',
  'run.leftOut.unwanted': '빼 달라고 하셔서',
  'run.dropped': '정답이 비어 있는 {rows, number}행은 버렸어요.',
  'run.filled': '{rows, number}행의 빈칸은 채워 넣었어요.',

  'fit.noPing':
    '{platform, select, discord {여기서는 튜터가 멤버가 아니라서 학습이 끝나도 부르지 못해요. <code>/runs</code>에서 볼 수 있어요.} other {여기서는 <code>ping</code>으로 부를 수 없어요. 끝나면 학습 메시지에 바로 보여요.}}',
  'run.queued': '곧 학습을 시작해요.',
  'run.waiting':
    '{before, plural, =0 {지금 돌고 있는 학습 하나가 끝나면 저절로 시작해요.} other {앞에 학습이 {before, number}개 있어요. 차례가 되면 저절로 시작해요.}}',
  'run.crowd':
    '지금 다른 학습 {others, number}개도 함께 보여 주고 있는데, 이 채팅에서는 1분에 고칠 수 있는 메시지 수가 정해져 있어요. 그래서 이 메시지는 에포크마다가 아니라 {time}쯤마다 바뀌어요. 지금 어디까지 왔는지는 <code>/runs</code>로 바로 볼 수 있어요.',
  'run.late':
    '지금 <b>다른 학습 {others, number}개</b>가 함께 돌고 있어서 에포크가 차례를 기다려요. {bound, select, most {길어도 약} other {약}} {time} 남았어요.',
  'run.waitsForSpace':
    '<b>디스크 공간을 기다리는 중이에요.</b> 방금 학습한 내용을 아직 저장하지 못했어요. 공간이 생기면 저절로 이어서 하고, 잃는 것은 없어요.',
  'run.waitsForWorkers':
    '<b>학습할 컴퓨터를 기다리는 중이에요.</b> 지금은 연결되는 컴퓨터가 없어요. 다시 연결되면 저절로 이어서 하고, 잃는 것은 없어요.',
  'run.epochOf':
    '<b>에포크 {epoch, number}/{limit, select, most {최대 } other {}}{epochs, number}</b>: 학습용 {rows, number}행 전체를 {epoch, plural, =1 {처음으로} other {{epoch, number}번째로}} 훑는 중이에요.',
  'run.epochDone':
    '<b>에포크 {epoch, number}/{limit, select, most {최대 } other {}}{epochs, number}</b> 끝: 지금까지 학습용 {rows, number}행을 전부 {epoch, number}번씩 썼어요.',
  'run.iterationsEven':
    '{rows, number}행 ÷ batch_size {batch, number} = 에포크마다 <b>이터레이션 {steps, number}번</b>. 한 번마다 가중치를 한 번 고쳐요.',
  'run.iterationsUneven':
    '{rows, number}행 ÷ batch_size {batch, number} → 올림해서 에포크마다 <b>이터레이션 {steps, number}번</b>. 한 번마다 가중치를 한 번 고치고, 마지막 배치만 {last, number}행이에요.',
  'run.iterationsOne':
    'batch_size {batch, number} 안에 {rows, number}행이 한꺼번에 들어가요. 그래서 에포크마다 <b>이터레이션 1번</b>, 가중치도 한 번만 고쳐요.',
  'run.updates':
    '지금까지 가중치를 고친 횟수: {limit, select, most {최대} other {전체}} {all, number}번({epochs, number} × {steps, number}) 가운데 <b>{done, number}번</b>.',
  'run.testing': '에포크가 모두 끝났어요. 이제 한 번도 못 본 시험용 행으로 확인해요.',
  'run.testingEarly':
    'val_loss가 {patience, number}에포크 동안 나아지지 않아서 조기 종료로 학습을 끝내요. 이제 한 번도 못 본 시험용 행으로 확인해요.',
  'run.patience.watching':
    '조기 종료: val_loss가 {patience, number}에포크 연속으로 더 내려가지 않으면 학습을 끝내요.',
  'run.patience.lowest':
    '조기 종료: 지금까지 val_loss가 가장 낮은 건 에포크 {epoch, number}({value}). {patience, number}에포크 동안 더 내려가지 않으면 끝내요.',
  'run.patience.waiting':
    '조기 종료: val_loss가 <b>{waited, number}에포크째</b> 나아지지 않고 있어요{lowest, select, known {(최저: 에포크 {epoch, number}의 {value})} other {}}. {patience, number}에포크가 되면 끝내요.',
  'run.dropout':
    '드롭아웃: 이터레이션마다 은닉 유닛의 약 {percent}%를 무작위로 빼요. 그래서 loss와 {metric} 값은 유닛이 빠진 채로 잰 거고, {validated, select, yes {val_loss와 val_{metric}, 시험에서는} other {시험에서는}} 유닛을 전부 써요.',
  'run.l2':
    '여기 나오는 loss에는 모두 L2 벌점({l2} × 가중치 제곱의 합)이 들어 있어요. Keras도 그렇게 보여 줘요. {metric} 값에는 안 들어가요.',
  'run.stopping': '하던 이터레이션까지만 마치고 멈춰요.',
  'run.pausing': '하던 에포크 {epoch, number}까지 마치고 잠깐 멈춰요.',
  'run.paused':
    '{epochs, plural, =0 {첫 에포크를 마치기 전에} other {에포크 {epochs, number}까지 하고}} <b>잠깐 멈췄어요</b>. 프로그램이 다시 켜져도 잃는 것은 없어요. <code>/resume {run}</code> 명령이나 버튼으로 여기서부터 이어서 할 수 있어요.',
  'run.resumed':
    '에포크 {epoch, number} 뒤에 프로그램이 다시 켜졌어요. 잃은 것 없이 그 자리부터 이어서 했어요.',
  'run.resumedAtStart': '첫 에포크가 끝나기 전에 프로그램이 다시 켜져서 처음부터 다시 했어요.',
  'run.outlastsMessage':
    '여기서는 메시지를 15분까지만 고칠 수 있는데, 그보다 오래 걸릴 것 같아요. 학습은 끝까지 계속되고, 결과는 <code>/runs</code>에서 {run} 이름으로 볼 수 있어요.',
  'run.restElsewhere':
    '<b>15분이 지나서 이 메시지는 더 바뀌지 않아요.</b> 학습은 계속돼요. 결과는 <code>/runs</code>에서 {run} 학습으로 볼 수 있고, <code>/stop</code>으로 멈출 수 있어요.',
  'run.notFinite':
    '<b>loss 값이 {loss}</b>: 숫자가 계속 커지다가 넘쳐 버렸어요. learning_rate {lr}, 이 보폭이 너무 클 때 자주 생겨요. 누구나 겪는 일이지만 에포크를 더 돌려도 돌아오지는 않아요. learning_rate를 줄여서 다시 해 봐요.',

  'run.completed':
    '<b>끝!</b> 에포크 {epochs, number}번 × 이터레이션 {steps, number}번 = <b>가중치를 {updates, number}번</b> 고쳤어요. 학습에 걸린 시간은 {time}.',
  'run.endedEarly':
    '에포크 {epoch, number}/{epochs, number}에서 <b>끝!</b> val_loss가 {patience, number}에포크 동안 나아지지 않아서 조기 종료됐어요. 에포크 {epoch, number}번 × 이터레이션 {steps, number}번 = <b>가중치를 {updates, number}번</b> 고쳤고, 학습에 걸린 시간은 {time}.',
  'run.kept':
    '{lowest, select, known {val_loss가 가장 낮았던({value}) {last, select, yes {마지막 에포크} other {<b>에포크 {epoch, number}</b>}}의 가중치를 남겼고, 시험도 이걸로 봤어요.} other {val_loss가 한 번도 숫자가 아니어서 에포크 1의 가중치를 남겼고, 시험도 이걸로 봤어요.}}',
  'run.stoppedIn':
    '에포크 {epoch, number}/{epochs, number}, 이터레이션 {step, number}/{steps, number}까지 하고 <b>멈췄어요</b>. 가중치를 {updates, number}번 고쳤고, 학습에 걸린 시간은 {time}.',
  'run.stoppedAfter':
    '에포크 {epoch, number}/{epochs, number}까지 마치고 <b>멈췄어요</b>. 가중치를 {updates, number}번 고쳤고, 학습에 걸린 시간은 {time}.',
  'run.stoppedBefore': '첫 이터레이션 전에 <b>멈췄어요</b>. 아직 배운 것은 없어요.',
  'run.failed':
    '<b>저희 쪽에서 문제가 생겼어요.</b> 입력하신 내용 탓이 아니에요. 오류 번호: <code>{fault}</code>. {epochs, plural, =0 {끝난 에포크는 없어요.} other {에포크 {epochs, number}번까지는 마쳤어요.}}',
  'run.readOtherwise':
    '<b>이 학습은 여기서 끝나요.</b> 그사이 튜터가 새 버전이 되면서 이 파일을 더 꼼꼼히 읽게 되어, 지금까지 배운 것이 더는 맞지 않아요. <code>/fit like:{run}</code> 명령을 쓰면 다시 학습할 수 있어요.',
  'run.learned': '마지막 학습 수치: loss {loss}, {metric} {value}.',
  'run.learnedValidation':
    '마지막 학습 수치: loss {loss}, {metric} {value}, val_loss {valLoss}, val_{metric} {valValue}.',
  'run.testAccuracy':
    '학습에 안 쓴 시험용 {rows, number}행 가운데 <b>{right, number}행을 맞혔어요</b>. accuracy <b>{value}</b> (loss {loss}). 늘 가장 흔한 답만 하면 {baseline}.',
  'run.testMae':
    '학습에 안 쓴 시험용 {rows, number}행에서 mae <b>{value}</b> (loss {loss}). 늘 평균만 답하면 {baseline}. 작을수록 좋아요.',
  'run.rareFound':
    '{target} 값이 <b>{class}</b>인 시험용 {rows, number}행 가운데 <b>{found, number}행</b>을 찾아냈어요.',
  'run.testMaeAmount':
    '평균 <b>{value}</b>만큼 빗나가요. 늘 평균만 답하면 {baseline}만큼 빗나가요.',
  'run.testMaeUnit': '{target} 단위로는 약 {value}, 평균만 답하면 약 {baseline}.',
  'run.notBetter': '아직 그보다 더 배우지는 못했어요.',
  'run.time.ms': '{ms, number}ms',
  'run.time.seconds': '{seconds}초',
  'run.time.wholeMinutes': '{minutes, number}분',
  'run.time.minutes': '{minutes, number}분 {seconds, number}초',

  'check.title': '<b><code>{run}</code> 학습과 비교하면</b> (튜터의 자체 엔진으로 한 같은 학습):',
  'check.equal': '{epochs, number}에포크 내내 다른 숫자가 하나도 없어요.',
  'check.close':
    '{epochs, number}에포크 중 가장 큰 차이: {epoch, number}번째 에포크의 {what}에서 <b>{size}</b>. Keras처럼 소수 넷째 자리까지 보면 같은 숫자예요. 같은 계산을 하고 반올림하는 순서만 달라요.',
  'check.apart':
    '{same, plural, =0 {첫 에포크부터 숫자가 달라요} other {{same, number}번째 에포크까지는 소수 넷째 자리까지 같고, 그다음부터 조금씩 벌어져요}}. 가장 큰 차이: {epoch, number}번째 에포크의 {what}에서 <b>{size}</b>. 일곱 자리쯤 되는 숫자의 끝을 반올림하는 순서가 서로 다른데, 어떤 학습에서는 업데이트할 때마다 그 차이가 조금씩 커져요.',
  'check.test': '시험용 행의 {metric}: <code>{run}</code> 학습 {here}, 이 학습 {there}.',
  'check.times':
    '학습에 걸린 시간: <code>{run}</code> 학습 {here}, TensorFlow.js {there}. TensorFlow.js가 {times}배 걸렸어요.',

  'run.next': '다음엔 이렇게 해 봐요:',
  'run.next.batchUp':
    '배치를 더 크게: 에포크마다 이터레이션이 {stepsNow, number}번에서 {steps, number}번으로 줄어서 가중치를 덜 고쳐요.',
  'run.next.batchDown':
    '배치를 더 작게: 에포크마다 이터레이션이 {stepsNow, number}번에서 {steps, number}번으로 늘어서 가중치를 더 자주 고쳐요.',
  'run.next.epochsUp': '에포크를 더: loss가 아직 내려가는 중이었어요.',
  'run.next.epochsOne': '에포크를 더: 데이터를 한 번 훑은 것만으로는 대개 모자라요.',
  'run.next.epochsDown':
    '에포크를 덜: val_loss가 에포크 {epoch, number}에서 가장 낮았고 그 뒤로 올라갔어요.',
  'run.next.patience':
    '조기 종료: val_loss가 {patience, number}에포크 동안 더 안 내려가면 저절로 끝나고, 제일 좋았던 가중치가 남아요.',
  'run.next.validation':
    '검증: 학습용 행의 20%를 떼어 두고, 안 배운 행에서의 loss인 val_loss도 지켜봐요.',
  'run.next.lrDown': 'learning_rate를 더 작게: 숫자가 넘치지 않게요.',
  'run.next.lrUp': 'learning_rate를 더 크게: loss가 거의 안 움직였어요.',
  'run.next.layers': '은닉층을 {layers} 모양으로: 신경망 크기가 바뀌면 무엇이 달라지는지 봐요.',
  'run.next.label.batch': 'batch {batch, number}',
  'run.next.label.epochs': 'epochs {epochs, number}',
  'run.next.label.patience': 'patience {patience, number}',
  'run.next.label.validation': 'validation {validation}',
  'run.next.label.lr': 'lr {lr}',
  'run.next.label.layers': 'layers {layers}',

  'run.button.stop': '멈추기',
  'run.button.pause': '잠깐 멈추기',
  'run.button.resume': '이어서 하기',
  'run.threadsDied':
    '<b>이 학습은 여기서 끝나요.</b> 에포크 {next, number}에서 {died, select, memory {메모리가 모자라} other {계산이 끊겨}} 세 번 연달아 실패했어요. 신경망이나 batch_size를 줄이면 될 수도 있어요. 오류 번호: <code>{fault}</code>.',
  'run.button.mistakes': '어디서 틀리나요?',
  'run.button.check': 'TensorFlow.js로 확인',
  'run.button.view.compact': '휴대폰용 좁은 보기',
  'run.button.view.keras': 'Keras 그대로 보기',
  'run.button.share': '공유하기',
  'run.button.again': '다시 돌리기',
  'run.explanations': '이 말과 숫자는 무슨 뜻이에요?',
  'run.button.epoch': '에포크',
  'run.button.iteration': '이터레이션',
  'run.button.batch_size': 'batch_size',
  'run.button.baseline': '베이스라인 {value}',

  'run.spoken.queued': '{data} 데이터의 {run} 학습을 준비하고 있어요.',
  'run.spoken.waiting':
    '{data} 데이터의 {run} 학습이 자리를 기다리고 있어요. 지금 대기 순서는 {place, plural, =1 {첫 번째예요} other {{place, number}번째예요}}.',
  'run.spoken.waitsForSpace':
    '{data} 데이터의 {run} 학습이 에포크 {epochs, number}번을 마치고 디스크 공간을 기다리고 있어요. 공간이 생기면 저절로 이어서 해요.',
  'run.spoken.waitsForWorkers':
    '{data} 데이터의 {run} 학습이 {epochs, plural, =0 {} other {에포크 {epochs, number}번을 마치고 }}학습할 컴퓨터를 기다리고 있어요. 연결되면 저절로 이어서 해요.',
  'run.spoken.paused':
    '{run} 학습을 에포크 {epochs, number}번 가운데 {epoch, number}번까지 하고 잠깐 멈췄어요.',
  'run.spoken.started':
    '{run}: {limit, select, most {최대} other {전체}} {epochs, number}번 가운데 {epoch, number}번째 에포크를 시작해요.',
  'run.spoken.progress':
    '{run}: 에포크 {limit, select, most {최대 } other {}}{epochs, number}번 가운데 {epoch, number}번째, 이터레이션 {steps, number}번 가운데 {step, number}번째, 가중치를 {limit, select, most {최대} other {전체}} {all, number}번 가운데 {updates, number}번 고침, {metrics}.',
  'run.spoken.completed':
    '{run} 학습이 끝났어요. 에포크 {epochs, number}번, 가중치를 {updates, number}번 고침, 학습 시간 {time}, {metrics}{kept}{test}.',
  'run.spoken.endedEarly':
    '{run} 학습이 에포크 {epochs, number}번 가운데 {epoch, number}번째에서 끝났어요. val_loss가 {patience, number}에포크 동안 나아지지 않아서 조기 종료. 가중치를 {updates, number}번 고침, 학습 시간 {time}, {metrics}{kept}{test}.',
  'run.spoken.kept': ', 에포크 {best, number}의 가중치를 남김',
  'run.spoken.stopped':
    '{run} 학습을 멈췄어요. 에포크 {epochs, number}번 가운데 {epoch, number}번째, 이터레이션 {steps, number}번 가운데 {step, number}번째까지, 가중치를 {updates, number}번 고침, 학습 시간 {time}, {metrics}{test}.',
  'run.spoken.stoppedBefore': '{run} 학습을 첫 이터레이션 전에 멈췄어요.',
  'run.spoken.failed':
    '{run} 학습이 저희 쪽 문제로 멈췄어요. 끝난 에포크 {epochs, number}번, 오류 번호 {fault}.',
  'run.spoken.test': ', 시험 {metric} {value}, 배우지 않고도 나오는 값 {baseline}',
};
