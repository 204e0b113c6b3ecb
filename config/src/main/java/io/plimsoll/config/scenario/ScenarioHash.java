package io.plimsoll.config.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a set's content, one line a figure group, in the order of the files. Comments, blanks and the way a number
 * is written play no role.
 */
final class ScenarioHash {
    private final MessageDigest digest;

    private ScenarioHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(final ScenarioSet set) {
        final ScenarioHash hash = new ScenarioHash();
        hash.line("set", set.name(), set.version());
        set.classes().forEach(hash::add);
        set.underlyings()
                .forEach(each ->
                        hash.line("underlying", each.symbol(), each.riskClass().name()));
        set.grid()
                .forEach(each -> hash.line(
                        "grid", each.priceFemto(), each.unit(), each.volatility(), each.dampingFemto(), each.hours()));
        // What is as in a set that says nothing of it plays no role, so that such sets keep their hashes.
        if (!set.follow().equals(VolatilityFollow.DEFAULT)) {
            hash.line(
                    "follow",
                    set.follow().lambdaFemto(),
                    set.follow().riseFemto(),
                    set.follow().fallFemto());
        }
        set.joint().ifPresent(hash::add);
        set.stress().ifPresent(hash::add);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(final RiskClass riskClass) {
        final VolatilityRule rule = riskClass.volatility();
        line("class", riskClass.name(), riskClass.group(), riskClass.rangeFemto(), rule.name());
        line("range", rule.rangeUpFemto(), rule.rangeDownFemto(), rule.shortPowerFemto(), rule.longPowerFemto());
        line("bounds", rule.dteFloorDays(), rule.minVolUpFemto(), rule.maxVolFemto());
        final SkewRule skew = rule.skew();
        line("linear", skew.linear().capFemto(), skew.linear().cbaseFemto());
        line("absolute", skew.absolute().capFemto(), skew.absolute().cbaseFemto());
        line("width", skew.minKStarFemto(), skew.widthScaleFemto(), skew.volStaticFemto(), skew.volScaleFemto());
    }

    private void add(final JointBlock joint) {
        line("joint", joint.horizonHours(), joint.lambdaFemto(), joint.calendar());
        for (final JointBlock.Row row : joint.rows()) {
            line("day", row.date(), row.weight());
            row.residuals().forEach(each -> line("residual", each.zFemto(), each.volatilityFemto(), each.basisFemto()));
        }
    }

    private void add(final StressBlock stress) {
        line("stress", stress.volatilityDown(), stress.volatilityUp());
        for (final StressEvent event : stress.events()) {
            line("event", event.name(), event.date());
            event.moves().forEach(each -> line("move", each.downFemto(), each.upFemto(), each.source()));
        }
    }

    private void line(final String kind, final Object... figures) {
        final StringBuilder text = new StringBuilder(kind);
        for (final Object figure : figures) {
            text.append(' ').append(figure);
        }
        digest.update(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
