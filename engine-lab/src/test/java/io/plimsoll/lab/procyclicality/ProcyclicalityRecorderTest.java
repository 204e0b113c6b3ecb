package io.plimsoll.lab.procyclicality;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.lab.profit.RecordedCommands;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Figures that can be worked out by hand. A lot of the perpetual is worth a cent a tick and needs 2 % of it, 4 % above 250,000: 100
 * lots at 20,000 ticks are 20,000 dollars and need 400.
 */
class ProcyclicalityRecorderTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long NOON_NS = 43_200 * SECOND_NS;
    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 1);
    private static final long DOLLAR = 1_000_000;
    private static final String TERMS =
            " underlying=2 settlement=1 tickValue=10000 priceTicksMax=10000000 positionLotsMax=100000";

    private final RecordedCommands recorded = new RecordedCommands();
    private long trades;

    @BeforeEach
    void account1IsLong100LotsOnTheFirstDay() {
        noonOf(0);
        send("DefineAsset asset=1 symbol=USDC scale=6");
        send("DefineAsset asset=2 symbol=BTC scale=8");
        send("IndexPrice asset=1 price=10000000000");
        send("IndexPrice asset=2 price=200000000000000");
        send("DefineTierTable table=1 tiers=0:20000:10000,250000000000:40000:20000");
        send("DefineInstrument instrument=1 symbol=PERP" + TERMS);
        mark(1, 20_000);
        for (int id = 1; id <= 3; id++) {
            send("DefineGroup group=" + id);
            send("DefineAccount account=" + id + " group=" + id);
            send("Deposit account=" + id + " amount=" + 1_000_000 * DOLLAR);
        }
        trade(1, 100, 1, 2);
    }

    private void send(final String command) {
        assertThat(recorded.send(command)).as(command).isTrue();
    }

    private void noonOf(final int day) {
        recorded.reach(ProcyclicalityRecorder.endOf(day(day)) - NOON_NS);
    }

    private static LocalDate day(final int number) {
        return BEGIN.plusDays(number);
    }

    private void mark(final int instrument, final long ticks) {
        send("MarkPrice instrument=" + instrument + " price=" + ticks);
    }

    /** At the mark of before, whatever it is now. */
    private void trade(final int instrument, final long lots, final long buyer, final long seller) {
        send("Trade id=" + ++trades + " instrument=" + instrument + " price=20000 lots=" + lots + " buy=" + buyer
                + " sell=" + seller);
    }

    /** The last day asked about is over, and all that came later is not looked at. */
    private Procyclicality until(final int day) {
        return recorded.follow(
                        engine -> new ProcyclicalityRecorder(engine, day(1), day(day), id -> true),
                        ProcyclicalityRecorder::command)
                .end();
    }

    private static Optional<AccountProcyclicality> find(final Procyclicality all, final long account) {
        return all.accounts().stream().filter(of -> of.account() == account).findFirst();
    }

    private static AccountProcyclicality of(final Procyclicality all, final long account) {
        return find(all, account).orElseThrow();
    }

    private static DayFigure figure(final int day, final long before, final long after) {
        return new DayFigure(day(day), before * DOLLAR, after * DOLLAR);
    }

    @Test
    void whereNothingChangesTheFigureIsOne() {
        noonOf(1);
        recorded.tick();

        final AccountProcyclicality account = of(until(1), 1);
        assertThat(account.figures()).containsExactly(figure(1, 400, 400));
        assertThat(account.worst(WorstBy.RATIO).ratio()).isEqualTo(new BigDecimal("1.000000"));
        assertThat(account.worst(WorstBy.RATIO).rise()).isZero();
    }

    @Test
    void tradesAloneDoNotMoveIt() {
        noonOf(1);
        trade(1, 300, 1, 2);
        noonOf(2);
        trade(1, 350, 2, 1);

        assertThat(of(until(2), 1).figures()).containsExactly(figure(1, 400, 400), figure(2, 1_600, 1_600));
    }

    @Test
    void pricesMoveItWhateverTheAccountDoesMeanwhile() {
        noonOf(1);
        mark(1, 22_000);
        trade(1, 50, 2, 1);
        noonOf(2);
        mark(1, 11_000);

        final AccountProcyclicality account = of(until(2), 1);
        assertThat(account.figures()).containsExactly(figure(1, 400, 440), figure(2, 220, 110));
        assertThat(account.worst(WorstBy.RATIO)).isEqualTo(figure(1, 400, 440));
        assertThat(account.worst(WorstBy.RATIO).ratio()).isEqualByComparingTo("1.1");
    }

    @Test
    void higherRatesMoveItByAsMuch() {
        noonOf(1);
        send("DefineTierTable table=1 tiers=0:25000:10000");

        assertThat(of(until(1), 1).worst(WorstBy.RATIO).ratio()).isEqualByComparingTo("1.25");
    }

    @Test
    void aRatioIsRoundedUpToSixDecimals() {
        noonOf(1);
        mark(1, 21_000);
        noonOf(2);
        mark(1, 21_050);
        noonOf(3);
        mark(1, 21_000);

        // 421/420 is 1.00238095..., 420/421 is 0.99762470...
        assertThat(of(until(3), 1).figures())
                .extracting(DayFigure::ratio)
                .containsExactly(new BigDecimal("1.050000"), new BigDecimal("1.002381"), new BigDecimal("0.997625"));
    }

    @Test
    void othersOfTheGroupHoldStillToo() {
        send("DefineAccount account=4 group=1");
        send("Deposit account=4 amount=" + 1_000_000 * DOLLAR);
        trade(1, 100, 4, 2);
        noonOf(1);
        trade(1, 10_000, 4, 2);
        noonOf(2);
        mark(1, 40_000);
        final Procyclicality all = until(2);

        // On day 2 the group has 10,200 lots: of 2,040,000 dollars 250,000 need 2 % and 1,790,000 4 %; then of
        // 4,080,000 as well.
        assertThat(of(all, 1).figures())
                .containsExactly(figure(1, 400, 400), new DayFigure(day(2), upOf(76_600, 102), upOf(158_200, 102)));
    }

    private static long upOf(final long dollars, final long shares) {
        return (dollars * DOLLAR + shares - 1) / shares;
    }

    @Test
    void whatExpiresOnTheDayIsLeftOutOnBothSides() {
        send("DefineInstrument instrument=2 symbol=FUT kind=LINEAR_FUTURE window=60000000000 expiry="
                + (ProcyclicalityRecorder.endOf(day(1)) - SECOND_NS) + TERMS);
        mark(2, 20_000);
        trade(2, 500, 1, 2);
        trade(2, 500, 3, 2);
        noonOf(1);
        mark(1, 21_000);
        recorded.reach(ProcyclicalityRecorder.endOf(day(1)));
        recorded.tick();
        final Procyclicality all = until(1);

        assertThat(of(all, 1).figures()).containsExactly(figure(1, 400, 420));
        assertThat(find(all, 3)).as("it had nothing else").isEmpty();
    }

    @Test
    void whatIsDelistedTakesTheDayAwayFromThoseWhoHeldIt() {
        send("DefineInstrument instrument=2 symbol=OTHER" + TERMS);
        mark(2, 20_000);
        trade(2, 10, 3, 1);
        noonOf(1);
        send("MarketHalt instrument=2");
        send("InstrumentDelist instrument=2 price=20000");
        recorded.work();
        noonOf(2);
        mark(1, 30_000);
        final Procyclicality all = until(2);

        assertThat(of(all, 2).figures()).containsExactly(figure(1, 400, 400), figure(2, 400, 600));
        assertThat(of(all, 1).figures()).containsExactly(figure(2, 400, 600));
        assertThat(of(all, 1).held()).isEmpty();
        assertThat(find(all, 3)).isEmpty();
    }

    @Test
    void aDayWithoutCommandsAndTheDayAfterItHaveNoFigures() {
        noonOf(1);
        mark(1, 21_000);
        noonOf(3);
        mark(1, 30_000);
        noonOf(4);
        mark(1, 24_000);
        final Procyclicality all = until(5);

        assertThat(all.days()).containsExactly(day(1), day(4));
        assertThat(all.gaps()).containsExactly(day(2), day(3), day(5));
        assertThat(of(all, 1).figures()).containsExactly(figure(1, 400, 420), figure(4, 600, 480));
    }

    @Test
    void theFirstDaysCountFromWhenThereAreTwoInARow() {
        noonOf(3);
        mark(1, 30_000);
        noonOf(4);
        mark(1, 36_000);
        final Procyclicality all = until(4);

        assertThat(all.days()).containsExactly(day(4));
        assertThat(all.gaps()).isEmpty();
        assertThat(of(all, 1).held()).contains(new PeakAndTrough(600 * DOLLAR, day(3), 720 * DOLLAR, day(4)));
    }

    @Test
    void peakAndTroughAreOfWhatWasHeldInTheBeginning() {
        noonOf(1);
        mark(1, 15_000);
        trade(1, 900, 1, 2);
        noonOf(2);
        mark(1, 30_000);
        trade(1, 1_000, 2, 1);
        noonOf(3);
        mark(1, 24_000);
        final Procyclicality all = until(3);

        final PeakAndTrough held = of(all, 1).held().orElseThrow();
        assertThat(held).isEqualTo(new PeakAndTrough(300 * DOLLAR, day(1), 600 * DOLLAR, day(2)));
        assertThat(held.ratio()).contains(new BigDecimal("2.000000"));
        // 1,000 lots need 2 % of 150,000 dollars, then of 250,000, and 4 % of 50,000.
        assertThat(of(all, 1).figures()).containsExactly(figure(1, 400, 300), figure(2, 3_000, 7_000));
    }

    @Test
    void aPortfolioThatWasNotThereInTheBeginningHasNoPeak() {
        noonOf(1);
        trade(1, 10, 3, 2);
        noonOf(2);
        mark(1, 30_000);

        assertThat(of(until(2), 3).figures()).containsExactly(figure(2, 40, 60));
        assertThat(of(until(2), 3).held()).isEmpty();
    }

    @Test
    void theWorstAccountComesFirstAndTotalsSumThemUp() {
        send("DefineInstrument instrument=2 symbol=OTHER" + TERMS);
        mark(2, 20_000);
        trade(2, 10, 3, 2);
        noonOf(1);
        mark(1, 22_000);
        mark(2, 40_000);
        final Procyclicality all = until(1);

        assertThat(all.worst(WorstBy.RATIO, 9))
                .extracting(AccountProcyclicality::account)
                .containsExactly(3L, 2L, 1L);
        // 3 and 1 rise by 40 each, 3 from less.
        assertThat(all.worst(WorstBy.RISE, 9))
                .extracting(AccountProcyclicality::account)
                .containsExactly(2L, 3L, 1L);
        assertThat(all.worst(WorstBy.RISE, 1)).hasSize(1);
        final Procyclicality.OfDay total = all.totals(WorstBy.RATIO).get(0);
        assertThat(all.totals(WorstBy.RATIO)).hasSize(1);
        assertThat(total.sum()).isEqualTo(figure(1, 40 + 440 + 400, 80 + 520 + 440));
        assertThat(total.accounts()).isEqualTo(3);
        assertThat(total.worst()).isEqualTo(3);
        assertThat(all.totals(WorstBy.RISE).get(0).worst()).isEqualTo(2);
    }
}
