/** The commands that the walkthrough's buttons try on the text at hand, as `tuiqiao.try.…`. */
export const tried = ['openPanel', 'fixAll', 'exportWord', 'exportReport', 'assignments'] as const;
