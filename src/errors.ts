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

/**
 * What was to be kept could not be written, for want of disk space or as the disk refused: nothing of it
 * was kept, and trying again later may succeed.
 */
export class NoSpaceError extends UserError {
  override readonly name: string = 'NoSpaceError';

  constructor(override readonly cause: unknown) {
    super('error.noSpace');
  }
}

/** No worker host can be reached: trying again later may succeed. */
export class NoWorkersError extends UserError {
  override readonly name: string = 'NoWorkersError';

  constructor() {
    super('error.noWorkers');
  }
}

/** Somebody else has answered the same request already: nothing is begun for it, and nothing is said. */
export class AnsweredElsewhere extends UserError {
  override readonly name: string = 'AnsweredElsewhere';

  constructor() {
    super('error.answeredElsewhere');
  }
}
