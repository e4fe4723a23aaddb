import type { table as english } from '../en/table.js';

export const table: Record<keyof typeof english, string> = {
  'table.title': '{file}: {rows, number}행, {columns, number}열',
  'table.spoken':
    '{file} 파일에는 {rows, number}행, {columns, number}열이 있어요. 아직 아무것도 학습하지 않았어요.',
  'table.nothingYet': '아직 아무것도 학습하지 않았어요. 파일을 이렇게 읽었어요.',

  'table.separator':
    '{separator, select, semicolon {칸이 세미콜론(;)으로 나뉘어 있어요.} tab {칸이 탭으로 나뉘어 있어요.} bar {칸이 세로줄(|)로 나뉘어 있어요.} other {칸이 빈칸으로 나뉘어 있어요.}}',

  'table.defaultTarget':
    '맞힐 열을 따로 적지 않아서 {place, select, last {마지막 열} other {값이 있는 마지막 열}}, <b>{target}</b> 값을 맞혀요. 다른 열을 맞히려면 <code>target:{other}</code>처럼 적어 주세요.',
  'table.chosenTarget': '맞힐 열: <b>{target}</b>.',
  'table.task.classes': '값을 클래스 {count, number}개로 봐요: {classes}.',
  'table.task.amount': '값을 수량으로 봐요{unit, select, none {} other {(단위 {unit})}}.',
  'table.class': '{name}({rows, number}행)',
  'table.moreClasses': '그 밖에 {count, number}개',
  'table.rareClasses':
    '{names} 클래스는 {count, plural, =1 {행이} other {저마다 행이}} 하나뿐이에요. 한 행으로 배우면서 시험까지 볼 수는 없어서 {rows, number}행을 뺐어요.',
  'table.balance':
    '<b>{class}</b> 행은 전체의 {percent}%뿐이에요. 한 번도 그렇게 답하지 않아도 {others}%는 맞으니까, accuracy만 보지 말고 그 가운데 몇 개를 찾아냈는지 보세요.',

  'table.columns': '열은 이래요.',
  'table.kind.number': '숫자',
  'table.kind.numberIn': '숫자(단위 {unit})',
  'table.kind.date': '날짜',
  'table.kind.category': '값 {count, number}가지',
  'table.gaps': '빈칸 {count, number}개',
  'table.examples': '예: {examples}',
  'table.toPredict': '<b>맞힐 열</b>',
  'table.leftOut': '뺌: {reason}',
  'table.allColumns': '{count, number}개 열 전부는 <code>{file}</code> 파일에 있어요.',

  'table.cannot': '<b>이대로는 학습할 수 없어요.</b>',
  'table.howToChange':
    '버튼으로 바꿀 수 있어요. 아니면 {way_fitTable}: <code>target:{target}</code>, <code>task:amount</code>(수량)나 <code>task:classes</code>(클래스), <code>drop:</code>이나 <code>use:</code> 뒤에 열 이름.',
  'table.button.train': '이걸로 학습하기',
  'table.button.target': '{target} 맞히기',
  'table.button.classes': '{target} 값을 클래스로 보기',
  'table.button.amount': '{target} 값을 수량으로 보기',
  'table.press':
    '여기는 다른 사람도 함께 보는 곳이에요. 버튼을 누르면 {file} 파일에 무엇이 들었는지 혼자만 볼 수 있어요. 아직 아무것도 학습하지 않았어요.',
  'table.button.look': '들여다보기',
};
