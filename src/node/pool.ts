import { Worker } from 'node:worker_threads';
import type { Basis, Job, Outcome, ReviewRun } from './job';

/** A job as it is sent to a worker: its basis by a number, and itself only where the worker has not been told of it yet. */
export interface Order extends Omit<Job, 'basis'> {
  readonly basis: number;
  readonly told?: Basis;
}

/** A worker thread that ended while it was at a file; the message says so, in Chinese. */
export class WorkerCrash extends Error {}

/** A job that waits or is being done. */
interface Pending {
  readonly job: Job;
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
}

/** Worker threads that do the jobs of one task. They are started when there is work for them; one that breaks is replaced. */
export class Pool {
  readonly #program: string;
  readonly #task: ReviewRun;
  /** Most threads at a time. */
  readonly size: number;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Pending>();
  readonly #waiting: Pending[] = [];
  /** What each worker has been told of, numbered. */
  readonly #told = new WeakMap<Worker, Map<Basis, number>>();
  #closed = false;

  /**
   * @param program path of the worker's bundle
   * @param size most threads at a time, at least 1
   */
  constructor(program: string, task: ReviewRun, size: number) {
    this.#program = program;
    this.#task = task;
    this.size = size;
  }

  /** Does the job when a thread is free. Rejects with WorkerCrash where the thread ends meanwhile, or the pool is closed. */
  run(job: Job): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#next();
    });
  }

  /** Ends the threads at once; jobs that are not done are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const workers = [...this.#idle.splice(0), ...this.#busy.keys()];
    for (const pending of [...this.#busy.values(), ...this.#waiting.splice(0)]) {
      pending.reject(new WorkerCrash('审校已中止'));
    }
    this.#busy.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      if (this.#closed) return void this.#waiting.shift()?.reject(new WorkerCrash('审校已中止'));
      const worker = this.#idle.pop() ?? (this.#busy.size < this.size ? this.#start() : undefined);
      const pending = worker && this.#waiting.shift();
      if (!worker || !pending) return;
      this.#busy.set(worker, pending);
      worker.postMessage(this.#orderOf(pending.job, worker));
    }
  }

  #orderOf({ basis, ...job }: Job, worker: Worker): Order {
    const told = this.#told.get(worker);
    const number = told?.get(basis);
    if (number !== undefined) return { ...job, basis: number };
    const next = told?.size ?? 0;
    told?.set(basis, next);
    return { ...job, basis: next, told: basis };
  }

  #start(): Worker {
    const worker = new Worker(this.#program, { workerData: this.#task });
    this.#told.set(worker, new Map());
    worker.on('message', (outcome: Outcome) => {
      const pending = this.#busy.get(worker);
      this.#busy.delete(worker);
      if (!this.#closed) this.#idle.push(worker);
      pending?.resolve(outcome);
      this.#next();
    });
    const lost = (reason: string) => {
      const pending = this.#busy.get(worker);
      this.#busy.delete(worker);
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
      pending?.reject(new WorkerCrash(reason));
      this.#next();
    };
    worker.on('error', (error) => lost(`工作线程出错（${String(error)}），这份文稿没有审校`));
    worker.on('exit', () => lost('工作线程意外退出，这份文稿没有审校'));
    return worker;
  }
}
