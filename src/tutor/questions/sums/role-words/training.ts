/** Words for epochs, iterations and updates. */
import { words } from '../words.js';
import { after, around, before, named, type Evidence } from './evidence.js';

const { epoch, step, update } = words;

export const trainingWords: readonly Evidence[] = [
  named('epochs', `${epoch}|e|ep`),
  named('epochs', 'nb_epochs?|num_epochs|n_epochs|max_epochs'),
  after(
    'epochs',
    5,
    `(?:번의? |회 |full |training |total |whole |more |further |additional |such )?(?:${epoch})(?![a-z_])`,
  ),
  after(
    'epochs',
    6,
    '(?:번|회|바퀴)(?:을|를)? ?(?:정도 |만 |씩 ?)?(?:돌|학습|훈련|반복|훑|거치|통과|train)',
  ),
  after(
    'epochs',
    5,
    '(?:times|passes|rounds)(?: (?:over|through|on|across|in (?:groups|batches|chunks))|$)|바퀴|full passes',
  ),
  around(
    'epochs',
    5,
    '(?:go|goes|going|went|run|pass|loop|cycle)(?:s|ed|ing)? (?:through|over) [^§]*§ times',
  ),
  before(
    'epochs',
    4,
    `(?:${epoch})(?:(?:를|을|은|는|이|가)?|s? ?(?:수|횟수|count)(?:가|를|는|은)?)`,
  ),
  before('epochs', 6, `(?:${epoch}) (?:\\w+ ){0,2}from`, '\\s'),
  around(
    'otherEpochs',
    3,
    `(?:${epoch})[^#§]*from #[^§#]{0,24}to §|# ?(?:${epoch})?에서 § ?(?:${epoch})(?:으로|로)`,
  ),
  before('epochs', 6, 'range\\(', '\\s?'),
  // “10에폭까지 하려 했는데 6에폭에서 끝남”: what was planned is the other number.
  after('epochs', 12, `${epoch} ?(?:에서|에|만에|째에서?) ?(?:조기 ?)?(?:끝|멈|종료|스톱|중단)`),
  after(
    'planned',
    9,
    `${epoch} ?(?:까지|을|를|로|으로)? ?(?:하려|돌리려|학습하려|예정|계획|하기로|걸어|설정)`,
  ),
  after('planned', 9, `${epoch} (?:were |was )?(?:planned|intended|scheduled)`),
  before('planned', 9, '(?:planned|intended)(?: to)?(?: run| train| do)?(?: for)?'),
  before(
    'epochNow',
    9,
    '(?:in|at|during|after|by|from|until|on|since|of|into|before|entering) epoch',
    '\\s(?:number )?',
  ),
  around(
    'epochNow',
    9,
    `(?:${epoch}) § (?:out )?of #|§(?: (?:out )?of (?:the |my )?|/)# ?(?:${epoch})`,
  ),
  around(
    'epochNow',
    6,
    `(?:^|[.:,;] ?|am |are |is |now |at )(?:${epoch}) §(?=[,:]? (?:step|batch|iteration|and) #)`,
  ),
  around('epochs', 9, `(?:${epoch}) # (?:out )?of §`),
  around('epochs', 9, '# (?:[a-z]+ )?epochs? out of §|번째 ?epoch (?:out )?of §'),
  around(
    'epochNow',
    10,
    `# ?(?:${epoch}) ?(?:중에?서?|가운데|에서) ?§ ?(?:${epoch}(?!으?로)|번째|번|째|개)`,
  ),
  around(
    'epochNow',
    9,
    '# ?개? ?(?:중에?서?|가운데) ?§ ?개?(?:가|는|를|째)? ?(?:끝|완료|돌|지났)|§ (?:out )?of # (?:are |is )?(?:done|finished|over|behind)',
  ),
  around(
    'epochs',
    9,
    '§ ?개? ?(?:중에?서?|가운데) ?# ?개?(?:가|는|를|째)? ?(?:끝|완료|돌|지났)|# (?:out )?of § (?:are |is )?(?:done|finished|over|behind)',
  ),
  after('epochNow', 10, `번째 ?(?:${epoch})|(?:${epoch}) ?째`),
  around('epochs', 9, `(?:${epoch}) ?§ ?(?:개|번)? ?(?:중에?서?|가운데) ?#`),
  around('epochNow', 10, `(?:${epoch}) ?# ?(?:개|번)? ?(?:중에?서?|가운데) ?§ ?(?:개|번)?(?!번째)`),
  // “An epoch takes 90 s and I do 40 of them.”
  around('epochs', 6, `(?:${epoch}|EACH)[^#§]*#[^§]*§ (?:of (?:them|those)|in (?:all|total))`),
  around(
    'epochs',
    10,
    '(?:early ?stopp\\w*|callback|it|training|run)(?: has| had)? ?(?:stop(?:s|ped)|halt(?:s|ed)|end(?:s|ed)|quit|kicked in|interrupted|cut)(?: (?:it|me|that|training|the run|everything))* (?:off )?(?:at|after|in|on) §',
  ),
  after('foreign', 7, `(?:${epoch})(?: \\w+){0,3},? (?:but|however)`),
  around(
    'foreign',
    9,
    `§ ?(?:${epoch}) ?(?:중에?서?|가운데) ?# ?(?:${epoch})(?:에서|째에서?|에) ?(?:조기 ?)?(?:끝|멈|종료|스톱|중단)|(?:of|out of) (?:the )?§ (?:because|since|as) `,
  ),
  around(
    'otherEpochs',
    6,
    `# ?(?:${epoch})[^§]*#[^§]*(?:¿|how (?:long|much|many)|what about|and|then|몇|그럼|그러면|얼마)[^#§]*§ (?:take|need|cost|last|would|be|of them|epochs)`,
  ),
  around(
    'epochs',
    9,
    `stopped (?:it |training )?(?:at|after) (?:${epoch}) §|stopped (?:it |training )?(?:at|after) § (?:${epoch})`,
  ),
  around(
    'epochNow',
    7,
    `(?:${epoch}) §(?:번째)?(?:이|가|을|를|에|까지)?(?: (?:has|have|is|was|just|now|about to|only|막|방금|지금|다))* ?(?:finished|ended|ends|done|over|begun|began|begins|start|complete|시작|끝났|끝난|끝내|마쳤|들어)`,
  ),
  // Less than `epochs`: it is one of two numbers of epochs.
  after(
    'epochNow',
    4.5,
    `(?:${epoch})(?:을|를|는|은|까지|가|이)?(?: (?:is|are|have|has|were|been|already|just|막|방금|다|이미))* ?(?:done|finished|over|complete|ended|passed|behind me|끝났|끝난|끝내|돌았|돌렸|마쳤|지났|완료)`,
  ),
  around('otherEpochs', 5, `# ?(?:${epoch})[^#§]* and § (?:today|more|now|later|again)`),
  after('epochNow', 4, '(?:are |is )?(?:done|finished|complete|behind)'),
  before('steps', 9, 'len\\(\\w*loader\\w*\\)|\\w*loader(?:의|가)? ?(?:길이|length)(?:가|는|이)?'),
  before(
    'epochs',
    9,
    `(?:stop(?:s|ped)?|ended|ends|quit|halted|interrupted|finished)(?: (?:it|training|early|me))* (?:at|after|in|with) ${epoch}`,
  ),
  before(
    'epochs',
    3,
    '(?:train(?:ed|ing)?|run|ran|fit|repeat(?:ed)?)(?: it| this| them| the model)? for',
    '\\s',
  ),
  before(
    'barNow',
    3.5,
    '(?:(?:the |my |progress )*(?:bar|counter)|막대|진행 ?바|진행 ?막대)(?:는|가|이|에)?(?: (?:is|stands|shows|reads|says))?(?: now| currently| 지금)?(?: at| on)?',
    '\\s?',
  ),
  named('steps', 'steps_per_epoch|steps|iterations|batches'),
  after('steps', 8, `(?:번의? |개의? )?(?:${step}|${update}) ?(?:EACH|per epoch)`),
  after('steps', 5, `(?:번의? ?|개의? ?|training |full |whole )*(?:${step})(?![a-z_])`),
  after(
    'steps',
    5,
    `(?:개의? ?|개 ?)(?:미니 ?)?배치(?! ?(?:사이즈|크기|size)?(?:가|는|를)? ?[=:]?\\s?#| ?(?:사이즈|크기))`,
  ),
  after('steps', 5, '(?:개의? ?)?(?:묶음|덩어리)(?!에|당|마다|씩)'),
  around('steps', 7, '짜리 ?(?:배치)? ?§ ?개(?! ?데이터)'),
  around('steps', 8, '배치(?:가|는|수가)? ?§ ?개(?!씩|짜리|의|로)'),
  around('steps', 6, '§ ?(?:full |whole )?(?:batches|배치) of #'),
  after('steps', 6, `(?:times |번 ?|회 ?)?EACH(?!\\s*¿)`),
  after('steps', 6, '번 ?씩'),
  // “#번” counts what is asked for, if anything is.
  around('steps', 1.5, '¿[^§]*§ ?번(?! ?(?:째|씩|이나|\\?))|§ ?번(?! ?(?:째|씩|이나|\\?))[^§]*¿'),
  before('steps', 9.5, `(?:${step}) EACH`),
  around('steps', 9.5, 'EACH 배치(?:가|는|를)? ?§(?! ?(?:개|행|장)?짜리)'),
  before('steps', 8, `steps[_ ]per[_ ]epoch|EACH ?(?:${step})`),
  before(
    'steps',
    9,
    'EACH(?: ?(?:에|가|는|은|이|을|takes|has|is|makes|does))?',
    '\\s?(?:총|약|딱|정확히|about|exactly|just)?\\s?',
  ),
  before('steps', 4, `(?:${step})|배치 ?(?:수|개수|갯수)(?:가|는|은|이)?|배치(?:가|는)`),
  before(
    'steps',
    4,
    '(?:progress )?(?:bar|counter|log|keras|terminal|console|screen|it|output)(?: only)? (?:shows?|says?|prints?|displays?|goes to|goes up to|counts(?: to)?|(?:stop(?:s|ped)|end(?:s|ed)|finish(?:es|ed)) (?:at|on|with)|reads)',
    '\\s(?:only |just )?',
  ),
  before(
    'steps',
    3,
    '왜|why|진행 ?(?:표시줄|바|률|막대)에?',
    '\\s?(?:is it |only |do i see |do i get )?',
  ),
  after(
    'steps',
    4,
    '(?:이라고|라고|이|가|만|까지)? ?(?:나와|나오|나옴|뜨|떠|뜸|떴|찍|보여|보이|표시)|에서 ?(?:끝|멈)',
  ),
  around(
    'updates',
    10,
    `(?:총|전체|모두|total(?: of)?|altogether|합쳐서?) ?§ ?(?:번의? ?|회 ?|개의? ?)?(?:${step}|${update})`,
  ),
  around(
    'updates',
    9,
    '(?:updated?|changed?|adjusted|modified)(?: \\w+)? § times|(?:가중치|weights?)(?:를|가|은|는)? ?(?:총 |모두 )?§ ?(?:번|회|times)',
  ),
  before('updates', 10, 'global[_ ]?steps?(?:이|가|은|는)?'),
  around('updates', 8, '§[^#]{0,24}\\(global[_ ]?step'),
  after('updates', 6, `(?:번의? ?|번인 ?|회의? ?|개의? ?)?(?:${update})(?![a-z_])`),
  after(
    'updates',
    9,
    `(?:total |global |번째 ?|글로벌 ?)(?:${step}|${update})|(?:${step})(?: in)? (?:total|altogether|overall|in all|so far)`,
  ),
  after(
    'updates',
    7,
    '번(?:이나|을)? ?(?:고치|고쳐|갱신|수정|바뀌|조정)|번째 ?(?:업데이트|스텝|이터)',
  ),
  before('updates', 5, update),
  before(
    'updates',
    9,
    `(?:total|overall|all|global|글로벌|총|전체|모두|합쳐서?)(?: number of| of)? ?(?:${step}|${update})(?: ?(?:수|횟수)(?:가|는)?)?`,
  ),
  before('updates', 5, '(?:iteration|step|update)(?: number| no\\.?)?', '\\s?'),
  around('updates', 9, `(?:${step}|${update}) ?§ ?번째`),
  before('updates', 4, '(?:총|total of|in total)', '\\s?'),
];
