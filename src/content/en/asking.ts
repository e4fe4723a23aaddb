export const asking = {} as const;
