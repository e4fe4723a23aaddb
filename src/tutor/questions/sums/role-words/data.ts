/** Words for rows and batch_size. */
import { words } from '../words.js';
import { after, around, before, named, type Evidence } from './evidence.js';

const { row, rowKorean, counter, batch, epoch } = words;
const anyRow = `(?:${row}|(?:${counter}(?:의)? ?)?${rowKorean}|${counter}(?![a-z]))`;
const namedRow = `(?:${row}|(?:${counter}(?:의)? ?)?${rowKorean})`;
const each = '(?:per|a|an|in (?:a|an|one|each|every|the)|for (?:a|an|one|each|every)|each|every|/)';

export const dataWords: readonly Evidence[] = [
  named('rows', `rows|samples|n|n_samples|num_samples|data|len\\(x\\w*\\)|${rowKorean}`),
  after('rows', 5, namedRow),
  after('rows', 6, '(?:개|장|건|명|행)(?:의 ?데이터)? ?(?:중|가운데)'),
  after('rows', 3, '개(?!씩|의? ?(?:배치|묶음|유닛|층|클래스|gpu))'),
  after('rows', 4, `(?!batch|epoch|step|iter|of|per|with|and|each|test|val)[a-z]+ (?:${row})`),
  after('rows', 3.5, '(?:장|건|명|줄|행)(?!씩)'),
  // “… so 1200 in total” is what counts, whatever was before.
  around(
    'rows',
    7,
    '(?:so|makes?|making|gives?|have|got|that is|=|총|합쳐서?|모두|해서|결국) ?§ ?(?:장|개|건|줄|행|명)?(?: (?:rows|images|pictures|samples|photos))?(?= (?:in total|altogether|in all|overall)| ?(?:이 ?)?(?:됐|되었|됨|이 ?됐|돼|예요|이에요|입니다))',
  ),
  after(
    'rows',
    3,
    'of (?:them|these)|in (?:total|all|my|the) (?:data ?set|training set|train set)',
  ),
  // “An epoch goes through 12,800 images”, “한 에포크에 12,800장”: what has a unit of rows is no number of steps.
  around(
    'rows',
    9.6,
    `EACH(?:에|당|는|은|가)?,?(?: (?:process|go|see|work|use|cover|contain)\\w*(?: through| on| over)?)? ?§ ?(?:${row}|장|건|명|행)(?! ?씩)`,
  ),
  after('rows', 2, '(?= ?(?://?|나누기|divided by|÷) ?#)'),
  before('rows', 4, `${row}|(?:data ?set|train(?:ing)? (?:set|data))(?: size)?|${rowKorean}|n`),
  before('rows', 3, 'train(?:s|ed|ing)? on|x_train|전체|학습용?|훈련용?|총|go(?:es|ing)? through'),
  before('rows', 2, 'for|with|have|has|over|on|of|got', '\\s'),
  named('batch', `batch_?size|${batch}|b`),
  before('batch', 4, 'b', '\\s(?:is |of )?'),
  after('batch', 8, 'as (?:the |a |my )?(?:mini-?)?batch(?:[-_ ]?size)?'),
  after(
    'batch',
    9,
    `(?:${anyRow}|개|at a time)? ?${each} ?(?:mini-?)?(?:batch|step|iteration)(?![a-z_]| ?size| ?[=:]?\\s?#)`,
  ),
  after('batch', 8, `(?:${anyRow}|개|장|건|명|줄)? ?씩`),
  after(
    'batch',
    8,
    `(?:${anyRow} )?(?:through )?(?:at a time|at once|each(?! epoch)|apiece|together)`,
  ),
  after('batch', 8, `(?:${anyRow})[- ](?:mini-?)?batch(?:es)?(?! ?(?:size)? ?[=:]? ?#)`),
  after(
    'batch',
    5,
    `(?:짜리|인|의|개|개짜리|개의|크기의|사이즈의)? ?(?:(?:mini[- ]?)?batch(?:[-_ ]?size)?(?!es|[a-z])|배치(?:[-_ ]?(?:사이즈|크기))?)(?! ?(?:가|는|를|로)? ?(?:[=:]\\s?)?(?:몇|¿|#))`,
  ),
  around('batch', 8, '# ?(?:mini-?)?batches (?:of|with) §'),
  after('batch', 7, `(?:개|장|건|명|행)? ?(?:짜리|크기의|단위(?:로)?) ?(?:배치|묶음|batch)?`),
  after(
    'batch',
    6,
    '(?:개|장|건|명|행)?(?:으?로|씩) ?(?:안 |딱 )?(?:나누|나눠|나뉘|자르|잘라|쪼개|끊)',
  ),
  after(
    'batch',
    7,
    '(?:개|장|건|명|행)?(?:의|를|을|로)? ?(?:한|하나의) ?(?:배치|묶음|스텝|번)(?!에? ?#)',
  ),
  before('batch', 6, `(?:${batch}) (?:\\w+ ){0,2}from`, '\\s'),
  around('otherBatch', 3, `(?:${batch})[^#§]*from #[^§]{0,24}to §`),
  // “8000개 배치 10”: what has a counter before a batch_size is rows.
  after(
    'rows',
    4,
    `(?:개|장|건|행|명)(?=(?:에|를|을|이고)?,? ?(?:${batch})(?:는|은|가|이|를|을|=|:| )*#)`,
  ),
  // “With batch 10. I changed it to 64.”
  around(
    'otherBatch',
    6,
    `(?:${batch})[^§]{0,40}#(?:(?!epoch)[^#§]){0,30}(?:chang|switch|rais|lower|set|put)\\w*(?: it| that| this| the batch(?: size)?| up| down)* (?:in)?to §`,
  ),
  around(
    'otherBatch',
    6,
    `(?:${batch})[^§]{0,40}#[^#§]{0,30}§ ?개?(?:으?로) ?(?:바꾸|바꿔|바꿨|바꾼|바뀌|변경|올리|올렸|줄이|줄였|늘리|늘렸|키우|키웠)`,
  ),
  before(
    'seenRows',
    8,
    '(?:seen|processed|trained on|learned from|gone through|worked through|지금까지|여태|이제까지)(?: already| a total of| in total| 총)?',
    '\\s(?:총 |about |약 )?',
  ),
  // “My friend used 64 per batch and I used 256”, “난 배치 32, 친구는 128 썼어”.
  around(
    'otherBatch',
    6,
    `(?:#[^#§?.]{0,14}(?:${batch})|(?:${batch})[^#§?.]{0,14}#)[^#§?.]{0,20}(?<!\\p{L})(?:i|you|we|he|she|they|friend|colleague|other|another|나|난|저는|친구|동료|다른 ?(?:사람|쪽))(?:는|은)?(?: (?:use|used|uses|have|has|take|took|takes|with|set|it))* §(?! ?(?:${epoch}))`,
  ),
  before(
    'batch',
    5,
    `${batch}|yield(?:s|ing)|batches of|minibatches of|chunks of|groups of|묶음|bsz`,
  ),
  before(
    'batch',
    8,
    `(?:each|every|one|a|per|the) (?:mini-?)?(?:batch|step|iteration) (?:has|have|is|holds|contains|with|of|gets|takes|uses|processes|sees|works on)|each (?:holding|containing)`,
    '\\s',
  ),
  before(
    'batch',
    8,
    '(?:한|각|매|1) ?(?:배치|묶음|스텝|이터레이션|번)(?:에|당|가|는|마다|의)?|배치 ?(?:하나|한 ?개|당|마다)(?:에|당|가|는)?|묶음 ?하나에|한꺼번에|스텝(?:당|마다)',
    '\\s?(?:크기|사이즈)?(?:가|는|를)?\\s?',
  ),
  before(
    'batch',
    6,
    '(?:divisible|divided|divide it|split|cut|chopped|sliced) (?:by|into (?:batches|chunks|groups) of)',
    '\\s',
  ),
  after('otherBatch', 2.5, '(?:이)?(?:면|라면)(?:요|은요)?\\s?\\?'),
  before('batch', 2, '(?://|/|나누기|divided by|÷)', '\\s?'),
  // “5 epochs out of 20” speaks of epochs.
  around('rows', 7, '(?<!epochs? )out of §'),
  around('batch', 7, '(?:batch|split|cut)[^#§]{0,12}# ?(?:[a-z]+ )?by §'),
];
