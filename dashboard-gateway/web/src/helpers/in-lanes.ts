/** Does something for each of many, a few at a time; the failure of one stops no other. */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const lane = async (): Promise<void> => {
    for (const item of queue) await work(item).catch(() => undefined);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
