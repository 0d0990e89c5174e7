import { parentPort, workerData } from 'node:worker_threads';
import { Reviewer, type Job, type Task } from './job';

// The program of a worker thread: it is handed a task at its start, then bytes, and answers with plain data. It reads no file.
const reviewer = new Reviewer(workerData as Task);
parentPort?.on('message', (job: Job) => parentPort?.postMessage(reviewer.do(job)));
