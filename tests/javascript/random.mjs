// Chance that is the same in every run.

/** @param {number} seed @returns {(below: number) => number} whole numbers from 0 */
export function chance(seed) {
  return (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}
