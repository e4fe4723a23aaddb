export const asking = {};
