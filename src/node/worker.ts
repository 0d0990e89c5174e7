import { parentPort, workerData } from 'node:worker_threads';
import { lexiconWith } from '../built-in-lexicon';
import { Reviewer, type Job, type ReviewRun } from './job';
import { outputs } from './outputs';

// The program of a worker thread: it is handed a task at its start, then bytes, and answers with plain data. It reads no file but the
// bundles beside it.
const task = workerData as ReviewRun;
const reviewer = new Reviewer(task, outputs[task.output], lexiconWith(task.lexicons, task.disabled));
parentPort?.on('message', (job: Job) => parentPort?.postMessage(reviewer.do(job)));
