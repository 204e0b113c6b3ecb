package io.plimsoll.lab.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.model.ModelFile;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.Across;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.margin.model.RollCharge;
import io.plimsoll.core.margin.model.ScenarioCharge;
import io.plimsoll.core.margin.model.SumOf;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeribitPresetTest {
    private static final long PERCENT = Rate.ONE / 100;
    private static final int BTC = 0;
    private static final int ETH = 1;
    private static final int ANY_OTHER = 4;

    @Test
    void thePublishedParametersAreInTheModel() {
        final MarginModel model =
                ModelBuilder.build(ModelFile.shipped("deribit", Map.of()), ScenarioPlan.of(27, 0, 0, 0, 0));

        assertThat(model.initial()).isEqualTo(Rate.ONE);
        assertThat(model.maintenance()).isEqualTo(80 * PERCENT);
        final SumOf risk = (SumOf) model.risk();
        assertThat(((ScenarioCharge) risk.parts().get(0)).across())
                .as("losses whole, of gains nothing, and 20 million units of a millionth at most")
                .isEqualTo(new Across(Across.Rule.ALIGNED_GAIN, 0, 20_000_000_000_000L));
        final RollCharge roll = (RollCharge) risk.parts().get(1);
        assertThat(roll.netting()).isEqualTo(RollCharge.Netting.GROSS);
        assertThat(roll.least().of(BTC)).isEqualTo(PERCENT);
        assertThat(roll.perYear().of(BTC)).isEqualTo(75 * PERCENT / 10);
        assertThat(roll.least().of(ETH)).isEqualTo(PERCENT / 2);
        assertThat(roll.perYear().of(ETH)).isEqualTo(5 * PERCENT);
        assertThat(roll.perYear().of(ANY_OTHER)).isEqualTo(10 * PERCENT);
    }
}
