#!/usr/bin/env node
import { dayOf } from '../core';
import { exitCode } from './io';
import { run } from './run';

// A reader that has seen enough (`tuiqiao … | head`) closes the pipe: nothing is left to do, and nothing to complain about.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`tuiqiao：无法写出结果（${error.code ?? error.message}）\n`);
  process.exit(exitCode.failure);
});

/** A second Ctrl+C ends the program as usual. */
function onInterrupt(work: () => void): () => void {
  process.once('SIGINT', work);
  return () => process.off('SIGINT', work);
}

const { argv, stdin, stdout, stderr, env } = process;
run(argv.slice(2), { stdin, stdout, stderr, env, today: dayOf(new Date()), onInterrupt }).then(
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
