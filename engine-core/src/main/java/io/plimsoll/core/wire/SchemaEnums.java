package io.plimsoll.core.wire;

import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.AlarmCode;
import io.plimsoll.core.engine.BalanceReason;
import io.plimsoll.core.engine.Definition;
import io.plimsoll.core.engine.DocumentKind;
import io.plimsoll.core.engine.OrderCheck;
import io.plimsoll.core.engine.OrderState;
import io.plimsoll.core.engine.ParameterId;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.market.MarketStatus;
import java.util.EnumMap;
import java.util.Map;

/** The engine's enums as the schema names them. Names are equal on both sides; a test holds that codes are too. */
final class SchemaEnums {
    private final Map<RejectReason, io.plimsoll.sbe.RejectReason> reasons =
            mirror(RejectReason.class, io.plimsoll.sbe.RejectReason.class);
    private final Map<LedgerAccount, io.plimsoll.sbe.LedgerAccount> ledgers =
            mirror(LedgerAccount.class, io.plimsoll.sbe.LedgerAccount.class);
    private final Map<AlarmCode, io.plimsoll.sbe.AlarmCode> alarms =
            mirror(AlarmCode.class, io.plimsoll.sbe.AlarmCode.class);
    private final Map<Definition, io.plimsoll.sbe.Definition> definitions =
            mirror(Definition.class, io.plimsoll.sbe.Definition.class);
    private final Map<OrderState, io.plimsoll.sbe.OrderState> orderStates =
            mirror(OrderState.class, io.plimsoll.sbe.OrderState.class);
    private final Map<OrderCheck, io.plimsoll.sbe.OrderCheck> orderChecks =
            mirror(OrderCheck.class, io.plimsoll.sbe.OrderCheck.class);
    private final Map<BalanceReason, io.plimsoll.sbe.BalanceReason> balanceReasons =
            mirror(BalanceReason.class, io.plimsoll.sbe.BalanceReason.class);
    private final Map<ParameterId, io.plimsoll.sbe.ParameterId> parameters =
            mirror(ParameterId.class, io.plimsoll.sbe.ParameterId.class);
    private final Map<MarginStatus, io.plimsoll.sbe.MarginStatus> marginStatuses =
            mirror(MarginStatus.class, io.plimsoll.sbe.MarginStatus.class);
    private final Map<MarginMode, io.plimsoll.sbe.MarginMode> marginModes =
            mirror(MarginMode.class, io.plimsoll.sbe.MarginMode.class);
    private final Map<MarketStatus, io.plimsoll.sbe.MarketStatus> marketStatuses =
            mirror(MarketStatus.class, io.plimsoll.sbe.MarketStatus.class);
    private final Map<DocumentKind, io.plimsoll.sbe.DocumentKind> documentKinds =
            mirror(DocumentKind.class, io.plimsoll.sbe.DocumentKind.class);

    static <E extends Enum<E>, S extends Enum<S>> Map<E, S> mirror(final Class<E> engine, final Class<S> schema) {
        final Map<E, S> map = new EnumMap<>(engine);
        for (final E value : engine.getEnumConstants()) {
            map.put(value, Enum.valueOf(schema, value.name()));
        }
        return map;
    }

    io.plimsoll.sbe.RejectReason reason(final RejectReason value) {
        return reasons.get(value);
    }

    io.plimsoll.sbe.LedgerAccount ledger(final LedgerAccount value) {
        return ledgers.get(value);
    }

    io.plimsoll.sbe.AlarmCode alarm(final AlarmCode value) {
        return alarms.get(value);
    }

    io.plimsoll.sbe.Definition definition(final Definition value) {
        return definitions.get(value);
    }

    io.plimsoll.sbe.OrderState orderState(final OrderState value) {
        return orderStates.get(value);
    }

    io.plimsoll.sbe.OrderCheck orderCheck(final OrderCheck value) {
        return orderChecks.get(value);
    }

    io.plimsoll.sbe.BalanceReason balanceReason(final BalanceReason value) {
        return balanceReasons.get(value);
    }

    io.plimsoll.sbe.ParameterId parameter(final ParameterId value) {
        return parameters.get(value);
    }

    io.plimsoll.sbe.MarginStatus marginStatus(final MarginStatus value) {
        return marginStatuses.get(value);
    }

    io.plimsoll.sbe.MarginMode marginMode(final MarginMode value) {
        return marginModes.get(value);
    }

    io.plimsoll.sbe.MarketStatus marketStatus(final MarketStatus value) {
        return marketStatuses.get(value);
    }

    io.plimsoll.sbe.DocumentKind documentKind(final DocumentKind value) {
        return documentKinds.get(value);
    }
}
