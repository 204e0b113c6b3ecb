package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row a command, the verdict last. A rejected command changes nothing: neither events nor, but for its number, state. */
class RejectionTest {
    private static final String ASSET = "DefineAsset asset=3 symbol=ETH scale=9 ";
    private static final String INSTRUMENT = "DefineInstrument instrument=2 symbol=X underlying=2 settlement=1 ";
    private static final String COIN = "DefineInstrument instrument=2 symbol=X underlying=2 settlement=2 ";
    private static final String OPTION = INSTRUMENT + "F kind=OPTION lotSize=1 expiry=LATER window=1 ";
    private static final String FIGURES = " tickValue=1 priceTicksMax=9 positionLotsMax=1 ";
    private static final String LARGEST = Long.toString(Long.MAX_VALUE);

    private static final String TABLE = """
            DefineSource newSource=1                                             | ALREADY_DEFINED
            DefineSource newSource=0                                             | ID_OUT_OF_RANGE
            DefineSource newSource=-1                                            | ID_OUT_OF_RANGE
            DefineSource newSource=5 window=0                                    | VALUE_OUT_OF_RANGE (65536)
            DefineSource newSource=5 window=65537                                | VALUE_OUT_OF_RANGE (65536)
            DefineSource newSource=5 role=HOST                                   | NOT_ALLOWED
            DefineAsset asset=1 symbol=X scale=6                                 | ALREADY_DEFINED
            DefineAsset asset=0 symbol=X scale=6                                 | ID_OUT_OF_RANGE
            DefineAsset asset=3 scale=6                                          | BAD_SYMBOL
            DefineAsset asset=3 symbol=ETH scale=13                              | SCALE_OUT_OF_RANGE (12)
            DefineAsset asset=3 symbol=ETH scale=-1                              | SCALE_OUT_OF_RANGE (12)
            ASSET haircut=-1                                                     | RATE_OUT_OF_RANGE
            ASSET haircut=1000001                                                | RATE_OUT_OF_RANGE
            ASSET haircut=600000 initialHaircut=400001                           | RATE_OUT_OF_RANGE
            ASSET liability=1000001                                              | RATE_OUT_OF_RANGE
            DefineTierTable table=0 tiers=0:2:1                                  | ID_OUT_OF_RANGE
            DefineTierTable table=2 tiers=1:2:1                                  | TIERS_NOT_ASCENDING
            DefineTierTable table=2 tiers=0:2:1,0:3:2                            | TIERS_NOT_ASCENDING
            DefineTierTable table=2 tiers=0:1:2                                  | TIERS_NOT_ASCENDING
            DefineTierTable table=1 tiers=0:2:0                                  | TIERS_NOT_ASCENDING
            DefineTierTable table=2 tiers=0:2:1,LARGEST:-3:1                     | TIERS_NOT_ASCENDING
            DefineInstrument instrument=1 symbol=X                               | ALREADY_DEFINED
            DefineInstrument instrument=2 symbol=X underlying=2 settlement=9     | UNKNOWN_ASSET
            DefineInstrument instrument=2 symbol=X underlying=9 settlement=1     | UNKNOWN_ASSET
            INSTRUMENT F kind=OPTION                                             | TERM_NOT_OF_KIND (14)
            INSTRUMENT F quote=1                                                 | TERM_NOT_OF_KIND (12)
            INSTRUMENT F quote=9                                                 | UNKNOWN_ASSET
            INSTRUMENT F priceTicksMin=-10                                       | TERM_NOT_OF_KIND (13)
            INSTRUMENT F priceTicksMin=10                                        | TICK_VALUE_OUT_OF_RANGE
            INSTRUMENT F lotSize=1                                               | TERM_NOT_OF_KIND (14)
            INSTRUMENT F contractValue=1                                         | TERM_NOT_OF_KIND (15)
            INSTRUMENT F expiry=1                                                | TERM_NOT_OF_KIND (16)
            INSTRUMENT F window=1                                                | TERM_NOT_OF_KIND (17)
            INSTRUMENT F strike=1                                                | TERM_NOT_OF_KIND (18)
            INSTRUMENT F side=CALL                                               | TERM_NOT_OF_KIND (19)
            INSTRUMENT F premium=FUTURES                                         | TERM_NOT_OF_KIND (20)
            INSTRUMENT F kind=LINEAR_FUTURE                                      | TERM_NOT_OF_KIND (16)
            INSTRUMENT F kind=LINEAR_FUTURE expiry=PRESENT window=1                  | EXPIRY_OUT_OF_RANGE (1000000000)
            INSTRUMENT F kind=LINEAR_FUTURE expiry=LATER                         | TERM_NOT_OF_KIND (17)
            INSTRUMENT F kind=LINEAR_FUTURE expiry=LATER window=86400000000001   | TERM_NOT_OF_KIND (17)
            INSTRUMENT F kind=INVERSE_PERPETUAL contractValue=1                  | TERM_NOT_OF_KIND (6)
            COIN F kind=INVERSE_PERPETUAL                                        | TERM_NOT_OF_KIND (15)
            COIN F kind=INVERSE_PERPETUAL contractValue=1 priceTicksMin=0        | TERM_NOT_OF_KIND (13)
            COIN F kind=INVERSE_PERPETUAL contractValue=LARGEST                  | TICK_VALUE_OUT_OF_RANGE
            COIN kind=INVERSE_PERPETUAL contractValue=1 tickValue=8 priceTicksMax=9 positionLotsMax=1 | TICK_VALUE_OUT_OF_RANGE
            COIN kind=INVERSE_PERPETUAL contractValue=1 tickValue=LARGEST priceTicksMax=9 positionLotsMax=1 | TICK_VALUE_OUT_OF_RANGE
            COIN F kind=SPOT lotSize=1                                           | TERM_NOT_OF_KIND (6)
            INSTRUMENT F kind=SPOT                                               | TERM_NOT_OF_KIND (14)
            INSTRUMENT F kind=SPOT lotSize=LARGEST                               | TICK_VALUE_OUT_OF_RANGE
            INSTRUMENT F kind=SPOT lotSize=1 priceTicksMin=0                     | TERM_NOT_OF_KIND (13)
            AN_OPTION                                                            | TERM_NOT_OF_KIND (18)
            AN_OPTION strike=1000000000000000001                                 | TERM_NOT_OF_KIND (18)
            AN_OPTION strike=1                                                   | TERM_NOT_OF_KIND (19)
            AN_OPTION strike=1 side=PUT                                          | TERM_NOT_OF_KIND (20)
            AN_OPTION strike=1 side=PUT premium=PREMIUM priceTicksMin=-1         | TERM_NOT_OF_KIND (13)
            INSTRUMENT tickValue=1 priceTicksMax=1 positionLotsMax=1 tierTable=9 | UNKNOWN_TIER_TABLE
            INSTRUMENT tickValue=0 priceTicksMax=1 positionLotsMax=1             | TICK_VALUE_OUT_OF_RANGE
            INSTRUMENT tickValue=1 priceTicksMax=-1 positionLotsMax=1            | TICK_VALUE_OUT_OF_RANGE
            INSTRUMENT tickValue=1 priceTicksMax=1 positionLotsMax=0             | TICK_VALUE_OUT_OF_RANGE
            INSTRUMENT tickValue=2 priceTicksMax=2 positionLotsMax=4503599627370497 | TICK_VALUE_OUT_OF_RANGE
            INSTRUMENT tickValue=LARGEST priceTicksMax=LARGEST positionLotsMax=LARGEST | TICK_VALUE_OUT_OF_RANGE
            DefineGroup group=7                                                  | ALREADY_DEFINED
            DefineGroup group=0                                                  | ID_OUT_OF_RANGE
            DefineAccount account=7 group=7                                      | ALREADY_DEFINED
            DefineAccount account=0 group=7                                      | ID_OUT_OF_RANGE
            DefineAccount account=9 group=99                                     | UNKNOWN_GROUP
            DefineAccount account=9 group=0                                      | UNKNOWN_GROUP
            DefineAccount account=9 group=7 mode=ISOLATED                        | UNSUPPORTED_MODE
            Deposit account=7 asset=9 amount=1                                   | UNKNOWN_ASSET
            Deposit account=9 asset=1 amount=1                                   | UNKNOWN_ACCOUNT
            Deposit account=7 asset=1 amount=0                                   | AMOUNT_OUT_OF_RANGE (1152921504606846976)
            Deposit account=7 asset=1 amount=-5                                  | AMOUNT_OUT_OF_RANGE (1152921504606846976)
            Deposit account=7 asset=1 amount=LARGEST                             | AMOUNT_OUT_OF_RANGE (1152921504606846976)
            Deposit account=7 asset=1 amount=1152921504606846976                 | BALANCE_LIMIT (1152921504606846976)
            Transfer from=9 to=7 amount=1                                        | UNKNOWN_ACCOUNT
            WithdrawalRequest account=7 asset=9 amount=1                         | UNKNOWN_ASSET
            WithdrawalRequest account=9 asset=1 amount=1                         | UNKNOWN_ACCOUNT
            WithdrawalRequest account=7 amount=0                                 | AMOUNT_OUT_OF_RANGE (1152921504606846976)
            WithdrawalSettle id=1                                                | WITHDRAWAL_NOT_IN_FLIGHT
            CreditLine account=9 amount=1                                        | UNKNOWN_ACCOUNT
            CreditLine account=7 amount=-1                                       | AMOUNT_OUT_OF_RANGE (18014398509481984)
            LedgerMove from=EXTERNAL to=HOUSE asset=9 amount=1                   | UNKNOWN_ASSET
            LedgerMove from=EXTERNAL to=HOUSE amount=0                           | AMOUNT_OUT_OF_RANGE (1152921504606846976)
            LedgerMove from=HOUSE to=HOUSE amount=1                              | SAME_ACCOUNT
            LedgerMove from=HOUSE to=FEES amount=1                               | INSUFFICIENT_BALANCE
            LedgerMove from=IN_FLIGHT to=FEES amount=1                           | NOT_ALLOWED
            LedgerMove from=EXTERNAL to=FUNDING amount=1                         | NOT_ALLOWED
            GroupTransfer from=7 to=9 amount=1                                   | UNKNOWN_ACCOUNT
            GroupTransfer from=7 to=7 amount=1                                   | SAME_ACCOUNT
            IndexPrice asset=9 price=1                                           | UNKNOWN_ASSET
            IndexPrice asset=1 price=0                                           | PRICE_OUT_OF_RANGE (1000000000000000000)
            IndexPrice asset=1 price=1000000000000000001                         | PRICE_OUT_OF_RANGE (1000000000000000000)
            DefineClaim asset=9 underlying=2 step=1                              | UNKNOWN_ASSET
            DefineClaim asset=2 underlying=9 step=1                              | UNKNOWN_ASSET
            DefineClaim asset=2 underlying=1 step=0                              | VALUE_OUT_OF_RANGE (1000000)
            DefineClaim asset=2 underlying=1 step=1000001                        | VALUE_OUT_OF_RANGE (1000000)
            DefineClaim asset=2 underlying=2 step=1                              | CLAIM_ON_CLAIM (2)
            DefineClaim asset=1 underlying=2 step=1                              | NOT_A_CLAIM (1)
            RedemptionRate asset=9 rate=1                                        | UNKNOWN_ASSET
            RedemptionRate asset=2 rate=1                                        | NOT_A_CLAIM
            MarkPrice instrument=9 price=1                                       | UNKNOWN_INSTRUMENT
            MarkPrice instrument=1 price=0                                       | PRICE_OUT_OF_RANGE (10000000)
            MarkPrice instrument=1 price=10000001                                | PRICE_OUT_OF_RANGE (10000000)
            OrderPlace account=7 instrument=9 order=5 lots=1 limit=20000         | UNKNOWN_INSTRUMENT
            OrderPlace account=9 order=5 lots=1 limit=20000                      | UNKNOWN_ACCOUNT
            OrderPlace account=7 order=0 lots=1 limit=20000                      | ID_OUT_OF_RANGE
            OrderPlace account=7 order=1 lots=1 limit=20000                      | DUPLICATE_ORDER
            OrderPlace account=7 order=5 lots=0 limit=20000                      | LOTS_OUT_OF_RANGE (100000)
            OrderPlace account=7 order=5 lots=-1 limit=20000                     | LOTS_OUT_OF_RANGE
            OrderPlace account=7 order=5 lots=100001 limit=20000                 | LOTS_OUT_OF_RANGE (100000)
            OrderPlace account=7 order=5 lots=LARGEST limit=20000                | LOTS_OUT_OF_RANGE (100000)
            OrderPlace account=7 order=5 lots=1 limit=0                          | PRICE_OUT_OF_RANGE (10000000)
            OrderPlace account=7 order=5 lots=1 limit=30001                      | PRICE_OUTSIDE_BAND (30000)
            OrderPlace account=7 order=5 lots=1 limit=9999                       | PRICE_OUTSIDE_BAND (10000)
            OrderPlace account=7 order=5 lots=1 limit=20000 reduceOnly=YES       | NOT_REDUCING
            OrderPlace account=7 instrument=3 order=5 lots=1 limit=20000         | NO_MARK_PRICE
            OrderAmend account=7 order=9 lots=1 limit=20000                      | UNKNOWN_ORDER
            OrderAmend account=8 order=1 lots=1 limit=20000                      | WRONG_ACCOUNT
            OrderAmend account=7 order=1 lots=0 limit=20000                      | LOTS_OUT_OF_RANGE (100000)
            OrderAmend account=7 order=1 lots=1 limit=40000                      | PRICE_OUTSIDE_BAND (30000)
            OrderCancel account=7 order=9                                        | UNKNOWN_ORDER
            OrderCancel account=8 order=1                                        | WRONG_ACCOUNT
            OrdersCancel account=9                                               | UNKNOWN_ACCOUNT
            ModeChange account=9 mode=PORTFOLIO                                  | UNKNOWN_ACCOUNT
            ModeChange account=0 mode=PORTFOLIO                                  | UNKNOWN_ACCOUNT
            ModeChange account=7 mode=ISOLATED                                   | UNSUPPORTED_MODE
            ModelChange account=9 model=1                                        | UNKNOWN_ACCOUNT
            ModelChange account=0 model=1                                        | UNKNOWN_ACCOUNT
            ModelChange account=7 model=0                                        | UNKNOWN_MODEL
            ModelChange account=7 model=1                                        | UNKNOWN_MODEL
            ModelChange account=7 model=9                                        | UNKNOWN_MODEL
            PocketOpen account=7 parent=7                                        | ALREADY_DEFINED
            PocketOpen account=0 parent=7                                        | ID_OUT_OF_RANGE
            PocketOpen account=77 parent=9                                       | UNKNOWN_ACCOUNT
            PocketOpen account=77 parent=0                                       | UNKNOWN_ACCOUNT
            PocketOpen account=77 parent=7 instrument=9                          | UNKNOWN_INSTRUMENT
            OrdersCancel account=7 instrument=9                                  | UNKNOWN_INSTRUMENT
            OrdersCancel account=7 instrument=-1                                 | UNKNOWN_INSTRUMENT
            TradingStop account=9                                                | UNKNOWN_ACCOUNT
            TradingStop account=-1                                               | UNKNOWN_ACCOUNT
            TradingStop group=9                                                  | UNKNOWN_GROUP
            TradingStop account=7 group=7                                        | ID_OUT_OF_RANGE
            TradingStop                                                          | ID_OUT_OF_RANGE
            TradingResume account=9                                              | UNKNOWN_ACCOUNT
            TradingResume group=9                                                | UNKNOWN_GROUP
            TradingResume account=7 group=7                                      | ID_OUT_OF_RANGE
            TradingResume                                                        | ID_OUT_OF_RANGE
            AdvanceTime timeNs=1                                                 | TIME_BACKWARDS (1000000000)
            AdvanceTime timeNs=2000000000                                        | NOT_ALLOWED
            ParameterChange parameter=MARGIN_CALL_POINT_PPM scope=1 value=5      | UNKNOWN_PARAMETER
            ParameterChange parameter=MARGIN_CALL_POINT_PPM value=-1             | VALUE_OUT_OF_RANGE
            ParameterChange parameter=LIQUIDATION_EXIT_PPM value=999999          | VALUE_OUT_OF_RANGE
            ParameterChange parameter=LIQUIDATION_EXIT_PPM value=1500001         | VALUE_OUT_OF_RANGE
            ParameterChange parameter=HAIRCUT_PPM scope=9 value=5                | UNKNOWN_ASSET
            ParameterChange parameter=HAIRCUT_PPM scope=2 value=950001           | RATE_OUT_OF_RANGE
            ParameterChange parameter=HAIRCUT_PPM scope=2 value=LARGEST          | VALUE_OUT_OF_RANGE (1000000)
            ParameterChange parameter=POSITION_LOTS_MAX scope=9 value=5          | UNKNOWN_INSTRUMENT
            ParameterChange parameter=POSITION_LOTS_MAX scope=1 value=180144     | VALUE_OUT_OF_RANGE (180143)
            ParameterChange parameter=TIER_TABLE scope=1 value=9                 | UNKNOWN_TIER_TABLE
            ParameterChange parameter=TIER_TABLE scope=1 value=4294967297        | UNKNOWN_TIER_TABLE
            MarketHalt instrument=9                                              | UNKNOWN_INSTRUMENT
            MarketResume instrument=1                                            | NOT_HALTED
            """;

    private final EngineDriver driver = EngineDriver.withMarket();

    static Stream<String> rows() {
        return TABLE.lines().map(row -> row.replace("ASSET ", ASSET)
                .replace("INSTRUMENT ", INSTRUMENT)
                .replace("COIN ", COIN)
                .replace("AN_OPTION ", OPTION)
                .replace(" F ", FIGURES)
                .replace("LATER", "2000000000")
                .replace("PRESENT", "1000000000")
                .replace("LARGEST", LARGEST));
    }

    @BeforeEach
    void someState() {
        driver.account(7, 1_000).account(8, 1_000);
        driver.send("MarkPrice price=20000");
        driver.send("DefineInstrument instrument=3 symbol=Y underlying=2 settlement=1 tickValue=1"
                + " priceTicksMax=1000000 positionLotsMax=1000");
        driver.send("OrderPlace account=7 order=1 lots=1 limit=20000");
        driver.clear();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rejectsForOneReasonAndChangesNothing(final String row) {
        final String command = row.substring(0, row.lastIndexOf('|'));
        final String verdict = row.substring(row.lastIndexOf('|') + 1).trim();
        final EngineDriver untouched = driver.replay();
        assertThat(driver.send(command)).as(command.toLowerCase(Locale.ROOT)).isEqualTo(verdict);
        // What an account cannot bear is explained besides; that changes nothing either.
        assertThat(driver.events()).allMatch(event -> event.contains(" refused, "));
        driver.host("Checkpoint");
        untouched.host("Checkpoint");
        driver.host("Checkpoint");
        assertThat(withoutSources(driver)).isEqualTo(withoutSources(untouched));
    }

    private static long withoutSources(final EngineDriver driver) {
        final EngineState state = driver.engine().state();
        long hash = driver.engine().stateHash();
        for (int i = 0; i < state.sources().count(); i++) {
            hash -= state.sources().at(i).hash();
        }
        return hash;
    }
}
