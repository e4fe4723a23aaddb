/** Routes that answer interactions: callbacks, and messages sent with an interaction's token. */
import { Hono } from 'hono';
import { messageJson } from './api-json.js';
import type { FakeState } from './fake-state.js';
import { bot, changeMessage, isEphemeral, newMessage } from './message-changes.js';
import type { Interaction } from './pending-interactions.js';
import { unknownMessage } from './problems.js';
import { readBody, type RequestBody } from './request-body.js';
import { checkBody, readMessageBody } from './validation.js';
import type { Message } from './world.js';

interface Callback {
  readonly type: number;
  readonly data?: { readonly flags?: number; readonly choices?: Interaction['choices'] };
}

/** Edits by token: community knowledge, as Discord documents no numbers. */
const byToken = { limit: 5, windowMs: 2_000 };

export function interactionRoutes(state: FakeState): Hono {
  const { world, interactions, limits } = state;
  const json = (message: Message): object => messageJson(message, state.applicationId);
  const routes = new Hono();

  routes.post('/interactions/:id/:token/callback', async (c) => {
    const request = await readBody(c);
    const interaction = interactions.acknowledge(c.req.param('id'), c.req.param('token'));
    const callback = request.json as Callback;
    try {
      answer(state, interaction, callback, request);
    } catch (error) {
      interaction.isAcknowledged = false;
      throw error;
    }
    world.changed();
    if (c.req.query('with_response') !== 'true') return c.body(null, 204);
    const { original } = interaction;
    return c.json({
      interaction: { id: interaction.id, type: 2 },
      resource: { type: callback.type, ...(original && { message: json(original) }) },
    });
  });

  routes.post('/webhooks/:app/:token', async (c) => {
    const { json: body, files } = await readBody(c);
    const interaction = interactions.byToken(c.req.param('token'));
    const sent = { body: readMessageBody('followUp', body), files };
    const { original } = interaction;
    // The first message after a deferral replaces the placeholder and keeps its visibility.
    if (original?.isPlaceholder && !original.isDeleted) {
      changeMessage(world, original, sent);
      return c.json(json(original));
    }
    return c.json(json(newMessage(world, sent, placeOf(interaction, sent.body))));
  });

  const found = (token: string, id: string): Message => {
    const { original, channel } = interactions.byToken(token);
    const message = id === '@original' ? original : world.message(id);
    if (!message || message.isDeleted || message.channel !== channel) throw unknownMessage();
    return message;
  };

  routes.on(['GET', 'PATCH', 'DELETE'], '/webhooks/:app/:token/messages/:message', async (c) => {
    const token = c.req.param('token');
    const headers = limits.take(`token ${token}`, state.sizes.byToken ?? byToken);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    const message = found(token, c.req.param('message'));
    if (c.req.method === 'DELETE') {
      message.isDeleted = true;
      world.changed();
      return c.body(null, 204);
    }
    if (c.req.method === 'PATCH') {
      const { json: body, files } = await readBody(c);
      changeMessage(world, message, { body: readMessageBody('editByToken', body), files });
    }
    return c.json(json(message));
  });
  return routes;
}

function placeOf(
  { channel, personId }: Interaction,
  body: { readonly flags?: number | undefined },
): Pick<Message, 'channel'> & { readonly onlyFor?: string } {
  const hidden = isEphemeral({ flags: body.flags ?? 0 });
  return hidden ? { channel, onlyFor: personId } : { channel };
}

/** Callback types: 4 message, 5 placeholder, 6 nothing yet, 7 edit the message, 8 suggestions. */
function answer(
  { world }: FakeState,
  interaction: Interaction,
  callback: Callback,
  { json, files }: RequestBody,
): void {
  switch (callback.type) {
    case 4: {
      const body = readMessageBody('callback', json, callback.data);
      interaction.original = newMessage(world, { body, files }, placeOf(interaction, body));
      return;
    }
    case 5: {
      checkBody('callback', json);
      const place = placeOf(interaction, { flags: callback.data?.flags ?? 0 });
      interaction.original = world.addMessage({
        ...place,
        author: bot(world),
        isPlaceholder: true,
      });
      return;
    }
    case 6:
      if (!interaction.pressedOn) throw new TypeError('only a press has a message to change');
      checkBody('pressed', json);
      interaction.original = interaction.pressedOn;
      return;
    case 8:
      checkBody('autocomplete', json);
      interaction.choices = callback.data?.choices ?? [];
      return;
    default:
      throw new TypeError(`the fake has no callback of type ${callback.type}`);
  }
}
