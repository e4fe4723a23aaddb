/** Words for times and layers, and for numbers that are none of ours. */
import { words } from '../words.js';
import { after, around, before, type Evidence } from './evidence.js';

const { epoch, step } = words;

export const otherWords: readonly Evidence[] = [
  after(
    'msPerStep',
    9,
    `\\s?(?:/|per |a |an |for (?:a|each|one) |each |every )(?:${step}|batch|update)`,
  ),
  around(
    'msPerStep',
    9.5,
    `# ?(?:${step})(?: EACH)? (?:of|at|with|taking|각각|each) §|(?:${step})(?: EACH)?[^#§.;]{0,12}§ ?(?:each|apiece|씩)`,
  ),
  before(
    'msPerStep',
    8,
    `(?:per|each|every|one|a|an|the) (?:${step}|batch|update)(?: ?(?:takes|needs|costs|is|lasts|took|in|at))?|(?:한|매|각|1) ?(?:스텝|배치|이터레이션|번)(?:에|당|이|은|마다)?|(?:스텝|배치|이터레이션|업데이트)(?: ?(?:당|하나에|하나가|마다|한 ?번에|한 ?개에))`,
    '\\s?(?:about |around |약 |대략 |=|:)?\\s?',
  ),
  after(
    'msPerRow',
    9,
    '\\s?(?:/|per |a |for (?:a|each|one) |each )(?:sample|row|image|example|item)',
  ),
  after('msPerEpoch', 9, '\\s?EACH|\\s?(?:/|per |an )epoch'),
  around(
    'msPerEpoch',
    7,
    `(?:${epoch})[^#§]*(?:#[^§]*)?(?:하나(?:당|에|가)?|한 ?개(?:에|당)?|each(?: one)?(?: takes| is| needs)?|one takes|at) ?(?:about |약 )?§|(?:${epoch})[^§]*§ ?(?:each|apiece|씩)|§ ?(?:each|apiece|씩)[^§]*(?:${epoch})`,
  ),
  before(
    'msPerEpoch',
    8,
    'EACH(?: ?(?:takes|needs|costs|is|lasts|runs|took|ran|lasted|in|=|:|당|에|이|가|는|은|걸))?',
    '\\s?(?:about |around |약 |대략 )?\\s?',
  ),
  before('msInAll', 5, 'have|got|within|into|in|only|시간(?:은|이)?', '\\s(?:about |only |just )?'),
  after('msInAll', 5, '\\s?(?:안에|이내|이면|면|밖에|에(?= +¿)|available|left)'),
  after('msInAll', 6, `\\s?for (?:all |the |these )?# ?(?:${epoch})`),
  after('msInAll', 7, '\\s?(?:동안|만에)|\\s?(?:in (?:total|all)|total|altogether|overall)'),
  before(
    'msInAll',
    10,
    `# ?(?:${epoch})(?:에|을|를|이)?(?: ?(?:take|took|takes|done|finished|ran|run|trained|train|in|within|need|needed|lasted|last|돌리는 ?데|돌리는데|학습하는 ?데|학습하는데|하는 ?데|도는 ?데|걸린 시간이|전체가))*`,
    '\\s?(?:about |총 |약 )?\\s?',
  ),
  before(
    'msInAll',
    6,
    '(?:total|whole (?:run|training|thing)|all of it|training|전체|총|다 합쳐|모두)(?: (?:run|training|time))?(?: (?:takes|took|is|was|lasted))?(?:이|가|은|는)?',
    '\\s?(?:about |약 )?\\s?',
  ),
  before(
    'foreign',
    9,
    `(?:learning[_ ]rate|lr|학습률|러닝 ?레이트|val_?loss|loss|손실|로스|seed|시드|threshold|momentum|verbose|alpha|decay|k|값이|값은|픽셀이|version|버전|gpt|step_size|random_state|port|age|year|row|line|번호)`,
  ),
  after(
    'foreign',
    9,
    '(?:개의? ?)?(?:labels?|nodes|layers?|outputs?|hidden|filters?|channels?|pixels?|weights|gb|mb|tb|bytes?|cores?|cpus?|threads?|노드|층|레이어|출력|필터|기가|메가|살|년|월|일(?!\\s?(?:때|땐|경우))|원|달러|등분|조각|배(?!치)|쪽|페이지|friends?|people who|questions?|values|numbers|copies|attempts|tries|runs|people in|colou?rs|times (?:faster|slower|more|bigger|larger|as)|x (?:faster|slower|more)|days?|weeks?|years?|percent more)',
  ),
  before('dropout', 9, 'dropout(?: rate)?|드롭아웃(?:은|이|을|률)?', '\\s?[=:(]?\\s?(?:of )?'),
  after('dropout', 8, '(?:의 )?(?:dropout|드롭아웃)'),
  before('patience', 9, 'patience(?:가|는|를|을|은)?', '\\s?[=:]?\\s?(?:is |of )?'),
  before('initialEpoch', 10, 'initial_?epoch', '\\s?[=:]?\\s?'),
  after('folds', 9, '[- ]?(?:fold|겹|폴드)s?(?! ?각)'),
  before('folds', 9, '(?:k|n_splits|cv)', '\\s?=\\s?'),
  before('folds', 9, 'folds?(?: count)?|폴드(?: ?수)?(?:가|는)?', '\\s?(?:=|:|is )?\\s?'),
  before(
    'lastRows',
    10,
    '(?:last|final) (?:one|batch|step)?(?: (?:has|had|have|having|holds|is|with|of|only|just|contains))+|(?:마지막|끝) ?(?:배치|거|것|스텝)?(?:만|는|은|가|에는|엔|에)?',
    '\\s(?:only |just |딱 )?',
  ),
  after(
    'parameters',
    9,
    '(?:개의? ?|trainable )?(?:parameters?|params?|파라미터|매개 ?변수|가중치)(?! ?updates?)',
  ),
  before(
    'parameters',
    8,
    '(?:parameters?|params?|파라미터|매개 ?변수)(?: ?(?:수|개수))?(?:가|이|는|은)?',
    '\\s?(?:=|:|is|are|of|총|모두|전부|다 합쳐)?\\s?',
  ),
  after(
    'inputs',
    9,
    '(?:개의? ?)?(?:input )?(?:inputs?|features?|columns?|특성|피처|열(?![가-힣])|컬럼|입력)',
  ),
  before(
    'inputs',
    8,
    '(?:inputs?|input_?(?:dim|shape)|features|입력(?:층)?|특성|피처)(?: ?(?:수|개수))?(?:이|은|는|가)?',
    '\\s?(?:=|:|of|is|are|\\()*\\s?',
  ),
  after('units', 9, '(?:개의? ?)?(?:units?|neurons?|유닛|뉴런)'),
  before('units', 8, '(?:units|neurons|유닛|뉴런|dense)(?: ?수)?(?:이|은|는|가)?', '\\s?[(=]?\\s?'),
  before(
    'classes',
    7,
    '(?:number of )?(?:classes|categories|클래스|종류|폴더)(?:가|는|이|은)?(?: ?수(?:가|는)?)?',
    '\\s?(?:=|:)?\\s?',
  ),
  after(
    'classes',
    9,
    '(?:개의? ?)?(?:class(?:es)?|categories|kinds|folders|species|클래스|종류|종|폴더|가지)',
  ),
  before('foreign', 7, '(?:conv2d|lstm|layers)', '\\s?[(=]?\\s?'),
  after('foreign', 8, '번째(?! ?(?:업데이트|스텝|이터|step))'),
];
