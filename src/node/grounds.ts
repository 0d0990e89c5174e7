import type { Day, ReviewOptions } from '../core';

/**
 * By what the texts of a host that goes on running are reviewed: what was asked for and what the files of offices say, as it was
 * when it was read. Of a text that comes from no file, the name is that of standard input.
 */
export interface Grounds {
  /** The day on which texts are judged: on another day there are other grounds. */
  readonly today: Day;
  optionsFor(file: string): Promise<ReviewOptions>;
  /** Whether its office leaves the file out of what is reviewed. */
  excludes(file: string): Promise<boolean>;
}
