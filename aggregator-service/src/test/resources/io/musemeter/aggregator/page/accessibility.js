const visible = (node) => node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
const name = (node) =>
  node.getAttribute('aria-label') || node.labels?.[0]?.textContent || node.caption?.textContent || node.textContent.trim();

/** Controls, regions and tables without a name, and pictures without a text for those who do not see them. */
function unnamed() {
  const controls = [...document.querySelectorAll('a, button, select, input, table, [role=region], [role=img], form')]
    .filter((node) => visible(node) && !name(node));
  const pictures = [...document.images].filter((image) => !image.hasAttribute('alt'));
  const drawings = [...document.querySelectorAll('svg')].filter((s) => visible(s) && !s.closest('[aria-hidden=true], [role=img]'));
  const language = document.documentElement.lang === '' ? [document.documentElement] : [];
  return [...controls, ...pictures, ...drawings, ...language].map((node) => node.outerHTML.slice(0, 200));
}

/** Headings that are more than one level below the one before; the page begins with one of the first level. */
function skippedHeadings() {
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(visible).map((h) => Number(h.tagName[1]));
  const skipped = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1).map(String);
  return levels.filter((level) => level === 1).length === 1 ? skipped : ['not exactly one h1', ...skipped];
}

/** Ids that stand for more than one element. */
function repeatedIds() {
  const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

const channels = (colour) => {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
  return { r, g, b, a: a / 255 };
};
const over = (top, ground) => ({
  r: top.r * top.a + ground.r * (1 - top.a),
  g: top.g * top.a + ground.g * (1 - top.a),
  b: top.b * top.a + ground.b * (1 - top.a),
});
const linear = (channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ({ r, g, b }) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

function ground(node) {
  const path = [];
  for (let each = node; each !== null; each = each.parentElement) path.unshift(each);
  return path.reduce((below, each) => over(channels(getComputedStyle(each).backgroundColor), below), { r: 255, g: 255, b: 255 });
}

/** Texts whose contrast with their ground, by the formula of WCAG 2.1, is below 4.5. */
function faintTexts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = new Set();
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (walker.currentNode.textContent.trim() === '' || !visible(node) || node.closest('noscript, script')) continue;
    const style = getComputedStyle(node);
    const below = ground(node);
    const text = over(channels(node.closest('svg') ? style.fill : style.color), below);
    const [low, high] = [luminance(text), luminance(below)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) faint.add(`${ratio.toFixed(2)} ${node.className} ${node.textContent.slice(0, 40)}`);
  }
  return [...faint];
}
