/** Whether both lead to one file: a browser has no disk on which one file could bear two names. */
export const isSameFile: typeof import('./same-file').isSameFile = (one, other) =>
  Promise.resolve(one.toString() === other.toString());
