/** Which workspace a request comes from, determined as Bolt does (App.js, buildSource), before Bolt has. */
import { z } from 'zod';

const id = z.string().min(1);

/**
 * For an event, the installation that it is for, which in a shared channel is not always where it
 * happened; for a form, the workspace that opened it; for anything else, where it happened.
 */
const teamSchema = z.union([
  z
    .object({ authorizations: z.tuple([z.object({ team_id: id })], z.unknown()) })
    .transform(({ authorizations: [{ team_id }] }) => team_id),
  z
    .object({ view: z.object({ app_installed_team_id: id }) })
    .transform(({ view }) => view.app_installed_team_id),
  z.object({ team_id: id }).transform(({ team_id }) => team_id),
  z.object({ team: z.object({ id }) }).transform(({ team }) => team.id),
  z.object({ user: z.object({ team_id: id }) }).transform(({ user }) => user.team_id),
]);

/** Empty where it does not say. */
export function teamInRequest(body: object): string {
  return teamSchema.safeParse(body).data ?? '';
}
