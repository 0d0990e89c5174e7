/**
 * The results of the work on the items, in the order of the items; at most `limit` items are under way or waiting to be handed
 * out, so that memory does not grow with their number. The work must not reject.
 */
export async function* ordered<Item, Result>(
  items: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for await (const item of items) {
    underWay.push(work(item));
    if (underWay.length >= limit) yield await underWay.shift()!;
  }
  for (const result of underWay) yield await result;
}
