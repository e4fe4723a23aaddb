import type { reading as english } from '../en/reading.js';

export const reading: Record<keyof typeof english, string> = {
  'reading.encodingGuessed':
    '{guess, select, unlikely {글자가 어떤 방식으로 저장됐는지 알아내지 못해서 우선 <b>{encoding}</b> 파일로 읽었어요.} other {글자 저장 방식이 적혀 있지 않아서 <b>{encoding}</b> 파일로 보고 읽었어요.}} 글자가 깨져 보이면 엑셀에서 “CSV UTF-8”로 저장해 다시 올려 주세요.',
  'reading.encoding.utf-8': 'UTF-8',
  'reading.encoding.utf-16le': 'UTF-16',
  'reading.encoding.utf-16be': 'UTF-16',
  'reading.encoding.cp949': '한국어(cp949)',
  'reading.encoding.shift_jis': '일본어(Shift_JIS)',
  'reading.encoding.euc-jp': '일본어(EUC-JP)',
  'reading.encoding.gb18030': '중국어(GBK)',
  'reading.encoding.big5': '중국어(Big5)',
  'reading.encoding.windows-1251': '키릴 문자(Windows-1251)',
  'reading.encoding.windows-1252': '서유럽어(Windows-1252)',
  'reading.decimalComma': '쉼표를 소수점으로 읽었어요(1,5는 1과 2분의 1).',
  'reading.decimalGuessed':
    '<b>{number}</b>에서 {sign, select, comma {쉼표는 천 단위 구분으로} other {점은 소수점으로}} 읽었어요. 파일만 봐서는 확실하지 않아요. {sign, select, comma {소수라면 쉼표 대신 점을 써} other {천 단위 구분이라면 점을 빼}} 주세요.',
  'reading.headerMissing':
    '첫 줄부터 데이터라서 열 이름을 <code>column_1</code>, <code>column_2</code>처럼 붙였어요.',
  'reading.linesAbove': '열 이름 위에 있는 {lines, number}줄은 건너뛰었어요.',
  'reading.headersRepeated': '중간에 되풀이된 열 이름 {lines, number}줄은 뺐어요.',
  'reading.totals': '합계 행 {rows, number}개는 뺐어요({names}).',
  'reading.footer': '표 아래에 있는 {lines, number}줄은 뺐어요(“{example}”).',
  'reading.odd': '{column}: {count, number}칸은 빈칸으로 봤어요({examples}).',
  'reading.units': '단위: {columns}.',
  'reading.unit': '{column}: {unit}',
  'reading.dates': '{column} 열은 {parts} 값으로 바꿨어요.',
  'reading.part.days': '첫 날짜부터 지난 날수',
  'reading.part.year': '연도',
  'reading.part.month': '월',
  'reading.part.weekday': '요일',
  'reading.part.hour': '시각',
  'reading.dateOrder':
    '{column} 열의 날짜는 두 가지로 읽을 수 있어서 <b>{order, select, dmy {일/월} mdy {월/일} other {연/월/일}}</b> 순서로 봤어요.',
  'reading.merged': '{column}: {variants}도 모두 {value} 값으로 셌어요.',
  'reading.rare':
    '{column}: 행이 적은 값 {values, number}가지는 “other” 하나로 묶었어요(행 {rows, number}개).',
  'reading.givesAway':
    '<b>입력에 답이 들어 있는 것 같아요.</b> {columns} 열만 봐도 {target} 값을 알 수 있어요. 결과가 아주 좋아도 그 때문일 수 있어요.',
  'reading.more': '그 밖에 {count, number}개',
};
