import type { plane as english } from '../en/plane.js';

export const plane: Record<keyof typeof english, string> = {
  'plane.title': '{data}: 신경망이 답하는 {target}',
  'plane.frame': '{data}: 에포크 {epoch, number} / {epochs, number}',
  'plane.training': '학습용 점',
  'plane.training.some': '학습용 점 {rows, number}개 중 {drawn, number}개',
  'plane.test': '시험용 점',
  'plane.test.some': '시험용 점 {rows, number}개 중 {drawn, number}개',
  'plane.boundary': '경계',

  'plane.alt.classes':
    '{x}, {y} 평면의 점마다 신경망이 답하는 {target}에 따라 칠한 그림. 옅을수록 확신이 적어요.',
  'plane.alt.right':
    '시험용 점 {rows, number}개 중 {right, number}개가 {classes, plural, =2 {경계의} other {여러 경계의}} 맞는 쪽에 있어요.',
  'plane.alt.one': '어디서나 {class}라고 답해서 경계가 없어요.',
  'plane.alt.straight':
    '{classes, plural, =2 {경계는} other {경계마다}} 직선이에요 (벗어난 정도: 그림 한 변의 {percent}% 이내).',
  'plane.alt.bends':
    '{classes, plural, =2 {경계가} other {경계들이}} 휘어 있어요. 가장 잘 맞는 직선에서 그림 한 변의 {percent}%까지 벗어나요.',
  'plane.alt.enclosed': '닫힌 영역이 있는 클래스: {classes}. 경계가 그 둘레를 한 바퀴 돌아요.',
  'plane.alt.areas': '클래스별 영역 수: {areas}.',
  'plane.alt.amount':
    '{x}, {y} 평면을 신경망이 답하는 {target} 값으로 칠한 그림. 가장 작은 값 {least} ({x} {leastX}, {y} {leastY}), 가장 큰 값 {most} ({x} {mostX}, {y} {mostY}).',
  'plane.alt.flat':
    '답이 기울어진 판처럼 한 방향으로 고르게 커져요 (벗어난 정도: 답의 범위의 {percent}% 이내).',
  'plane.alt.curved':
    '답이 평평하게 기울어진 판은 아니에요. 그런 판에서 답의 범위의 {percent}%까지 벗어나요.',

  'run.button.film': '영상으로 보기',
  'command.film':
    '숫자 열 두 개로 배운 신경망의 경계가 에포크마다 어떻게 바뀌었는지 보여 주는 영상',
  'command.film.run': '어느 학습인지 id로 (안 적으면 마지막 학습)',
  'film.intro':
    '<code>{run}</code> 학습을 시드 {seed}부터 다시 했더니 모든 에포크가 비트 하나까지 똑같았어요. 에포크 {epochs, number}번 중 {frames, number}번을 영상에 담았어요.',
  'film.alt': '{x}, {y} 평면을 그림 {frames, number}장으로 보여 주는 영상.',
  'film.epoch': '에포크 {epoch, number}: {words}',
  'error.noPlane':
    '경계를 그리려면 입력이 숫자 열 두 개뿐이고 클래스가 7개까지여야 하는데, <code>{run}</code> 학습에는 맞지 않아요. <code>/fit data:circles</code>로 학습하거나, 내 표라면 <code>use:</code>에 숫자 열 두 개를 적어 주세요.',
  'error.filmNotOver':
    '<code>{run}</code> 학습은 아직 진행 중이에요. 끝나면 영상을 만들 수 있어요.',
  'error.filmShort':
    '<code>{run}</code> 학습에서 끝난 에포크가 {epochs, plural, =0 {없어요} other {하나뿐이에요}}. 영상은 두 번부터 만들 수 있어요.',
  'error.filmLong':
    '영상을 만들려면 <code>{run}</code> 학습을 다시 해야 해요. 계산에 {seconds, number}초가 걸렸는데, 영상은 {max, number}초까지의 학습으로만 만들어요.',
  'error.filmDiffers':
    '<code>{run}</code> 학습을 다시 했더니 결과가 달랐어요. 에포크 {epoch, number}의 loss: 전에는 {before}, 이번에는 {again}. 다른 학습을 보여 주게 되니 영상은 만들지 않았어요.',
  'error.filmWeights':
    '<code>{run}</code> 학습을 다시 했더니 마지막 가중치가 달랐어요. 다른 학습을 보여 주게 되니 영상은 만들지 않았어요.',
  'error.filmNoNumbers':
    '<code>{run}</code> 학습의 신경망은 nan만 답해서 그릴 것이 없어요. <code>lr:</code>을 더 작게 해 보세요.',
};
