package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.musemeter.events.Temperature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the curve behind the headline slope, and what that slope hangs on. Null where the data give no figure, with the reason
 * in {@code noAnswer}. Values are natural logarithms where the series is logarithmic.
 *
 * @param lackOfFit whether a line will do
 * @param saturation where the metric levels off
 * @param turn two lines, one up to a break and one from it on
 * @param leaveOneOut the slope without each of its temperatures, ascending
 * @param rhoBound where Spearman's rho of the values lies when it was computed from bins of them; null when it was not
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Shape(
        @Nullable LackOfFit lackOfFit,
        @Nullable Saturation saturation,
        @Nullable Turn turn,
        List<LeftOut> leaveOneOut,
        @Nullable RhoBound rhoBound) {
    /** Copies the list. */
    public Shape {
        leaveOneOut = List.copyOf(leaveOneOut);
    }

    /**
     * A test of the line (Johansen 1980).
     *
     * @param f the statistic
     * @param freedom numerator degrees of freedom
     * @param denominatorFreedom denominator degrees of freedom
     * @param p its p-value: small when a line will not do
     */
    public record LackOfFit(double f, double freedom, double denominatorFreedom, double p) {}

    /**
     * A knee (Hudson 1966).
     *
     * @param knee temperature from which the metric stays level
     * @param low lower end of its 95 % interval
     * @param high upper end of its 95 % interval
     * @param slopeBefore change per 1.0 of temperature below the knee
     * @param plateau level above it
     */
    public record Saturation(double knee, double low, double high, double slopeBefore, double plateau) {}

    /**
     * The two-lines test (Simonsohn 2018).
     *
     * @param breakpoint temperature at which the lines part
     * @param before slope up to the break
     * @param after slope from the break on
     * @param sure whether both slopes are significant, looked at alone, and of opposite sign
     */
    public record Turn(double breakpoint, Coefficient before, Coefficient after, boolean sure) {}

    /**
     * The slope without one temperature.
     *
     * @param temperature the temperature left out
     * @param slope the slope of the rest; null when there is none
     * @param decisive whether leaving it out changes what the interval says: whether, and on which side, it leaves out 0
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record LeftOut(Temperature temperature, @Nullable Coefficient slope, boolean decisive) {}

    /**
     * A bound on the error of binning.
     *
     * @param low least possible rho
     * @param high greatest possible rho
     * @param k least possible correlation of binned with exact ranks
     */
    public record RhoBound(double low, double high, double k) {}
}
