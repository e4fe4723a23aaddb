import type { commands as english } from '../en/commands.js';

export const commands: Record<keyof typeof english, string> = {
  'command.fit': '진짜 신경망을 학습하면서 에포크를 하나씩 지켜봐요',
  'command.fit.epochs': '학습용 행 전체를 몇 번 쓸지 (안 적으면 20)',
  'command.fit.batch': '이터레이션 한 번에 넣을 행 수, Keras의 batch_size (안 적으면 32)',
  'command.fit.data': '준비된 데이터, /data에서 볼 수 있어요 (안 적으면 churn)',
  'command.fit.csv': '내 CSV 파일로 배우기',
  'command.fit.target': '내 CSV에서 맞힐 열 (안 적으면 마지막 열)',
  'command.fit.task': '맞힐 값이 클래스인지 수량인지 (안 적으면 값을 보고 정해요)',
  'command.fit.use': '이 열만 써서 배우기. 쉼표로 나눠요: 나이,잔액',
  'command.fit.drop': '배울 때 뺄 열. 쉼표로 나눠요: 번호,이름. 없으면 none',
  'command.fit.layers': '층별 은닉 유닛 수: 6,6이나 32,16. 512개짜리 4층까지, none이면 은닉층 없음',
  'command.fit.activation': '은닉 유닛이 합계를 바꾸는 함수 (안 적으면 relu)',
  'command.fit.dropout': '이터레이션마다 무작위로 뺄 은닉 유닛의 비율: 0.2처럼, 0이면 안 써요',
  'command.fit.l2': '큰 가중치에 매겨 loss에 더하는 벌점의 세기: 0.001처럼, 0이면 안 써요',
  'command.fit.optimizer': '가중치를 고치는 방법 (안 적으면 adam)',
  'command.fit.lr': 'learning_rate: 가중치를 한 번에 얼마나 크게 고칠지',
  'command.fit.momentum': 'optimizer sgd에서만: 지난 걸음을 다음 걸음에 얼마나 이어 갈지, 0.9처럼',
  'command.fit.validation': 'val_loss용으로 떼어 둘 학습 행의 비율: 0.2면 20%',
  'command.fit.patience':
    '조기 종료: val_loss가 몇 에포크 동안 더 안 내려가면 끝낼지 (validation이 있어야 해요)',
  'command.fit.seed': '같은 seed면 결과도 똑같아요. 안 적으면 새로 뽑아요',
  'command.fit.pace': 'watch는 에포크를 하나씩 보여 주고, fast는 기다리지 않아요',
  'command.fit.engine': '무엇으로 계산할지: tensorflow, 또는 제일 빠른 것 (안 적으면 auto)',
  'command.fit.view': 'keras는 Keras 출력 그대로, compact는 휴대폰용. 다음에도 기억해요',
  'command.fit.ping': 'on: 학습이 끝나면 나를 한 번 불러요 (안 적으면 off)',
  'command.fit.like':
    '예전 학습의 id를 적으면 같은 설정으로, /share 코드를 적으면 비트까지 똑같이 학습해요',
  'command.stop': '내 학습을 멈추고 결과는 남겨요',
  'command.stop.run': '멈출 학습의 id, 하나뿐이면 안 적어도 돼요',
  'command.pause': '하던 에포크까지 마치고 내 학습을 잠깐 멈춰요. /resume으로 이어서 해요',
  'command.pause.run': '잠깐 멈출 학습의 id, 하나뿐이면 안 적어도 돼요',
  'command.resume': '잠깐 멈춘 학습을 그 자리부터 이어서 해요',
  'command.resume.run': '이어서 할 학습의 id, 하나뿐이면 안 적어도 돼요',
  'command.runs': '내 학습 기록: 무엇을, 언제, 결과',
  'command.data': '어떤 데이터가 있고 어디서 왔는지, 또는 내 CSV 파일 들여다보기',
  'command.data.name': '데이터 하나를 첫 행들, CSV 파일과 함께 보기 (안 적으면 전부)',
  'command.data.csv': '내 CSV 파일. 학습하기 전에 무엇이 들었는지 봐요',
  'command.data.private': 'yes: 답을 나만 보기',
  'command.data.target': '내 CSV에서 맞힐 열 (안 적으면 마지막 열)',
  'command.data.task': '맞힐 값이 클래스인지 수량인지 (안 적으면 값을 보고 정해요)',
  'command.data.use': '이 열만 써서 배우기. 쉼표로 나눠요: 나이,잔액',
  'command.data.drop': '배울 때 뺄 열. 쉼표로 나눠요: 번호,이름. 없으면 none',
  'command.explain': '학습에 나오는 말과 숫자를 내 마지막 학습으로 풀어서 설명해요',
  'command.explain.concept': '설명할 말',
  'command.explain.run': '숫자를 가져올 학습의 id (안 적으면 마지막 학습)',
  'command.explain.private': 'yes: 답을 나만 보기',
  'command.code': '내 학습과 똑같이 하는 Keras나 PyTorch 코드',
  'command.code.run': '어느 학습인지 id로 (안 적으면 마지막 학습)',
  'command.code.in': 'keras 또는 pytorch (안 적으면 keras)',
  'command.code.private': 'yes: 답을 나만 보기',
  'command.check': '같은 학습을 TensorFlow.js로 한 번 더 하고 숫자를 하나하나 비교해요',
  'command.check.run': '어느 학습인지 id로 (안 적으면 마지막 학습)',
  'command.language': '어떤 말로 답할지 골라요',
  'command.language.language': 'en, ko, 또는 auto(채팅 설정대로)',
  'command.help': '여기서 할 수 있는 것',
  'command.help.command': '명령 하나의 옵션을 모두 보기',

  'error.noSuchRun':
    '<code>{run}</code>, 이런 학습은 내 학습에도, 여기 올라온 학습에도 없어요. 내 학습은 <code>/runs</code>에서 볼 수 있어요.',
  'error.noRuns': '아직 학습한 적이 없어요. <code>/fit epochs:20 batch:10</code>으로 시작해 봐요.',
  'error.noCodeYet':
    '<code>{run}</code> 학습은 아직 데이터를 읽기 전이에요. 시작한 다음에 다시 물어봐 주세요.',
  'error.checkReadOtherwise':
    '<code>{run}</code> 학습은 튜터가 이 파일을 더 꼼꼼히 읽게 되기 전에 시작해서, 지금 다시 학습하면 입력이 달라져요. 먼저 <code>/fit like:{run}</code> 명령으로 새로 학습한 다음 그 학습을 확인해 주세요.',
  'error.checkNotOver': '<code>{run}</code> 학습은 아직 하는 중이에요. 끝나면 확인할 수 있어요.',
  'error.checkNoEpoch':
    '<code>{run}</code> 학습은 끝난 에포크가 없어서 비교할 것이 없어요. 다른 학습을 골라 주세요(<code>/runs</code>).',
  'error.checkIsTensorflow':
    '<code>{run}</code> 학습은 TensorFlow.js가 직접 계산해서 확인할 것이 없어요. 튜터의 자체 엔진이 계산한 학습을 골라 주세요.',
  'error.layers':
    '<code>layers</code> 값이 “{given}”인데, <code>6,6</code>처럼 1부터 {units}까지의 수를 {most}개까지 적거나 <code>none</code>이라고 적어 주세요.',
  'error.momentumNeedsSgd':
    '<code>momentum</code> 값이 {given}인데, 모멘텀은 <code>optimizer:sgd</code>에서만 쓸 수 있어요(지금 옵티마이저: {optimizer}). <code>optimizer:sgd</code>를 함께 적거나 momentum을 빼 주세요.',
  'error.dropoutNeedsLayers':
    '<code>dropout</code> 값이 {given}인데, 드롭아웃은 은닉 유닛을 빼는 거라서 은닉층이 없는 신경망에는 쓸 수 없어요. <code>layers:6,6</code>처럼 은닉층을 적거나 dropout을 빼 주세요.',
  'error.patienceNeedsValidation':
    '<code>patience</code> 값이 {given, number}인데, 검증용 행이 없으면 지켜볼 val_loss가 없어요. <code>validation:0.2</code>처럼 0보다 크고 0.9 이하인 비율을 함께 적어 주세요.',
  'error.csvAndData':
    'CSV 파일과 <code>data:{data}</code> 옵션이 함께 왔어요. 둘 중 하나만 골라 주세요.',
  'error.targetNeedsCsv':
    '<code>target</code> 값이 “{target}”인데, 내 CSV의 열 이름만 쓸 수 있어요. <code>{data}</code> 데이터는 맞힐 열이 이미 정해져 있어요.',
  'error.taskNeedsCsv':
    '<code>task</code> 값이 <code>{task}</code>인데, 내 CSV에만 쓸 수 있어요. <code>{data}</code> 데이터는 과제가 이미 정해져 있어요.',
  'error.choicesNeedFile':
    '<code>{option}</code> 옵션은 내 파일의 열을 고를 때 써요. {way_fitTable}.',
  'error.previewGone':
    '그 파일은 이제 열 수 없어요. 보낸 사람만, 하루 동안 쓸 수 있거든요. 다시 보내 주세요.',
  'error.nothingToStop': '지금 돌고 있는 내 학습이 없어서 멈출 것이 없어요.',
  'error.notYourRun': '<code>{run}</code>: {owner} 님의 학습이에요. 시작한 사람만 멈출 수 있어요.',

  'error.nothingToPause': '지금 돌고 있는 내 학습이 없어서 잠깐 멈출 것이 없어요.',
  'error.nothingToResume':
    '잠깐 멈춰 둔 내 학습이 없어요. <code>/runs</code>로 내 학습을 볼 수 있어요.',
  'error.notYourRunToPause':
    '<code>{run}</code>: {owner} 님의 학습이에요. 시작한 사람만 잠깐 멈추거나 이어서 할 수 있어요.',

  'error.notYourView':
    '<code>{run}</code> 학습은 {owner} 님의 것이라 보기도 그분만 바꿀 수 있어요. 내 학습에도 같은 버튼이 있어요.',

  'stop.which': '돌고 있는 학습이 여러 개예요. 어느 것을 멈출까요?',
  'stop.button': '{run} 멈추기',
  'stop.stopping':
    '<code>{run}</code> 학습을 하던 이터레이션까지만 하고 멈춰요. 결과는 남아 있어요.',
  'stop.unqueued': '<code>{run}</code> 학습은 시작하기 전이라 대기열에서만 뺐어요.',
  'stop.waitsForSpace':
    '<code>{run}</code> 학습은 디스크 공간을 기다리는 중이에요. 공간이 생기면 결과를 남기고 멈춰요.',
  'stop.nothingYet': '<code>{run}</code> 학습을 멈춰요. 마친 에포크가 없어서 결과는 없어요.',
  'stop.waitsForWorkers':
    '<code>{run}</code> 학습은 학습할 컴퓨터를 기다리는 중이에요. 연결되면 배운 것을 시험해 보고 멈춰요.',
  'stop.overAlready': '<code>{run}</code> 학습은 벌써 끝나 있었어요.',

  'pause.which': '어느 학습을 잠깐 멈출까요?',
  'pause.button': '{run} 잠깐 멈추기',
  'pause.pausing':
    '<code>{run}</code> 학습은 하던 에포크 {epoch, number}까지 마치고 잠깐 멈춰요. <code>/resume {run}</code> 명령으로 이어서 할 수 있고, 그때까지 내 학습 하나로 세요.',
  'pause.paused':
    '<code>{run}</code> 학습을 잠깐 멈췄어요. <code>/resume {run}</code> 명령으로 그 자리부터 이어서 할 수 있고, 그때까지 내 학습 하나로 세요.',
  'pause.overAlready': '<code>{run}</code> 학습은 벌써 끝났거나 끝나는 중이라 잠깐 멈출 수 없어요.',
  'resume.which': '잠깐 멈춘 학습 가운데 어느 것을 이어서 할까요?',
  'resume.button': '{run} 이어서 하기',
  'resume.goesOn': '<code>{run}</code> 학습을 멈췄던 자리부터 이어서 해요.',
  'resume.notPaused': '<code>{run}</code> 학습은 멈춰 있지 않아요.',

  'runs.title': '내 학습, 최근 것부터',
  'runs.suggestion': '{run} · {data} · 에포크 {epochs, number} · 배치 {batch, number} · {when}',
  'runs.line':
    '<code>{run}</code> · <b>{data}</b>, epochs {epochs, number}, batch {batch, number} · {when} ·',
  'runs.phase.queued': '차례를 기다리는 중이에요.',
  'runs.waitsForSpace': '디스크 공간을 기다리는 중, 에포크 {done, number}번 마침.',
  'runs.waitsForWorkers': '학습할 컴퓨터를 기다리는 중, 에포크 {done, number}번 마침.',
  'runs.paused': '잠깐 멈춤, 에포크 {done, number}번 마침.',
  'runs.phase.training': '학습 중, 에포크 {done, number}번 마침.',
  'runs.phase.stopping': '멈추는 중, 에포크 {done, number}번 마침.',
  'runs.phase.completed': '끝.',
  'runs.phase.stopped': '에포크 {done, number}번 하고 멈춤.',
  'runs.endedEarly': '에포크 {done, number}번에서 조기 종료로 끝.',
  'runs.failed': '저희 쪽 문제로 멈췄어요(오류 번호 <code>{fault}</code>).',
  'runs.result': 'loss {loss}, {metric} {value}',
  'runs.resultTest': 'loss {loss}, {metric} {value}, 시험 {metric} {test}',
  'runs.view':
    '이제 <code>{run}</code> 학습과 다음 학습을 {view, select, compact {좁은 화면에 맞게} other {Keras가 출력하는 그대로}} 보여 드려요. 같은 버튼을 누르면 되돌아가요.',
  'runs.viewOutOfReach':
    '<code>{run}</code> 학습 메시지는 이제 바꿀 수 없어요. 다음 학습부터 {view, select, compact {좁은 화면에 맞게} other {Keras가 출력하는 그대로}} 보여 드려요.',
  'runs.button.again': '{run} 다시 돌리기',
  'runs.button.code': '{run} 코드 보기',

  'data.title': '배울 수 있는 데이터',
  'data.line': '<b>{name}</b>: {rows, number}행, 맞힐 열은 <code>{target}</code>, {task}.',
  'data.look': '행이 어떻게 생겼는지는 <code>/data penguins</code>처럼 이름을 적으면 볼 수 있어요.',
  'data.firstRows': '열 이름과 처음 세 행의 값이에요:',
  'data.firstPictures':
    '처음 두 행을 그림으로 그렸어요. 파일에는 행마다 픽셀 값 {pixels, number}개가 윗줄부터 차례로 있고, 그다음에 숫자가 있어요:',
  'data.ownCsv': '내 데이터로 하려면: {way_table}. 학습하기 전에 무엇이 들었는지 먼저 보여 드려요.',
  'data.button': '{name} 학습하기',
  'data.file': '{rows, number}행 전체를 CSV 파일로 드려요: <code>{file}</code>.',

  'code.intro':
    '<code>{run}</code> 학습을 Keras 코드로 옮겼어요. Keras와 pandas가 깔려 있고 같은 폴더에 데이터 CSV 파일이 있으면 그대로 돌아가요.',
  'code.torch.intro':
    '<code>{run}</code> 학습을 PyTorch 반복문으로 옮겼어요. PyTorch와 pandas가 깔려 있고 같은 폴더에 데이터 CSV 파일이 있으면 그대로 돌아가요.',
  'code.torch.where': '세 가지가 코드의 어디에 있냐면:',
  'code.torch.where.epoch':
    '<b>에포크</b>: 바깥 반복문 <code>for epoch in range(1, {epochs} + 1)</code>이 한 번 도는 것. 학습용 {rows, number}행을 한 번씩 다 써요.',
  'code.torch.where.iteration':
    '<b>이터레이션</b>: 안쪽 반복문 <code>for x_batch, y_batch in loader</code>가 한 번 도는 것. 에포크마다 {steps, number}번 돌고, 돌 때마다 <code>optimizer.step()</code>에서 가중치를 한 번 고쳐요.',
  'code.torch.where.batch':
    '<b>배치</b>: 한 번 돌 때 꺼내 오는 행들, <code>DataLoader(rows, batch_size={batch}, shuffle=True)</code>{last, select, whole {.} other {. 에포크의 마지막 배치만 {last}행이에요.}}',
  'code.button.pytorch': 'PyTorch로 보기',
  'code.button.keras': 'Keras로 보기',

  'language.set': '이제부터 한국어로 답할게요.',
  'language.auto': '이제부터 채팅에 설정된 언어로 답할게요.',

  'help.title': '신경망이 어떻게 배우는지 알아봐요',
  'help.welcome':
    '<code>/fit epochs:20 batch:10</code>을 입력하고 진짜 신경망이 배우는 모습을 지켜보세요. 에포크, 이터레이션, batch_size가 뭔지 눈에 보여요.',
  'help.options':
    '옵션은 <code>이름:값</code>으로 적고, 안 적어도 돼요. 어떤 옵션이 있는지는 <code>/help fit</code>에서 볼 수 있어요. 조금 더 길게 쓰면: <code>/fit data:penguins epochs:50 batch:16 layers:16,8 dropout:0.2 validation:0.2 patience:5</code>',
  'help.noOptions': '옵션은 없어요.',
  'help.ways': '파일은 {way_file}. {way_commands}',
  'help.keras':
    'Keras 코드도 통해요. <code>model.fit(X_train, y_train, batch_size=10, epochs=20)</code>을 그대로 붙여 넣어 봐요.',
  'help.secondOpinion':
    '무슨 뜻인지 제가 잘 모르겠는 질문은 언어 모델에도 보내요. 모델은 준비된 답 중에서 하나를 고르기만 해요.',
};
