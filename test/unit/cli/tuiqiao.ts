import { Writable } from 'node:stream';
import { run } from '../../../src/cli/run';

/** What a run wrote and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  readonly stdin?: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

function collector(terminal: boolean): { stream: Writable & { isTTY: boolean }; text(): string } {
  const chunks: Buffer[] = [];
  // A water mark of one byte makes every write wait for the reader.
  const stream = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      setImmediate(done);
    },
  });
  return { stream: Object.assign(stream, { isTTY: terminal }), text: () => Buffer.concat(chunks).toString() };
}

/** Runs the command line in this process, on 21 November 2026. */
export async function tuiqiao(argv: readonly string[], circumstances: Circumstances = {}): Promise<Outcome> {
  const { stdin = [], terminal = false, env = {} } = circumstances;
  const [out, err] = [collector(terminal), collector(terminal)];
  async function* input(): AsyncGenerator<Uint8Array> {
    yield* stdin;
  }
  const io = {
    stdin: input(),
    stdout: out.stream,
    stderr: err.stream,
    env,
    today: '2026-11-21',
    onInterrupt: () => () => {},
  };
  return { code: await run(argv, io), out: out.text(), err: err.text() };
}
