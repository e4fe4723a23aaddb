/**
 * Tables whose rows each belong to one person, with the column that names that person; runs need more
 * than this. Who is muted in a room is up to its teacher: nobody unmutes themselves with `/forget`.
 */
export const personalTables = [
  ['preferences', 'user_id'],
  ['quiz_answers', 'user_id'],
  ['quiz_rounds', 'user_id'],
  ['quiz_reviews', 'user_id'],
  ['prediction_guesses', 'user_id'],
  ['challenge_answers', 'user_id'],
  ['conversations', 'user_id'],
  ['previews', 'owner_id'],
  ['uploads', 'owner_id'],
  ['pending_uploads', 'owner_id'],
  ['slow_motions', 'owner_id'],
  ['class_participants', 'user_id'],
  ['invitations', 'owner_id'],
] as const;
