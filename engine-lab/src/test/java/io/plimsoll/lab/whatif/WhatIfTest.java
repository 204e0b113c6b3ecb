package io.plimsoll.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {
    private static final Preset DEFAULT = Preset.shipped("plimsoll");

    private static MarginAnswer margin(final Portfolio portfolio) {
        return margin(portfolio, ExplanationTest.market());
    }

    private static MarginAnswer margin(final Portfolio portfolio, final Market market) {
        return WhatIf.margin(portfolio, market, DEFAULT).get(0);
    }

    /** The example of the package, line by line. */
    @Test
    void theExampleOfThePackageRuns() throws IOException {
        final Market market = Market.at(Instant.parse("2026-11-20T08:00:00Z"))
                .withRate(0.04)
                .with(UnderlyingMarket.of("BTC", 92_500, 0.024)
                        .with(Expiry.of("25DEC26", Instant.parse("2026-12-25T08:00:00Z"), 92_900)
                                .with(Smile.flat(0.45))));
        final Portfolio portfolio =
                Portfolio.ofCash("60000").with("BTC-PERP", "1").with("BTC-25DEC26-100000-C", "-2");
        final MarginAnswer answer =
                WhatIf.margin(portfolio, market, Preset.shipped("plimsoll")).get(0);
        final List<String> lines = new ArrayList<>();
        lines.add(answer.initial() + " of " + answer.equity().total());
        ExplanationText.of(answer.tree(), ExplanationText.Detail.SCREEN).forEach(lines::add);

        assertThat(lines.get(1)).startsWith("initial margin ");
        assertThat(answer.free()).isEqualByComparingTo(answer.equity().total().subtract(answer.initial()));
        assertThat(packageExample())
                .contains(codeOf("theExampleOfThePackageRuns").substring(0, 400));
    }

    private static String packageExample() throws IOException {
        final String text = Files.readString(Path.of("src/main/java/io/plimsoll/lab/whatif/package-info.java"));
        return text.substring(text.indexOf("{@code") + 6, text.indexOf("}</pre>"))
                .replaceAll("(?m)^ \\*", "")
                .replaceAll("\\s+", "");
    }

    private static String codeOf(final String test) throws IOException {
        final String text = Files.readString(Path.of("src/test/java/io/plimsoll/lab/whatif/WhatIfTest.java"));
        final int from = text.indexOf("final Market market", text.indexOf("void " + test));
        return text.substring(from, from + 2_000).replaceAll("\\bfinal ", "").replaceAll("\\s+", "");
    }

    @Test
    void theShortfallIsThatOfTheTreeAndItsSharesSumToIt() {
        final MarginAnswer answer =
                margin(Chains.random(ExplanationTest.market(), 30, 3).with("BTC-26JUN26", "4"));
        final TailRisk tail = answer.tail();
        final ExplainedNode together = leaf(answer.tree().risk().orElseThrow(), "together");

        assertThat(together.amount().subtract(tail.shortfall975()).abs()).isLessThan(new BigDecimal("0.000001"));
        assertThat(sum(tail.shares())).isEqualByComparingTo(tail.shortfall975());
        assertThat(sum(together.shares())).isEqualByComparingTo(together.amount());
        assertThat(tail.shortfall99()).isGreaterThanOrEqualTo(tail.shortfall975());
        assertThat(tail.shortfall975()).isGreaterThanOrEqualTo(tail.valueAtRisk975());
        assertThat(tail.shares()).hasSize(31);
    }

    private static ExplainedNode leaf(final ExplainedNode node, final String name) {
        if (node.name().equals(name) && node.isShortfall()) {
            return node;
        }
        for (final ExplainedNode child : node.children()) {
            final ExplainedNode found = leaf(child, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static BigDecimal sum(final List<Share> shares) {
        return shares.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aPortfolioOfCashNeedsNothing() {
        final MarginAnswer answer = margin(Portfolio.ofCash("1000"));

        assertThat(answer.initial()).isZero();
        assertThat(answer.free()).isEqualByComparingTo("1000");
        assertThat(answer.binding()).isEqualTo("none");
        assertThat(answer.tail().shortfall99()).isZero();
    }

    @Test
    void tradingAtThePriceNowLeavesTheEquityAsItIs() {
        final Market market = ExplanationTest.market();
        final Portfolio cash = Portfolio.ofCash("50000");
        Portfolio traded = cash;
        for (final String leg : List.of("BTC-PERP:2", "BTC-26JUN26:-1", "BTC-26DEC25-100000-C:-3")) {
            traded = traded.trade(Position.parse(leg), market);
        }
        final BigDecimal equity = margin(traded, market).equity().total();

        assertThat(equity.subtract(new BigDecimal("50000")).abs()).isLessThan(new BigDecimal("0.00001"));
        assertThat(traded.cash()).isGreaterThan(new BigDecimal("50000"));
    }

    @Test
    void aShockIsTheProfitOfPositionsEnteredBefore() {
        final Market market = ExplanationTest.market();
        final Portfolio portfolio = Portfolio.ofCash("0").with("BTC-PERP", "2").entered(market);
        final Market after = market.after(new Shock(-0.1, 0, Duration.ZERO));

        assertThat(margin(portfolio, after).equity().unrealised()).isEqualByComparingTo("-18500");
    }

    @Test
    void volatilitiesStayWithTheirStrikesAndTimePasses() {
        final Market market = ExplanationTest.market();
        final Market after = market.after(new Shock(-0.1, 0.2, Duration.ofDays(1)));
        final Expiry before = market.underlying("BTC").expiry("26DEC25");
        final Expiry then = after.underlying("BTC").expiry("26DEC25");

        assertThat(after.volatility(then, 90_000)).isEqualTo(1.2 * market.volatility(before, 90_000));
        assertThat(then.forward()).isEqualTo(before.forward() * 0.9);
        assertThat(after.seconds(then)).isEqualTo(market.seconds(before) - 86_400);
    }

    @Test
    void aFuturesStyleOptionCountsItsProfitAndAPremiumStyleOneItsValue() {
        final Market market = ExplanationTest.market();
        final Position premium = Position.of("BTC-26DEC25-90000-C", "1");
        final BigDecimal mark = Marks.of(premium.instrument(), market);
        final Equity asPremium =
                margin(Portfolio.ofCash("0").with(premium), market).equity();
        final Equity asFutures = margin(
                        Portfolio.ofCash("0").with(premium.asFuturesStyle().enteredAt(mark.subtract(BigDecimal.TEN))),
                        market)
                .equity();

        assertThat(asPremium.options().subtract(mark).abs()).isLessThan(new BigDecimal("0.000001"));
        assertThat(asPremium.unrealised()).isZero();
        assertThat(asFutures.total()).isEqualByComparingTo("10");
    }

    @Test
    void aCoinCountsAfterItsHaircutAndAFallUpToThatCostsNothing() {
        final MarginAnswer held = margin(Portfolio.ofCash("0").with("BTC", "1"));
        final MarginAnswer owed = margin(Portfolio.ofCash("200000").with("BTC", "-1"));
        final MarginAnswer hedged =
                margin(Portfolio.ofCash("0").with("BTC", "1").with("BTC-PERP", "-1"));

        assertThat(held.equity().total()).isEqualByComparingTo("87875");
        assertThat(owed.equity().haircuts()).isEqualByComparingTo("-4625");
        // the worst named stress, -47 % of 92,500 less the haircut of 5 %, times 0.35
        assertThat(held.tree().risk().orElseThrow().amount()).isEqualByComparingTo("13597.5");
        assertThat(hedged.tree().risk().orElseThrow().amount()).isLessThan(new BigDecimal("13597.5"));
        assertThat(hedged.initial()).isPositive();
    }

    @Test
    void whatCannotOweNeedsNothingAndASingleLotEndsThat() {
        final Portfolio coins = Portfolio.ofCash("0").with("BTC", "1");
        final MarginAnswer held = margin(coins);

        // The haircut for initial margin alone stays: 5 % of 92,500.
        assertThat(held.initial()).isEqualByComparingTo("4625");
        assertThat(held.maintenance()).isZero();
        assertThat(WhatIf.levels(coins, ExplanationTest.market(), DEFAULT).initial())
                .isEqualByComparingTo("4625");
        assertThat(WhatIf.levels(coins, ExplanationTest.market(), DEFAULT).maintenance())
                .isZero();
        assertThat(held.tree().maintenance().children().stream().map(ExplainedNode::label))
                .containsExactly("positions in scenarios", "cannot owe");
        TreeCheck.check(held.tree(), 46);
        assertThat(margin(coins.with("BTC-PERP", "0.001")).maintenance()).isPositive();
        assertThat(margin(Portfolio.ofCash("-1").with("BTC", "1")).maintenance())
                .isPositive();
    }

    /** 5 % off the first 500,000 and 20 % off the rest of 925,000. */
    @Test
    void coinsThatComeInAreReadWithThoseThatAreThere() {
        final Market market = Market.at(Instant.parse("2026-11-20T08:00:00Z"))
                .with(UnderlyingMarket.of("BTC", 92_500, 0.024)
                        .withHaircuts(new CoinHaircuts(
                                0.05, 0, 0.05, List.of(new CoinHaircuts.Tier(new BigDecimal("500000"), 0.2, 0)))));
        final Portfolio ten = Portfolio.ofCash("100").with("BTC", "10").with("BTC-PERP", "1");
        final Portfolio five = Portfolio.ofCash("100").with("BTC", "5").with("BTC-PERP", "1");
        final Portfolio bought = five.trade(Position.parse("BTC:5"), market);

        final MarginAnswer answer = margin(bought, market);
        assertThat(bought).isEqualTo(ten);
        assertThat(answer.equity().haircuts()).isEqualByComparingTo("-110000");
        assertThat(answer.initial()).isEqualByComparingTo(margin(ten, market).initial());
        assertThat(bought.with("BTC", "-10").positions()).containsExactly(Position.of("BTC-PERP", "1"));
    }

    @Test
    void modelsAreComparedOverTheSameRiskFigures() {
        final List<MarginAnswer> answers = WhatIf.margin(
                Portfolio.ofCash("100000").with("BTC-26DEC25-100000-C", "-3"),
                ExplanationTest.market(),
                DEFAULT,
                Preset.shipped("pmrm2"),
                Preset.shipped("plimsoll", Map.of("d", 0L)));

        assertThat(answers).extracting(MarginAnswer::model).containsExactly("plimsoll", "pmrm2", "plimsoll");
        assertThat(answers)
                .extracting(MarginAnswer::tail)
                .containsOnly(answers.get(0).tail());
        assertThat(answers).allSatisfy(each -> assertThat(each.initial()).isGreaterThan(each.maintenance()));
    }

    @Test
    void greeksOfExpiriesSumToThoseOfTheUnderlying() {
        final MarginAnswer answer = margin(Chains.random(ExplanationTest.market(), 40, 4));
        final Map<Boolean, List<Sensitivities>> parts =
                answer.greeks().stream().collect(Collectors.partitioningBy(Sensitivities::isTotal));

        assertThat(parts.get(true)).hasSize(1);
        assertThat(parts.get(false)).hasSize(3);
        assertThat(parts.get(false).stream().map(Sensitivities::vega).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(parts.get(true).get(0).vega());
    }

    /** One row a leg that is refused, and what is said. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "BTC-PERP => 'BTC-PERP' has no quantity; allowed: INSTRUMENT:QUANTITY, such as BTC-PERP:-2, with @ENTRY if it has"
                        + " another price than now",
                "BTC-PERP:much => 'much' is not a decimal number such as -2 or 0.5",
                "BTC-PERP:0 => the quantity of BTC-PERP is 0; allowed: not 0, at most 8 decimals, up to 1000000000",
                "BTC-26DEC25-100000:1 => 'BTC-26DEC25-100000' is no instrument; allowed: BTC, BTC-PERP, BTC-26DEC25,"
                        + " BTC-26DEC25-100000-C or BTC-26DEC25-100000-P",
                "BTC-26DEC52-100000-C:1 => BTC has no expiry '26DEC52'; there are: 26DEC25, 26JUN26; did you mean '26DEC25'?",
                "BTH-PERP:1 => the market has no underlying 'BTH'; there are: BTC, ETH; did you mean 'BTC'?",
                "BTC-26DEC25-1e9-C:1 => the strike of 'BTC-26DEC25-1e9-C' is 1000000000; allowed: above 0, up to 700000",
            })
    void legsThatCannotBeAreRefused(final String leg, final String problem) {
        refused(() -> Portfolio.ofCash("0").trade(Position.parse(leg), ExplanationTest.market()), problem);
    }

    @Test
    void marketsThatCannotBeAreRefused() {
        final Market market = ExplanationTest.market();
        final UnderlyingMarket bitcoin = market.underlying("BTC");
        final Instant time = Instant.parse("2026-03-27T08:00:00Z");

        refused(() -> bitcoin.with(Expiry.of("26DEC25", time, 1)), "expiry 26DEC25 of BTC is given twice");
        refused(
                () -> bitcoin.with(Expiry.of("X", Instant.parse("2025-12-26T08:00:00Z"), 1)),
                "expiries 26DEC25 and X of BTC are at the same time, 2025-12-26T08:00:00Z");
        refused(() -> market.with(bitcoin), "underlying BTC is given twice");
        refused(() -> Smile.flat(45), "the volatility is 4500 %; allowed: 1 % to 500 %");
        refused(
                () -> UnderlyingMarket.of("BTC", 1, 0.9),
                "the daily volatility of BTC is 90 %; allowed: 0.01 % to 50 %");
        refused(
                () -> new Shock(-1, 0, Duration.ZERO),
                "a move of the spot by -100 %; allowed: above -100 %, up to +500 %");
        refused(
                () -> WhatIf.margin(
                        Portfolio.ofCash("0").with("GOLD", "1"),
                        market.with(UnderlyingMarket.of("GOLD", 4_000, 0.01)),
                        DEFAULT),
                "scenario set 'plimsoll' has no underlying 'GOLD'; there are: BTC, ETH, SOL, XRP, DOGE, BNB, ADA, LINK;"
                        + " did you mean 'SOL'?");
        refused(
                () -> Market.at(time).with(bitcoin),
                "expiry 26DEC25 of BTC, at 2025-12-26T08:00:00Z, has passed: the market is of 2026-03-27T08:00:00Z");
    }

    private static void refused(final ThrowingCallable what, final String problem) {
        assertThatThrownBy(what).isInstanceOf(MarketException.class).hasMessage(problem);
    }
}
