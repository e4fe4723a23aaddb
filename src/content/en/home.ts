/** The personal page, on platforms that have one. */
export const home = {
  'home.guide': 'Watch a real network learn',
  'home.guide.ask':
    'Ask me anything about training in your own words, in the Messages tab: “what is an epoch?”, “60000 rows, batch 128: how many iterations?”. The answers to these buttons appear there, too.',
  'home.language':
    'I answer you {chosen, select, en {in <b>English</b>} ko {in <b>Korean</b>} other {in <b>the language of your settings here</b>, and questions in the language you ask them in}}.',
  'home.button.language.en': 'English',
  'home.button.language.ko': 'Korean',
  'home.button.language.auto': 'As in my settings here',
  'home.view':
    'Your runs are drawn {view, select, compact {<b>in narrow lines</b>, for phones} other {<b>as Keras prints them</b>}}.',
  'home.data':
    'What I keep about you: your runs, the files that you sent, your answers and choices. You can download or delete all of it.',
} as const;
