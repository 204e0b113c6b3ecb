package io.plimsoll.lab.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.lab.tape.TapeEvent.Fill;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloseOutsTest {
    @TempDir
    private Path folder;

    private static List<Boolean> closeOuts(final Tape tape) {
        return tape.events().stream()
                .filter(Fill.class::isInstance)
                .map(event -> ((Fill) event).closeOut())
                .toList();
    }

    @Test
    void findsTheListedAccountsPassiveFillAndTheLiquidatorsSideOfIt() {
        final Tape tape = new TapeFolder(folder)
                .fills(
                        "10:00:00 A ETH Bid 2000 1 true",
                        "10:05:00 B ETH Bid 1990 1 true",
                        "10:05:00 VAULT ETH Bid 1970 1 true",
                        "10:05:00 A ETH Ask 1970 1 false",
                        "10:05:03 VAULT ETH Ask 1991 1 true")
                .liquidations("10:05:00 A 1990 20 Cross")
                .load();
        assertThat(closeOuts(tape)).containsExactly(false, false, true, true, false);
        assertThat(tape.accounts().get(tape.liquidator())).isEqualTo("VAULT");
    }

    @Test
    void findsLaterCloseOutsByTheLiquidatorWhenTheyLeaveTheAccountFlat() {
        final Tape tape = new TapeFolder(folder)
                .fills(
                        "10:00:00 A ETH Bid 2000 1 true",
                        "10:00:00 B ETH Bid 2000 3 true",
                        "10:05:00 VAULT ETH Bid 1970 1 true",
                        "10:05:00 A ETH Ask 1970 1 false",
                        // An ordinary trade with the liquidator: B still holds something.
                        "11:00:00 VAULT ETH Bid 1980 2 true",
                        "11:00:00 B ETH Ask 1980 2 false",
                        // The rest is closed out, though the list has ended.
                        "12:00:00 VAULT ETH Bid 1950 1 true",
                        "12:00:00 B ETH Ask 1950 1 false")
                .liquidations("10:05:00 A 1990 20 Cross")
                .load();
        assertThat(closeOuts(tape)).containsExactly(false, false, true, true, false, false, true, true);
    }

    @Test
    void knowsNoLiquidatorWithoutAList() {
        final Tape tape = new TapeFolder(folder)
                .fills("10:05:00 VAULT ETH Bid 1970 1 true", "10:05:00 A ETH Ask 1970 1 false")
                .load();
        assertThat(closeOuts(tape)).containsExactly(false, false);
        assertThat(tape.liquidator()).isEqualTo(-1);
    }

    @Test
    void takesAListedCloseOutEvenWhenItsOtherSideIsNotOnTheTape() {
        final Tape tape = new TapeFolder(folder)
                .fills("10:00:00 A ETH Bid 2000 1 true", "10:05:00 A ETH Ask 1970 1 false")
                .liquidations("10:05:00 A 1990 20 Cross")
                .load();
        assertThat(closeOuts(tape)).containsExactly(false, true);
        assertThat(tape.liquidator()).isEqualTo(-1);
    }
}
