package io.plimsoll.lab.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.lab.tape.TapeEvent.Fill;
import io.plimsoll.lab.tape.TapeEvent.Ledger;
import io.plimsoll.lab.tape.TapeEvent.Mark;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyperliquidTapeTest {
    private static final String FILLS = "portfolios/hyperliquid-2023-trades.csv.gz";
    private static final String LEDGER = "portfolios/hyperliquid-2023-ledger.csv.gz";
    private static final String LIQUIDATIONS = "portfolios/hyperliquid-2023-liquidations.csv.gz";

    @TempDir
    private Path folder;

    private TapeFolder tape;

    @BeforeEach
    void begin() {
        tape = new TapeFolder(folder);
    }

    private static long at(final String time) {
        return Instant.parse("2023-03-01T" + time + "Z").getEpochSecond() * 1_000_000_000L;
    }

    @Test
    void readsFillsAndMoneyInExactUnitsFoundFromTheTape() {
        final Tape read = tape.ledger("09:00:00 B 100.25", "09:30:00 A -0.000001")
                .fills("10:00:00 A ETH Bid 1655.5 0.0452 true", "10:00:01 B ETH Ask 1656.25 2 false")
                .load();
        // Two decimals of price and four of size: a tick of a lot is worth 10^-6 dollars, one millionth.
        assertThat(read.coins()).containsExactly(new Coin("ETH", 2, 4, 165_625));
        assertThat(read.coins().get(0).tickValue()).isEqualTo(1);
        assertThat(read.accounts()).containsExactly("A", "B");
        assertThat(read.events())
                .containsExactly(
                        new Ledger(at("09:00:00"), 1, 100_250_000),
                        new Ledger(at("09:30:00"), 0, -1),
                        new Fill(at("10:00:00"), 0, 0, 165_550, 452, true, false),
                        new Fill(at("10:00:01"), 1, 0, 165_625, -20_000, false, false));
        // 0.0452 x 1655.50 = 74.8286 dollars.
        assertThat(read.coins().get(0).value(452, 165_550)).isEqualTo(74_828_600);
        assertThat(read.fills()).isEqualTo(2);
        assertThat(read.transfers()).isEqualTo(2);
    }

    @Test
    void putsMoneyBeforeMarksBeforeFillsWithinAMomentAndKeepsTheOrderOfTheFiles() {
        final Tape read = tape.ledger("11:00:00 B 5", "11:00:00 A 7")
                .hours("BTC", "10:00:00 21000")
                .fills(
                        "10:30:00 A BTC Bid 20000 1 true",
                        "11:00:00 B BTC Bid 20002 1 true",
                        "11:00:00 A BTC Bid 20001 1 true")
                .load();
        assertThat(read.events())
                .extracting(event -> event.getClass().getSimpleName() + " " + accountOrTicks(event))
                .containsExactly("Fill 20000", "Ledger 1", "Ledger 0", "Mark 21000", "Fill 20002", "Fill 20001");
    }

    private static long accountOrTicks(final TapeEvent event) {
        if (event instanceof Ledger ledger) {
            return ledger.account();
        }
        return event instanceof Mark mark ? mark.ticks() : ((Fill) event).ticks();
    }

    @Test
    void knowsTheCloseOfAnHourOnlyWhenTheHourIsOver() {
        final Tape read = tape.hours("BTC", "08:00:00 1", "09:00:00 20100.04", "10:00:00 20200.06", "11:00:00 3")
                .fills("10:00:00 A BTC Bid 20000.1 1 true", "11:59:59 A BTC Ask 20000 1 true")
                .load();
        // The bar of 09:00 closes at 10:00, that of 10:00 at 11:00; that of 11:00 closes after the end of the tape.
        // Closes are
        // rounded to the tape's tick, 0.1.
        assertThat(read.events().stream().filter(Mark.class::isInstance))
                .containsExactly(new Mark(at("10:00:00"), 0, 201_000), new Mark(at("11:00:00"), 0, 202_001));
        assertThat(read.marks()).contains("for BTC also the close of each hour, once the hour is over");
    }

    @Test
    void saysThatOnlyFillsMarkWhereThereIsNoHourlySource() {
        final Tape read = tape.hours("BTC", "01:00:00 20000")
                .fills("10:00:00 A BTC Bid 20000 1 true", "10:00:01 A INJ Bid 5 1 true")
                .load();
        assertThat(read.marks()).isEqualTo("every fill's price, but for the venue's own close-outs");
    }

    @Test
    void readsPlainFilesAndColumnsInAnyOrderWithOthersAmongThem() {
        tape.fills("10:00:00 A ETH Bid 1655.5 1 true").write();
        tape.raw("portfolios/x", "");
        final Tape read = new TapeFolder(folder)
                .raw(FILLS, "fee,crossed,sz,px,side,coin,account,time_utc\n9,true,1,5,Ask,ETH,Z,2023-03-01T10:00:00Z\n")
                .raw(LEDGER, "time_utc,account,delta_usd\n")
                .raw(LIQUIDATIONS, "time_utc,account,liquidated_ntl_pos,liquidated_account_value,leverage_type\n")
                .reload();
        assertThat(read.events()).containsExactly(new Fill(at("10:00:00"), 0, 0, 5, -1, true, false));
        assertThat(read.hasVenueList()).isTrue();
        assertThat(read.liquidations()).isEmpty();
    }

    @Test
    void readsTheVenuesListWhateverItsLengthAndDecimals() {
        final Tape read = tape.fills("10:00:00 A ETH Bid 1655.5 1 true")
                .liquidations("10:00:00 A 356.8001504 2.9564949 Cross", "11:00:00 NOBODY 10 -1.5 Isolated")
                .load();
        assertThat(read.liquidations())
                .containsExactly(
                        new VenueLiquidation(at("10:00:00"), 0, "A", 356_800_150, 2_956_495, false),
                        new VenueLiquidation(at("11:00:00"), -1, "NOBODY", 10_000_000, -1_500_000, true));
    }

    @Test
    void saysWhichFolderOrFileIsMissing() {
        assertThatThrownBy(() -> HyperliquidTape.load(folder.resolve("nowhere")))
                .isInstanceOf(TapeException.class)
                .hasMessageContaining("nowhere: no such folder; --data names the data folder");
        assertThatThrownBy(() -> HyperliquidTape.load(folder))
                .isInstanceOf(TapeException.class)
                .hasMessageContaining("hyperliquid-2023-ledger.csv.gz: no such file");
        assertThat(HyperliquidTape.isIn(folder)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2023-03-01T10:00:00Z,A,ETH,Bid,x,1,true       | :2: column 'px': not a plain decimal number: 'x'
                    2023-03-01T10:00:00Z,A,ETH,Bid,1e3,1,true     | :2: column 'px': not a plain decimal number: '1e3'
                    2023-03-01T10:00:00Z,A,ETH,Bid,0,1,true       | :2: column 'px' is 0, must be above 0
                    2023-03-01T10:00:00Z,A,ETH,Bid,1,-1,true      | :2: column 'sz' is -1, must be above 0
                    2023-03-01T10:00:00Z,A,ETH,Bid,1,2000000000000,true | :2: column 'sz' is 2000000000000, too large
                    2023-03-01T10:00:00Z,A,ETH,Buy,1,1,true       | :2: column 'side' is 'Buy', must be one of [Ask, Bid]
                    2023-03-01T10:00:00Z,A,ETH,Bid,1,1,yes        | :2: column 'crossed' is 'yes', must be one of [false, true]
                    2023-03-01T10:00:00Z,,ETH,Bid,1,1,true        | :2: column 'account' is empty
                    2023-03-01T10:00:00Z,A,ETH                    | :2: only 3 fields, 7 are needed
                    2023-03-01 10:00:00,A,ETH,Bid,1,1,true        | :2: column 'time_utc': '2023-03-01 10:00:00' is no time in UTC like 2023-02-28T21:10:23Z
                    1677664800,A,ETH,Bid,1,1,true                 | :2: column 'time_utc': '1677664800' is no time in UTC like 2023-02-28T21:10:23Z
                    """)
    void namesFileAndLineOfABadFill(final String line, final String complaint) {
        tape.write();
        tape.raw(FILLS, "time_utc,account,coin,side,px,sz,crossed\n" + line + "\n");
        assertThatThrownBy(() -> HyperliquidTape.load(folder))
                .isInstanceOf(TapeException.class)
                .hasMessage(folder.resolve(FILLS) + complaint);
    }

    @Test
    void refusesTimeThatGoesBackInAnyFile() {
        tape.fills("10:00:01 A ETH Bid 1 1 true", "10:00:00 A ETH Bid 1 1 true");
        assertThatThrownBy(tape::load)
                .isInstanceOf(TapeException.class)
                .hasMessageContaining(":3: time 2023-03-01T10:00:00Z is before that of line 2");
    }

    @Test
    void namesTheColumnThatIsMissingAndThoseThatAreThere() {
        tape.write();
        tape.raw(LEDGER, "time,account,delta_usd\n");
        assertThatThrownBy(() -> HyperliquidTape.load(folder))
                .isInstanceOf(TapeException.class)
                .hasMessage(folder.resolve(LEDGER) + ":1: no column 'time_utc'; there are time, account, delta_usd");
    }

    @Test
    void refusesMoneyFinerThanAMillionth() {
        tape.ledger("10:00:00 A 0.0000001").fills("10:00:00 A ETH Bid 1 1 true");
        assertThatThrownBy(tape::load)
                .isInstanceOf(TapeException.class)
                .hasMessageContaining(":2: column 'delta_usd' is 0.0000001, more than 6 decimals");
    }

    @Test
    void refusesACoinWhoseStepsAreWorthLessThanAMillionth() {
        tape.fills("10:00:00 A SHIB Bid 0.00001 1 true", "10:00:01 A SHIB Bid 1 0.01 true");
        assertThatThrownBy(tape::load)
                .isInstanceOf(TapeException.class)
                .hasMessageContaining("coin SHIB: prices with 5 decimals and sizes with 2");
    }

    @Test
    void refusesEmptyAndBrokenFiles() {
        tape.write();
        assertThatThrownBy(() -> HyperliquidTape.load(folder))
                .isInstanceOf(TapeException.class)
                .hasMessageContaining("hyperliquid-2023-trades.csv.gz: no fills");
        tape.raw(LEDGER, "");
        assertThatThrownBy(() -> HyperliquidTape.load(folder))
                .isInstanceOf(TapeException.class)
                .hasMessageContaining("empty, not even column names");
        tape.raw("portfolios/hyperliquid-2023-ledger.csv", "").raw(LEDGER.replace(".gz", ".tmp"), "x");
        assertThat(folder.resolve(LEDGER).toFile().delete()).isTrue();
        tape.raw("portfolios/hyperliquid-2023-ledger.csv", "time_utc,account,delta_usd\n2023-03-01T10:00:00Z,A,\"1\n");
        assertThatThrownBy(() -> HyperliquidTape.load(folder)).isInstanceOf(TapeException.class);
    }

    @Test
    void readsTheRealTapeWithItsKnownCountsAndExactSteps() {
        final Tape read = HyperliquidTape.load(DataFolders.orSkip());
        assertThat(read.fills()).isEqualTo(35_691);
        assertThat(read.transfers()).isEqualTo(560);
        assertThat(read.accounts()).hasSize(287);
        assertThat(read.liquidations()).hasSizeGreaterThanOrEqualTo(42);
        assertThat(read.coins()).hasSize(14);
        // 0.1 dollars x 0.00001 BTC is exactly one millionth of a dollar.
        assertThat(read.coins())
                .filteredOn(coin -> coin.name().equals("BTC"))
                .singleElement()
                .satisfies(coin -> {
                    assertThat(coin.priceDecimals()).isEqualTo(1);
                    assertThat(coin.lotDecimals()).isEqualTo(5);
                    assertThat(coin.tickValue()).isEqualTo(1);
                });
        assertThat(read.coins()).allSatisfy(coin -> assertThat(coin.tickValue()).isPositive());
        assertThat(read.marks()).contains("AVAX, BNB, BTC, DOGE, ETH");
        assertThat(read.accounts().get(read.liquidator())).isEqualTo("H00006");
    }
}
