import type { logs as english } from '../en/logs.js';

export const logs: Record<keyof typeof english, string> = {
  'command.log': '학습 로그나 오류 읽어 주기: 무슨 일이 있었고, 다음엔 뭘 할지',
  'command.log.text': '케라스, 파이토치 등이 출력한 것을 그대로 붙여 넣기',
  'command.log.file': '같은 내용의 텍스트 파일, 예를 들면 train.log',
  'command.log.onMessage': '이 로그 설명하기',
  'error.noLog':
    '학습 로그도, 제가 아는 오류 메시지도 안 보여요. 로그에는 <code>Epoch 1/20</code>이나 <code>800/800 [====] - 2s 2ms/step - loss: 0.5123 - accuracy: 0.7931</code> 같은 줄이 있어요.',
  'error.noLogInFile':
    '{name}, 이 파일을 읽었는데 학습 로그도, 제가 아는 오류 메시지도 없어요. 물어보고 싶은 줄을 붙여 넣어 주세요.',
  'error.logNotText':
    '텍스트 파일이 아니에요. 출력된 것을 .txt 파일로 저장하거나 그대로 붙여 넣어 주세요.',

  'log.sum.epochs':
    '에포크 {from, number}부터 {to, number}까지, loss는 <b>{first}</b>에서 시작해 <b>{last}</b>에서 끝났어요.',
  'log.sum.epochsMetric':
    '에포크 {from, number}부터 {to, number}까지, loss는 <b>{first}</b>에서 시작해 <b>{last}</b>에서 끝났고 {metric} 값은 <b>{metricFirst}</b>에서 <b>{metricLast}</b>까지 갔어요.',
  'log.sum.one': '에포크 하나가 loss <b>{last}</b>에서 끝났어요.',
  'log.sum.oneMetric':
    '에포크 하나가 loss <b>{last}</b>, {metric} <b>{metricLast}</b>에서 끝났어요.',
  'log.sum.unfinished':
    '에포크 {epoch, number}, 아직 도는 중이에요. 지금까지의 평균 loss는 <b>{loss}</b>.',

  'log.sum.lost': '에포크 {count, number}번 가운데 loss가 제대로 나온 것이 한 번도 없어요.',

  'log.verdict.impossible':
    '<b>loss가 음수예요.</b> 크로스엔트로피는 음수가 될 수 없으니, 레이블이 0과 1이 아니라 −1이나 2인 것 같아요.',
  'log.verdict.overflowed':
    '<b>발산했어요.</b> loss가 계속 커지다가 에포크 {epoch, number}에서 <b>{loss}</b>, 넘쳐 버렸으니 가중치를 고치는 보폭이 너무 커요.',
  'log.verdict.notFinite':
    '에포크 {epoch, number}에서 loss가 <b>{loss}</b>, 이렇게 됐어요. 숫자가 넘쳤거나 데이터에 빈칸이 있다는 뜻이고, 에포크를 더 돌려도 돌아오지 않아요.',
  'log.verdict.notFiniteFirst':
    '처음부터 loss가 <b>{loss}</b>, 이렇게 나왔어요. 데이터에 빈칸이 있거나 스케일링을 안 했을 때가 가장 많고, 에포크를 더 돌려도 돌아오지 않아요.',
  'log.verdict.diverged':
    '<b>발산했어요.</b> loss가 에포크 {epoch, number}에서 가장 낮았다가({lowest}) 그 뒤로 커졌으니, 가중치를 고치는 보폭이 너무 커요.',
  'log.verdict.guessing':
    '<b>찍고 있는 거예요.</b> 똑같이 흔한 클래스 {classes, number}개 가운데 아무거나 고르면 loss는 ln {classes, number} = {chanceLoss}, accuracy는 {chanceAccuracy}쯤 나오거든요.',
  'log.verdict.still':
    '<b>loss가 거의 안 움직였어요.</b> {percent}%도 안 돼요. 이미 다 배웠거나, 못 배우고 있거나 둘 중 하나예요.',
  'log.verdict.overfitting':
    '<b>과적합이에요.</b> val_loss가 에포크 {epoch, number}에서 가장 낮았고({lowest}) 끝에는 {last}까지 올랐는데, 학습 loss는 계속 내려갔어요.',
  'log.verdict.gap':
    '<b>학습한 행만 유난히 잘 맞혀요.</b> {metric} {training}, 그런데 val_{metric} 값은 {validation}밖에 안 돼요.',
  'log.verdict.oneEpoch': '에포크 한 번은 데이터를 한 바퀴 돈 것이라, 아직 견줘 볼 것이 없어요.',
  'log.verdict.plateau':
    '<b>평평해졌어요(plateau).</b> 에포크 {epoch, number}부터는 loss가 {last}의 2% 안에 머물렀어요.',
  'log.verdict.learning':
    '<b>아직 배우는 중이었어요.</b> 끝에서도 loss가 내려가고 있었으니 에포크를 더 돌리면 나아질 수 있어요.',
  'log.verdict.learningAlone':
    '<b>학습 loss는 아직 내려가는 중이었어요.</b> 그런데 val_loss는 에포크 {epoch, number}에서 가장 낮았어요({lowest}). 과적합인지는 아직 몰라요.',
  'log.verdict.settled':
    '{epochs, plural, =1 {마지막 에포크에서는} other {마지막 {epochs, number}에포크에서는}} loss가 1%도 더 내려가지 않았어요.',
  'log.verdict.sorted':
    '<b>행이 클래스 순서로 정렬돼 있는 것 같아요.</b> {metric} {training}, 그런데 val_{metric} 값은 {validation}, 거의 0이에요. 검증에 쓴 행(대개 맨 끝의 행)이 학습 때 한 번도 못 본 클래스라는 뜻이에요.',
  'log.verdict.unfinished': '판단은 에포크가 끝난 다음에 해요.',

  'log.style.keras3': '<b>Keras 3</b>의 출력 형식이에요.',
  'log.style.keras2': '<b>Keras 2</b>(TensorFlow 2.2~2.15)의 출력 형식이에요.',
  'log.style.samples': '<b>TensorFlow 2.1 이하</b>의 출력 형식이에요.',
  'log.style.rows': '<b>Keras 2.3 이하</b>의 출력 형식이에요.',
  'log.style.bare': '<b>예전 Keras</b>에서 verbose=2로 출력하는 형식이라 카운터가 없어요.',
  'log.style.barRows': '<b>2017년 이전 Keras</b>의 출력 형식이에요. 막대에 스텝당 시간이 없거든요.',
  'log.style.torch':
    '<b>직접 짠 학습 루프</b>(대개 PyTorch)의 출력이에요. 숫자의 뜻은 그 코드를 쓴 사람이 정한 거예요.',
  'log.style.tqdm': '<b>tqdm</b>이 그리는 막대예요. 대개 PyTorch 루프에 씌워요.',
  'log.style.trainer': '<b>Hugging Face Trainer</b>의 출력 형식이에요.',
  'log.counts.batches':
    '<code>{end}/{end}</code>, 이건 행이 아니라 <b>배치</b>(이터레이션)를 센 거예요. TensorFlow 2.2부터는 늘 그래요.',
  'log.counts.rows':
    '<code>{end}/{end}</code>, 이건 <b>행</b>을 센 거예요. 요즘 버전은 행 대신 배치를 세요.',
  'log.counts.unknown': '카운터는 배치를 세는데, 한 에포크에 몇 개인지는 아직 몰랐어요.',
  'log.unit.batch': '<code>{unit}</code>: 배치 하나에 걸린 평균 시간이에요.',
  'log.unit.row': '<code>{unit}</code>: 행 하나에 걸린 평균 시간이에요.',

  'log.phase.span': '에포크 {from, number}~{to, number}',
  'log.phase.epoch': '에포크 {from, number}',
  'log.phase.learned': '{span}: loss {first} → {last}, 배웠어요.',
  'log.phase.learnedBoth':
    '{span}: loss {first} → {last}, val_loss {valFirst} → {valLast}. 다른 행에도 통하는 것을 배웠어요.',
  'log.phase.overfitted':
    '{span}: loss {first} → {last}, 그런데 val_loss {valFirst} → {valLast}. 학습용 행을 외우기 시작했어요.',
  'log.phase.fast': '{span}: loss {first} → {last}, 전체 하락의 {percent}%.',
  'log.phase.slow': '{span}: loss {first} → {last}, 천천히.',
  'log.phase.flat': '{span}: loss {first} → {last}, 거의 제자리예요.',
  'log.phase.grew': '{span}: loss {first} → {last}, 커졌어요.',

  'log.stopped':
    '전체 {planned, number}에포크 가운데 {epoch, number}에포크까지 하고 EarlyStopping이 멈췄어요. 한동안 더 좋은 값이 안 나왔거든요.',
  'log.restored': '남은 가중치는 마지막 줄이 아니라 에포크 {epoch, number}의 것이에요.',
  'log.restoredBest': '남은 가중치는 마지막 줄이 아니라 가장 좋았던 에포크의 것이에요.',
  'log.cutOff':
    '로그가 {planned, number}에포크 가운데 {epoch, number}에포크에서 끝나요. 중간에 멈췄거나 일부만 붙여 넣은 거예요.',
  'log.unfinished':
    '에포크 {epoch, number}, 아직 안 끝났어요({current, number}/{end, number}). 그 loss {loss}, 이건 지금까지의 평균일 뿐이에요.',
  'log.unfinishedUnknown':
    '에포크 {epoch, number}, 아직 안 끝났어요. 그 loss {loss}, 이건 지금까지의 평균일 뿐이에요.',
  'log.missing': '중간의 {count, number}에포크는 붙여 넣은 글에 없어요.',
  'log.unnumbered':
    '“Epoch 1/20” 같은 줄이 없어서 줄 수로 세었어요. epochs=1이면 케라스가 그 줄을 안 찍어요.',
  'log.validation':
    '검증용 행에서는 val_loss {first} → {last}, 에포크 {epoch, number}에서 가장 낮았어요.',
  'log.validationOne': '검증용 행의 val_loss: {last}.',
  'log.validationNotFinite':
    '학습 loss는 멀쩡한데 val_loss만 에포크 {epoch, number}에서 {loss}, 이렇게 됐어요. 검증용 행에 빈칸이 있는지 보세요.',
  'log.validationBetter':
    '검증 수치가 학습 수치보다 좋은데, 초반에는 흔한 일이에요. 학습 수치는 가중치가 나아지는 동안의 평균이고(드롭아웃도 켜져 있고) 검증은 에포크가 끝난 다음에 재거든요.',
  'log.noisy':
    'val_loss가 에포크마다 크게 출렁여요. 검증용 행이 적거나 learning_rate가 커서 그래요. 에포크 하나만 보고 판단하지 마세요.',
  'log.rates':
    'learning_rate가 {count, plural, =1 {에포크 {epoch, number}에서} other {{count, number}번, 마지막으로 에포크 {epoch, number}에서}} {rate}, 이 값으로 바뀌었어요.',
  'log.evaluated': '그 뒤에 평가한 값이 있어요: {readings}.',
  'log.evaluatedReading': '{name} {value}',
  'log.fits':
    '글 속에 학습이 {count, number}번 있어서 마지막 것을 설명해요. 모델을 새로 만들지 않고 fit을 또 부르면 앞의 가중치에서 이어져요.',

  'log.rows.stated':
    'batch_size {batch, number}인 배치 {steps, number}개 → 학습용 {least, number}~{most, number}행. 마지막 배치는 더 작을 수 있거든요.',
  'log.rows.assumed':
    'batch_size가 글에 없어요. Keras 기본값 {batch, number}, 이 값을 썼다면 학습용은 {least, number}~{most, number}행이에요.',
  'log.rows.exact':
    '학습용 {rows, number}행 ÷ batch_size {batch, number} → 에포크마다 배치 {steps, number}개.',
  'log.rows.exactAssumed':
    'batch_size가 글에 없어요. Keras 기본값 {batch, number}, 이 값을 썼다면 {rows, number}행 → 에포크마다 배치 {steps, number}개예요.',
  'log.updates':
    '배치 {steps, number}개 × 에포크 {epochs, number}번 = <b>가중치 수정 {updates, number}번</b>.',
  'log.updatesAssumed':
    '그러면 배치 {steps, number}개 × 에포크 {epochs, number}번 = 가중치 수정 {updates, number}번이에요.',
  'log.time.batch':
    '마지막 에포크의 시간: 배치 {count, number}개 × {unit} ≈ {product}초, 화면에는 {seconds, number}s.',
  'log.time.row':
    '마지막 에포크의 시간: {count, number}행 × {unit} ≈ {product}초, 화면에는 {seconds, number}s.',
  'log.baseline':
    '{metric} {value}, 좋은 걸까요? 가장 흔한 클래스의 비율과 견줘 보세요. 늘 그 답만 하는 데는 학습이 필요 없거든요.',

  'log.other.place': '에포크 {epoch, number}',
  'log.other.placeOf': '전체 {planned, number}에포크 가운데 에포크 {epoch, number}',
  'log.other.stands.batches':
    '{where}: 이터레이션(배치) {end, number}번 가운데 {current, number}번째, 에포크의 <b>{percent}%</b>까지 왔어요.',
  'log.other.stands.rows':
    '{where}: 전체 {end, number}행 가운데 {current, number}행까지 봤어요. 에포크의 <b>{percent}%</b>예요.',
  'log.other.standsBar':
    '막대가 {end, number} 가운데 {current, number}, <b>{percent}%</b>까지 왔어요.',
  'log.other.standsAt':
    '<b>epoch {stands}</b>까지 왔어요. 에포크 {epoch, number}의 {percent}%를 마쳤다는 뜻이에요.',
  'log.other.standsEvaluated': '평가한 값만 있고 학습 loss는 없어요.',
  'log.other.lossNow': '거기 찍힌 loss는 <b>{loss}</b>, 한 줄만으로는 배우고 있는지 알 수 없어요.',
  'log.other.lossCourse':
    '이 에포크에 찍힌 loss는 <b>{first}</b>에서 시작했고 평균은 <b>{mean}</b>, 판단은 에포크가 끝난 다음에 해요.',
  'log.other.noLoss': '학습 loss가 안 찍혀 있어서, 배우고 있는지는 여기서 알 수 없어요.',
  'log.other.counts.batches':
    '<code>{current}/{end}</code>, 이건 <b>이터레이션</b>(배치)을 센 거예요. {end, number}번이면 한 에포크예요.',
  'log.other.counts.rows':
    '<code>{current}/{end}</code>, 이건 <b>행</b>을 센 거예요. {end, number}행이면 한 에포크예요.',
  'log.other.counts.bar':
    '<code>{current}/{end}</code>, 이건 반복문이 돈 횟수예요. DataLoader를 도는 반복문이면 <b>이터레이션</b>(배치)이고, {end, number}번이 한 에포크예요.',
  'log.other.counts.trainer':
    '여기서 <code>epoch</code>는 소수예요(0.53이면 첫 바퀴의 53%). loss는 앞줄 다음부터의 평균이에요.',
  'log.other.noCounter': '한 에포크가 몇 이터레이션인지는 안 찍혀 있어요.',
  'log.other.averaged':
    '에포크의 loss는 그 안에 찍힌 줄들의 평균으로 잡았어요. 한 줄은 대개 배치 하나의 값이라 들쭉날쭉하거든요.',
  'log.other.fromZero': '로그는 에포크를 0부터 세지만, 여기서는 1부터 세었어요.',
  'log.other.unnumbered':
    '몇 번째 에포크인지 적힌 줄이 없어서, 막대가 새로 시작할 때마다 한 에포크로 세었어요.',
  'log.other.rowsIf':
    'batch_size가 글에 없어요. {batch, number}이라면 배치 {steps, number}개는 많아야 {rows, number}행이에요.',
  'log.other.batchesIf':
    'batch_size가 글에 없어요. {batch, number}라면 {rows, number}행은 에포크마다 배치 {steps, number}개예요.',
  'log.other.totals':
    '마지막 줄로 셈하면 {epochs, number}에포크에 가중치 수정 {updates, number}번: 에포크마다 약 {rows, number}행, 그러니까 수정 한 번에 약 {batch, number}행이에요.',

  'log.mistake.accuracyOfNumbers':
    '<b>accuracy가 {most}, 이보다 커지지 않아요.</b> 맞힐 값이 숫자라면 딱 맞은 것만 세기 때문이에요. <code>mae</code>를 쓰세요.',
  'log.mistake.sameAccuracy':
    '<b>{metric} 값이 모든 에포크에서 똑같이 {value}.</b> 모든 행에 같은 답을 하고 있고, 이 값은 그 클래스의 비율일 가능성이 커요.',
  'log.mistake.notScaled':
    '<b>loss가 {first}에서 시작해요.</b> 크로스엔트로피가 이렇게 크면 대개 입력을 스케일링하지 않은 거예요.',
  'log.mistake.oneBatch':
    '<b>1/1</b>: 배치 하나에 모든 행이 들어가서 에포크마다 가중치를 한 번만 고쳐요.',
  'log.mistake.tooGood':
    '<b>첫 에포크부터 다 맞혔어요.</b> 맞힐 열이 입력에 섞여 들어가지 않았는지 보세요.',

  'log.try': '해 볼 것:',
  'log.try.notFinite':
    '<code>np.isnan(X).any()</code>로 빈칸을 찾고, 입력을 스케일링하고, 그래도 그러면 learning_rate를 10분의 1로 줄여 봐요.',
  'log.try.impossible':
    '<code>np.unique(y)</code>를 찍어 봐요. 클래스가 둘이면 0과 1만 나와야 해요.',
  'log.try.accuracyOfNumbers':
    '맞힐 값이 숫자라면 <code>metrics=["mae"]</code>로 바꾸고, 아니면 <code>np.unique(y)</code>로 레이블을 확인해 봐요.',
  'log.try.notScaled': '입력을 스케일링해 봐요. 픽셀은 255로 나누고, 열은 평균 0, 표준편차 1로요.',
  'log.try.sameAccuracy':
    '<code>np.unique(y, return_counts=True)</code>로 세어 봐요. 그 accuracy가 가장 흔한 클래스의 비율과 같지 않나요?',
  'log.try.oneBatch': '<code>batch_size=32</code>로 바꿔 봐요. 에포크마다 가중치를 더 자주 고쳐요.',
  'log.try.tooGood': '의심스러운 열을 빼고 다시 학습해 봐요.',
  'log.try.diverged': 'learning_rate를 10분의 1로 줄이고, 입력을 평균 0, 표준편차 1로 맞춰 봐요.',
  'log.try.guessing':
    '행과 레이블의 짝이 어긋나지 않았는지 보고, 입력을 스케일링하고, loss가 마지막 층과 맞는지 확인해 봐요.',
  'log.try.still': '입력을 스케일링하고, 그다음엔 learning_rate를 10배로 키워 봐요.',
  'log.try.overfitting':
    '<code>callbacks</code>에 <code>EarlyStopping(monitor="val_loss", patience=3, restore_best_weights=True)</code>를 넣거나 신경망을 줄여 봐요.',
  'log.try.gap': '행을 늘리거나, Dropout을 넣거나, 신경망을 줄여 봐요.',
  'log.try.oneEpoch': '<code>epochs=10</code>으로 늘려서 loss가 계속 내려가는지 지켜봐요.',
  'log.try.plateau':
    '그때부터 learning_rate를 10분의 1로 줄이거나 신경망을 키워 봐요. 에포크만 늘려서는 거의 안 바뀌어요.',
  'log.try.learning': '에포크를 두 배로 늘리고, val_loss가 올라가면 멈춰요.',
  'log.try.learningUnseen':
    '에포크를 두 배로 늘리면서 <code>validation_split=0.2</code>를 넣어 봐요. 언제 멈출지 val_loss가 알려 줘요.',
  'log.try.settled': '에포크를 몇 번 더 돌려서 그대로인지 확인해 봐요.',
  'log.try.stopped':
    'val_loss가 아직 출렁이며 내려가던 중이었을 때만 <code>patience</code>를 키워 봐요. 아니면 여기서 멈추는 게 맞아요.',

  'log.try.sorted':
    '<code>fit</code> 전에 <code>df.sample(frac=1)</code>로 행을 섞거나 <code>train_test_split(X, y, test_size=0.2, stratify=y)</code>로 나눠 봐요.',
  'log.tryOther.overfitting':
    '그 에포크에서 멈춰 봐요. 검증 loss가 가장 낮을 때의 가중치를 저장하거나(<code>torch.save</code>) 신경망을 줄여요.',
  'log.tryOther.oneEpoch': '10에포크를 돌려서 loss가 계속 내려가는지 지켜봐요.',
  'log.tryOther.learningUnseen':
    '에포크를 두 배로 늘리면서, 따로 떼어 둔 행의 loss도 찍어 봐요. 언제 멈출지 알려 줘요.',
  'log.tryOther.learningTested': '에포크를 두 배로 늘리고, 테스트 수치가 나빠지면 멈춰요.',
  'log.tryOther.accuracyOfNumbers':
    '맞힐 값이 숫자라면 평균 절대 오차(MAE)를 찍고, 아니면 레이블을 확인해 봐요.',
  'log.tryOther.oneBatch':
    'DataLoader에 <code>batch_size=32</code>를 줘 봐요. 에포크마다 가중치를 더 자주 고쳐요.',

  'log.card.accuracy': '정확도(accuracy)',
  'log.card.baseline': '기준선(baseline)',
  'log.card.batch_size': '배치 크기',
  'log.card.early_stopping': '조기 종료',
  'log.card.epoch': '에포크',
  'log.card.iteration': '이터레이션',
  'log.card.learning_rate': '학습률',
  'log.card.loss': '손실(loss)',
  'log.card.overfitting': '과적합',
  'log.card.progress_bar': '진행 막대',
  'log.card.steps_per_epoch': '에포크당 스텝',
  'log.card.validation_split': 'validation_split',
};
