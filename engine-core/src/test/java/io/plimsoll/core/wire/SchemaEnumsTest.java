package io.plimsoll.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.AlarmCode;
import io.plimsoll.core.engine.BalanceReason;
import io.plimsoll.core.engine.Definition;
import io.plimsoll.core.engine.DocumentKind;
import io.plimsoll.core.engine.OrderCheck;
import io.plimsoll.core.engine.OrderState;
import io.plimsoll.core.engine.ParameterId;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.Role;
import io.plimsoll.core.engine.SourceOrdering;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.instrument.OptionSide;
import io.plimsoll.core.instrument.PremiumStyle;
import io.plimsoll.core.market.MarketStatus;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** The engine's enums and the schema's say the same. */
class SchemaEnumsTest {
    @Test
    void namesAndCodesAreEqual() {
        same(RejectReason.values(), RejectReason::code, io.plimsoll.sbe.RejectReason.values(), v -> v.value());
        same(AlarmCode.values(), AlarmCode::code, io.plimsoll.sbe.AlarmCode.values(), v -> v.value());
        same(Definition.values(), Definition::code, io.plimsoll.sbe.Definition.values(), v -> v.value());
        same(OrderState.values(), OrderState::code, io.plimsoll.sbe.OrderState.values(), v -> v.value());
        same(OrderCheck.values(), OrderCheck::code, io.plimsoll.sbe.OrderCheck.values(), v -> v.value());
        same(BalanceReason.values(), BalanceReason::code, io.plimsoll.sbe.BalanceReason.values(), v -> v.value());
        same(ParameterId.values(), ParameterId::code, io.plimsoll.sbe.ParameterId.values(), v -> v.value());
        same(MarginStatus.values(), MarginStatus::code, io.plimsoll.sbe.MarginStatus.values(), v -> v.value());
        same(MarketStatus.values(), MarketStatus::code, io.plimsoll.sbe.MarketStatus.values(), v -> v.value());
        same(InstrumentKind.values(), InstrumentKind::code, io.plimsoll.sbe.InstrumentKind.values(), v -> v.value());
        same(OptionSide.values(), OptionSide::code, io.plimsoll.sbe.OptionSide.values(), v -> v.value());
        same(PremiumStyle.values(), PremiumStyle::code, io.plimsoll.sbe.PremiumStyle.values(), v -> v.value());
        same(DocumentKind.values(), DocumentKind::code, io.plimsoll.sbe.DocumentKind.values(), v -> v.value());
        same(Role.values(), Role::code, io.plimsoll.sbe.Role.values(), v -> v.value());
        same(SourceOrdering.values(), SourceOrdering::code, io.plimsoll.sbe.SourceOrdering.values(), v -> v.value());
    }

    private static <E extends Enum<E>, S extends Enum<S>> void same(
            final E[] engine, final ToIntFunction<E> engineCode, final S[] schema, final ToIntFunction<S> schemaCode) {
        assertThat(Arrays.stream(engine).map(v -> v.name() + "=" + engineCode.applyAsInt(v)))
                .containsExactlyElementsOf(Arrays.stream(schema)
                        .filter(v -> !"NULL_VAL".equals(v.name()))
                        .map(v -> v.name() + "=" + schemaCode.applyAsInt(v))
                        .toList());
    }
}
