import type { counting as english } from '../../en/answers/counting.js';

export const counting: Record<keyof typeof english, string> = {
  'answer.wholeNumbers':
    '<code>epochs</code>와 <code>batch_size</code>에는 <b>1 이상의 정수</b>를 적어야 해요. 에포크가 0이면 아무것도 배우지 않고, 0행짜리 배치로는 기울기를 구할 수 없거든요. Keras는 <code>batch_size=0</code>을 받지 않고, <code>epochs=0</code>이면 학습 없이 바로 끝나요.',
  'answer.batchContents':
    '배치에는 <b>행 몇 개와 그 정답(라벨)</b>이 들어 있어요. {whose}에서는 {batch, number}행이고, 행마다 모든 열과 정답이 함께 있어요. 이 행들을 한꺼번에 신경망에 넣어 기울기를 평균 내고 가중치를 한 번 고쳐요. <code>fit</code>이 에포크마다 행을 새로 섞기 때문에 배치마다 골고루 섞인 행이 들어가요.',
  'answer.epochEnds':
    '학습용 행을 <b>빠짐없이 한 번씩 다 썼다</b>는 뜻이에요. {whose}에서는 이터레이션 {steps, number}번을 해서 진행 막대가 <code>{steps}/{steps}</code>까지 찼을 때예요. 그때 그 에포크의 loss와 accuracy가 나오고, 검증 데이터가 있으면 재 본 다음, 가중치를 그대로 이어받아 다음 에포크로 넘어가요.',
  'answer.needNotDivide':
    '아니요, 나누어떨어지지 않아도 돼요. <b>마지막 배치가 조금 작아질 뿐</b>이에요. {whose}에서는 {rows, number}행을 {batch, number}행씩 나누면 배치가 {steps, number}개이고, 마지막 배치는 {last, number}행이에요. 빠지는 행도 없고 오류도 안 나요.',
  'answer.epochIterationBatch':
    '<b>에포크</b>는 전체 데이터를 한 바퀴 도는 것, <b>배치</b>는 한 번에 같이 처리하는 행 묶음, <b>이터레이션</b>(스텝)은 배치 하나를 처리하고 가중치를 한 번 고치는 일이에요. 그래서 에포크당 이터레이션 = 행 수 ÷ <code>batch_size</code>를 올림한 값이에요. {whose}에서는 {rows, number}행 ÷ {batch, number} = 에포크당 {steps, number}번, 에포크 {epochs, number}번이면 모두 {updates, number}번 고쳐요.',
  'answer.updatesPerBatch':
    '가중치는 <b>배치마다</b> 한 번 고쳐요. 행마다도, 에포크마다 한 번도 아니에요. {whose}에서는 <code>batch_size={batch}</code>이니까 {batch, number}행의 기울기를 평균 내서 한 번 고치고, {rows, number}행이면 에포크당 {steps, number}번이에요. <code>batch_size=1</code>일 때만 행마다({rows, number}번), 전체를 한 배치로 하는 <code>batch_size={rows}</code>일 때만 에포크당 1번이에요.',
  'answer.stepsFormula':
    '<b>올림(행 수 / batch_size)</b>이 맞아요. {whose}에서는 {rows, number} / {batch, number} = {quotient}이라서 {steps, number}번이에요. <code>rows // batch_size + 1</code>은 나누어떨어질 때 틀려요. 8,000행, 배치 10이면 {evenSteps, number}번인데 {evenPlus, number}번이라고 하거든요. <code>rows // batch_size</code>만 쓰면 작은 마지막 배치를 빠뜨려요. 8,005행은 {evenSteps, number}번이 아니라 {unevenSteps, number}번이에요.',
  'answer.batchTimesSteps':
    '<code>batch_size × 이터레이션 = 전체 데이터</code>는 나누어떨어질 때만 맞아요. 마지막 배치가 더 작을 수 있거든요. 정확히는 이터레이션 = 올림(전체 / batch_size)이에요. 예를 들어 55,000행, 배치 32면 {unevenBarSteps, number}번인데 {unevenBarSteps, number} × 32 = {unevenBarProduct, number}, 마지막 배치가 {unevenBarLast, number}행뿐이라 안 맞아요. {whose}에서는 {steps, number} × {batch, number} = {product, number}, 실제 행 수는 {rows, number}개예요.',
  'answer.rowsNotSkipped':
    '빠지는 데이터는 없어요. 막대 앞의 숫자는 행이 아니라 <b>배치</b>를 세요. {barRows, number}행에 <code>batch_size={barBatch}</code>면 {barRows, number} / {barBatch, number} → {barSteps, number}배치이고, 배치를 안 적으면 기본값이 32예요. 매 에포크마다 모든 행을 한 번씩 다 써요. <code>batch_size={barRows}</code>처럼 키운다고 데이터를 더 쓰는 게 아니라, 에포크당 업데이트가 1번으로 줄어요.',
  'answer.batchIsNotCount':
    '아니요, <code>batch_size</code>는 배치의 개수가 아니라 <b>한 묶음에 들어가는 행 수</b>예요. {whose}에서 <code>batch_size={batch}</code>이면 {batch, number}개씩 묶어서 {rows, number} / {batch, number} → {steps, number}묶음이 돼요. {batch, number}등분을 하려면 <code>batch_size={partRows}</code>이어야 해요.',
  'answer.epochIsNotPart':
    '아니요, 에포크 수로 데이터를 나누는 게 아니에요. <b>에포크마다 전체 데이터를 한 번씩</b> 다 봐요. {whose}에서 에포크 {epochs, number}번이면 {rows, number}행을 {epochs, number}바퀴 도는 거예요. 데이터를 나누는 건 <code>batch_size</code>예요. {batch, number}행씩 나누면 에포크마다 배치가 {steps, number}개 나와요.',
  'answer.sameRowsAgain':
    '에포크마다 <b>똑같은 학습용 행</b>을 전부 한 번씩 다시 봐요. 순서만 새로 섞어요(<code>shuffle=True</code>). {whose}에서는 {rows, number}행을 에포크 {epochs, number}번 동안 되풀이해서 봐요. 그사이 가중치가 달라져서 다시 볼 만하지만, 너무 많이 보면 외워 버려요(과적합). 그건 <code>val_loss</code>를 보면 알아요.',
  'answer.epochsOrIterations':
    '이터레이션은 직접 정하는 값이 아니라 에포크와 batch_size에서 따라 나와요. 그래서 바꿀 건 <b>에포크</b>예요. 전체 이터레이션 = 올림(행 수 / batch_size) × 에포크라서 {whose}에서는 {steps, number} × {epochs, number} = {updates, number}번이에요. <code>batch_size</code>를 줄여도 늘지만 한 번에 보는 행이 줄어요. <code>val_loss</code>가 더 안 내려가면 그만 늘리세요.',
  'answer.epochIsNotOnePass':
    '순전파와 역전파는 에포크마다가 아니라 <b>배치마다</b> 한 번씩 해요(전체가 한 배치라면 에포크당 한 번이고요). {whose}에서는 {rows, number}행, <code>batch_size={batch}</code>이면 에포크 하나에 순전파 {steps, number}번, 역전파 {steps, number}번이에요. "에포크당 한 번"은 <b>행 하나</b>를 기준으로 할 때 맞는 말이에요.',
  'answer.modelNotReset':
    '에포크가 바뀌어도 초기화되지 않아요. 가중치와 옵티마이저 상태가 그대로 다음 에포크로 이어져서 같은 모델이 계속 좋아져요. 화면에 찍히는 loss와 accuracy만 그 에포크의 평균이라서 새로 시작해요.',
  'answer.lastBatch':
    '마지막 배치도 똑같이 써요. 남은 행만 담겨 더 작을 뿐, 버리지도 채우지도 않고 이터레이션 1번으로 세요. {whose}에서는 {rows, number}행, <code>batch_size={batch}</code> → {steps, number}번이고 마지막 배치는 {last, number}행이에요. 있는 행으로만 평균을 내니까 작아도 괜찮아요. tf.data에서 <code>drop_remainder=True</code>로 한 경우에만 빠져요.',
  'answer.rowOncePerEpoch':
    '<b>에포크마다 한 번씩</b>이에요. 에포크 한 번에 모든 학습용 행을 정확히 한 번씩 써요. 빠지는 행도, 두 번 나오는 행도 없어요. Keras가 에포크마다 순서를 새로 섞은 다음 배치로 나눠요. {whose}에서는 에포크 {epochs, number}번 동안 {rows, number}행이 저마다 {epochs, number}번씩 쓰여요.',
  'answer.batchesReshuffled':
    '아니요, 매번 같은 배치가 아니에요. <code>fit</code>은 에포크마다 학습용 행을 새로 섞어서(<code>shuffle=True</code>가 기본값) 같은 배치에 들어가는 행이 달라져요. 배치 개수는 그대로예요. {whose}에서는 에포크당 {steps, number}개예요.',
  'answer.batchTooLarge':
    '오류 없이 돌아가요. <code>batch_size</code>가 데이터보다 크면 모든 행이 한 배치에 들어가서 에포크당 <b>이터레이션 1번</b>, 업데이트도 1번이에요. {whose}에서는 {rows, number} 이상이면 다 그렇고, 에포크 {epochs, number}번이면 업데이트가 {epochs, number}번뿐이라 에포크에 비해 더디게 배워요. 더 작게 잡으세요.',
  'answer.batchOne':
    '<code>batch_size=1</code>이면 행 하나를 볼 때마다 가중치를 고쳐요. {whose}에서는 {batch, plural, =1 {배치 {large, number}일 때의 {largeSteps, number}번} other {배치 {batch, number}일 때의 {steps, number}번}} 대신 에포크당 {rows, number}번이에요. 한 행이 방향을 정하니까 출렁거리고, 한꺼번에 계산하지 못해 에포크가 느려요. 원래 확률적 경사하강법(SGD)이 이 뜻이에요.',
  'answer.fullBatch':
    '전체를 한 배치로 넣으면 <b>에포크당 업데이트가 1번</b>이에요. {whose}에서 <code>batch_size={rows}</code>, 이렇게 하면 에포크 {epochs, number}번 동안 {updates, number}번이 아니라 {epochs, number}번만 고쳐요. 데이터를 더 쓰는 것도 아니고, 메모리는 훨씬 많이 들고, 같은 만큼 배우려면 에포크가 많이 필요해요.',
  'answer.defaults':
    'Keras <code>fit</code>의 기본값은 <code>batch_size=32</code>, <code>epochs=1</code>이에요. {rows, number}행이라면 모두 {defaultSteps, number}번 이터레이션하고 끝나요. <code>shuffle=True</code>, <code>validation_split=0.0</code>, <code>verbose="auto"</code>도 기본값이에요. tf.data Dataset이나 제너레이터는 이미 배치로 묶여 있으니 <code>batch_size</code>를 주지 마세요.',
  'answer.howManyEpochs':
    '정해진 숫자는 없고, <code>val_loss</code>가 내려가는 동안 돌리다가 몇 에포크 동안 안 내려가면 멈춰요. 보통 넉넉하게(예: 100) 주고 <code>EarlyStopping(patience=5, restore_best_weights=True)</code>에 맡겨요. 중요한 건 에포크 수보다 업데이트 횟수예요. {whose}에서는 에포크당 {steps, number}번이라 에포크 {epochs, number}번이면 벌써 {updates, number}번이에요.',
  'answer.moreEpochsBetter':
    '에포크는 많다고 계속 좋아지지는 않아요. 늘리면 <b>학습</b> loss는 계속 내려가지만, 어느 순간부터 <code>val_loss</code>가 올라가요. 데이터를 외우기 시작하는 거예요(과적합). val_loss가 가장 낮은 에포크를 남기세요. <code>EarlyStopping(restore_best_weights=True)</code>가 그 일을 해요. "에포크를 늘리면 과적합이 줄어든다"는 반대로 알고 있는 거예요.',
  'answer.oneEpochEnough':
    '보통은 부족해요. {whose}에서 에포크 1번은 업데이트 {steps, number}번인데, 한 번에 조금씩만 고치니까 한 바퀴로는 덜 배운 상태예요. 그사이 가중치가 달라져서 같은 행을 다시 봐도 배울 게 남아 있어요. 데이터가 아주 많으면 한 번으로 충분할 수도 있으니 loss가 아직 내려가는지 보세요.',
  'answer.whyRepeat':
    '업데이트 한 번은 아주 작은 걸음이라서(학습률만큼만), 한 바퀴로는 가중치가 좋은 자리까지 못 가요. 다음 에포크에서는 같은 행이 더 나아진 가중치를 만나서 고칠 것이 또 생겨요. {whose}에서는 에포크 {epochs, number}번이면 {steps, number}번이 아니라 {updates, number}번 걸음을 떼는 셈이에요.',
  'answer.whyBatches':
    '배치로 나누면 다 보기 전에 일찍 고칠 수 있고, 메모리에도 들어가요. 수십 행의 평균 기울기만으로도 방향은 대충 맞거든요. {whose}에서는 {batch, number}행씩 묶어 에포크당 {steps, number}번 고치는데, 전체를 한 번에 넣으면 비슷한 계산을 하고도 1번뿐이에요. 반대로 한 행씩 하면 출렁거리고 느려요.',
  'answer.chooseBatch':
    '처음에는 Keras 기본값인 <b>32</b>로 시작하세요. 작은 표 데이터라면 16~128이 보통이에요. 작으면 에포크당 업데이트가 많지만 출렁이고 느리고, 크면 빠르지만 업데이트가 적어서 에포크를 늘리거나 학습률을 올려야 해요. {whose}에서는 배치 {small, number} → 에포크당 {smallSteps, number}번, 배치 {large, number} → {largeSteps, number}번이에요. 메모리가 모자라면 절반으로 줄이세요.',
  'answer.powersOfTwo':
    '아니요, <code>batch_size</code>는 1 이상의 정수면 다 돼요. 10이나 100도 32만큼 잘 돌아가요. 2의 거듭제곱은 습관에 가까워요. GPU 메모리나 연산 단위에 조금 더 잘 맞을 때가 있지만 결과가 달라지지는 않아요.',
  'answer.biggerBatchWorse':
    '<b>업데이트 횟수가 줄어서</b>예요. 배치를 키우면 같은 에포크라도 이터레이션이 줄거든요. {whose}에서는 {rows, number}행 × 에포크 {epochs, number}번이면 배치 {small, number} = {smallUpdates, number}번, 배치 {large, number} = {largeUpdates, number}번이에요. 에포크를 늘리거나 학습률을 올려 보고(배치에 비례해서 올리는 게 흔한 출발점), 비교는 업데이트 수를 맞춰서 하세요. 큰 배치라서 무조건 나쁜 건 아니에요.',
  'answer.biggerBatchFaster':
    '에포크 하나는 빨라져요. 이터레이션이 줄고 한 배치의 행들을 한꺼번에 계산하니까요. {whose}에서는 배치 {small, number} → {large, number}, 이렇게 바꾸면 에포크당 {smallSteps, number}번이 {largeSteps, number}번으로 줄어요. 대신 업데이트도 줄어서 같은 loss까지 에포크가 더 필요할 수 있어요. 에포크당 시간이 아니라 같은 val_loss까지 걸린 시간을 비교하세요.',
  'answer.smallerBatch':
    '배치를 줄이면 에포크당 <b>업데이트가 많아지고</b>, 적은 행으로 방향을 정하니까 더 출렁이고 에포크는 느려져요. {whose}에서는 배치 {small, number} → 에포크당 {smallSteps, number}번, 배치 {large, number} → {largeSteps, number}번이에요. loss는 더 적은 에포크에 내려가곤 하고, 약간의 출렁임은 새 데이터에 도움이 되기도 해요. 메모리도 덜 써요.',
  'answer.epochsAndMemory':
    '아니요, 에포크는 차례차례 도는 거라서 에포크 수를 바꾸면 <b>시간</b>만 달라져요. 메모리는 배치 하나와 가중치만큼 필요하니까, 줄이려면 <code>batch_size</code>를 줄여야 해요. {whose}에서는 어느 에포크든 한 번에 {batch, number}행씩이에요.',
  'answer.outOfMemory':
    '<code>batch_size</code>부터 줄이세요. 들어갈 때까지 절반씩 줄이면 돼요. 한 스텝 동안 배치의 모든 행에 대해 층마다 계산한 값을 역전파가 끝날 때까지 들고 있어야 해서, 이 메모리는 배치 크기에 비례해요. 절반으로 줄이면 에포크당 이터레이션이 두 배가 될 뿐, 쓰는 데이터는 같아요. 층이나 이미지를 줄여도 돼요. 에포크 수는 메모리와 상관없어요.',
  'answer.batchAndLearningRate':
    '흔한 출발점은 배치를 몇 배 키우면 학습률도 그만큼 키우는 거예요. 큰 배치는 여러 행을 평균 내서 덜 출렁이니까 크게 움직여도 되고, 줄어든 업데이트를 메워 줘요. {whose}에서는 배치 {small, number} → 에포크당 {smallSteps, number}번, 배치 {large, number} → {largeSteps, number}번이거든요. 경험 법칙이니까 loss가 튀거나 nan이 나오면 다시 낮추세요.',
  'answer.equalUpdates':
    '에포크 수가 아니라 <b>가중치를 고친 횟수</b>를 맞춰서 비교하세요. {whose}에서는 같은 에포크 {epochs, number}번이라도 배치 {small, number} = {smallUpdates, number}번, 배치 {large, number} = {largeUpdates, number}번이라 작은 배치가 유리해요. seed, 학습률, 검증 데이터는 그대로 두고 val_loss를 보세요.',
  'answer.setStepsPerEpoch':
    '<code>steps_per_epoch</code>는 배치 몇 개를 에포크 하나로 칠지 정하는 값인데, 배열로 학습할 때는 안 적어도 돼요. Keras가 올림(행 수 / batch_size)으로 알아서 정하고, {whose}에서는 {steps, number}번이에요. 끝이 없는 제너레이터나 데이터셋에 쓰는 거예요. 데이터가 먼저 끝나면 "ran out of data" 경고가 나오니 <code>.repeat()</code>를 붙이거나 숫자를 줄이세요. 너무 작게 잡으면 한 에포크가 일부 행만 보게 돼요.',
  'answer.accumulation':
    '그래디언트 누적은 여러 배치의 기울기를 모았다가 <b>한 번만 업데이트</b>하는 방법이라, 스텝 수와 업데이트 수가 달라져요. {whose}에서 배치 {batch, number}, {accumulated, number}스텝씩 모으면 배치 {accumulatedRows, number}처럼 배우고, 스텝은 에포크당 {steps, number}번 그대로지만 업데이트는 {accumulatedUpdates, number}번이에요. 메모리가 부족할 때 큰 배치를 흉내 내는 거예요. Keras 3 옵티마이저에 <code>gradient_accumulation_steps</code>가 있고, 안 쓰면 1스텝 = 업데이트 1번이에요.',
  'answer.multiGpu':
    'Keras의 MirroredStrategy에서는 fit의 <code>batch_size</code>가 GPU 전체를 <b>합친 값</b>이에요. GPU {gpus, number}개에 <code>batch_size={gpuBatch}</code>이면 한 스텝에 GPU마다 {perGpu, number}행씩 맡고, {rows, number}행은 그대로 에포크당 {gpuSteps, number}스텝이에요. 모든 GPU가 함께 한 번 업데이트하는 게 1스텝이거든요. 다른 라이브러리에서는 GPU 하나당 배치를 뜻하는 경우가 많아요.',
  'answer.batchedDataset':
    '<code>batch_size</code>를 빼세요. tf.data Dataset이나 제너레이터는 이미 배치로 묶여 있어서 Keras가 이 옵션을 받지 않아요. 대신 데이터를 만드는 곳에서 <code>dataset.batch(32)</code>처럼 정하고, 그 배치 개수가 에포크당 스텝 수가 돼요.',
  'answer.countUpdates':
    '학습이 끝난 뒤 <code>model.optimizer.iterations</code>를 보면 지금까지 업데이트한 횟수가 들어 있어요. {whose}에서는 {steps, number} × {epochs, number} = {updates, number}번이에요.',
  'answer.predictBatch':
    '<code>predict</code>나 <code>evaluate</code>에서는 몇 행씩 한꺼번에 계산할지만 정해요. 가중치를 고치지 않으니까 (반올림 오차 말고는) 결과는 같아요. 메모리가 허락하는 만큼 크면 빠르고, 여기서도 기본값은 32예요.',
  'answer.stepOrder':
    '이터레이션 한 번은 배치 하나 꺼내기 → 순전파(예측) → loss 계산 → 역전파(기울기) → 가중치 한 번 고치기 순서예요. 에포크 하나는 이걸 모든 배치에 되풀이해요. {whose}에서는 {steps, number}번이고, 검증이 있으면 그다음에 재고 다음 에포크로 넘어가요.',
  'answer.tenTimesEpochs':
    '업데이트는 에포크 수에 비례해서 늘어요. {whose}에서는 에포크당 {steps, number}번이라 에포크 {epochs, number}번이면 {updates, number}번, 에포크를 두 배로 하면 두 배예요. 에포크당 스텝 수는 안 변해요. 행 수와 batch_size로만 정해지거든요.',
  'answer.moreData':
    '행이 늘면 에포크 하나가 길어져요. 에포크당 이터레이션 = 행 수 ÷ batch_size를 올림한 값이니까요. {whose}에서는 {rows, number}행 → {steps, number}번이고, 같은 배치에서 행이 두 배면 {doubleSteps, number}번이에요. 서로 다른 데이터가 많아지는 건 과적합을 줄이는 가장 확실한 방법이고, 에포크는 더 적어도 될 수 있어요.',
};
