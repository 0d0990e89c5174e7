import { setTimeout as interval } from 'node:timers/promises';

const LIMIT_MILLISECONDS = 40_000;

/**
 * Waits for a state that VS Code reaches by itself.
 * @param state what is waited for, in words for the message
 * @param look returns a value once the state is reached, and undefined or false before
 * @returns that value
 * @throws when the state is not reached in time
 */
export async function until<T>(
  state: string,
  look: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + LIMIT_MILLISECONDS;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`still waiting for: ${state}`);
    await interval(50);
  }
}
