/** Tables whose rows each belong to one person, with the column that says whom; runs have more to them. */
export const personalTables = [
  ['preferences', 'user_id'],
  ['quiz_answers', 'user_id'],
  ['prediction_guesses', 'user_id'],
  ['conversations', 'user_id'],
  ['previews', 'owner_id'],
  ['uploads', 'owner_id'],
  ['pending_uploads', 'owner_id'],
  ['slow_motions', 'owner_id'],
  ['invitations', 'owner_id'],
] as const;
