import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Basis, Job, Outcome, ReviewRun } from '../../../src/node/job';
import { ordered } from '../../../src/node/ordered';
import { Pool, WorkerCrash } from '../../../src/node/pool';

/** A worker that answers with the thread it runs in, and dies, throws or waits as the name of the file asks. */
const program = `
const { parentPort, threadId } = require('node:worker_threads');
const known = [];
parentPort.on('message', ({ file, basis, told }) => {
  if (file === 'exit') process.exit(3);
  if (file === 'throw') throw new Error('broken');
  if (file === 'hang') return;
  if (told) known[basis] = told;
  parentPort.postMessage({ report: file, used: [threadId], told: told !== undefined, basis: known[basis] });
});
`;

const judging = { today: '2026-11-21', asOf: 'today', severities: {} } as const;
const basis: Basis = { lexicons: [], disabled: [], judging };
const job = (file: string, by = basis): Job => ({ file, bytes: new Uint8Array(), basis: by, ignore: [] });

describe('a pool of worker threads', () => {
  let folder: string;
  let pool: Pool;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tuiqiao-pool-'));
    writeFileSync(join(folder, 'worker.cjs'), program);
  });
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    pool = new Pool(join(folder, 'worker.cjs'), {} as ReviewRun, 2);
  });
  afterEach(() => pool.close());

  const reports = (outcomes: readonly Outcome[]) => outcomes.map(({ report }) => report);

  it('does all jobs, with no more threads than it may have', async () => {
    const names = Array.from({ length: 20 }, (_, number) => String(number));
    const outcomes = await Promise.all(names.map((name) => pool.run(job(name))));
    assert.deepEqual(reports(outcomes), names);
    assert.ok(new Set(outcomes.flatMap(({ used }) => used)).size <= 2);
  });

  it('tells each thread once by what files are judged', async () => {
    const other: Basis = { ...basis, disabled: ['a'] };
    const jobs = Array.from({ length: 20 }, (_, number) => job(String(number), number % 3 ? basis : other));
    const outcomes = (await Promise.all(jobs.map((each) => pool.run(each)))) as (Outcome & {
      told: boolean;
      basis: Basis;
    })[];
    assert.deepEqual(
      outcomes.map((outcome) => outcome.basis),
      jobs.map((each) => each.basis),
    );
    const threads = new Set(outcomes.flatMap(({ used }) => used)).size;
    assert.ok(outcomes.filter(({ told }) => told).length <= 2 * threads);
  });

  it('tells of a thread that breaks, and goes on with another', async () => {
    const names = ['a', 'exit', 'b', 'throw', 'c', 'd'];
    const done = await Promise.allSettled(names.map((name) => pool.run(job(name))));
    assert.deepEqual(
      done.map((result) => (result.status === 'fulfilled' ? result.value.report : String(result.reason))),
      [
        'a',
        'Error: 工作线程意外退出，这份文稿没有审校',
        'b',
        'Error: 工作线程出错（Error: broken），这份文稿没有审校',
        'c',
        'd',
      ],
    );
  });

  it('rejects what is under way and what waits when it is closed', async () => {
    const results = Promise.allSettled(['hang', 'hang', 'a'].map((name) => pool.run(job(name))));
    await pool.close();
    for (const result of await results) {
      assert.ok(result.status === 'rejected' && result.reason instanceof WorkerCrash);
      assert.equal(result.reason.message, '审校已中止');
    }
    await assert.rejects(pool.run(job('b')), WorkerCrash);
  });
});

describe('results in order', () => {
  async function* numbers(count: number): AsyncGenerator<number> {
    for (let number = 0; number < count; number++) yield number;
  }

  it('come in the order of the items, with no more than the limit under way', async () => {
    let underWay = 0;
    let most = 0;
    const releases: (() => void)[] = [];
    const work = async (number: number) => {
      most = Math.max(most, ++underWay);
      await new Promise<void>((resolve) => {
        releases.push(resolve);
        // The later of a full set is done first.
        if (releases.length === 4 || number >= 8)
          releases
            .splice(0)
            .reverse()
            .forEach((release) => release());
      });
      underWay--;
      return number;
    };
    const results: number[] = [];
    for await (const result of ordered(numbers(10), 4, work)) results.push(result);
    assert.deepEqual(results, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.ok(most <= 4, String(most));
  });
});
