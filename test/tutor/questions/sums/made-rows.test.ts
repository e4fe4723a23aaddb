/** Several numbers make the rows only where the question says how. */
import { describe, expect, test } from 'vitest';
import { normalText } from '../../../../src/tutor/questions/normal-text.js';
import { readSum } from '../../../../src/tutor/questions/sums/reading.js';

const rowsMade = (text: string): number | undefined => readSum(normalText(text)).made?.rows;

describe('kinds of the same sort of thing are added', () => {
  test.each([
    ['640 cats and 360 dogs', 1000],
    ['300 cats + 200 dogs', 500],
    ['640 cats, 360 dogs in total', 1000],
    ['my pictures: 640 cats, 360 dogs', 1000],
    ['640 photos of cats and 360 of dogs, batch 20', 1000],
    ['250 cat photos plus 1600 dog images', 1850],
    ['강아지 1200장 고양이 1300장', 2500],
    ['사과 120장, 배 80장, 바나나 100장 있어요', 300],
    ['광고 300건이랑 기사 200건', 500],
    ['쿠키 300개, 빵 200개 합쳐서 배치 20', 500],
  ])('%s', (text, rows) => {
    expect(rowsMade(text)).toBe(rows);
  });

  test.each([
    '640 cats, 360 dogs, batch 20',
    '1,500 customers, 75 portions',
    '900 photos and 30 handfuls',
    '250 leaves, 20 mis-sorted',
    '555 hits and 185 flops',
    'an embedding layer with 5,000 words and 16 dimensions',
    '2000 rows and 45 countries',
    '그래픽카드 2장에 묶음 100개',
    '손님 1500명 묶음 75개',
    '사탕 300개, 봉지 20개',
    '데이터 8,000개에 GPU 2장',
    '9,140장 맞고 860장 틀렸더라',
    '기록이 4,350건 있고 50건 단위로',
    '초당 500행 처리하고 2만행이면',
    '정정할게요 770행 아니고 777행이에요',
  ])('but no others: %s', (text) => {
    expect(rowsMade(text)).toBeUndefined();
  });
});

describe('as many of each are multiplied where something holds them', () => {
  test.each([
    ['5 classes with 300 images each', 1500],
    ['7 classes, 150 each', 1050],
    ['a folder w/ 3 subfolders, 400 jpgs in each', 1200],
    ['50 students w/ 20 drawings each', 1000],
    ['5개 반에 300장씩 모았고', 1500],
    ['학생 50명이 그림 20장씩 그렸고', 1000],
  ])('%s', (text, rows) => {
    expect(rowsMade(text)).toBe(rows);
  });

  test.each([
    '20,500 rows, 128 each',
    '240 patients, 16 apiece',
    '4 cards with 16 each',
    'accumulated 4 times with 16 rows each',
    '20 classes and 2000 pictures, 100 each',
    '고객 900명을 20개씩',
  ])('but no batches: %s', (text) => {
    expect(rowsMade(text)).toBeUndefined();
  });
});
