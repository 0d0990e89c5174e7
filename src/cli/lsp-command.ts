import { Readable } from 'node:stream';
import { version } from '../../package.json';
import { parseLspArguments } from './arguments';
import type { Io } from './io';
import { groundsOf } from './judging';

/**
 * `tuiqiao lsp`: serves an editor over standard input and output; the process ends with it. Throws UsageError for arguments that
 * cannot be followed, InputError for a lexicon that cannot be used.
 */
export async function lspCommand(argv: readonly string[], { stdin, stdout }: Io): Promise<never> {
  const grounds = await groundsOf(parseLspArguments(argv));
  const { serve } = await import('../lsp');
  serve({ input: Readable.from(stdin), output: stdout, version, grounds });
  // The connection ends the process.
  return new Promise(() => {});
}
