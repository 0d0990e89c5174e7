import { parentPort, workerData } from 'node:worker_threads';
import { lexiconWith } from '../built-in-lexicon';
import { Reviewer, type Basis, type ReviewRun } from './job';
import { outputs } from './outputs';
import type { Order } from './pool';

// The program of a worker thread: it is handed a task at its start, then bytes, and answers with plain data. It reads no file but the
// bundles beside it.
const task = workerData as ReviewRun;
const reviewer = new Reviewer(task, outputs[task.output], lexiconWith);
const bases: Basis[] = [];
parentPort?.on('message', async ({ basis, told, ...job }: Order) => {
  if (told) bases[basis] = told;
  parentPort?.postMessage(await reviewer.do({ ...job, basis: bases[basis] }));
});
