/** A refusal as Discord words it. Codes: discord-api-docs `topics/opcodes-and-status-codes`. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    readonly extra: object = {},
  ) {
    super(message);
  }
}

export const unknownChannel = (): ApiProblem => new ApiProblem(404, 10003, 'Unknown Channel');
export const unknownMessage = (): ApiProblem => new ApiProblem(404, 10008, 'Unknown Message');
export const unknownWebhook = (): ApiProblem => new ApiProblem(404, 10015, 'Unknown Webhook');
export const unknownInteraction = (): ApiProblem =>
  new ApiProblem(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = (): ApiProblem =>
  new ApiProblem(400, 40060, 'Interaction has already been acknowledged.');
export const missingAccess = (): ApiProblem => new ApiProblem(403, 50001, 'Missing Access');
export const missingPermissions = (): ApiProblem =>
  new ApiProblem(403, 50013, 'Missing Permissions');
export const tokenExpired = (): ApiProblem => new ApiProblem(401, 50027, 'Invalid Webhook Token');
export const archivedThread = (): ApiProblem => new ApiProblem(400, 50083, 'Thread is archived');
export const invalidBody = (why: string): ApiProblem =>
  new ApiProblem(400, 50035, `Invalid Form Body: ${why}`);
export const unauthorized = (): ApiProblem => new ApiProblem(401, 0, '401: Unauthorized');
export const cannotRefer = (): ApiProblem =>
  new ApiProblem(403, 160002, 'Cannot reply without permission to read message history');
export const lockedThread = (): ApiProblem => new ApiProblem(400, 160005, 'The thread is locked');
export const blockedByAutoMod = (): ApiProblem =>
  new ApiProblem(400, 200000, 'Message was blocked by automatic moderation');
