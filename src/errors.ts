import type { MessageKey, MessageParams } from './content/translator.js';

/**
 * Something the person can fix: a message key and its parameters, shown in their language.
 * Anything else thrown is a fault: the person gets an id for it, and the cause goes to the log.
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
 * A write failed for lack of disk space or because of a disk error: nothing
 * was stored, and retrying later may succeed.
 */
export class NoSpaceError extends UserError {
  override readonly name: string = 'NoSpaceError';

  constructor(override readonly cause: unknown) {
    super('error.noSpace');
  }
}

/** No worker host can be reached: retrying later may succeed. */
export class NoWorkersError extends UserError {
  override readonly name: string = 'NoWorkersError';

  constructor() {
    super('error.noWorkers');
  }
}

/** Another process has already answered the same request: nothing is started or posted for it. */
export class AnsweredElsewhere extends UserError {
  override readonly name: string = 'AnsweredElsewhere';

  constructor() {
    super('error.answeredElsewhere');
  }
}
