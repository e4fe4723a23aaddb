import type { MessageKey, MessageParams } from './content/translator.js';

/**
 * Something the person can put right: a message key and its parameters, said in their language.
 * Everything else that is thrown is a fault: it gets an id for them and its cause goes to the log.
 */
export class UserError extends Error {
  constructor(
    readonly key: MessageKey,
    readonly params: MessageParams = {},
  ) {
    super(key);
  }
}
