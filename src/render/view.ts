/** A run message's view: `keras` exactly as Keras prints, `compact` for phones. */
export const views = ['keras', 'compact'] as const;
export type View = (typeof views)[number];
