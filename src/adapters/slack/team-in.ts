/** Which workspace a request comes from, found as Bolt finds it (App.js, buildSource), where Bolt has not yet. */
import { z } from 'zod';

const id = z.string().min(1);

/**
 * Of an event, the installation that it is for, which in a channel that workspaces share is not always where it
 * happened; of a form, the one that opened it; of anything else, where somebody did it.
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
