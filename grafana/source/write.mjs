// Writes every dashboard as JSON into the folder given.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboards } from './build/dashboards.js';

const folder = process.argv[2];
if (folder === undefined) {
  throw new Error('usage: node write.mjs FOLDER');
}
mkdirSync(folder, { recursive: true });
for (const [name, dashboard] of Object.entries(dashboards)) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(dashboard, null, 2) + '\n');
}
