const accounted = ({ scored, unscorable, failed, sampledOut }) =>
  (scored ?? 0) + (unscorable ?? 0) + (failed ?? 0) + (sampledOut ?? 0);

/** How many stories the shown series speak of: those of each traffic once, whatever the number of metrics. */
export function storiesIn(list) {
  const perTraffic = new Map();
  for (const s of list) {
    const traffic = JSON.stringify([s.environment, s.source, s.model, s.promptId, s.promptVersion, s.samplerHash]);
    const stories = s.counts.expected ?? accounted(s.counts);
    perTraffic.set(traffic, Math.max(perTraffic.get(traffic) ?? 0, stories));
  }
  return [...perTraffic.values()].reduce((a, b) => a + b, 0);
}
