package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.lab.margin.PortfolioMargin;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Short options one by one at venues that print a worked example, through the preset {@code standard} with their rates. The
 * venue's margin holds the mark besides, which equity has here already.
 */
final class OptionGroups {
    private static final BigDecimal MOST = new BigDecimal("0.15");
    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final BigDecimal MAINTENANCE = new BigDecimal("0.075");

    private OptionGroups() {}

    static void check(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final String id = checks.id();
        if (!id.contains("short-call") && !id.contains("short-put")) {
            checks.unsupported("what a long option costs is its premium and a fee, no margin");
            return;
        }
        final JsonNode inputs = Fields.required(each, "inputs");
        final BigDecimal spot = Fields.decimal(inputs, inputs.has("index") ? "index" : "underlying");
        final BigDecimal size = Fields.decimal(inputs, "size", BigDecimal.ONE);
        final PortfolioMargin margin = margin(inputs, spot, size, id.contains("short-call"));
        final BigDecimal mark = margin.column(Column.VALUE).negate();
        final JsonNode expected = Fields.required(each, "expected");
        final Tolerance tolerance = VenueGroups.tolerance(each);
        checks.expect(expected, "mm", () -> margin.maintenance().add(mark), tolerance);
        checks.expect(expected, "im", () -> margin.initial().add(mark), tolerance);
        checks.expect(
                expected,
                "mm_pct",
                () -> margin.maintenance()
                        .add(mark)
                        .movePointRight(2)
                        .divide(Fields.decimal(inputs, "balance"), MathContext.DECIMAL64),
                tolerance);
    }

    private static PortfolioMargin margin(
            final JsonNode inputs, final BigDecimal spot, final BigDecimal size, final boolean isCall) {
        final BigDecimal maintenance = Fields.decimal(inputs, "mm_rate", MAINTENANCE);
        final BigDecimal fee = Fields.decimal(inputs, "liquidation_fee_rate", BigDecimal.ZERO);
        final FlatAccount account = new FlatAccount()
                .with("option_max_spot_req", MOST)
                .with("option_min_spot_req", LEAST)
                .with("mm_call_spot_req", maintenance.add(fee))
                .with("mm_put_spot_req", maintenance.add(fee))
                .with("mm_put_mtm_req", inputs.has("mm_rate") ? maintenance : BigDecimal.ZERO)
                .with("mm_offset_scale", BigDecimal.ZERO);
        final int underlying = account.builder()
                .frame()
                .expiry(account.market("spot", 0, spot))
                .underlying();
        final int expiry = account.builder()
                .expiry(new RiskFrame.Expiry(underlying, true, Rate.ONE, 0, Rate.ONE), 0, spot.doubleValue(), 1, 0);
        account.builder()
                .given()
                .quoted(
                        "option",
                        expiry,
                        isCall,
                        Fields.real(inputs, "strike"),
                        Fields.real(inputs, "mark"),
                        size.abs().negate());
        return account.margin("standard");
    }
}
