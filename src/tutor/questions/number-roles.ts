/**
 * How people say what a number counts, in English and Korean. Tried in this order; a number taken once
 * is not read again. `#…#` stands for a number (numbers.ts), its place is caught under the role's name.
 */

export type Role =
  | 'rows'
  | 'batch'
  | 'epochs'
  | 'steps'
  | 'updates'
  | 'validationSplit'
  | 'testShare'
  | 'gpus'
  | 'accumulated'
  | 'msPerStep'
  | 'secondsPerEpoch'
  | 'minutesPerEpoch'
  | 'accuracy'
  | 'etaSeconds'
  | 'patience'
  | 'stoppedAt'
  | 'bar'
  | 'ignored';

export interface RolePattern {
  readonly role: Role;
  readonly pattern: RegExp;
}

const n = (name: string): string => `#(?<${name}>\\d+)#`;
const row =
  '(?:training |train(?:ing)? |data |total |other )?(?:rows?|samples?|images?|imgs?|pictures?|photos?|pics|examples?|records?|instances?|observations?|(?:data ?)?points|entries|items|sentences|reviews|customers|people|data(?! ?set)|(?:개의? ?|건의? ?)?(?:학습 ?|훈련 ?|전체 ?|총 ?)?(?:데이터|샘플|이미지|사진|행|자료|레코드|문장)|장|건|명)';
const batchWord =
  '(?:(?:mini[- ]?)?batch(?:[-_ ]?sizes?)?|batches of|bs|(?:미니)?배치(?:[-_ ]?(?:사이즈|크기))?)';
const epochWord = '(?:epochs?|에포크|에폭)';
const stepWord = '(?:steps?|iterations?|iters?|스텝|이터레이션|(?<!데)이터)';
/** In “배치 100 에포크 10” names come first; in “batch of 5, 10 epochs” the unit is what follows. */
const unitOfIt = ` ?(?:${epochWord}|steps|iterations)(?! ?(?:=? ?#|\\?|$))`;
/** What may stand between a name and its number. */
const link =
  '\\s*(?:=|:|is set to|is|are|was|be|of|to|at|with|has|have|had|about|only|just|이라면|이고|이|가|을|를|은|는|도|의|수가|수는|수|개수가|개수는|개수|값이|값|만|총|약)?\\s*(?:=|:|of|to|is|총|약)?\\s*';
const share = '\\s?(?:%|percent|퍼센트|프로)';

const patterns: readonly (readonly [Role, string])[] = [
  ['ignored', `${epochWord} ${n('a')}\\s?/\\s?${n('b')}`],
  ['ignored', `${n('a')}\\s?/\\s?${n('b')}(?= ?(?:split|로 나눠|으로 나눠|비율))`],
  ['bar', `${n('done')}\\s?/\\s?${n('total')}(?!\\s?/)`],
  [
    'etaSeconds',
    `(?<=eta:? ?|eta is |eta says |eta가 |eta |남은 시간:? ?)${n('minutes')}:${n('seconds')}`,
  ],
  ['ignored', `${n('a')}:${n('b')}(?::${n('c')})?`],
  ['ignored', `(?:left[- ]?over|남는) ${n('a')}`],
  // “Row 17” is one of them.
  [
    'ignored',
    `(?<![\\p{L}_])(?:row|sample|image|example) ${n('a')}(?! ?(?:rows|samples|images|x|\\*))`,
  ],
  ['patience', `patience${link}\\(?${n('patience')}`],
  [
    'stoppedAt',
    `(?:stop(?:ped|s)?|ended?|halted)(?: training| it)?(?: at| after| in)? (?:epoch )?${n('stoppedAt')}(?! ?(?:${epochWord}s? )?(?:of|/))`,
  ],
  ['stoppedAt', `${n('stoppedAt')} ?(?:번째 ?)?${epochWord}?(?:에서|에) ?(?:멈|끝|종료|stop)`],
  ['rows', `${n('rows')}\\s?(?://?|나누기)\\s?${n('batch')}`],
  ['ignored', `${n('a')} ?배(?!치)`],
  ['ignored', `${n('a')} ?(?:등분|조각|parts|pieces|equal parts)`],
  ['batch', `(?<![\\p{L}_])batch_?size\\s?[=:]\\s?${n('batch')}`],
  [
    'epochs',
    `(?<![\\p{L}_])(?<!# ?)epochs?\\s?[=:]\\s?${n('epochs')}(?! ?(?:${stepWord}|batches|배치))`,
  ],
  ['rows', `(?<![\\p{L}_])(?:rows|samples|행|데이터)\\s?[=:]\\s?${n('rows')}`],
  ['steps', `(?:steps|iterations|batches)[_ ]per[_ ]epoch${link}${n('steps')}`],
  ['steps', `(?:에포크|에폭) ?당 ?${stepWord}${link}${n('steps')}`],
  ['accumulated', `accumulat\\p{L}*(?:[ _]steps)?${link}(?:over )?${n('accumulated')}`],
  ['accumulated', `accumulat\\p{L}* (?:\\p{L}+ ){0,3}${n('accumulated')}`],
  ['accumulated', `${n('accumulated')}(?:번| 번|개)?(?:마다)? ?(?:accumulat|누적)`],
  ['accumulated', `누적(?:을|은|이)? ?${n('accumulated')}`],
  [
    'ignored',
    `(?:test_?size|test set|test|테스트|시험)${link}${n('a')}\\s?(?:개|장|행|rows|images|samples)`,
  ],
  [
    'testShare',
    `(?:test_?size|test(?: set| data)?|테스트(?: 데이터)?|시험)${link}${n('testShare')}(?:${share})?`,
  ],
  ['testShare', `${n('testShare')}${share} ?(?:를 |은 |는 |(?:\\p{L}+ ){0,4})(?:test|테스트|시험)`],
  [
    'validationSplit',
    `(?:validation_?split|validation|val_?split|val|검증(?: ?데이터| ?비율| ?셋| ?세트)?)${link}${n('validationSplit')}(?:${share})?`,
  ],
  [
    'validationSplit',
    `${n('validationSplit')}(?:${share})? ?(?:for |as |is |of it |goes to |를 |을 |은 |는 )?(?:the )?(?:validation|val(?!ue)|검증)`,
  ],
  ['validationSplit', `(?<![\\p{L}_])split(?: of)? ${n('validationSplit')}`],
  ['validationSplit', `${n('validationSplit')} (?:split|스플릿)`],
  [
    'gpus',
    `${n('gpus')} ?(?:개의? ?|장의? ?|대의? ?)?(?:gpus?|지피유|그래픽 ?카드|replicas?|workers?)`,
  ],
  ['gpus', `(?:gpus?|지피유|그래픽 ?카드)(?:를|가|는)? ?${n('gpus')} ?(?:개|장|대)`],
  ['ignored', `${n('a')} ?(?:us|µs|μs)(?:/(?:step|sample))?`],
  ['msPerStep', `${n('msPerStep')} ?(?:ms|밀리초|milliseconds?)(?: ?(?:/|per) ?step)?`],
  [
    'secondsPerEpoch',
    `${n('secondsPerEpoch')} ?(?:s|secs?|seconds?|초)(?![\\p{L}/]|\\p{sc=Hangul}{2})`,
  ],
  ['secondsPerEpoch', `${n('secondsPerEpoch')} ?초`],
  ['minutesPerEpoch', `${n('minutes')} ?(?:min(?:ute)?s?(?!\\p{L})|분(?![류할산포석]))`],
  ['ignored', `${n('a')} ?(?:hours?|시간|gb|mb|기가)(?!\\p{L})`],
  ['accuracy', `(?:acc(?:uracy)?|정확도)${link}\\(?${n('accuracy')}(?:${share})?`],
  [
    'ignored',
    `(?:learning[_ ]rate|lr|학습률|러닝레이트|val_loss|val_acc\\p{L}*|loss|acc\\p{L}*|정확도|손실|로스|seed|시드|threshold|dropout|momentum)${link}\\(?${n('a')}\\)?`,
  ],
  [
    'batch',
    `${n('batch')} ?(?:${row}|개)? ?(?:per|in (?:a|one|each|every|the)|for (?:a|one|each|every)) (?:mini-?)?(?:batch|step|iteration)`,
  ],
  [
    'batch',
    `(?:each|every|one|a|per) (?:mini-?)?batch (?:has|have|is|holds|contains|with|of|gets) ${n('batch')}`,
  ],
  [
    'batch',
    `(?:한 배치|배치 ?하나|배치 ?한 ?개|한 ?묶음|배치 ?당|배치 ?마다)(?:에|당|가|는)? ?${n('batch')}`,
  ],
  ['batch', `${n('batch')} ?(?:개|장|행|건|명|줄)? ?씩`],
  ['batch', `${n('batch')}(?: at a time| each)`],
  ['batch', `한 ?번에 ${n('batch')} ?(?:개|장|행|건|명|줄)`],
  ['batch', `${n('batch')}[- ](?:${row}) (?:mini-?)?batch(?! ?(?:size )?#)`],
  [
    'steps',
    `(?:batches|number of batches|배치 ?(?:수|개수|갯수)(?:가|는|은|이)?)\\s?(?:=|is|are)?\\s?${n('steps')}`,
  ],
  ['steps', `배치(?:가|는) ?(?:총 ?)?${n('steps')} ?개`],
  ['batch', `${batchWord}${link}${n('batch')}(?!${unitOfIt})`],
  [
    'batch',
    `${n('batch')}[- ]?(?:짜리 ?|인 ?|의 ?)?(?:(?:mini[- ]?)?batch(?!e)|배치)(?! ?(?:가|는)? ?개)`,
  ],
  ['steps', `${n('steps')} ?(?:개의? )?(?:mini-?batches|batches|배치)(?! ?(?:사이즈|크기)? ?#)`],
  ['steps', `${n('steps')} ?번 ?씩`],
  ['steps', `${epochWord} (?:with|of|at) ${n('steps')} ?${stepWord}`],
  [
    'steps',
    `(?:한|1|one|an) ?${epochWord} ?(?:에|가|는|은|is|has)? ?${n('steps')} ?(?:번|회)(?! ?(?:씩|째))`,
  ],
  ['epochs', `${n('epochs')}[- ]?(?:번의? |회 )?(?:${epochWord}|eps?(?!\\p{L}))(?! ?=? ?#)`],
  ['rows', `${epochWord} of ${n('rows')}(?! ?(?:${stepWord}|batches))`],
  ['epochs', `(?<!(?:batch|size|of|배치|사이즈|크기) ?)${n('epochs')}[- ]?${epochWord}`],
  [
    'epochs',
    `${epochWord}(?:를|을|은|는|이|가|수|수를|수가)?${link}(?:for )?${n('epochs')}(?! ?(?:${stepWord}|updates|업데이트)(?! ?(?:\\?|$))) ?(?:번|회)?`,
  ],
  ['rows', `${n('rows')}[- ]?${row}`],
  [
    'updates',
    `(?:total|in total|all|총|전체|모두|합쳐서?) ?(?:of )?${n('updates')} ?(?:번의? )?(?:weight )?(?:updates?|${stepWord}|업데이트)`,
  ],
  [
    'updates',
    `${n('updates')} ?(?:(?:weight |total )?updates?|(?:번의? ?|회 ?)(?:업데이트|갱신|수정))`,
  ],
  [
    'updates',
    `(?:updates|업데이트(?:가|는|를|을|횟수가|횟수는| 횟수가)?)${link}${n('updates')} ?(?:번|회)?`,
  ],
  ['updates', `${n('updates')} ?번째 ?(?:${stepWord}|업데이트)`],
  ['updates', `(?<=which epoch (?:is|has|contains|holds) )(?:${stepWord}|update) ${n('updates')}`],
  ['steps', `${n('steps')} ?(?:${stepWord} ?)?(?:per|in (?:an|one|each|every)) ${epochWord}`],
  ['steps', `${n('steps')}[- ]?(?:번의? ?|개의? ?)?${stepWord}`],
  ['steps', `${stepWord}${link}${n('steps')} ?(?:번|회|개)?`],
  [
    'rows',
    `(?:training rows|rows?|samples?|images|examples|(?:training |train )?data(?: ?set)?(?: size)?|train(?:s|ed|ing)? on|x_train|len\\(x\\)|(?<!\\p{L})n|(?:학습|훈련|전체|총)? ?데이터(?:셋|세트)?(?: ?(?:수|개수|크기|양))?|(?:train|학습용?|훈련용?) ?(?:수|개수)|샘플(?: ?수)?|행(?: ?수)?|전체)${link}${n('rows')} ?(?:개|장|행|건|명)?`,
  ],
  ['rows', `${n('rows')} ?개(?!씩)`],
  [
    'epochs',
    `${n('epochs')} ?(?:번|회|바퀴|times) ?(?:정도 |만 )?(?:돌|학습|훈련|반복|train|over the|through the)`,
  ],
];

export const rolePatterns: readonly RolePattern[] = patterns.map(([role, source]) => ({
  role,
  pattern: new RegExp(source, 'gu'),
}));
