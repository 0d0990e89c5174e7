#!/usr/bin/env node
import { dayOf } from '../core';
import { exitCode, type Io } from './io';
import { run } from './run';

// A reader that has seen enough (`tuiqiao … | head`) closes the pipe: nothing is left to do, and nothing to complain about.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`tuiqiao：无法写出结果（${error.code ?? error.message}）\n`);
  process.exit(exitCode.failure);
});

// Nobody reads what goes wrong (`2>&1 | head`): the work goes on, and the exit code tells.
process.stderr.on('error', () => {});

/** A second Ctrl+C ends the program as usual. */
function onInterrupt(work: () => void): () => void {
  process.once('SIGINT', work);
  return () => process.off('SIGINT', work);
}

const { argv, stdin, stdout, stderr, env } = process;
const io: Io = {
  stdin,
  stdout,
  stderr,
  env,
  get today() {
    return dayOf(new Date());
  },
  onInterrupt,
};
run(argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    stderr.write(
      `tuiqiao：程序出错，请把下面的信息告诉开发者\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = exitCode.failure;
  },
);
