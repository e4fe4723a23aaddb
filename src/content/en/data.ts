/** Built-in data sets, and what can be wrong with a file. */
export const data = {
  'data.churn.about': 'Bank customers: who leaves the bank? 10 facts about each.',
  'data.churn.source':
    'Invented by a seeded program with the columns and broad statistics of the well-known bank-churn table; no row is real.',
  'data.penguins.about': 'Penguins of three species, told apart by their measurements.',
  'data.penguins.source':
    'Real: Palmer Station, Antarctica, 2007–2009 (K. Gorman; palmerpenguins, CC0), from the package @observablehq/sample-datasets (ISC).',
  'data.cars.about': 'Cars from 1970–1982: how many miles per gallon?',
  'data.cars.source':
    'Real: ASA Data Exposition 1983 (E. Ramos and D. Donoho; StatLib, given out for education and science), from the package @observablehq/sample-datasets (ISC).',
  'data.digits.about':
    'Handwritten digits, 0 to 9: which one is it? Each row is a picture of 8 × 8 pixels from 0 (white) to 16 (black).',
  'data.digits.source':
    'Real: digits written by 13 people, from UCI’s Optical Recognition of Handwritten Digits (E. Alpaydin and C. Kaynak, 1998; CC BY 4.0), as they come with scikit-learn (BSD-3-Clause).',
  'data.moons.about': 'Points on two interlocking half moons.',
  'data.moons.source': 'Generated from a fixed seed.',
  'data.circles.about':
    'Points on two circles, one inside the other: no straight line can separate them.',
  'data.circles.source': 'Generated from a fixed seed, as scikit-learn’s make_circles does.',
  'data.spiral.about': 'Points on three arms of a spiral: try more units in the hidden layers.',
  'data.spiral.source': 'Generated from a fixed seed.',
  'data.task.binary': 'yes or no (2 classes)',
  'data.task.multiclass': 'one of several classes',
  'data.task.regression': 'a number (regression)',
  'data.howSplit':
    'Rows are shuffled once, the same way for everyone: 80 % train, 20 % are kept for the test at the end.',
  'data.howPrepared':
    'Numbers are rescaled to mean 0 and standard deviation 1, categories become 0/1 columns. A gap in a number becomes the median, in a category the most frequent value; rows without a target are dropped.',
  'data.howRegression':
    'A target that is a number is rescaled too, so loss and mae count in standard deviations of the target.',

  'error.dataUnknown': 'There is no data set <code>{name}</code>; choose from {names}.',
  'error.validationTooLarge':
    '<code>validation:{share}</code> leaves none of the {rows, number} training rows to learn from; choose a smaller share.',
  'error.csvGone': 'That file is no longer stored here; please send it again.',
  'error.csvTooLarge': 'The file is {megabytes, number} MB; at most {max, number} MB can be read.',
  'error.csvWorkbook':
    'That is a spreadsheet workbook; save it as CSV (in Excel: Save As → CSV UTF-8) and send that.',
  'error.csvHtml':
    'That is a web page, not a CSV file; where you downloaded it, look for “CSV” or “raw”, or copy the table into a spreadsheet and save it as CSV.',
  'error.csvJson':
    "That is JSON, not CSV; save it as a table with one line per row, for example with pandas: <code>df.to_csv(''data.csv'', index=False)</code>.",
  'error.csvNotText': 'That file is not text, so it cannot be read as CSV.',
  'error.csvEmpty': 'The file is empty; a CSV needs a line of column names and rows below it.',
  'error.csvHeaderOnly': 'The file has column names but no rows below them.',
  'error.csvOneColumn':
    'The file has one column; at least two are needed, separated by commas, semicolons, tabs, bars (|) or spaces: one to learn from and one to predict.',
  'error.csvTooManyColumns':
    'The file has {columns, number} columns; at most {max, number} can be read.',
  'error.csvTooManyRows': 'The file has more than {max, number} rows, the most that can be read.',
  'error.csvLongCell':
    'A cell on line {line, number} is longer than {max, number} characters; shorten it, or check for a quote that is never closed.',
  'error.csvLongRow':
    'Line {line, number} has {cells, number} cells, but there are {columns, number} columns; put quotes around text that holds the separator.',
  'error.csvBroken':
    'A quote (") that opens on line {line, number} is never closed, or not where it should be; close it or take it out.',
  'error.csvNoTarget':
    'No column can be predicted: each is empty, always the same, or only numbers the rows.',
  'error.csvColumnUnknown':
    'There is no column <code>{given}</code> for <code>{option}</code>; {isNear, select, yes {did you mean <code>{likeliest}</code>?} other {its columns are {names}{more, plural, =0 {} other { and # more}}.}}',
  'error.csvTargetEmpty':
    'The column <code>{target}</code> has no values, so it cannot be predicted. {others, plural, =0 {No other column can be predicted either.} other {Choose another one, as in <code>target:{first}</code>; you can use {names}.}}',
  'error.csvTargetConstant':
    'The column <code>{target}</code> is always <code>{value}</code>, so there is nothing to learn. {others, plural, =0 {No other column can be predicted either.} other {Choose another one, as in <code>target:{first}</code>; you can use {names}.}}',
  'error.csvTargetTooManyClasses':
    'The column <code>{target}</code> has {classes, number} different values in {rows, number} rows. To tell classes apart, at most {max, number} of them may have two rows or more, and most rows must belong to those. {others, plural, =0 {No other column can be predicted either.} other {Choose another one, as in <code>target:{first}</code>; you can use {names}.}}',
  'error.csvTextAmount':
    '<code>task:amount</code> needs numbers, but the column <code>{target}</code> holds text; leave <code>task</code> out, and its values are treated as classes.',
  'error.csvTargetDropped':
    '<code>drop</code> names <code>{target}</code>, but that is the column to predict; take it out of <code>drop</code>, or predict another column.',
  'error.csvTooFewRows':
    'The file has {rows, plural, one {# row} other {# rows}} with a target; at least {min, number} are needed.',
  'error.csvNoInputs':
    'No column is left to learn from: all others are empty, always the same, or different in nearly every row.',
  'error.csvNoInputsChosen':
    'With <code>use</code> and <code>drop</code> no column is left to learn from; name at least one other than the one to predict.',
  'error.csvTooManyInputs':
    'The columns make {inputs, number} inputs once categories are 0/1 columns; at most {max, number} are possible.',
  'error.csvTooManyValues':
    '{rows, number} rows with {inputs, number} inputs each are too much; with so many inputs at most {max, number} rows are possible.',
} as const;
