import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { baselineFrame, parseBaseline, type Accepted, type Baseline } from '../core/baseline';
import { describing, InputError, readText, standardInput } from './inputs';

/** How a baseline names a file: from the baseline's own folder, so that both may be moved together. */
function keyOf(baseline: string, file: string): string {
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
    return this.#baseline.get(keyOf(this.#file, file)) ?? [];
  }
}

/** Writes a baseline piece by piece; it takes its place when it is whole, so that a run that is broken off spoils no older one. */
export class BaselineWriter {
  readonly #file: string;
  readonly #draft: string;
  readonly #handle: FileHandle;
  #files = 0;

  private constructor(file: string, draft: string, handle: FileHandle) {
    this.#file = file;
    this.#draft = draft;
    this.#handle = handle;
  }

  /** Throws InputError where nothing can be written there. */
  static async open(file: string): Promise<BaselineWriter> {
    const draft = `${file}.part`;
    return new BaselineWriter(file, draft, await describing(file, () => open(draft, 'w'), '写入'));
  }

  /** The name under which the piece of the file is to be made. */
  nameOf(file: string): string {
    return keyOf(this.#file, file);
  }

  async add(piece: string): Promise<void> {
    await this.#handle.appendFile((this.#files++ === 0 ? baselineFrame.opening : baselineFrame.separator) + piece);
  }

  async finish(): Promise<void> {
    await this.#handle.appendFile((this.#files === 0 ? baselineFrame.opening : '') + baselineFrame.closing);
    await this.#handle.close();
    await rename(this.#draft, this.#file);
  }

  async abandon(): Promise<void> {
    await this.#handle.close();
    await rm(this.#draft, { force: true });
  }
}
