import { join, relative, resolve, sep } from 'node:path';
import {
  type Configuration,
  configurationAdvice,
  configurationFile,
  type Day,
  disabledBy,
  excludes,
  isFormerPlace,
  judgingBy,
  largestConfiguration,
  largestLexiconFile,
  lexiconFolder,
  type LexiconFile,
  lexiconPaths,
  mostLexiconFiles,
  movingNote,
  officeFolder,
  parseConfiguration,
  parseLexicon,
  type Problem,
} from '../core';
import type { Basis } from './job';
import { standardInput } from './names';
import { Nearest } from './nearest';
import { namesIn, readOwnText } from './own-text';

/** What somebody who runs the program asks for, before what the office says. */
export interface Asked {
  readonly today: Day;
  readonly configuration: Configuration;
  /** Lexicons that are laid over those of the office. */
  readonly lexicons: readonly LexiconFile[];
}

/** A configuration, the folder it holds for, and the lexicon files that it names, read when they are asked for. */
interface Configured {
  readonly folder: string;
  readonly configuration: Configuration;
  lexicons(): Promise<readonly LexiconFile[]>;
}

/**
 * What offices keep in their folders, for the files in them: of the configurations that of the nearest folder upward holds, and so
 * of the lexicons. Each file is read once.
 */
export class Offices {
  readonly #asked: Asked;
  readonly #tell: (problem: Problem) => Promise<void>;
  readonly #configured = new Nearest((folder) => this.#readConfiguration(folder));
  readonly #lexicons = new Nearest((folder) => this.#readLexicons(folder));
  /** Files that are judged alike share a basis. */
  readonly #bases = new Map<Configured | undefined, Map<readonly LexiconFile[] | undefined, Promise<Basis>>>();

  /** @param tell is handed the faults of a file when it is read */
  constructor(asked: Asked, tell: (problem: Problem) => Promise<void>) {
    this.#asked = asked;
    this.#tell = tell;
  }

  /** By what the file is judged; standard input like a file of the working directory. */
  async basisOf(file: string): Promise<Basis> {
    const configured = await this.#configured.of(file);
    const lexicons = await this.#lexicons.of(file);
    let bases = this.#bases.get(configured);
    if (!bases) this.#bases.set(configured, (bases = new Map()));
    let basis = bases.get(lexicons);
    if (!basis) bases.set(lexicons, (basis = this.#basis(configured, lexicons)));
    return basis;
  }

  /** Whether its office leaves the file out of what is reviewed. */
  async excludes(file: string): Promise<boolean> {
    const configured = file === standardInput ? undefined : await this.#configured.of(file);
    if (!configured) return false;
    return excludes(configured.configuration, relative(configured.folder, resolve(file)).replaceAll(sep, '/'));
  }

  /** What its office says. */
  async configurationOf(file: string): Promise<Configuration> {
    return (await this.#configured.of(file))?.configuration ?? {};
  }

  async #basis(configured: Configured | undefined, lexicons: readonly LexiconFile[] = []): Promise<Basis> {
    const { today, configuration: person, lexicons: laidOver } = this.#asked;
    const office = configured?.configuration ?? {};
    return {
      lexicons: [...lexicons, ...((await configured?.lexicons()) ?? []), ...laidOver],
      disabled: disabledBy(person, office),
      judging: { ...judgingBy(person, office), today },
    };
  }

  async #readConfiguration(folder: string): Promise<Configured | undefined> {
    const file = join(folder, configurationFile);
    const read = await readOwnText(file, largestConfiguration, configurationAdvice);
    if (!read) return undefined;
    const { configuration, problems } =
      read.fault === undefined
        ? parseConfiguration(read.text, file)
        : { configuration: {}, problems: [faultOf(file, read.fault)] };
    for (const problem of problems) await this.#tell(problem);
    const paths = [...new Set(configuration.lexicons ?? [])];
    return { folder, configuration, lexicons: () => this.#lexiconsAt(folder, paths) };
  }

  /** The lexicon files of the office's folder; undefined where there are none. */
  async #readLexicons(folder: string): Promise<readonly LexiconFile[] | undefined> {
    const [former, names] = await Promise.all([
      namesIn(join(folder, officeFolder)),
      namesIn(join(folder, lexiconFolder)),
    ]);
    const paths = lexiconPaths(former, names);
    return paths.length > 0 ? this.#lexiconsAt(folder, paths) : undefined;
  }

  async #lexiconsAt(folder: string, paths: readonly string[]): Promise<LexiconFile[]> {
    const lexicons: LexiconFile[] = [];
    for (const [index, path] of paths.entries()) {
      const file = join(folder, path);
      if (index >= mostLexiconFiles) {
        await this.#tell(faultOf(file, `词库文件超过${mostLexiconFiles}个，这个文件没有读入`));
        continue;
      }
      const read = await readOwnText(file, largestLexiconFile, '没有读入，请分成几个文件');
      const { lexicon, problems } =
        read?.fault === undefined && read
          ? parseLexicon(read.text, file)
          : { lexicon: undefined, problems: [faultOf(file, read?.fault ?? '没有这个文件')] };
      const [first, ...others] = problems.filter(({ severity }) => severity === 'error');
      const more = others.length > 0 ? `（另有 ${others.length} 处错误，用 tuiqiao lexicon check 查看）` : '';
      if (first) await this.#tell({ ...first, message: first.message + more });
      if (isFormerPlace(path)) await this.#tell({ file, path: '', severity: 'warning', message: movingNote });
      if (lexicon) lexicons.push(lexicon);
    }
    return lexicons;
  }
}

function faultOf(file: string, message: string): Problem {
  return { file, path: '', severity: 'error', message };
}
