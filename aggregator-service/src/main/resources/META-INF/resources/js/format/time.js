/** Instants and ages for people. */

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const far = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** 14:03:07, with the day where it is not today. */
export function instant(milliseconds) {
  const date = new Date(milliseconds);
  const today = new Date().toDateString() === date.toDateString();
  return today ? clock.format(date) : `${day.format(date)}, ${clock.format(date)}`;
}

/** 12 Oct 2026, 14:03: for what may lie far back. */
export const moment = (milliseconds) => far.format(new Date(milliseconds));

/** "4 s ago", in the largest unit that fits. */
export function ago(milliseconds, now) {
  const seconds = Math.max(0, Math.round((now - milliseconds) / 1000));
  if (seconds < 2) return 'now';
  if (seconds < 120) return `${seconds}\u00a0s ago`;
  if (seconds < 7200) return `${Math.round(seconds / 60)}\u00a0min ago`;
  if (seconds < 172800) return `${Math.round(seconds / 3600)}\u00a0h ago`;
  return `${Math.round(seconds / 86400)}\u00a0d ago`;
}

const WINDOWS = { '5m': '5 minutes', '1h': '1 hour', '24h': '24 hours', '7d': '7 days', all: 'everything' };

/** A window's name in words. */
export const windowWords = (window) => WINDOWS[window] ?? window;
