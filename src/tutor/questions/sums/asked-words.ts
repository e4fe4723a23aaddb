/** What is asked for, in which words. Data, like words.ts and role-words: a wording is added here. */
import { words } from './words.js';

const derivedQuantities = [
  ...(['steps', 'updates', 'last', 'rows', 'seen', 'repeats', 'epochs', 'whichEpoch'] as const),
  ...(['batch', 'time', 'stepTime', 'parameters', 'right', 'wrong', 'accuracy', 'perGpu'] as const),
  ...([
    'valRows',
    'trainRows',
    'valSteps',
    'dropped',
    'perSecond',
    'inputs',
    'units',
    'bytes',
    'share',
  ] as const),
] as const;

/** What `solve/formulas.ts` gives, which the learned reader alone hears. */
const formulaQuantities = [
  ...(['newWeight', 'learningRate', 'neuron', 'sigmoid', 'softmax', 'crossEntropy'] as const),
  ...(['mse', 'mae', 'rmse', 'mean', 'change', 'standardised', 'scaledValue'] as const),
  ...(['precision', 'recall', 'f1', 'specificity'] as const),
  ...(['percentOf', 'partOf', 'wholeOf', 'gain', 'timeAtRate'] as const),
] as const;

export const quantities = [...derivedQuantities, ...formulaQuantities] as const;

/** What the table of equations gives. */
export type DerivedQuantity = (typeof derivedQuantities)[number];
export type Quantity = (typeof quantities)[number];

const { row, rowKorean, batch, epoch, step, update, validation, accuracy, gpu } = words;
const anyRow = `(?:${row}|${rowKorean})`;
const howMany =
  '(?:how (?:many|mnay|mayn|manny)|how much|number of|count of|no\\.? of|amount of|# of)';
const what =
  "(?:what(?:'s| is| are| would be| will be)?|calculate|compute|find|give me|get|tell me|work out|figure out)(?: the| my)?";
const some =
  '(?:the |total |all |full |of |weight |gradient |training |different |whole |my |more |actual |overall |individual |those |these |mini-?){0,3}';
const so = '(?:이|가|은|는|을|를|의|도|만|에|란|으로|로)?';
const howKorean = `(?:총 |전체 |모두 |대략 |대충 |다 합쳐서? |도대체 )?(?:각각 )?(?:몇|얼마|어떻게|계산|구하|구해|알려|뭐|\\?|$)`;

export interface Cue {
  readonly quantity: Quantity;
  readonly pattern: RegExp;
  /** 1: nothing else can be asked. */
  readonly strength: number;
}

const cue = (quantity: Quantity, strength: number, source: string): Cue => ({
  quantity,
  strength,
  pattern: new RegExp(`(?<![a-z_])(?:${source})`, 'gu'),
});

/** “How many X”, “몇 X”, “X는 몇”; special ones first, as what one has covered no other sees. */
export const cues: readonly Cue[] = [
  cue(
    'repeats',
    1,
    `(?:each|every|one|a single|any) (?:single |training )?(?:${row}) (?:is |gets |will be |be )*(?:seen|used|shown|visited|processed|looked at) how (?:many times|often)`,
  ),
  cue(
    'repeats',
    1,
    `how (?:many times|often) (?:is|does|do|will|would|are|did|has|have) (?:\\w+ ){0,6}?(?:each|every|one|a|the same|single|any)(?: single| training| particular| given| certain)? (?:${row})(?: (?:is|be|get|gets))?|how (?:many times|often) (?:is|does|do|will|would|are|did|has|have) (?:(?:the |my )?(?:model|network|net) |it )?(?:get to )?(?:see|sees|go through|look at|use)`,
  ),
  cue(
    'repeats',
    1,
    `(?:모델|신경망|네트워크)(?:이|은|가|는)? ?${rowKorean}${so} ?(?:총 |모두 |전부 )?몇 ?(?:번|회) ?(?:보|봐|봄|본)|(?:한|하나의|같은|각|각각의|각 ?각|매|모든|똑같은) ?${rowKorean}${so} ?(?:하나)?(?:를|은|는)? ?(?:당 )?(?:총 )?(?:모두 )?몇 ?(?:번|회)|${rowKorean} ?(?:하나|한 ?개|한 ?장|한 ?건|한 ?행|한 ?명|한 ?사람|1개|1장|1명)(?:를|가|는|은|당|에|씩)? ?(?:데이터(?:를|은|는)? ?)?(?:(?:모델|신경망)(?:이|은)? ?)?(?:총 |각각 )?몇 ?(?:번|회)`,
  ),
  cue(
    'whichEpoch',
    1,
    `(?:which|what) epoch|epoch (?:number|no\\.?)(?! ?(?:is |= ?|: ?)?#)|몇 ?번째 ?${epoch}|어느 ?${epoch}|몇 ?${epoch} ?(?:째|번째)`,
  ),
  cue(
    'last',
    1,
    `(?:${howMany} ${some}(?:${row}|items)? ?(?:are |is |were )?(?:left |there |go |end up |remain )*(?:in|for|inside|at) (?:the )?(?:last|final)(?: (?:mini-?)?(?:batch|step|iteration|one))?)|(?:size|length) of (?:the )?(?:last|final) (?:mini-?)?batch|(?:the )?(?:last|final|smaller|leftover|remaining) (?:mini-?)?(?:batch|step|iteration)(?:'s)?(?: size)?|left ?over(?:s| \\w+)?|left over|remainder|rest of the rows`,
  ),
  cue(
    'last',
    1,
    `${howMany} ${some}(?:${row}) ?(?:are |is |will be |would be )?(?:left|remain\\w*|unused)|맨 ?(?:끝|뒤|마지막)(?:에|에는|엔)? ?(?:몇|얼마) ?(?:개|장|건|명|행)?|몇 ?(?:개|장|건|명|행)(?:이|가|씩)? ?남`,
  ),
  cue(
    'last',
    1,
    `(?:맨 ?)?(?:마지막|끝|최종) ?(?:미니 ?)?(?:배치|묶음|스텝|이터레이션|번)(?:의)?(?:에는|엔|에|은|는|가|이)? ?(?:크기|사이즈)?(?:는|가|에는)?(?: ?(?:몇|얼마) ?(?:개|장|건|명|행)?)?|남는 ?(?:거|게|건|데이터|행|것)|나머지(?! ?(?:없|0))|자투리`,
  ),
  cue(
    'perGpu',
    1,
    `${howMany} ${some}(?:${row})? ?(?:does |do |will |go to |on |per |for |each |every |one |get |a )+(?:${gpu})|(?:per|each|every|on (?:a|one|each)) (?:${gpu})|(?:^|\\s)(?:한 ?대당|per card)|(?:${gpu}) ?(?:당|하나(?:당|에|가)?|한 ?(?:대|개|장)(?:당|에|가)?|마다|각각)`,
  ),
  cue(
    'perSecond',
    1,
    `(?:${row}|batches|steps|iterations|how many)? ?(?:per|a|each|every|in one|in a) second|(?:${row}) ?\\/ ?(?:s|sec|second)\\b|초당|throughput|처리 ?속도`,
  ),
  cue(
    'inputs',
    1,
    `(?:${howMany}|what(?: is| are)?) ${some}(?:inputs?|input (?:features?|columns?|units?)|features?|columns?)|(?:입력|특성|피처)(?: ?(?:수|개수|차원))?(?:은|는|이|가)? ?(?:몇|얼마)`,
  ),
  cue(
    'bytes',
    1,
    `(?:how (?:many|much)|몇) ?(?:gb|gigs?|gigabytes?|mb|megabytes?|bytes|기가|메가|바이트)|how much (?:ram|memory)|(?:메모리|램|ram)(?:를|을|은|는|이)? ?(?:얼마|몇)`,
  ),
  cue(
    'units',
    1,
    `(?:${howMany}|what(?: is| are)?) ${some}(?:hidden )?(?:units?|neurons?|nodes?)|(?:유닛|뉴런|노드)(?: ?(?:수|개수|갯수))?(?:은|는|이|가|를|을)? ?(?:총 )?(?:몇|얼마|\\?|$|구해|알려|계산)|몇 ?개의? ?(?:유닛|뉴런|노드)|(?<=[.,?!] )(?:units?|neurons?) ?\\?`,
  ),
  cue(
    'parameters',
    1,
    `${howMany} ${some}(?:parameters?(?! updates?)|params|weights(?! ?(?:updates?|are updated|changes?))|trainable\\w*|파라미터|connections|biases)|(?:parameters?|params?|파라미터|매개 ?변수)(?!\\S? ?(?:총 |모두 )?몇 ?(?:번|회))(?: ?(?:수|개수|갯수|count))?${so} ?${howKorean}|(?:가중치|weight)(?: ?(?:수|개수|갯수))?${so} ?(?:총 |모두 |전부 )?(?:몇 ?개|개수|갯수)|몇 ?개의? ?(?:가중치|파라미터)|(?:parameter|param) count|count (?:the )?param\\w*|파라미터 ?(?:수|개수)`,
  ),
  cue(
    'wrong',
    1,
    `(?<!# )(?:wrong|incorrect) (?:answers?|predictions?|ones)(?= ?(?:\\?|$|=))|${howMany} ${some}(?:${row})? ?(?:\\w+ ){0,5}?(?:wrong|incorrect\\w*|misclassified|mistakes|errors|misses)|몇 ?(?:개|장|건|명|행|문제)(?:를|나|가)? ?틀|(?:틀린|오답|잘못 ?(?:맞힌|예측한))(?: ?(?:거|건|게|것|개수|수|${rowKorean}))?(?:은|는|이|가|인)? ?(?:총 )?(?:몇|얼마)`,
  ),
  cue(
    'right',
    1,
    `(?<!# )(?:right|correct) (?:answers?|predictions?|ones)(?= ?(?:\\?|$|=))|how many(?= of (?:the |my |our )?# ?(?:(?:${row}) )?(?:\\w+ ){0,4}?(?:# )?(?:${accuracy}))|${howMany} ${some}(?:${row}|of them|does it|did it|it|predictions?|answers?)?(?:(?: |(?<= ))\\w+){0,3}? ?(?:right|correct(?:ly)?|hits)|몇 ?(?:개|장|건|명|행|문제)(?:를|을|나|를? ?정도)? ?(?:나 |더 |덜 )?(?:맞|정답)|(?:맞힌|맞춘|맞은|정답)(?: ?(?:거|건|게|것|사람|고객|개수|수|${rowKorean}))*(?:은|는|이|가|인|로)? ?(?:몇|얼마|바꾸|환산|알려)`,
  ),
  cue(
    'share',
    1,
    '(?:which|what)(?: is| must be)?(?: the| my)? (?:validation_split|test_size|split)(?! ?(?:is|=|of|:)? ?#)|(?:validation_split|val_split|split|test_size)(?:을|를|은|는|이|가)? ?(?:몇|얼마)',
  ),
  cue(
    'valSteps',
    1,
    `${howMany} ${some}(?:${validation}) ?(?:${step})|${howMany} ${some}(?:${step}) (?:(?:does|do|will|would|are|is|in|for|the|each|my|that|one|run|needed|there) )*(?:${validation}|evaluation|validating)(?![_ ](?:split|data|rows|set|size)|_)(?: (?:part|pass|phase|run|loop))?(?: (?:take|need|run|have|use)s?)?|(?:${step}) (?:for|of|in|during) (?:the )?(?:validation|evaluation)(?! ?(?:split|rows|set))|${validation}(?:은|는|이|을|할 ?때|할 ?땐|에|에는|엔|에서|때|하는 ?데|하는데|단계)*,? ?(?:총 |배치 |배치로 )*몇 ?(?:개(?:의)? ?)?(?:${step}|배치|번|묶음)|${validation}(?:은|는|이|할 ?때|할 ?땐|에|에는|엔|에서|때|단계)* ?배치(?:는|가|를)? ?(?:총 )?몇 ?개|(?<=(?:${validation})(?:은|는|할 ?때는?|에는?)? ?(?:${batch}) ?#(?:개|장)?(?:으?로|씩|이면|면)? ?)몇 ?(?:개(?:의)? ?)?(?:${step}|배치|번|묶음)|(?:${validation}) ?(?:${step})(?! ?(?:=|is|:)? ?#)`,
  ),
  cue(
    'valRows',
    1,
    `(?:${validation}) (?:part|portion|share|subset)|${howMany} ${some}(?:${row} )?(?:\\w+ ){0,4}?(?:for |in |as |to )?(?:the )?(?:${validation}|held (?:out|back)|set aside)(?:[ _](?:${row}|set|data))?|${validation}(?: ?(?:용|세트|셋|데이터|data|rows|set|샘플))*${so} ?(?:총 )?(?:몇|얼마)|몇 ?(?:개|장|건|명|행)(?:가|이|를|는)? ?(?:${validation})`,
  ),
  cue(
    'trainRows',
    1,
    `(?:training|train) (?:part|portion|share|subset)|(?:학습|훈련)에 ?(?:쓰|사용)\\S* ?(?:건|게|것|거|데이터)?(?:은|는)? ?몇|${howMany} ${some}(?:${row} )?(?:[a-z]+ ){0,3}?(?:left |remain |remaining |really |actually |used )*(?:for |to |in )(?:actual |the )?(?:train(?:ing)?|fit)(?: set| on)?(?! ?(?:take|time))|(?:실제 ?)?(?:학습|훈련)(?:용|하는|에 ?쓰(?:는|이는)|되는)? ?${rowKorean}?${so} ?(?:몇|얼마) ?(?:개|장|건|명|행)|몇 ?(?:개|장|건|명|행)(?:로|가|를|만|으로)? ?(?:학습|훈련)|(?:학습|훈련)에 ?(?:는 ?)?몇 ?(?:개|장|건|명|행)|${howMany} ${some}(?:training|train) (?:${row}|set)(?= (?:are|do|is|remain|left))`,
  ),
  cue(
    'steps',
    1,
    `how (?:long|big) (?:is|are) (?:a|an|the|one|each|EACH)? ?(?:¿|epoch|EACH) in (?:${step})`,
  ),
  cue(
    'stepTime',
    1,
    `(?:ms|us|s|초) ?\\/ ?(?:step|스텝)(?:은|는|이|가)? ?(?:몇|얼마|\\?|$)|how (?:long|much time) (?:does |is |will |did |do |per |for )*(?:one|a|an|each|every|the|single|1)? ?(?:single )?(?:${step}|batch)(?! ?#)|(?:time|ms|seconds|milliseconds) (?:per|for (?:one|a|each)|of (?:one|a)) (?:step|iteration|batch)|(?:one|a|each|every|single|per|1) (?:step|batch|iteration) in (?:ms|milliseconds|seconds|us)|how many (?:ms|milliseconds|seconds|secs?|us|microseconds) (?:is |are |does |do |for |per |did )*(?:one|a|an|each|every|the|single|1) ?(?:single )?(?:step|iteration|batch)|how many ms (?:is|does) (?:one|each)|하나(?:에|당|는)? ?몇 ?(?:ms|밀리초)|(?:한|1) ?(?:스텝|이터레이션|배치)(?:에|은|이|당|는)? ?(?:몇 ?(?:ms|밀리초|초)|얼마|시간)|(?:스텝|이터레이션|배치|step) ?(?:당|하나에|하나|한 ?번에|마다) ?(?:몇 ?(?:ms|밀리초|초)|얼마|시간)`,
  ),
  cue(
    'time',
    1,
    `how (?:long|much (?:time|longer)|many (?:more )?(?:seconds|minutes|hours|ms))(?: \\w+){0,3}|(?:total|training|run|remaining) ?time|(?<![a-z])eta(?![a-z])|time (?:is |still )?(?:left|remaining)|남은 ?시간|(?:얼마나|몇 ?(?:초|분|시간)) ?(?:더|남)|when (?:will|does|is) (?:it|the epoch|this epoch|the run|training|everything) (?:be )?(?:finish(?:ed)?|end|done|over|ready|through)|(?:얼마나|몇 ?(?:초|분|시간)|언제)(?:쯤|정도)? ?(?:이나 )?(?:걸|소요|필요|끝나|되|$|\\?|예상|이면|인가|이야|가)|(?:소요|걸리는|전체|총|학습) ?시간|몇 ?(?:초|분|시간)|얼마나 ?(?:오래 )?걸|in (?:seconds|minutes|hours|ms|milliseconds)|(?:초|분|시간|ms|밀리초)(?:로|로는|단위로) ?(?:는 )?(?:몇|얼마|바꾸|환산|\\?)`,
  ),
  cue(
    'epochs',
    1,
    `${howMany} ${some}(?:${epoch}|passes|times (?:through|over) the (?:data|${row}))|몇 ?(?:번의? ?)?(?:${epoch})(?! ?(?:째|번째))|(?<!EACH ?)몇 ?바퀴|(?<!#)(?:${epoch})(?: ?(?:수|횟수))?(?!에 )${so} ?(?:총 |대략 )?(?:몇|얼마)|(?:${epoch}) ?(?:수|횟수)(?:는|가|를)? ?(?:몇|얼마|\\?|$|구|계산)|(?:${epoch})(?:에|를|을|는)? ?뭘|what (?:should|must|do) (?:i |we )?(?:set |put |choose )?(?:for )?(?:${epoch})(?: be)?|=>? ?\\? ?(?:${epoch})|(?<!\\/ ?|per )(?:${epoch}) ?(?:=|:) ?(?:\\?|$)`,
  ),
  cue(
    'batch',
    1,
    `(?:what|which)(?:'s| is| was| must be| should be)?(?: the| my| a)? (?:${batch})(?! ?(?:is|=|of)? ?#)(?: size)?|(?<!몇 ?)(?:${batch})(?: ?(?:크기|사이즈))?(?:이|가|은|는|을|를)? ?(?:몇(?! ?(?:개|번|스텝))|얼마|뭐|무엇|어떻게|최소|최대|구하|\\?)|몇 ?(?:개|장)?(?:짜리|으로|로) ?(?:배치|묶음)(?! ?로 ?나)|how (?:big|large) (?:is|was|must|should|are|were|does) (?:\\w+ )?(?:${batch})|몇 ?(?:개|장|건|행) ?씩|(?:${batch}) (?:do|did|should|must|would|will) (?:i|we|you|they|he|it)|(?:range of )?(?:batch sizes?) (?:that |to |which |would |will )*(?:splits?|gives?|makes?|produces?|yields?|leads?|results?|gets?|used|needed)|(?:range|list) of batch sizes|(?:find|calculate|compute) (?:the |my )?(?:${batch})(?! ?(?:is|=|of)? ?#)`,
  ),
  cue(
    'dropped',
    0.9,
    'drop_?(?:remainder|last)(?: ?= ?true)?(?! ?= ?false)|(?:마지막|나머지|자투리) ?(?:배치|묶음)?(?:는|를|을)? ?버리',
  ),
  cue(
    'updates',
    1,
    `optimizer\\.step(?: ?\\(\\))?(?:이|가|은|는)? ?(?:총 |통틀어 |모두 |전부 )*몇 ?(?:번|회)|how (?:many times|often) (?:is|does|will|do) (?:\\w+ ){0,3}?optimizer\\.step|${howMany} ${some}${update}|how (?:many times|often) (?:\\w+ ){0,5}?(?:updated?|adjust(?:ed)?|changed?|correct(?:ed)?|tuned?|modif(?:y|ied)|moved?|learn)|how (?:many times|often) (?:\\w+ ){0,2}?(?:optimizer|backprop\\w*|backward pass)(?: \\w+)?|${what} (?:total |number of )*${update}|(?:${update})(?:는|가|은|이|를|의)?(?: ?(?:총 )?(?:횟수|수))?${so} ?${howKorean}|(?:${update}) ?(?:총 )?횟수(?! ?(?:=|:|가|는|이)? ?#)|몇 ?(?:번|회)(?:이나|을|를)? ?(?:\\S+ )?(?:고치|고쳐|고침|갱신|업데이트|업뎃|수정|바뀌|바뀜|변하|변경|조정|update)|(?:가중치|weight)\\S* ?(?:총 |전부 |모두 )?몇 ?(?:번|회)|(?:${step}|${update})(?:을|를|은|는)? ?(?:총 |모두 |전부 |다 )*(?:합치면|합하면|더하면|합계|총합|합은|합이)(?! ?#)|(?:고치|바뀌|갱신|업데이트|수정)(?:하|되)?는 ?(?:횟수|수)|(?:총|전체) ?(?:몇 ?(?:번|회)|(?:${step}) ?(?:수|횟수)?(?:는|가)?(?! ?#)|업데이트(?! ?#))|total (?:(?:number )?of )?(?:${step})(?! ?(?:=|is|:)? ?#)|total (?:number of )?${update}(?! ?(?:=|is|:)? ?#)|(?:${step}|${update}) (?:in total|altogether|together|overall|total|in all)`,
  ),
  cue(
    'steps',
    1,
    `${howMany} ${some}(?:complete |whole )?(?:${step})(?! of (?:size )?#)|${howMany} (?:full|complete|whole) (?=${step} of #)|how (?:many times|often) does (?:\\w+ ){1,4}?(?:run|loop|iterate|happen)|${what} (?:total |number of |training )*(?:${step})(?! ?(?:is|=|of|:)? ?#)|(?:${step})(?:[_ ]per[_ ]epoch| EACH)(?! ?(?:is|=|:|of|to|를|을|을 )? ?#)|(?:${step}) (?:do|does|will|would|should|did) (?:i|we|it|you|one|that|there|this|they|keras)|몇 ?(?:번|개|회)?(?:의)? ?(?:${step}|배치(?! ?로))|(?:${step})(?: ?(?:수|횟수|개수|갯수))?${so} ?(?:총 |전체 |모두 |대략 )?(?:몇(?! ?(?:${step}))|얼마(?!가 ?(?:되|돼))|\\?)|(?:${step})(?:은요|는요|요)\\?|(?:${step}) ?(?:수|횟수|개수|갯수)(?! ?(?:=|:|가|는|이)? ?#)|(?:bar|counter|진행 ?(?:바|률|막대|표시줄))(?:'s)? (?:\\w+ ){0,3}?(?:count|go|run|end|stop|show|reach|display|say|read|look)s?(?![a-z])(?: up)?(?: to| at)?(?!(?: up| to| at)* #| (?:val_)?(?:acc|loss))|(?:bar|counter)(?:'s)? total|what (?:does|do|will|would|should) (?:keras|it|i|the (?:screen|console|terminal|output)) (?:print|show|display|count|see)s?(?! #)|(?:${step}) (?:left|remaining|to go)(?! #)|(?:화면|케라스|keras)\\S* (?:\\S+ )?몇(?:으로|까지|이|에서)|(?:after|behind|right of|following) the slash|(?:number|figure|digits?)s? (?:on|in|of|at|under) (?:the )?(?:progress )?(?:bar|counter)|몇 ?\\/ ?몇|막대(?:에|의|가|는|에는)? ?(?:\\S+ )?(?:끝|뒤|뒤쪽|오른쪽|숫자|몇)\\S*|진행 ?바(?:에|의|가|는|에는)? ?(?:\\S+ )?(?:끝|숫자|몇)\\S*|진행 ?(?:바|막대|표시줄)(?:에|의|가|는|에는)? ?(?:\\S+ )?(?:끝|뒤|뒤쪽|오른쪽|숫자|몇)\\S*(?: 숫자)?|숫자(?:가|는|이)? ?(?:몇|얼마)(?:이|으로|까지|가)?|슬래시 ?(?:뒤|다음)\\S*|몇(?:까지|에서 ?(?:끝|멈))|분모|denominator|(?:what|which) (?:numbers?|figures?) (?:should|will|would|do|does|can|am|is) (?:i|we|it|the bar|keras|the counter)(?: \\w+){0,2}|배치(?:가|는|의)? ?(?:총 |모두 )?(?:몇 ?개|개수|갯수)|배치 ?(?:수(?:는|가|\\?|$)|개수|갯수)|(?<=EACH ?)몇 ?바퀴|몇 ?(?:개의 ?)?배치(?:로|가|이|으로)|몇 ?(?:개의? ?)?묶음|(?:${step}) (?:count|number)`,
  ),
  cue(
    'seen',
    0.9,
    `${howMany} ${some}(?:${row})(?: \\w+){0,5}? ?(?:process\\w*|see|seen|sees?|worked|shown|pass(?:ed|es)?|fed|look(?:ed|s)?|used|visited|go through|goes through|gone through|consumed|covered)|몇 ?(?:개|장|건|명|행)(?:의|꺼|거|것)? ?(?:데이터 ?|이미지 ?|샘플 ?)?(?:를|을|나|이나)? ?(?:까지 ?)?(?:보|봐|봄|본|봤|읽|처리|거치|학습|쓰|사용|지나|훑)|(?:본|처리한|처리하는|학습한|학습하는|거친|보는|보게 ?되는|지나간) ?${rowKorean}${so} ?(?:몇|얼마|수|총|모두|전부|다 ?합)`,
  ),
  cue(
    'accuracy',
    0.9,
    `(?:what|which|calculate|compute)(?:'s| is| would be| will)?(?: the| my)? ?(?:${accuracy})(?! ?(?:is|=|of|:)? ?#)|(?:${accuracy})(?:는|가|은|이)? ?(?:몇|얼마|\\?)|몇 ?(?:퍼센트|%|프로)`,
  ),
  cue(
    'rows',
    1,
    `${howMany} ${some}(?:test |테스트 )?(?:${row})(?! per)|(?:data ?set|training set|train set) size(?! ?(?:is|=|of|:)? ?#)|(?:smallest|largest|biggest|minimum|maximum|min|max|lowest|highest)(?: possible)?(?: number of| amount of| count of)? (?:data ?set|${row}|data|training set)(?: size)?|${row} (?:in|of) (?:the|my|this) (?:whole )?(?:data ?set|data|training set)(?= ?(?:$|[?.,]))|(?:${rowKorean})(?:가|는|이|은)? ?(?:최소|최대|적어도|많아야|대략|얼추)(?:한|로)? ?(?:몇|얼마)|how (?:big|large) (?:is|was|must|are) (?:\\w+ )?(?:data ?set|training set|train set|data)|(?<!# )(?:${row}) (?:in total|altogether|in all)(?= ?(?:\\?|$))|(?:size of|how much) (?:the |my )?(?:data ?set|data|training set)|${rowKorean}(?:의)?(?: ?(?:수|개수|갯수|크기))?${so} ?(?:총 |전체 |모두 |대략 |원래 )?(?:몇 ?(?:개|장|건|명|행)|얼마)|몇 ?(?:개|장|건|명|행)(?:의)? ?${rowKorean}|몇 ?(?:개|장|건|명|행)(?:인가|이야|예요|이에요|일까|인지|있|야|\\?)`,
  ),
  cue(
    'rows',
    0.75,
    'how many (?:is|are|was|were|would|will|does) (?:that|it|those|they|this)(?: be| make)?(?! (?:iter|step|batch|epoch))',
  ),
  cue('rows', 0.75, '몇 ?(?:개|장|건|명|행)(?!의? ?(?:배치|스텝|gpu))'),
  cue(
    'steps',
    0.8,
    '몇 ?(?:번|회)(?:을|이나|만에)? ?(?:\\S+ )?(?:돌|도나|도는|도냐|나눠|나누|나뉘|반복|실행|진행|학습|훈련|나오|나와|들어|하|해|함|인가|이야|이에요|예요|이면|인지|일까|필요|걸|임|가|되|됨|\\?|$)',
  ),
];

/** What else may be asked for by its name alone. */
export const hints: readonly (readonly [Quantity, RegExp])[] = [
  ['rows', new RegExp(anyRow, 'u')],
  ['seen', new RegExp(anyRow, 'u')],
  ['epochs', new RegExp(`${epoch}|EACH`, 'u')],
  ['batch', new RegExp(batch, 'u')],
  ['steps', new RegExp(step, 'u')],
  ['updates', new RegExp(`${update}|${step}`, 'u')],
  ['stepTime', new RegExp(`${step}|batch|배치`, 'u')],
  ['time', /time|long|take|second|minute|hour|시간|걸|소요|초|분/],
  ['accuracy', new RegExp(accuracy, 'u')],
  ['parameters', /param|파라미터|weights|가중치/],
  ['last', /last|final|remain|left|rest|chunk|마지막|남|나머지|끝/],
];
