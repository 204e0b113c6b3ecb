package io.plimsoll.cli;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.sbe.MarginMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A venue with portfolio margin in a journal: account 7, in portfolio mode, holds half a BTC, buys 1 BTC by perpetual, sells 2
 * calls and buys a perpetual on TOY, which is in no scenario; account 8 is on the other side; account 9, in cross mode, has a
 * perpetual. All of this up to {@link #traded}; then BTC falls from 60,000 to 57,000, and account 7 deposits 10,000 USDC.
 *
 * @param folder of the journal.
 * @param opened sequence before the first row is made.
 * @param traded sequence of the last trade, with all rows made.
 * @param last sequence of the last command.
 */
record PortfolioFixture(Path folder, long opened, long traded, long last) {
    static final String MARKETS = """
            parameters:
              unrealised-profit-credit: 0 %
              margin-call-point: 50 %
              liquidation-exit: 110 %
              order-price-band: 10 %
            assets:
              USDC: { id: 1, decimals: 6, haircut: 0 %, initial-haircut: 0 %, liability-haircut: 0 %, stable: true, index: 1 }
              BTC: { id: 2, decimals: 8, haircut: 5 %, initial-haircut: 5 %, liability-haircut: 5 %, index: 60_000 }
              TOY: { id: 3, decimals: 8, haircut: 40 %, initial-haircut: 20 %, liability-haircut: 40 %, index: 50 }
            tiers:
              flat:
                id: 1
                rates:
                  - { from: 0, initial: 2 %, maintenance: 1 % }
            instruments:
              BTC-PERP:
                { id: 1, kind: linear-perpetual, underlying: BTC, settlement: USDC, tiers: flat,
                  tick-size: 0.1, lot-size: 0.001, price-max: 1_000_000, position-max: 1_000 }
              BTC-JUN23-70-C:
                { id: 2, kind: option, underlying: BTC, settlement: USDC, tiers: flat,
                  tick-size: 0.1, lot-size: 0.01, price-max: 1_000_000, position-max: 1_000,
                  expiry: 2023-06-30T08:00:00Z, strike: 70_000, side: call, style: premium }
              TOY-PERP:
                { id: 3, kind: linear-perpetual, underlying: TOY, settlement: USDC, tiers: flat,
                  tick-size: 0.01, lot-size: 1, price-max: 10_000, position-max: 100_000 }
            portfolio: { scenarios: plimsoll, model: plimsoll }
            """;

    private static final Limits LIMITS = new Limits(8, 8, 8, 8, 8, 8, 8, 8, 8, 64);
    private static final long EXPIRY_NS = 1_688_112_000_000_000_000L;
    private static final long FITTED_NS = 121L * 86_400_000_000_000L;
    private static final long PRICE = 10_000_000_000L;
    private static final long RATE = 1_000_000_000_000_000L;
    private static final long CENT_RATE = RATE / 100;
    private static final long DOLLAR = 1_000_000L;

    static PortfolioFixture write(final Path folder) {
        try (JournalFixture journal = new JournalFixture(folder, LIMITS)) {
            journal.define(MARKETS);
            journal.account(7, MarginMode.PORTFOLIO);
            journal.account(8, MarginMode.PORTFOLIO);
            journal.account(9, MarginMode.CROSS);
            journal.deposit(7, 1, 50_000 * DOLLAR);
            journal.deposit(8, 1, 500_000 * DOLLAR);
            journal.deposit(9, 1, 20_000 * DOLLAR);
            journal.deposit(7, 2, 50_000_000);
            journal.mark(1, 600_000);
            journal.mark(3, 5_000);
            // points: 60 % at 40,000, 50 % at 60,000, 55 % at 100,000
            journal.surface(
                    2,
                    EXPIRY_NS,
                    60_000 * PRICE,
                    60_600 * PRICE,
                    3 * CENT_RATE,
                    FITTED_NS,
                    2,
                    40_000 * PRICE,
                    60 * CENT_RATE,
                    60_000 * PRICE,
                    50 * CENT_RATE,
                    100_000 * PRICE,
                    55 * CENT_RATE);
            final long opened = journal.engine().sequence();
            journal.work();
            journal.trade(1, 1, 595_000, 1_000, 7, 8);
            journal.trade(2, 2, 40_000, 200, 8, 7);
            journal.trade(3, 3, 5_100, 400, 7, 8);
            journal.trade(4, 1, 599_000, 1_500, 9, 8);
            journal.work();
            final long traded = journal.engine().sequence();
            journal.index(2, 57_000);
            journal.mark(1, 570_000);
            journal.work();
            journal.deposit(7, 1, 10_000 * DOLLAR);
            return new PortfolioFixture(folder, opened, traded, journal.engine().sequence());
        }
    }

    /** Runs a command of one or two words on the journal. */
    CommandLineRun run(final String command, final String... more) {
        final List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.addAll(List.of(more));
        words.addAll(List.of("--journal", folder.toString()));
        return CommandLineRun.of(words.toArray(String[]::new));
    }
}
