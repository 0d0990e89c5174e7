/** Worker threads for the task: a browser has none that are started from a disk. */
export const threadsFor: typeof import('./threads').threadsFor = () => Promise.resolve(undefined);
