/**
 * The words of the trade, as people write them in English and Korean. The sign `-` at the end marks a
 * stem: whatever follows belongs to it. Longer spellings are found before shorter ones.
 */
export const trade = {
  epoch: 'epoch, epochs, epoc, 에포크, 에폭, 에폭스, 에포크스, 에포그, 이포크, 에퐄, 에팍',
  iteration:
    'iteration, iterations, iter, iters, iterate, 이터레이션, 이터래이션, 이터레이숀, 이터, 반복 횟수, 반복횟수',
  step: 'step, steps, 스텝, 스탭',
  batch_size:
    'batch size, batch sizes, batch_size, batchsize, batch-size, size of the batch, size of a batch, 배치 사이즈, 배치사이즈, 배치 싸이즈, 배치싸이즈, 배치 크기, 배치크기, 배치의 크기, bs',
  batch: 'batch, batches, 배치, 배취, 뱃치, 묶음',
  minibatch: 'mini batch, minibatch, mini-batch, minibatches, mini batches, 미니배치, 미니 배치',
  full_batch: 'full batch, full-batch, whole dataset as one batch, 풀배치, 풀 배치, 전체 배치',
  steps_per_epoch:
    'steps per epoch, steps_per_epoch, iterations per epoch, batches per epoch, 에포크당 스텝, 에포크당 이터레이션, 에포크당 반복',
  last_batch:
    'last batch, final batch, partial batch, incomplete batch, remainder, leftover, leftovers, left over, uneven, 마지막 배치, 마지막배치, 자투리, 나머지, 남는-, 남은-, 끝 배치',
  divisible:
    "divisible, divisor, factor of, 약수,  multiple of the batch, isn't a multiple, not a multiple, divide evenly, divides evenly, doesn't divide, not divide, does not divide, exactly divide, 나누어 떨어-, 나누어떨어-, 나눠떨어-, 나눠 떨어-, 안 나누어-, 안 나눠-, 딱 안 맞-, 안떨어-, 안 떨어-",
  drop_remainder:
    'drop_remainder, drop remainder, drop last, drop_last, throw away, throws away, thrown away, discard, discarded, 버리-, 버려-, 버림-',
  progress_bar:
    'progress bar, progressbar, the bar, arrow, equals signs, 진행바, 진행 바, 프로그레스바, 프로그레스 바, 진행 막대, 진행막대, 진행률, 막대, 화살표, 출력창',
  eta: 'eta, estimated time, remaining time, time left, 남은 시간, 예상 시간, 남은시간, 예상시간',
  ms_per_step: 'ms/step, us/step, s/step, ms per step, ms step, us/sample, 밀리초',
  loss: 'loss, losses, cost, loss value, loss function, cost function, 로스, 손실, 손실값, 손실 값, 손실함수, 손실 함수, 로쓰, 오차',
  val_loss:
    'val_loss, val loss, validation loss, 검증 손실, 검증손실, 검증 로스, 벨로스, 밸로스, 검증 loss',
  accuracy:
    'accuracy, acc, accuarcy, accurate, 정확한 거-, 정확한거-, 더 정확-, 제일 정확-, 젤 정확-, 가장 정확-, 정확도, 어큐러시, 애큐러시, 정답률, 정확률',
  val_accuracy:
    'val_accuracy, val accuracy, val_acc, val acc, validation accuracy, validation acc, 검증 정확도, 검증정확도, 검증 accuracy, 검증 acc',
  test_accuracy:
    'test accuracy, test acc, test set accuracy, 테스트 정확도, 시험 정확도, 테스트정확도',
  train_accuracy:
    'train accuracy, training accuracy, train acc, training acc, 훈련 정확도, 학습 정확도, 트레인 정확도',
  train_loss:
    'train loss, training loss, train_loss, trian loss, 훈련 손실, 학습 손실, 훈련 loss, 학습 loss, train 로스',
  baseline:
    'baseline, majority class, majority, always predict, always predicts, always guess, dumb model, 베이스라인, 기준선, 다수 클래스, 다수결, 찍기만, 찍어도, 남는다-, 다 남는다-, majority class percentage',
  weight: 'weight, weights, 가중치, 웨이트, 웨이츠',
  parameter: 'parameter, parameters, params, param, 파라미터, 파라메터, 매개변수, 모수',
  hyperparameter:
    'hyperparameter, hyperparameters, hyper parameter, hyper-parameter, 하이퍼파라미터, 하이퍼 파라미터, 하이퍼파라메터',
  bias: 'bias, biases, 편향, 바이어스',
  forward:
    'forward pass, forward, forward propagation, feedforward, feed forward, 순전파, 포워드, 정방향',
  backward:
    'backward pass, backward, backpropagation, back propagation, backprop, back-propagation, 역전파, 백프로파게이션, 백프롭, 백워드, 역방향, 오차역전파',
  gradient: 'gradient, gradients, slope, 그래디언트, 그라디언트, 그레디언트, 기울기, 경사',
  derivative: 'derivative, derivatives, partial derivative, 미분, 미분값, 편미분, 도함수',
  gradient_descent: 'gradient descent, 경사하강법, 경사 하강법, 경사하강, 경사 하강',
  sgd: 'sgd, stochastic gradient descent, stochastic, 확률적 경사하강법, 확률적 경사 하강법',
  adam: 'adam, 아담',
  rmsprop: 'rmsprop, adagrad, adamw',
  momentum: 'momentum, 모멘텀',
  optimizer:
    'optimizer, optimizers, optimiser, optimisers, 옵티마이저, 옵티마이져, 최적화 알고리즘, 최적화기, 옵티',
  learning_rate:
    'learning rate, learning_rate, learningrate, learning rates, lr, step size, 학습률, 학습율, 러닝레이트, 러닝 레이트, 학습 속도 파라미터, 보폭',
  lr_schedule:
    'lr schedule, learning rate schedule, learning rate decay, lr decay, scheduler, reduce lr, reducelronplateau, decay, warmup, 스케줄러, 학습률 감소, 감쇠',
  shuffle:
    'shuffle, shuffled, shuffles, shuffling, reshuffle, random order, mixed up, 셔플, 셔플링, 섞-, 뒤섞-, 순서를 바꾸-',
  random: 'random, randomly, randomness, randomized, 랜덤, 무작위, 난수, 임의로, 임의',
  seed: 'seed, seeds, random seed, set_random_seed, np.random.seed, random_state, tf.random, 시드, 씨드',
  reproducible:
    'reproducible, reproduce, reproducibility, deterministic, determinism, same result every time, same results, 재현-, 똑같은 결과, 같은 결과, 결과 고정, 고정-',
  validation:
    'validation, val, val data, val set, validation data, validation set, validate, 검증, 검증 데이터, 검증데이터, 밸리데이션, 벨리데이션, 검증셋, 검증 세트',
  validation_data: 'validation_data',
  validation_split:
    'validation_split, validation split, val split, val_split, 밸리데이션 스플릿, 검증 분할, 검증 비율',
  test_set:
    'test set, test, testing data, test data, testset, test_size, test split, train_test_split, holdout, hold out, 테스트 데이터, 테스트셋, 테스트 세트, 시험 데이터, 테스트데이터, 테스트, the test',
  train_set:
    'training set, train set, training data, train data, trainset, 훈련 데이터, 학습 데이터, 훈련데이터, 학습데이터, 훈련셋, 트레인셋',
  split: 'split, splits, splitting, 나누-, 나눠-, 쪼개-, 분할, 떼어-',
  cross_validation:
    'cross validation, cross-validation, k-fold, kfold, k fold, 교차검증, 교차 검증',
  overfitting:
    'overfitting, overfit, overfits, overfitted, over fitting, over-fitting, overtrain, overtraining, memorize, memorise, memorizing, memorising, memorizes, 과적합, 오버피팅, 오버핏, 과대적합, 과대 적합, 외워-, 외우-, 외운-, 암기-',
  underfitting: 'underfitting, underfit, under fitting, 과소적합, 언더피팅, 과소 적합, 언더핏',
  generalise:
    'generalize, generalise, generalization, generalisation, unseen data, new data, 일반화-, 새 데이터, 처음 보는',
  regularisation:
    'regularization, regularisation, regularizer, l2, l1, weight decay, 정규화 기법, 규제, 레귤러',
  dropout: 'dropout, drop out, 드롭아웃, 드랍아웃',
  early_stopping:
    'early stopping, earlystopping, early_stopping, early-stopping, early stop, stop early, stopped early, stops early, 조기 종료, 조기종료, 조기 중단, 조기중단, 얼리스탑, 얼리스타핑, 얼리스토핑, 얼리 스토핑, 얼리스탑핑, 얼리 스탑, 얼리스톱-',
  patience: 'patience, 인내, 페이션스, 패이션스, 페이션트',
  monitor: 'monitor, monitored, monitoring, 모니터-',
  restore_best:
    'restore_best_weights, restore best weights, best weights, best epoch, 최고 에포크, 최적 가중치, 가장 좋은 가중치, 제일 좋은',
  checkpoint: 'modelcheckpoint, model checkpoint, checkpoint, checkpoints, 체크포인트',
  callback: 'callback, callbacks, 콜백',
  memory:
    'memory, ram, vram, oom, out of memory, resourceexhausted, resourceexhaustederror, resource exhausted, memory error, memoryerror, cuda out of memory, 메모리, 램, 메모리 부족, 메모리부족',
  gpu: 'gpu, gpus, cuda, graphics card, 지피유, 그래픽카드, 그래픽 카드',
  multi_gpu:
    'multi gpu, multi-gpu, multiple gpus, several gpus, mirroredstrategy, mirrored strategy, distributed, data parallel, 멀티 gpu, 다중 gpu, 분산',
  cpu: 'cpu, 시피유',
  time: 'time, duration, seconds, minutes, hours, 시간, 소요, 몇 초, 몇초, 몇 분',
  slow: 'slow, slower, slowly, takes forever, takes long, takes too long, long time, 느리-, 느려-, 느린-, 오래-, 한참',
  fast: 'fast, faster, speed, speed up, quick, quicker, quickly, 빠르-, 빨라-, 빨리, 빠른-, 속도',
  nan: 'nan, nans, inf, infinity, not a number, 넌값, 무한대',
  explode:
    'explode, explodes, exploding, blows up, blow up, blew up, diverge, diverges, diverging, divergence, huge, 발산-, 폭발-, 폭주-',
  vanish: 'vanish, vanishing, vanishes, vanished, 소실, 사라지-',
  converge: 'converge, converges, convergence, converging, converged, 수렴-',
  local_minimum:
    'local minimum, local minima, local optimum, saddle, 지역 최소, 지역최소, 로컬 미니멈, 극소, 지역 최적',
  batch_norm:
    'batch normalization, batch normalisation, batchnorm, batch norm, batchnormalization, bn layer, 배치 정규화, 배치정규화, 배치 노멀라이제이션, 배치노말라이제이션, 배치놈',
  accumulation:
    'gradient accumulation, accumulate, accumulation, gradient_accumulation_steps, accumulated, 그래디언트 누적, 기울기 누적, 누적',
  activation:
    'activation, activation function, activations, 활성화 함수, 활성화함수, 활성함수, 활성 함수',
  relu: 'relu, leaky relu, 렐루',
  sigmoid: 'sigmoid, 시그모이드',
  softmax: 'softmax, 소프트맥스',
  tanh: 'tanh, 하이퍼볼릭',
  layer:
    'layer, layers, dense, hidden layer, hidden layers, 레이어, 층, 은닉층, 히든레이어, 히든 레이어, 은닉 층',
  unit: 'unit, units, neuron, neurons, node, nodes, 유닛, 뉴런, 노드',
  network:
    'network, networks, neural network, neural net, neural nets, neural networks, nn, 신경망, 인공신경망, 뉴럴넷, 네트워크, 뉴럴 네트워크',
  deep_learning:
    'deep learning, deeplearning, machine learning, ml, 딥러닝, 머신러닝, 기계학습, 인공지능',
  model: 'model, models, 모델, 모형',
  keras: 'keras, tf.keras, 케라스',
  tensorflow: 'tensorflow, tf, 텐서플로, 텐서플로우',
  sklearn: 'sklearn, scikit-learn, accuracy_score, 사이킷런',
  pytorch: 'pytorch, torch, 파이토치, dataloader',
  fit: 'fit, model.fit, fit(), .fit, 핏',
  compile: 'compile, model.compile, compiling, 컴파일-',
  evaluate: 'evaluate, model.evaluate, evaluate(), evaluation, 평가, 이밸류에이트',
  predict:
    'predict, prediction, predictions, predicts, model.predict, predict(), predicted, 예측-, 맞히-, 맞추-',
  fit_transform: 'fit_transform, fit transform',
  summary: 'summary, model.summary, 서머리',
  history: 'history, history.history, 히스토리',
  plot: 'plot, graph, chart, curve, curves, learning curve, 그래프, 곡선, 차트',
  verbose: 'verbose, 버보스, silent, 출력 끄-, 출력 안 나오게',
  generator: 'generator, generators, tf.data, dataset object, sequence, 제너레이터',
  initial_epoch: 'initial_epoch, initial epoch',
  class_weight: 'class_weight, class weight, class weights, sample_weight, 클래스 가중치',
  imbalance:
    'imbalance, imbalanced, unbalanced, skewed, rare class, 불균형, 한쪽으로 치우-, 치우-, 쏠려-',
  precision:
    'precision, recall, f1, f1-score, confusion matrix, auc, roc, 정밀도, 재현율, 혼동행렬, 혼동 행렬',
  crossentropy:
    'crossentropy, cross entropy, cross-entropy, binary_crossentropy, categorical_crossentropy, sparse_categorical_crossentropy, log loss, logloss, bce, 크로스엔트로피, 크로스 엔트로피, 교차 엔트로피, 교차엔트로피',
  mse: 'mse, mean squared error, squared error, 평균제곱오차, 평균 제곱 오차',
  mae: 'mae, mean absolute error, absolute error, 평균절대오차, 평균 절대 오차',
  metric: 'metric, metrics, 지표, 메트릭, 평가지표',
  regression: 'regression, 회귀',
  classification: 'classification, classify, classifier, classes, class, 분류, 클래스',
  label:
    'label, labels, target, targets, y_train, right answer, right answers, correct answer, correct answers, 라벨, 레이블, 정답, 타깃, 타겟',
  one_hot: 'one hot, one-hot, onehot, 원핫, 원 핫',
  scaling:
    'scale, scaling, scaled, normalize, normalise, normalized, normalization, standardize, standardise, standardized, standardization, standardscaler, minmaxscaler, standard scaler, 스케일링, 표준화, 정규화, 스케일-, 스케일러',
  missing:
    'missing value, missing values, missing, null, empty cells, 결측치, 결측값, 결측, 빈 값, 빈칸',
  data: 'data, dataset, datasets, data set, training examples, 데이터, 데이터셋, 데이터 셋, 자료',
  row: 'row, rows, sample, samples, example, examples, record, records, image, images, instance, instances, 행, 샘플, 이미지, 사진',
  mnist: 'mnist, fashion mnist, cifar10, cifar-10, 엠니스트',
  update:
    'update, updates, updated, updating, adjust, adjusted, 업데이트-, 업데이트, 갱신-, 수정-, 고치-, 고쳐-',
  default:
    'default, defaults, by default, default value, 디폴트, 기본값, 기본으로, 기본 값, 안 적으면, 안쓰면, 안 쓰면, 안 주면, 지정 안, 생략-',
  power_of_two:
    'power of two, powers of two, power of 2, powers of 2, multiple of 32, 2의 제곱, 2의 거듭제곱, 2의거듭제곱, 2의 배수, 거듭제곱',
  initialise:
    'initialize, initialise, initial weights, initialization, initialisation, initializer, starting weights, glorot, xavier, 초기값, 초기 가중치, 초깃값, 초기화-',
  transfer:
    'transfer learning, fine-tune, finetune, fine tuning, fine-tuning, pretrained, 전이학습, 전이 학습, 파인튜닝',
  tuning: 'tuning, tune, tuned, grid search, gridsearch, 튜닝, 그리드서치, 그리드 서치',
  noise:
    'noise, noisy, bounce, bounces, bouncing, fluctuate, fluctuates, fluctuating, fluctuation, jumps around, jumpy, oscillate, oscillates, oscillating, zigzag, spiky, wobble, 출렁-, 들쭉날쭉-, 들쑥날쑥-, 왔다갔다-, 왔다 갔다-, 요동-, 널뛰-, 흔들-, 오르락내리락-, 오르락 내리락-, 진동-, 노이즈',
  leak: 'leak, leakage, data leakage, 누수, 데이터 누수',
  churn: 'churn, bank churn, churn_modelling, exited, 이탈, 이탈 고객, 은행',
  run_id: 'this bot, this tutor, the bot, epoch tutor, 이 봇, 이 튜터, 봇',
} as const;
