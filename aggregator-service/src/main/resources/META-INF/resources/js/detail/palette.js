/** The canvas cannot read the style sheet, so its colours are read out of it here. */
export function palette(node) {
  const style = getComputedStyle(node);
  const colour = (name) => style.getPropertyValue(name).trim();
  return {
    tone: colour('--tone'),
    band: colour('--tone-soft'),
    surface: colour('--surface'),
    muted: colour('--muted'),
    grid: colour('--line'),
    font: `12px ${style.fontFamily}`,
  };
}
