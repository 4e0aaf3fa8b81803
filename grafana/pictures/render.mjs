// Draws a dashboard from its JSON against a Prometheus: node render.mjs DASHBOARD.json PROMETHEUS-URL OUT.png [VARIABLE=VALUE...]
// A stand-in where no Grafana is to be had: it reads the same JSON and asks the same questions, but it is not Grafana.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { Prometheus } from './prometheus.mjs';
import { page } from './page.mjs';
import { Variables } from './variables.mjs';

const [file, url, out, ...assignments] = process.argv.slice(2);
if (out === undefined) {
  throw new Error('usage: node render.mjs DASHBOARD.json PROMETHEUS-URL OUT.png [VARIABLE=VALUE...]');
}
const dashboard = JSON.parse(readFileSync(file, 'utf8'));
const variables = new Variables(dashboard, assignments);
const { html, width, height } = await page(dashboard, variables, new Prometheus(url));

const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
try {
  const source = join(folder, 'page.html');
  writeFileSync(source, html);
  execFileSync('chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--hide-scrollbars',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--window-size=${width},${height}`,
    `--screenshot=${resolve(out)}`,
    `file://${source}`,
  ], { stdio: 'pipe' });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
