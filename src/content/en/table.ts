/** How a table and its file were understood. */
export const table = {
  'table.title': '{file}: {rows, number} rows, {columns, number} columns',
  'table.spoken':
    '{file} has {rows, number} rows and {columns, number} columns. Nothing has been trained yet.',
  'table.nothingYet': 'Nothing has been trained yet. This is how I understand the file:',

  'table.separator':
    'Its cells are separated by {separator, select, semicolon {semicolons} tab {tabs} bar {bars (|)} other {spaces}}.',

  'table.defaultTarget':
    'I predict <b>{target}</b>, {place, select, last {the last column} other {the last column that can be learned}}, since none was chosen. To predict another one: <code>target:{other}</code>.',
  'table.chosenTarget': 'To predict: <b>{target}</b>.',
  'table.task.classes': 'Its values are {count, number} classes: {classes}.',
  'table.task.amount': 'Its values are amounts{unit, select, none {} other { in {unit}}}.',
  'table.class': '{name} ({rows, plural, one {# row} other {# rows}})',
  'table.moreClasses': 'and {count, number} more',
  'table.rareClasses':
    '{count, plural, one {The class {names} has} other {The classes {names} have}} just one row, and one row cannot be both learned from and tested on: {rows, plural, one {it was} other {these # rows were}} left out.',
  'table.balance':
    'Only {percent} % of the rows are <b>{class}</b>: always answering something else is right {others} % of the time. So look at how many of those rows are found, not at accuracy alone.',

  'table.columns': 'Its columns:',
  'table.kind.number': 'number',
  'table.kind.numberIn': 'number in {unit}',
  'table.kind.date': 'date',
  'table.kind.category': '{count, plural, one {# value} other {# different values}}',
  'table.gaps': '{count, plural, one {# gap} other {# gaps}}',
  'table.examples': 'e.g. {examples}',
  'table.toPredict': '<b>to predict</b>',
  'table.leftOut': 'left out: {reason}',
  'table.allColumns': 'All {count, number} columns are in the file <code>{file}</code>.',

  'table.cannot': '<b>This cannot be trained as it is.</b>',
  'table.howToChange':
    'Change it with the buttons, or {way_fitTable}: <code>target:{target}</code>, <code>task:amount</code> or <code>task:classes</code>, <code>drop:</code> or <code>use:</code> with column names.',
  'table.button.train': 'Train on it',
  'table.button.target': 'Predict {target}',
  'table.button.classes': 'Treat {target} as classes',
  'table.button.amount': 'Treat {target} as amounts',
  'table.press':
    'Others can read along here. Press the button, and only you can see what is in {file}; nothing has been trained yet.',
  'table.button.look': 'See what is in it',
} as const;
