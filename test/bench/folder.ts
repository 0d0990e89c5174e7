/**
 * A folder of 2,000 speeches reviewed with two worker threads, against the pure review of the same texts in memory, as ratios
 * within one run: `npm run bench:folder`. Exits with 1 where a budget is passed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { review } from '../../src/core';
import { builtInLexicon } from '../../src/built-in-lexicon';

const files = 2_000;
const characters = 8_000;
const threads = 2;
/** Largest rate of the threads' ideal (rate of one thread in memory times their number) to the rate of the folder. */
const rateBudget = 2;
/** Largest growth of the memory from the middle of the run to its end. */
const growthBudget = 1.25;
/** Files whose review in memory is timed; all of them would only take longer. */
const timed = 200;

const root = join(__dirname, '../..');
const samples = join(root, 'test/fixtures/sample');
const paragraphs = readdirSync(samples)
  .flatMap((name) => readFileSync(join(samples, name), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '');

/** A speech of its own: the paragraphs of the samples from another place on, with a number in each. */
function speech(number: number): string {
  let text = `在第${number}次工作会议上的讲话\n（2026年3月5日）\n同志们：\n`;
  for (let at = number; text.length < characters; at++) text += `${paragraphs[at % paragraphs.length]}\n`;
  return text.slice(0, characters);
}

/** Resident memory of the process in megabytes; NaN where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return NaN;
  }
}

async function reviewFolder(folder: string): Promise<{ seconds: number; memory: number[] }> {
  const started = performance.now();
  const argv = [join(root, 'dist/cli.js'), 'review', '--jobs', String(threads), '--format', 'jsonl', folder];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  let lines = 0;
  const memory: number[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines++;
    if (lines >= (files * (memory.length + 1)) / 20 && memory.length < 19) memory.push(memoryOf(child.pid ?? 0));
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0 || lines !== files) throw new Error(`ended with ${String(code)} after ${lines} of ${files} files`);
  return { seconds: (performance.now() - started) / 1000, memory };
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tuiqiao-bench-'));
  try {
    const texts: string[] = [];
    for (let number = 1; number <= files; number++) {
      const text = speech(number);
      writeFileSync(join(folder, `${String(number).padStart(4, '0')}.txt`), text);
      if (number % (files / timed) === 0) texts.push(text);
    }
    const options = { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' } as const;
    for (const text of texts.slice(0, 20)) review(text, options);
    const started = performance.now();
    for (const text of texts) review(text, options);
    const inMemory = (texts.length / (performance.now() - started)) * 1000;
    const { seconds, memory } = await reviewFolder(folder);
    const rate = files / seconds;
    const [start, middle, end] = [memory[0], memory[9], memory[18]];
    console.log(
      `in memory ${inMemory.toFixed(0)} speeches a second on one thread; folder ${rate.toFixed(0)} on ${threads}`,
    );
    console.log(
      `memory ${[start, middle, end].map((value) => `${value.toFixed(0)} MB`).join(' → ')} (start, middle, end)`,
    );
    report('rate in memory × threads / rate of the folder', (inMemory * threads) / rate, rateBudget);
    if (!Number.isNaN(end)) report('memory at the end / in the middle', end / middle, growthBudget);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(what: string, value: number, budget: number): void {
  console.log(`${value <= budget ? 'ok  ' : 'OVER'} ${value.toFixed(3)} (budget ${budget}): ${what}`);
  if (value > budget) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
