import { parentPort, workerData } from 'node:worker_threads';
import { Reviewer, type Job, type ReviewRun } from './job';
import { outputs } from './outputs';

// The program of a worker thread: it is handed a task at its start, then bytes, and answers with plain data. It reads no file.
const task = workerData as ReviewRun;
const reviewer = new Reviewer(task, outputs[task.output]);
parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await reviewer.do(job)));
