import { content } from './panels.mjs';
import { escaped } from './units.mjs';

const COLUMN = 66;
const LINE = 34;
const GAP = 6;
const HEAD = 26;
const TOP = 64;

const STYLE = `
  body { margin: 0; font: 12px sans-serif; background: #f4f5f5; color: #24292e; position: relative; }
  header { position: absolute; left: 10px; top: 8px; }
  header h1 { font-size: 17px; margin: 0 0 6px; } header span { margin-right: 14px; }
  section { position: absolute; background: #fff; border: 1px solid #dcdee0; border-radius: 2px; overflow: hidden; box-sizing: border-box; }
  section.text, section.row { background: none; border: none; }
  h2 { font-size: 12px; margin: 6px 8px; height: 14px; white-space: nowrap; overflow: hidden; } section.row h2 { font-size: 15px; height: 20px; }
  .guide { margin: 2px 8px; line-height: 1.45; max-width: 1200px; } .empty { text-align: center; color: #777; margin-top: 20px; }
  .figure { display: inline-block; margin: 10px 12px; } .figure b { font-size: 26px; display: block; } .figure i { font-style: normal; color: #666; }
  table { border-collapse: collapse; margin: 0 8px; font-size: 11px; } td, th { text-align: left; padding: 2px 8px; border-bottom: 1px solid #eee; white-space: nowrap; }
`;

/** The dashboard as one page, with its size. */
export async function page(dashboard, variables, prometheus) {
  const panels = await Promise.all(dashboard.panels.map((panel) => section(panel, variables, prometheus)));
  const bottom = Math.max(...dashboard.panels.map((panel) => panel.gridPos.y + panel.gridPos.h));
  const chosen = variables
    .chosen(dashboard)
    .map(([label, value]) => `<span>${escaped(label)}: <b>${escaped(value)}</b></span>`)
    .join('');
  const html = `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
<header><h1>${escaped(dashboard.title)}</h1>${chosen}</header>${panels.join('')}`;
  return { html, width: 24 * COLUMN + 2 * GAP, height: TOP + bottom * LINE + GAP };
}

async function section(panel, variables, prometheus) {
  const { x, y, w, h } = panel.gridPos;
  const width = w * COLUMN - GAP;
  const height = h * LINE - GAP;
  const title = panel.title === '' ? '' : `<h2>${escaped(variables.in(panel.title))}</h2>`;
  const inside =
    panel.type === 'row' ? '' : await content(panel, { width: width - 4, height: height - HEAD - 4 }, variables, prometheus);
  const place = `left:${x * COLUMN + GAP}px;top:${TOP + y * LINE}px;width:${width}px;height:${height}px`;
  return `<section class="${panel.type}" style="${place}">${title}${inside}</section>`;
}
