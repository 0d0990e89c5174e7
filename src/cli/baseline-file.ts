import { dirname, relative, resolve } from 'node:path';
import { type Accepted, type Baseline, parseBaseline } from '../core';
import { InputError, readText } from './inputs';
import { standardInput } from '../node/names';

/** How a baseline names a file: from the baseline's own folder, so that both may be moved together. */
export function keyIn(baseline: string, file: string): string {
  return file === standardInput ? file : relative(dirname(resolve(baseline)), resolve(file)).replaceAll('\\', '/');
}

/** A baseline on disk. */
export class BaselineFile {
  readonly #file: string;
  readonly #baseline: Baseline;

  private constructor(file: string, baseline: Baseline) {
    this.#file = file;
    this.#baseline = baseline;
  }

  /** Reads the baseline. Throws InputError where it cannot be used. */
  static async read(file: string): Promise<BaselineFile> {
    const { baseline, problems } = parseBaseline(await readText(file), file);
    if (problems.length === 0) return new BaselineFile(file, baseline);
    const { path, message } = problems[0];
    throw new InputError(`基线 ${file} 不能使用${path ? `，${path}` : ''}：${message}；请用 --write-baseline 重新生成`);
  }

  /** What was accepted in the file. */
  acceptedIn(file: string): readonly Accepted[] {
    return this.#baseline.get(keyIn(this.#file, file)) ?? [];
  }
}
