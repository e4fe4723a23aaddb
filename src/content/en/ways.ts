/**
 * Platforms differ in how a file is sent or a command is typed: this is the one place that says how.
 * Any message refers to a way as `{way_file}`, and readers are told their own platform's. A way is a
 * clause that asks for something, without its full stop; `commands` are whole sentences. `unheard` is said
 * where no messages reach the tutor, only commands (`ReadingPlace`).
 */
export const ways = {
  'way.file.discord': 'attach it to the command, or send it in a message that mentions me',
  'way.file.discord.unheard': 'attach it to the command',
  'way.file.slack': 'share it in a message that mentions me, or in a direct message to me',
  'way.file.web': 'add it with the paper clip beside the message field, or drop it onto this page',
  'way.file.terminal': 'give its path, as in <code>csv:homes.csv</code>',

  'way.table.discord':
    'give a CSV file to <code>/data</code> as its option <code>csv</code>, or send it in a message that mentions me',
  'way.table.discord.unheard':
    'give a CSV file to <code>/data</code> as its option <code>csv</code>',
  'way.table.slack':
    'share a CSV file in a message that mentions me, or in a direct message to me; outside threads <code>/data csv:</code> opens a form for it',
  'way.table.web':
    'drop a CSV file onto this page, or add it with the paper clip beside the message field, and send <code>/data</code>',
  'way.table.terminal': 'give the path of a CSV file, as in <code>csv:homes.csv</code>',

  'way.fitTable.discord':
    'give the file to <code>/fit</code> as its option <code>csv</code>, along with what you want',
  'way.fitTable.slack':
    'share the file in a message that mentions me and says <code>fit</code> and what you want; outside threads <code>/fit csv:</code> opens a form for it',
  'way.fitTable.web':
    'drop the file onto this page, or add it with the paper clip beside the message field, and send <code>/fit</code> with what you want',
  'way.fitTable.terminal':
    'give the path of the file along with what you want: <code>npm run fit -- csv:homes.csv</code>',

  'way.log.discord':
    'for a message that is in the channel already, choose Apps → “Explain this log” in its menu',
  'way.log.slack':
    'for a message that is in the channel already, choose “Explain this log” in its menu (⋮)',
  'way.log.web':
    'a long one can be added as a text file, with the paper clip beside the message field',
  'way.log.terminal': 'start the study room for that, with <code>npm start</code>',

  'way.commands.discord':
    'Discord offers the options while you type. In a message that mentions me, commands and questions work too, written as <code>name:value</code>; threads are like channels.',
  'way.commands.discord.unheard':
    'Discord offers the options while you type. Questions go to <code>/ask</code>; threads are like channels.',
  'way.commands.slack':
    'A command is one line of text and carries no file. Slack has no commands in threads: mention me there and write <code>fit epochs:20</code> after it. In a direct message to me, just write.',
  'way.commands.web':
    'One line is a command or a question; pasted text may have many lines. A file goes with the next line that you send.',
  'way.commands.terminal':
    'In this terminal there is only <code>fit</code>: <code>npm run fit -- epochs:20 batch:10</code>. Everything else is in the study room (<code>npm start</code>).',
} as const;
