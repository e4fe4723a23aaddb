import type { slowMotion as english } from '../en/slow-motion.js';
import { commands } from './commands.js';

export const slowMotion: Record<keyof typeof english, string> = {
  'command.step': '학습을 느리게 보기: 이터레이션 한 번씩, 숫자를 모두 보면서',
  'command.step.epochs': commands['command.fit.epochs'],
  'command.step.batch': commands['command.fit.batch'],
  'command.step.data': commands['command.fit.data'],
  'command.step.csv': commands['command.fit.csv'],
  'command.step.target': commands['command.fit.target'],
  'command.step.task': commands['command.fit.task'],
  'command.step.use': commands['command.fit.use'],
  'command.step.drop': commands['command.fit.drop'],
  'command.step.layers': commands['command.fit.layers'],
  'command.step.activation': commands['command.fit.activation'],
  'command.step.dropout': commands['command.fit.dropout'],
  'command.step.l2': commands['command.fit.l2'],
  'command.step.optimizer': commands['command.fit.optimizer'],
  'command.step.lr': commands['command.fit.lr'],
  'command.step.momentum': commands['command.fit.momentum'],
  'command.step.validation': commands['command.fit.validation'],
  'command.step.seed': '시드가 같으면 학습도 같아요. 안 적으면 like 학습의 시드, 없으면 새 시드',
  'command.step.like': '예전 학습의 id나 코드. 똑같은 학습을 느리게 다시 봐요',

  'error.stepGone':
    '이 느리게 보기는 이제 남아 있지 않아요. 최근 {most, number}개까지만 남겨 둬요. <code>/step</code>으로 새로 시작해 보세요.',
  'error.stepNotYours':
    '{owner} 님의 느리게 보기라서 그분만 누를 수 있어요. <code>/step</code>으로 직접 시작해 보세요.',
  'error.stepByButtons':
    '그건 느리게 보기 아래 버튼이 쓰는 값이에요. <code>/step batch:10</code>으로 시작해 보세요.',
  'error.stepReadOtherwise':
    '튜터가 이 파일을 더 꼼꼼히 읽게 되기 전에 시작한 거라서 이어 갈 수 없어요. <code>/step</code>으로 새로 시작해 주세요.',

  'step.head':
    '{isRun, select, yes {<code>{run}</code> 학습 <b>느리게 보기</b>} other {<b>느리게 보기</b>}} · <b>{data}</b> 데이터로 <b>{target}</b> 맞히는 법을 배워요.',
  'step.rows':
    '학습용 행 {training, number}개 ÷ batch_size {batch, number} {last, plural, =0 {=} other {→}} 에포크마다 이터레이션 {steps, number}번{last, plural, =0 {} other {{steps, plural, =1 {} other {(마지막 배치는 {last, number}행)}}}}.{validation, plural, =0 {} other { 검증용 행 #개는 val_loss에만 쓰고, 배치에는 들어가지 않아요.}}',
  'step.start':
    '아직 아무것도 안 배웠어요. 가중치 {weights, number}개가 모두 무작위 숫자예요. <b>다음</b>을 누르면 신경망이 <b>배치</b> 하나({rows, number}행)를 보고 모든 가중치를 조금씩 바꿔요. 이게 <b>이터레이션</b> 한 번이에요.',
  'step.iteration':
    '{epochs, plural, =1 {} other {에포크 {epoch, number}/{epochs, number}, }}<b>이터레이션 {steps, number}번 중 {step, number}번째</b>: 지금까지 가중치가 <b>{updates, number}번</b> 바뀌었어요.{first, select, yes { (이터레이션: 배치 하나를 넣고 모든 가중치를 한 번 바꾸는 것)} other {}}',
  'step.made': '이터레이션 {made, number}번을 한꺼번에 했고, 보이는 건 그중 마지막이에요.',
  'step.outOfTime': '한 번 눌러서 쓸 수 있는 시간이 다 됐어요. 한 번 더 누르면 이어서 해요.',
  'step.batch':
    '<b>이번 배치</b>{first, select, yes {(한꺼번에 보는 행들)} other {}}: 이번 에포크 순서로 {rows, plural, =1 {{from, number}번째 행} other {{from, number}~{to, number}번째 행}}. 가중치가 바뀌기 전에 신경망이 한 답:',
  'step.row.class':
    '<b>{row, number}번 행</b>({values}): {target} {predicted}, {percent}% 확신. {is, select, right {✓ 맞음} other {✗ 정답은 {right}}}',
  'step.row.amount': '<b>{row, number}번 행</b>({values}): {target} {predicted}. 정답은 {right}',
  'step.right': '{rows, number}행 중 {right, number}행을 맞혔어요.',
  'step.dropout':
    '드롭아웃이라 배우는 동안에는 은닉 유닛 몇 개를 무작위로 빼요. 위의 답은 전체 신경망의 답이고, 아래 손실은 유닛이 빠진 신경망의 손실이에요.',
  'step.loss':
    '이 배치의 <b>손실</b>{first, select, yes {(loss: 답이 얼마나 빗나갔는지. 작을수록 좋아요)} other {}}: <b>{loss}</b>.',
  'step.mean.one': '막대에는 이번 에포크의 평균이 나와요. 아직 배치가 하나라 같은 값이에요.',
  'step.mean.first':
    '막대에는 배치 {count, number}개의 평균이 나와요: ({terms}) / {count} {sign} <b>{mean}</b>.',
  'step.mean.later':
    '막대에는 이번 에포크의 평균이 나와요. 앞의 {before, number}행은 {mean0}, 이번 {rows, number}행은 {loss}라서 ({mean0} × {before} + {loss} × {rows}) / {all} {sign} <b>{mean}</b>.{isShort, select, yes { 마지막 배치는 행이 적어서 그만큼 적게 반영돼요.} other {}}',
  'step.mean.rows':
    '막대에는 이번 에포크 {rows, number}행의 평균이 나와요. 마지막 배치는 행이 적어서 그만큼 적게 반영돼요: ({terms}) / {rows} {sign} <b>{mean}</b>.',
  'step.gradient':
    '<b>기울기</b>{first, select, yes {(gradient: 그 가중치가 커지면 손실이 어떻게 변하는지)} other {}}: 가중치 {weights, number}개에서 평균 크기 {size}.',
  'step.weight':
    '그중 하나, <b>{from}</b>에서 {to, select, neuron {첫 은닉층 {unit, number}번 뉴런으로} class {{target} 출력으로} other {출력으로}} 가는 가중치: {before} → <b>{after}</b>{moved, select, yes {} other {(소수 여섯째 자리까지 그대로)}}, 기울기 {gradient}.',
  'step.weight.sgd': 'sgd: {before} − learning_rate {lr} × {gradient} {sign} {after}.',
  'step.weight.momentum': 'sgd에 모멘텀이 있어서, 바로 앞 걸음의 일부가 이번 걸음에 이어져요.',
  'step.weight.adam': 'adam은 이번 기울기와 앞선 기울기들을 함께 보고 한 걸음을 정해요.',
  'step.weight.rmsprop': 'rmsprop은 기울기를 그 가중치의 최근 기울기 크기로 나눠서 움직여요.',
  'step.ended':
    '<b>에포크 {epoch, number} 끝</b>: 학습용 행 {rows, number}개를 모두 한 번씩 썼고, 이터레이션은 {steps, number}번이었어요. 위의 숫자는 이 학습을 <code>/fit</code>으로 할 때 나오는 것과 같아요.',
  'step.asInRun':
    '<code>{run}</code> 학습도 에포크 {epoch, number}에서 정확히 이 숫자였어요. 같은 학습을 느리게 본 거예요.',
  'step.order':
    '에포크를 시작할 때마다 행의 순서를 <b>섞어요</b>. 이번 에포크는 {order} …번 행으로 시작했고, 다음 에포크는 {next} …번 행으로 시작{isLast, select, yes {할 차례예요(이번이 마지막)} other {해요}}.',
  'step.playing': '<b>재생 중</b>이에요. 길어도 에포크가 끝나면 멈춰요.',
  'step.stopped':
    '<b>멈췄어요.</b> {updates, plural, =0 {가중치는 아직 안 바뀌었어요.} other {가중치가 #번 바뀌었어요.}}',
  'step.done':
    '<b>끝났어요.</b> 에포크 {epochs, number}번 × 이터레이션 {steps, number}번 = <b>가중치가 {updates, number}번</b> 바뀌었어요.',
  'step.spoken':
    '{data} 느리게 보기: 에포크 {epochs, number}번 중 {epoch, number}번째, 이터레이션 {steps, number}번 중 {step, number}번째. 이 배치의 손실 {loss}, 지금까지 평균 {mean}. 가중치가 {updates, number}번 바뀌었어요.',
  'step.button.next': '다음',
  'step.button.ten': '10번 더',
  'step.button.end': '에포크 끝까지',
  'step.button.play': '재생',
  'step.button.pause': '일시정지',
  'step.button.stop': '그만 보기',
  'step.button.again': '느리게 다시 보기',
  'run.button.slow': '느리게 보기',
};
