/** How a file was understood: shown at the start of a run, and in full in its preview. */
export const reading = {
  'reading.encodingGuessed':
    '{guess, select, unlikely {I could not tell how the file stores its letters; it was read as <b>{encoding}</b>. If letters look wrong} other {The file does not say how its letters are stored; <b>{encoding}</b> is the best guess. If letters look wrong}}, save it as “CSV UTF-8” and send it again.',
  'reading.encoding.utf-8': 'UTF-8',
  'reading.encoding.utf-16le': 'UTF-16',
  'reading.encoding.utf-16be': 'UTF-16',
  'reading.encoding.cp949': 'Korean (cp949)',
  'reading.encoding.shift_jis': 'Japanese (Shift_JIS)',
  'reading.encoding.euc-jp': 'Japanese (EUC-JP)',
  'reading.encoding.gb18030': 'Chinese (GBK)',
  'reading.encoding.big5': 'Chinese (Big5)',
  'reading.encoding.windows-1251': 'Cyrillic (Windows-1251)',
  'reading.encoding.windows-1252': 'Western (Windows-1252)',
  'reading.decimalComma': 'Numbers are written with a decimal comma (1,5 is one and a half).',
  'reading.decimalGuessed':
    '<b>{number}</b> was read as {sign, select, comma {a number with thousands} other {a number with decimals}}, which is a guess: nothing in the file says which. If it means {sign, select, comma {decimals, write them after a point} other {thousands, write them without the point}}.',
  'reading.headerMissing':
    'The first line already holds data, so the columns are called <code>column_1</code>, <code>column_2</code> and so on.',
  'reading.linesAbove':
    '{lines, plural, one {# line} other {# lines}} above the column names {lines, plural, one {was} other {were}} skipped.',
  'reading.headersRepeated':
    '{lines, plural, one {# repeated header was} other {# repeated headers were}} left out.',
  'reading.totals':
    '{rows, plural, one {A row of totals was} other {# rows of totals were}} left out ({names}).',
  'reading.footer':
    '{lines, plural, one {# line} other {# lines}} below the table {lines, plural, one {was} other {were}} left out (“{example}”).',
  'reading.odd':
    '{column}: {count, plural, one {# cell counts as a gap} other {# cells count as gaps}} ({examples}).',
  'reading.units': 'Units: {columns}.',
  'reading.unit': '{column} in {unit}',
  'reading.dates': '{column} became {parts}.',
  'reading.part.days': 'days since the first date',
  'reading.part.year': 'year',
  'reading.part.month': 'month',
  'reading.part.weekday': 'weekday',
  'reading.part.hour': 'hour',
  'reading.dateOrder':
    '{column} could be read in two ways; <b>{order, select, dmy {day before month} mdy {month before day} other {year first}}</b> is the guess.',
  'reading.merged': '{column}: {variants} counted as {value}.',
  'reading.rare':
    '{column}: {values, plural, one {# value with few rows counts} other {# values with few rows each count}} as “other” ({rows, number} rows).',
  'reading.givesAway':
    '<b>The answer may be among the inputs</b>: {columns} is enough to tell {target}. A very good result may mean only that.',
  'reading.more': '{count, number} more',
} as const;
