package io.plimsoll.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTextTest {
    @Test
    void showsAsManyDigitsAsSaySomething() {
        assertThat(FigureText.number(1234567.8)).isEqualTo("1,234,568");
        assertThat(FigureText.number(123.4)).isEqualTo("123");
        assertThat(FigureText.number(12.34)).isEqualTo("12.3");
        assertThat(FigureText.number(1.234)).isEqualTo("1.23");
        assertThat(FigureText.number(0)).isEqualTo("0");
    }

    @Test
    void aLineSaysHowTheFigureStandsToItsGoal() {
        final Figure figure =
                new Figure("journal", "share", Figure.RATIO, Better.HIGHER, List.of(0.8, 0.9), Goal.atLeast(0.5), "");

        assertThat(FigureText.line(figure).replaceAll(" +", " "))
                .isEqualTo("share 0.85 ratio (0.80 to 0.90) goal >= 0.5: met");
    }
}
