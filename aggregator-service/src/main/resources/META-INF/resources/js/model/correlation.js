/**
 * Reads one Correlation as the aggregator serves it. The only place that knows the JSON's form: whatever is missing or
 * not finite becomes null here, and null becomes a word on the page.
 */

import { missing } from './missing.js';
import { shape } from './shape.js';
import { steps } from './steps.js';
import { overTime } from './over-time.js';
import { finite, interval, list, text, time } from './reading.js';

function estimate(raw) {
  const found = interval(raw);
  return found === null ? null : { ...found, p: finite(raw.p), n: finite(raw.n) };
}

/** Values by probability, ascending. */
function quantiles(raw) {
  return Object.entries(raw ?? {})
    .map(([probability, value]) => ({ at: finite(Number(probability)), value: finite(value) }))
    .filter((q) => q.at !== null && q.value !== null)
    .sort((a, b) => a.at - b.at);
}

/** The slope with the interval that stands for a series singled out among many. */
function among(raw) {
  const found = interval({ estimate: raw.slope?.estimate, low: raw.slopeAmongSelected?.low, high: raw.slopeAmongSelected?.high });
  return found === null ? null : { ...found, level: finite(raw.slopeAmongSelected.level) };
}

function cell(raw) {
  return {
    temperature: finite(Number(raw.temperature)),
    n: finite(raw.n),
    mean: finite(raw.mean),
    sd: finite(raw.sd),
    quantiles: quantiles(raw.quantiles),
    expected: finite(raw.expected),
    unscorable: finite(raw.unscorable),
    failed: finite(raw.failed),
    sampledOut: finite(raw.sampledOut),
    truncated: finite(raw.truncated),
    letIn: finite(raw.samplingFraction),
    distinctTexts: finite(raw.distinctTexts),
  };
}

const cells = (raw) =>
  list(raw)
    .map(cell)
    .filter((c) => c.temperature !== null)
    .sort((a, b) => a.temperature - b.temperature);

function series(raw) {
  return {
    seriesId: text(raw.seriesId),
    environment: text(raw.environment),
    source: text(raw.source),
    model: text(raw.model),
    promptId: text(raw.promptId),
    promptVersion: text(raw.promptVersion),
    samplerHash: text(raw.samplerHash),
    metric: text(raw.metric),
    evaluatorId: text(raw.evaluatorId),
    window: text(raw.window, 'all'),
  };
}

function counts(raw) {
  return {
    expected: finite(raw.expected),
    scored: finite(raw.scored),
    unscorable: finite(raw.unscorable),
    failed: finite(raw.failed),
    sampledOut: finite(raw.sampledOut),
    pending: finite(raw.pending),
    late: finite(raw.late),
  };
}

/** The slope among stories of one length, and what length does. */
function atOneLength(raw) {
  const slope = estimate(raw?.slope);
  return slope === null ? null : { slope, perWord: finite(raw.perWord), wordsPerTemperature: finite(raw.wordsPerTemperature) };
}

function scope(raw) {
  return {
    text: text(raw?.text),
    leftOut: list(raw?.leftOut).map(Number).filter(Number.isFinite),
    truncatedLeftOut: finite(raw?.truncatedLeftOut),
    slopeWithColdArm: estimate(raw?.slopeWithColdArm),
    slopeWithTruncated: estimate(raw?.slopeWithTruncated),
    atOneLength: atOneLength(raw?.atOneLength),
    approximate: new Set(list(raw?.approximate)),
    missing: missing(raw?.missing),
  };
}

/** Reasons of absent figures, by the figure's name. */
function reasons(raw) {
  return new Map(Object.entries(raw ?? {}).filter(([, reason]) => typeof reason === 'string'));
}

/** A Correlation in the page's own form. */
export function readCorrelation(raw) {
  return {
    raw,
    ...series(raw),
    logarithmic: raw.logarithmic === true,
    binnedValues: raw.binnedValues === true,
    bucketedTemperatures: raw.bucketedTemperatures === true,
    n: finite(raw.n),
    distinctTemperatures: finite(raw.distinctTemperatures),
    counts: counts(raw),
    slope: estimate(raw.slope),
    pearson: estimate(raw.pearson),
    spearman: estimate(raw.spearman),
    kendall: estimate(raw.kendall),
    somers: estimate(raw.somers),
    standardised: estimate(raw.designStandardised),
    omegaSquared: finite(raw.omegaSquared),
    q: finite(raw.q),
    amongSelected: among(raw),
    verdict: { kind: text(raw.verdict?.kind, 'Unknown'), sentence: text(raw.verdict?.sentence) },
    scope: scope(raw.scope),
    shape: shape(raw.shape),
    cells: cells(raw.cells),
    reasons: reasons(raw.noAnswer),
    overTime: overTime(raw),
    steps: steps(raw.steps),
    asOf: time(raw.asOf),
  };
}
