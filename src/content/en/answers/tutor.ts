/** The tutor about itself and this place. */
export const tutor = {
  'answer.isItReal':
    'It is <b>real training</b>: every loss and accuracy you see was computed by TensorFlow.js on the machine that this tutor runs on, nothing is played back. Each <code>/fit</code> starts from new random weights, so your numbers differ from anybody else’s; <code>/code</code> gives you the same run for Keras. (The rows of churn are made up; those of penguins and cars are real.)',
  'answer.whoAreYou':
    'I am a tutor for how neural networks train: I run a real network with <code>/fit</code> and explain epoch, iteration, batch_size and what belongs to them. I am a program with written answers and a calculator, not a language model, so I only know this subject.',
  'answer.whatCanYouDo':
    'Ask me about epochs, iterations, batch_size, loss, accuracy, validation, overfitting and the numbers Keras prints, also with your own numbers: “60000 rows, batch 128, 5 epochs?”. To see it happen type <code>/fit epochs:20 batch:10</code>; <code>/help</code> lists everything.',
  'answer.hello':
    'Hello! Ask me about training neural networks, for example “what is an epoch?”, or start one with <code>/fit epochs:20 batch:10</code> and watch.',
  'answer.thanks':
    'You are welcome! If something is still unclear, just ask on; a number from your own training is a good start.',
  'answer.startRun':
    'Type <code>/fit epochs:20 batch:10</code>: a real network trains and its message shows every epoch. Change one thing at a time, for example <code>/fit epochs:20 batch:100</code>, and compare. <code>/help fit</code> lists all options.',
  'answer.ownCsv':
    'Send a CSV file together with <code>/fit</code> and name the column to predict with <code>target:column</code> (its last column if left out). Categories become 0/1 columns, gaps are filled, and 20 % of the rows are kept aside for the test.',
  'answer.aboutChurn':
    'The lesson’s data are bank customers: ten thousand rows with things like age, balance and country, and whether the customer left (Exited, 1) or stayed (0). In this tutor they are made up to be like the original. 80 % train, so 8,000 rows; always answering “stays” is right for about 79.6 %, which is the baseline. <code>/data churn</code> shows rows.',
  'answer.stopRun':
    'Type <code>/stop</code>: it ends after the iteration under way and keeps the result so far. In Keras itself you interrupt the cell; the weights stay as they are then.',
  'answer.switchLanguage':
    'Type <code>/language en</code> or <code>/language ko</code>. A question gets its answer in the language it is asked in.',
  'answer.getCode':
    '<code>/code</code> gives you the Keras script of your last run, ready to run where Keras is installed.',
  'answer.oldRuns':
    '<code>/runs</code> lists your runs with their results; <code>/fit like:…</code> with a run’s id repeats one with changes.',
} as const;
