/** Temporary faults are retried, refused content is reduced, and no call is repeated in vain. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';
import { shownText, type Message } from '../../support/slack/world.js';

let on: TutorOnSlack;

afterEach(async () => {
  vi.useRealTimers();
  await on.close();
});

const passing = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];

/** The arguments of a method's calls. */
function asked(method: string): readonly string[] {
  return on.slack.state.calls
    .filter((call) => call.method === method)
    .map(({ args }) => JSON.stringify(args));
}

function answers(): readonly Message[] {
  return on.slack.world.messages.filter(({ author }) => author === 'tutor');
}

describe('a temporary fault at Slack', () => {
  test.each(passing)('%s: posts go out all the same', async (error) => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    const learner = slack.person();
    slack.trouble('chat.postMessage', { kind: 'refusal', error });
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
    await untilShows(on, learner, slack.channel, 'Done.');
    expect(tutor.faults).toEqual([]);
    expect(answers()).toHaveLength(1);
  });

  test.each(passing)('%s: a run’s end is edited in, without a new message', async (error) => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
    const task = await tutor.pool.next();
    await untilShows(on, learner, slack.channel, 'Network');
    slack.trouble('chat.update', { kind: 'refusal', error });
    task.finish();
    await untilShows(on, learner, slack.channel, 'Done.');
    expect(answers()).toHaveLength(1);
  });
});

describe('a proxy in front of Slack answers in its own format', () => {
  test.each([200, 502, 503])('%i: posts and edits arrive all the same', async (status) => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person();
    slack.trouble('chat.postMessage', { kind: 'proxy', status });
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
    const task = await tutor.pool.next();
    await untilShows(on, learner, slack.channel, 'Network');
    slack.trouble('chat.update', { kind: 'proxy', status });
    task.finish();
    await untilShows(on, learner, slack.channel, 'Done.');
    expect(answers()).toHaveLength(1);
    expect(learner.sees(slack.channel)).not.toContain('Something broke');
  });
});

describe('a message too large for Slack', () => {
  test('is reduced by an edit to one sentence, and no body is sent twice', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
    const task = await tutor.pool.next();
    await untilShows(on, learner, slack.channel, 'Network');
    slack.state.mostText = 400;
    task.finish();
    await slack.until(() => answers()[0]?.text.includes('is done') === true, 'the end is told');
    const [message] = answers();
    expect(shownText(message?.text ?? '', message?.blocks ?? [])).toMatch(/^Run \w{6} is done/);
    expect(answers()).toHaveLength(1);
    const bodies = asked('chat.update');
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  test('is posted as one sentence', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    slack.trouble('chat.postMessage', { kind: 'refusal', error: 'msg_blocks_too_long' });
    const learner = slack.person();
    learner.slash(slack.channel, '/quiz', 'steps');
    await slack.until(() => learner.messages(slack.channel).length > 0, 'it is answered');
    const [answer] = answers();
    expect(answer?.blocks).toHaveLength(1);
    expect(shownText('', answer?.blocks ?? [])).toBe(answer?.text);
    expect(on.tutor.faults).toEqual([]);
  });

  test('and its sentence is too: the asker is told that it failed, and there is no third call', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    slack.state.refused.set('chat.postMessage', 'msg_too_long');
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
    await untilShows(on, learner, slack.channel, 'Something broke');
    expect(asked('chat.postMessage')).toHaveLength(2);
    expect(await tutor.runs.recent(`slack:T1:${learner.user.id}`, 5)).toMatchObject([
      { phase: 'failed' },
    ]);
  });

  test('if even the sentence is refused as an edit, the end comes as a new message', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
    const task = await tutor.pool.next();
    await untilShows(on, learner, slack.channel, 'Network');
    slack.state.refused.set('chat.update', 'invalid_blocks');
    task.finish();
    await untilShows(on, learner, slack.channel, 'Done.');
    expect(answers()).toHaveLength(2);
    const bodies = asked('chat.update');
    expect(new Set(bodies).size).toBe(bodies.length);
  });
});

describe('in an archived channel', () => {
  test('the asker is told in one sentence, and nothing trains', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    slack.channel.isArchived = true;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
    await slack.until(() => learner.messages(slack.channel).length > 0, 'it is told');
    expect(learner.sees(slack.channel)).toContain('only visible to you');
    expect(learner.sees(slack.channel)).not.toContain('Something broke');
    expect(asked('chat.postMessage')).toHaveLength(1);
    expect(await tutor.runs.recent(`slack:T1:${learner.user.id}`, 5)).toEqual([]);
  });

  test('during a run: one edit and one message are refused, and the run continues to its end', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:3 batch:100');
    let task = await tutor.pool.next();
    await untilShows(on, learner, slack.channel, 'Network');
    slack.channel.isArchived = true;
    for (let epoch = 1; epoch < 3; epoch += 1) {
      task.finish();
      task = await tutor.pool.next();
    }
    const [run] = await tutor.runs.recent(`slack:T1:${learner.user.id}`, 1);
    task.finish();
    const id = run?.record.id ?? '';
    expect((await tutor.runs.ended(id)).phase).toBe('completed');
    await tutor.liveRuns.settled(id);
    expect(asked('chat.update').length).toBeLessThanOrEqual(2);
    expect(asked('chat.postMessage')).toHaveLength(2);
  });
});

describe('if edits are no longer possible, one new message announces the end', () => {
  test.each(['edit_window_closed', 'channel_not_found', 'cant_update_message', 'is_inactive'])(
    '%s',
    async (error) => {
      const bytes = Uint8Array.of(1);
      const chart = { name: 'chart.png', mediaType: 'image/png', bytes, alt: 'Loss' };
      on = await tutorOnSlack({ attachments: () => Promise.resolve([chart]) });
      const { slack, tutor } = on;
      tutor.pool.hold = true;
      const learner = slack.person();
      learner.slash(slack.channel, '/fit', 'epochs:3 batch:100');
      let task = await tutor.pool.next();
      await untilShows(on, learner, slack.channel, 'Network');
      slack.state.refused.set('chat.update', error);
      for (let epoch = 1; epoch < 3; epoch += 1) {
        task.finish();
        task = await tutor.pool.next();
      }
      task.finish();
      await untilShows(on, learner, slack.channel, 'Done.');
      await vi.waitFor(async () => {
        expect(await tutor.liveMessages.undelivered()).toEqual([]);
      }, 20_000);
      const messages = answers().filter(({ thread }) => thread === undefined);
      expect(messages).toHaveLength(2);
    },
  );
});
