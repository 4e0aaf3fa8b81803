const near = (p, at) => p.quantiles.find((q) => Math.abs(q.at - at) < 1e-9)?.value;

/** A pen on uPlot's canvas, in values of the plot and pixels of the page. */
function pen(plot, scale) {
  const { ctx } = plot;
  const ratio = window.devicePixelRatio;
  const x = (temperature) => plot.valToPos(temperature, 'x', true);
  const y = (value) => plot.valToPos(scale.to(value), 'y', true);
  return {
    upright(temperature, from, to, width) {
      this.line(x(temperature), y(from), x(temperature), y(to), width);
    },
    dash(temperature, value, reach) {
      this.line(x(temperature) - reach * ratio, y(value), x(temperature) + reach * ratio, y(value), 1.5);
    },
    line(x1, y1, x2, y2, width) {
      ctx.lineWidth = width * ratio;
      ctx.beginPath();
      ctx.moveTo(x1, y1);
      ctx.lineTo(x2, y2);
      ctx.stroke();
    },
    ring(temperature, value, fill) {
      ctx.lineWidth = 1.5 * ratio;
      ctx.fillStyle = fill;
      ctx.beginPath();
      ctx.arc(x(temperature), y(value), 3.5 * ratio, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    },
  };
}

function box(draw, p) {
  if (p.quantiles.length < 2) return;
  draw.upright(p.temperature, p.quantiles[0].value, p.quantiles.at(-1).value, 1);
  const [lower, middle, upper] = [near(p, 0.25), near(p, 0.5), near(p, 0.75)];
  if (lower !== undefined && upper !== undefined) draw.upright(p.temperature, lower, upper, 4);
  if (middle !== undefined) draw.dash(p.temperature, middle, 6);
}

/** A hook for uPlot that draws each temperature's quantiles, and rings where the slope leaves a temperature out. */
export function whiskers(points, scale, colours) {
  return (plot, drawn) => {
    if (drawn !== 1) return;
    const { ctx } = plot;
    const draw = pen(plot, scale);
    ctx.save();
    ctx.strokeStyle = colours.tone;
    ctx.globalAlpha = 0.55;
    for (const p of points) box(draw, p);
    ctx.globalAlpha = 1;
    for (const p of points) if (p.leftOut) draw.ring(p.temperature, p.mean, colours.surface);
    ctx.restore();
  };
}
