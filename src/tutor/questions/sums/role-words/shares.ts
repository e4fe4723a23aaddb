/** Words for shares of the rows, right answers, and batches that are split or added up. */
import { words } from '../words.js';
import { after, around, before, named, type Evidence } from './evidence.js';

const { row, rowKorean, counter, validation, test, accuracy, gpu } = words;
const anyRow = `(?:${row}|(?:${counter}(?:의)? ?)?${rowKorean}|${counter}(?![a-z]))`;

export const shareWords: readonly Evidence[] = [
  around(
    'perGpu',
    12,
    `(?:${gpu})(?: with| at| of|,)* §(?: ?(?:${anyRow}))? ?(?:(?:on |for |to |in )?each|apiece|per (?:step|batch))|§(?: ?(?:${anyRow}|개|장))?(?: ?씩)? ?(?:per|on each|for each|to each|each|in each|a) (?:${gpu})|(?:(?:each|every|one|per) (?:${gpu})|(?:${gpu}) each)(?: to)? (?:gets?|has|have|takes?|see|sees|processes|handles?|holds?|work on|process)? ?§|(?:${gpu}) ?(?:하나|한 ?개|한 ?장|한 ?대|1개)?(?:에|당|마다|가)? ?(?:각각|각) ?§|(?:${gpu}) ?(?:하나에|하나당|당|마다|한 ?대에|한 ?장에) ?§|(?:${gpu}) ?# ?(?:개|장|대)(?:에)?(?:서)? ?(?:(?:각각|각각에|각) ?§|§ ?(?:개|장)?씩)`,
  ),
  named('validationSplit', 'validation_?split|val_?split|validation|split'),
  before(
    'validationSplit',
    7,
    `(?:${validation}|val)(?:[_ ]?(?:split|비율|세트|셋|데이터|data|set|용|share|portion|fraction))*|검증용?|split(?: of)?|(?:hold|holding|held|set|setting|keep|keeping|kept|put) (?:out|back|aside)`,
  ),
  after(
    'validationSplit',
    7,
    `(?:of (?:it|them|the data|the rows) )?(?:(?:goes|go|is|are|used|kept|set aside|held (?:out|back)|reserved) )?(?:to|for|as|in|via|by|using)? ?(?:the )?(?:${validation})`,
  ),
  after('validationSplit', 7, `(?:를|을|은|는|만|로|가|짜리)? ?(?:${validation}|split|스플릿)`),
  after(
    'validationSplit',
    8,
    `of (?:the |my |all )?(?:#|them|it|data)? ?(?:${row})? ?(?:\\w+ ){0,4}?(?:${validation})(?! ?accuracy)`,
  ),
  after('validationSplit', 5, '(?:를|을|만|는)? ?(?:떼|빼|남겨|따로)'),
  named('trainShare', 'train_?size'),
  before(
    'trainShare',
    6,
    '(?:train(?:s|ed|ing)?|학습용?|훈련용?)(?: (?:it|the model|part|set|data))?(?: on| with| using| uses| gets)?',
  ),
  after(
    'trainShare',
    6.5,
    `(?= ?of (?:the |my |our )?(?:# ?)?(?:${row})? ?(?:(?:goes|go|is|are|used|kept|i use|we use) )*(?:to |for |as )(?:the )?train)|(?:of (?:it|them|the data|the rows) )?(?:(?:goes|go|is|are|used|kept) )*(?:to |for |as )?(?:the )?train(?:ing)?(?! acc)|만? ?(?:를|을|는|만|로|으로)? ?(?:학습|훈련)(?! ?정확)`,
  ),
  named('testShare', 'test_?size'),
  before('testShare', 9, 'train_test_split(?: ?\\(.{0,20})?(?: with| of)?', '\\s?'),
  before('testShare', 6, `${test}(?:[_ ]?(?:size|split|비율|세트|셋|데이터|data|set|용))?`),
  after(
    'testShare',
    6,
    `(?:(?:goes|go|is|are|used|kept|set aside|held out|reserved) )?(?:to|for|as|in)? ?(?:the )?(?:${test})`,
  ),
  after('testShare', 6, `(?:를|을|은|는|만|로|가)? ?(?:${test})`),
  after(
    'testShare',
    8,
    `of (?:the |my |all )?(?:#|them|it|data)? ?(?:${row})? ?(?:\\w+ ){0,4}?(?:${test})(?! ?accuracy)`,
  ),
  after(
    'testRows',
    9,
    `(?:개의? ?|장의? ?|건의? ?)?(?:${test}) ?(?:${row}|${rowKorean}|set|세트|셋)`,
  ),
  after(
    'testRows',
    9,
    `(?:${row} )?(?:are |were |is )?(?:left|kept|held|set|reserved|used|put) ?(?:out |back |aside )?(?:for|as) (?:the )?(?:${test})`,
  ),
  before(
    'testRows',
    8,
    `(?:${test})[ _]?(?:${row}|${rowKorean}|set|세트|셋|용)(?: of| has| size)?|x_test`,
  ),
  around('testRows', 6, `(?:${test}) ?[=:]? ?§ ?(?:${row}|${rowKorean}|${counter}(?![a-z]))`),
  before('testRows', 5, test, '\\s'),
  before('testRows', 7, '(?:evaluat\\w*|predict\\w*|평가|예측)(?:ion)?(?: on| for| with)?', '\\s'),
  after(
    'valRows',
    9,
    `(?:개의? ?|장의? ?|건의? ?)?(?:${validation}) ?(?:${row}|${rowKorean}|set|세트|셋)`,
  ),
  around(
    'valRows',
    7,
    `(?:${validation})(?:에|에는|은|는|에만|으로|:|=)? ?§ ?(?:개|장|건|명|줄|행|rows|images|samples)(?:를|을|로|으로)?(?! ?(?:중|에서))|(?:validat\\w*|evaluat\\w*) (?:on|with|over|against) § (?:val|validation)`,
  ),
  before('valRows', 8, `(?:${validation})[ _]?(?:${row}|${rowKorean}|set|세트|셋|용)`),
  around('valRows', 10, 'validation_data ?=[^#§]{0,40}§'),
  before(
    'perGpu',
    14,
    '장당 ?(?:배치)?|each (?:gpu |one |card )?(?:gets|takes|processes|sees|handles)',
    '\\s?',
  ),
  after('gpus', 9, `(?:개의? ?|장의? ?|대의? ?)?(?:${gpu})`),
  before('gpus', 7, `(?:${gpu})(?:를|가|는|이)?`, '\\s?=?\\s?'),
  before(
    'accumulated',
    9,
    'accumulat\\w*(?:[ _](?:steps?|over|for|of|factor))*|accum\\w*|(?:그래디언트 ?)?누적(?:을|은|이)?(?: ?(?:스텝|횟수)(?:이|가|은)?)?',
    '\\s?[=:]?\\s?',
  ),
  before('accumulated', 6, 'accumulat\\w* (?:\\w+ ){1,3}|update (?:only )?(?:once )?every', '\\s?'),
  after(
    'accumulated',
    9,
    '(?:번|개|스텝|steps?|batches)?(?:의|마다|씩|치)?(?: of)? ?(?:gradient )?(?:accumulat|누적|모아|모았)',
  ),
  before('accuracy', 7, accuracy),
  before(
    'accuracy',
    7,
    `${accuracy} (?:says|shows|reads|reached|reaches|(?:went|goes) (?:up )?to|stands at)`,
    '\\s',
  ),
  before('accuracy', 9, `(?:${validation}|${test})[_ ]?(?:set )?${accuracy}`),
  after(
    'accuracy',
    7,
    `(?:의|짜리|인|를|을|만큼)? ?(?:${accuracy}|accurate|correct(?:ly)?|right|of them right|맞)`,
  ),
  after(
    'right',
    8,
    '(?:개|장|건|명|행)?(?:를|을|만)? ?(?:were |are |was |being |is |came out |come out )?(?:classified |predicted |answered |guessed )?(?:right|correct(?:ly)?|맞|정답)(?!\\?)',
  ),
  before(
    'mistaken',
    9,
    'misclassif(?:ied|ies)|miss(?:es|ed)|fail(?:s|ed) on|got wrong|(?:get|got|gets|made|makes) (?:about |only )?(?=# (?:\\w+ ){0,3}?(?:wrong|mistakes|errors))|오답(?:이|은)?|틀린 ?(?:건|게|것은?)',
    '\\s?',
  ),
  after(
    'mistaken',
    9,
    '(?:개|장|건|명|행|문제)?(?:를|을|만|나|가)? ?(?:(?:were|are|was) )?(?:틀|오답|잘못|wrong|misclassified|mistakes|errors|incorrect)(?!\\?)',
  ),
  around(
    'mistaken',
    9,
    '§ (?:out )?of (?:the )?# ?(?:\\w+ )?(?:\\w+ )?(?:wrong|incorrect|misclassified)',
  ),
  around(
    'rows',
    10,
    '# (?:out )?of (?:the |my )?§ ?(?:\\w+ ){0,2}(?:wrong|right|correct|incorrect|misclassified)',
  ),
  before('right', 3.5, 'got|gets', '\\s(?:only )?'),
  after('right', 6, 'out of #'),
  around(
    'right',
    9,
    '§ (?:out )?of (?:the )?# ?(?:\\w+ ){0,4}?(?:right|correct)|(?:got|gets) § (?:out )?of #(?! ?(?:\\w+ ){0,2}(?:wrong|incorrect|misclassified))',
  ),
];
