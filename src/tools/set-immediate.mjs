const { port1, port2 } = new globalThis.MessageChannel();
const waiting = [];
port1.onmessage = () => waiting.shift()();

/** Node's function of the name, for browsers: the work is done once everything else that waits has had its turn. */
export function setImmediate(work, ...given) {
  waiting.push(() => work(...given));
  port2.postMessage(undefined);
}
