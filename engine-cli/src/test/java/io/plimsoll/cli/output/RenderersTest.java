package io.plimsoll.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RenderersTest {
    private static final Rows TRADES = new Rows("best_trades", "name", "price", "taker_won")
            .add("BTC, spot", "-19100.5", true)
            .add("say \"hi\"", "7", false);

    @Test
    void alignsNumbersToTheRightAndTextsToTheLeft() {
        assertThat(text(Format.TABLE, new Report().table(TRADES))).isEqualTo("""
                        NAME          PRICE  TAKER WON
                        BTC, spot  -19100.5  true
                        say "hi"          7  false
                        """);
    }

    @Test
    void namesTablesThatStandBelowValues() {
        final Report report = new Report()
                .field("a", 1L)
                .field("long_name", "x")
                .table(new Rows("empty", "x"))
                .table(TRADES);

        assertThat(text(Format.TABLE, report)).isEqualTo("""
                        a          1
                        long name  x

                        empty
                        (none)

                        best trades
                        NAME          PRICE  TAKER WON
                        BTC, spot  -19100.5  true
                        say "hi"          7  false
                        """);
    }

    @Test
    void keepsTypesInJson() {
        final Report report = new Report()
                .field("sequence", 5L)
                .field("equal", true)
                .field("amount", "1.50")
                .table(TRADES);

        assertThat(text(Format.JSON, report)).isEqualTo("""
                        {
                          "sequence" : 5,
                          "equal" : true,
                          "amount" : "1.50",
                          "best_trades" : [ {
                            "name" : "BTC, spot",
                            "price" : "-19100.5",
                            "taker_won" : true
                          }, {
                            "name" : "say \\"hi\\"",
                            "price" : "7",
                            "taker_won" : false
                          } ]
                        }
                        """);
    }

    @Test
    void quotesCsvWhereItMust() {
        assertThat(text(Format.CSV, new Report().table(TRADES))).isEqualTo("""
                        name,price,taker_won
                        "BTC, spot",-19100.5,true
                        "say ""hi""\",7,false
                        """);
        assertThat(text(Format.CSV, new Report().field("a", 1).field("b", "x\ny")))
                .isEqualTo("a,b\n1,\"x\ny\"\n");
    }

    @Test
    void writesSeveralTablesAsOneCsvInLongForm() {
        final Report report = new Report().field("a", 1).table(new Rows("t", "x", "y").add(2, 3));

        assertThat(text(Format.CSV, report)).isEqualTo("""
                        table,row,name,value
                        ,,a,1
                        t,1,x,2
                        t,1,y,3
                        """);
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> new Rows("t", "x").add(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("t has 1 columns, not 2");
    }

    @Test
    void writesIntegersExactly() {
        assertThat(Texts.usd(-1)).isEqualTo("-0.000001");
        assertThat(Texts.amount(Long.MAX_VALUE, 8)).isEqualTo("92233720368.54775807");
        assertThat(Texts.amount(5, 0)).isEqualTo("5");
        assertThat(Texts.price(10_000_000_000L, 10)).isEqualTo("1");
        assertThat(Texts.price(0, 10)).isEqualTo("-");
        assertThat(Texts.percent(12_345)).isEqualTo("1.2345 %");
        assertThat(Texts.time(1_677_628_800_000_000_001L)).isEqualTo("2023-03-01T00:00:00.000000001Z");
        assertThat(Texts.hash(255)).isEqualTo("00000000000000ff");
        // -2 / 3 = -0.66666..., cut downwards.
        assertThat(Texts.ratio(-2, 3)).isEqualTo("-0.6667");
        assertThat(Texts.ratio(1, 0)).isEqualTo("-");
    }

    private static String text(final Format format, final Report report) {
        final StringWriter text = new StringWriter();
        format.write(report, new PrintWriter(text));
        return text.toString();
    }
}
