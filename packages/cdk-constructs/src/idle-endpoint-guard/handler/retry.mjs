/** @import { Clients } from './settings.mjs' */

const THROTTLED = /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/;
const ATTEMPTS = 6;

/**
 * Calls AWS again where it was called too often, after 1, 2, 4, … seconds; other errors pass at once. The list of
 * endpoints of a large account brings many calls in a row.
 *
 * @template T
 * @param {Pick<Clients, 'sleep'>} clients
 * @param {() => Promise<T>} call
 * @returns {Promise<T>}
 */
export async function retrying({ sleep }, call) {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await call();
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof Error) || !THROTTLED.test(error.name)) throw error;
      await sleep(1000 * 2 ** (attempt - 1));
    }
}

/**
 * All items of a list that AWS gives page by page.
 *
 * @template Item
 * @param {Pick<Clients, 'sleep'>} clients
 * @param {(token: string | undefined) => Promise<{ items: Item[] | undefined, next: string | undefined }>} page
 * @returns {Promise<Item[]>}
 */
export async function allPages(clients, page) {
  /** @type {Item[]} */
  const all = [];
  /** @type {string | undefined} */
  let token;
  do {
    const current = token;
    const { items, next } = await retrying(clients, () => page(current));
    all.push(...(items ?? []));
    token = next;
  } while (token !== undefined && token !== '');
  return all;
}
