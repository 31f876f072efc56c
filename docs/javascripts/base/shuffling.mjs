// Another order, each as likely as any other. Pure.

/**
 * @template Item
 * @param {Item[]} items
 * @param {() => number} [random]
 * @returns {Item[]}
 */
export function shuffled(items, random = Math.random) {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}
