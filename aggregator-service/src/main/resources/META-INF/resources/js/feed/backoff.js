/** Waits between attempts: doubling from 2 s to 30 s with jitter, so that many pages do not return at once. */
export function delayAfter(failures, random = Math.random) {
  if (failures === 0) return 2000;
  const ceiling = Math.min(30000, 2000 * 2 ** Math.min(failures, 5));
  return ceiling / 2 + (random() * ceiling) / 2;
}
