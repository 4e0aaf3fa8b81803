/** A hook for uPlot that draws each temperature's quantiles behind its mean. */
export function whiskers(points, scale, colours) {
  const near = (c, at) => c.quantiles.find((q) => Math.abs(q.at - at) < 1e-9)?.value;
  return (plot, drawn) => {
    if (drawn !== 1) return;
    const { ctx } = plot;
    const y = (value) => plot.valToPos(scale.to(value), 'y', true);
    const ratio = window.devicePixelRatio;
    const line = (x1, y1, x2, y2, width) => {
      ctx.lineWidth = width * ratio;
      ctx.beginPath();
      ctx.moveTo(x1, y1);
      ctx.lineTo(x2, y2);
      ctx.stroke();
    };
    ctx.save();
    ctx.strokeStyle = colours.tone;
    ctx.globalAlpha = 0.55;
    for (const c of points) {
      if (c.quantiles.length < 2) continue;
      const x = plot.valToPos(c.temperature, 'x', true);
      line(x, y(c.quantiles[0].value), x, y(c.quantiles.at(-1).value), 1);
      const [lower, middle, upper] = [near(c, 0.25), near(c, 0.5), near(c, 0.75)];
      if (lower !== undefined && upper !== undefined) line(x, y(lower), x, y(upper), 4);
      if (middle !== undefined) line(x - 6 * ratio, y(middle), x + 6 * ratio, y(middle), 1.5);
    }
    ctx.restore();
  };
}
