import type { board as english } from '../en/board.js';

/** 현황판: 메시지 하나에 여러 학습. */
export const board: Record<keyof typeof english, string> = {
  'board.channel.title': '여기서 진행 중인 학습',
  'board.channel.ended': '여기서 진행한 학습',
  'board.channel.intro':
    '지금 여럿이 함께 학습하고 있어서, 이 메시지 하나에 한 줄씩 보여 줘요. 끝난 학습은 저마다 메시지를 따로 받아요.',
  'board.channel.over': '학습 {runs, number}개가 모두 끝났어요. 결과는 저마다 따로 올라와 있어요.',
  'board.joined':
    '지금 여럿이 함께 학습하고 있어서, <code>{run}</code> 학습은 “{title}” 메시지에서 보여 줘요. 거기서 {place, number}번째이고, 내 이름이 붙어 있어요. 끝나면 그래프, 파일, 버튼이 든 메시지를 따로 올려요. <code>/runs</code>를 쓰면 나한테만 보여 줘요.',
  'board.button.runs': '내 학습 보기',
  'board.waiting': '대기 중',
  'board.waitsForWorkers':
    '<b>학습할 컴퓨터를 기다리는 중이에요.</b> 지금은 연결되는 컴퓨터가 없어요. 다시 연결되면 모두 저절로 이어서 하고, 잃는 것은 없어요.',
  'board.stopped': '멈춤',
  'board.failed': '중단됨',
  'board.paused': '일시정지',
  'board.refused': '시작 못 함',
  'board.more':
    '학습 {count, number}개는 자리가 모자라 여기에 안 보여요. 끝나면 나오는 파일에는 모든 학습의 모든 에포크가 들어 있어요.',
  'board.spoken': '학습 {runs, number}개 중 {over, number}개가 끝났어요.',
  'board.ahead':
    '지금 loss가 가장 낮은 쪽: {name}. {epochs, number}에포크 중 {done, number}에포크까지 loss {loss}.',
  'board.button.stop': '모두 멈추기',
  'error.noSuchBoard': '여기에는 <code>{board}</code>라는 현황판이 없어요.',
  'error.notYourBoard':
    '모두 멈추기는 이 학습들을 시작한 사람이나 관리자만 할 수 있어요. 내 학습은 <code>/stop</code>으로 멈출 수 있어요.',
  'stop.board': '이 현황판의 학습을 모두 멈추고 있어요. 지금까지 배운 것은 남아요.',
  'stop.boardOver': '이 학습들은 이미 끝났어요.',
};
