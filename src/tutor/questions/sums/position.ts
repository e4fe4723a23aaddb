/** How far a run has come, as the asker says it: “epoch 4/20 has just begun”, “350/800 so far”. */
import type { Bar, Reading } from './reading.js';

export interface Position {
  /** From 1 on. */
  readonly epoch: number | undefined;
  /** Of an epoch's batches. */
  readonly bar: Bar | undefined;
  /** What the epoch has just done; undefined where nothing says so. */
  readonly state: 'begun' | 'ended' | undefined;
}

const begun =
  /begun|began|begin|\bstart(?:s|ed|ing)?\b|about to (?:start|enter)|entering|막 ?시작|시작(?:했|됐|되었|한|된|할| ?직전| ?전| ?시점|이)|들어갔|들어가|들어섰|넘어갔/;
const ended =
  /\b(?:finished|ended|ends|completed?|done|over|behind me|passed|after epoch|trained (?:for )?\d+ (?:out )?of)\b|끝(?!나려|나면|난다면|날 ?때까지|나기|까지|날까|나나|나요|나\?|나지|내려)|마쳤|마치고|마친|완료|(?:까지|을|를|다) ?돌(?:았|렸|고)|(?:에포크|에폭) ?(?:했|돌았|돌렸|학습했)/;

/** Undefined where nothing tells how far it is. */
export function positionOf({ text, amounts, bars }: Reading): Position | undefined {
  const [bar] = bars.length === 1 ? bars : [];
  const { epochs, planned, epochNow: epoch = planned && epochs } = amounts;
  if (epoch === undefined && (bar === undefined || bar.done >= bar.total)) return undefined;
  if (bar && bar.done < bar.total) return { epoch, bar, state: undefined };
  const state = begun.test(text) ? 'begun' : bar || ended.test(text) ? 'ended' : undefined;
  return { epoch, bar, state };
}

const soFar =
  /so far|until (?:here|now|this)|till (?:here|now)|up to (?:now|here|this|that)|by (?:now|then|this|that)|already|have (?:happened|been)|at (?:this|that) (?:point|moment)|지금까지|여태|이제까지|현재까지|여기까지|이때까지|그때까지|누적|총 ?몇|벌써|이미/;
const left =
  /\bleft\b|remain|longer|\bmore\b|still (?:to|need|have)|(?:un)?till? (?:it|the|this|training|i'm|i am|we|finish|done|over|ready|everything)|when (?:will|does|is)|\beta\b(?! ?:)|to go\b|남[은았는아]|남(?:지|나|습|음|냐|니|죠)|기다|더 ?(?:걸|기다|돌|해|남|가|있)|앞으로|끝나려면|끝날 ?때까지|끝나기까지|언제 ?끝/;

export const asksSoFar = ({ text }: Reading): boolean => soFar.test(text);
export const asksLeft = ({ text }: Reading): boolean => left.test(text);
