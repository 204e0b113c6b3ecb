package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.CancelOnDisconnectChangedDecoder;
import io.plimsoll.sbe.CancelOnDisconnectChangedEncoder;
import io.plimsoll.sbe.DocumentInForceDecoder;
import io.plimsoll.sbe.DocumentInForceEncoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.FeeScheduleAssignedDecoder;
import io.plimsoll.sbe.FeeScheduleAssignedEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.FundingPaidDecoder;
import io.plimsoll.sbe.FundingPaidEncoder;
import io.plimsoll.sbe.FundingRateSetDecoder;
import io.plimsoll.sbe.FundingRateSetEncoder;
import io.plimsoll.sbe.InstrumentSettledDecoder;
import io.plimsoll.sbe.InstrumentSettledEncoder;
import io.plimsoll.sbe.InterestPaidDecoder;
import io.plimsoll.sbe.InterestPaidEncoder;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.ModeChangedDecoder;
import io.plimsoll.sbe.ModeChangedEncoder;
import io.plimsoll.sbe.ModelChangedDecoder;
import io.plimsoll.sbe.ModelChangedEncoder;
import io.plimsoll.sbe.OrderRefusedDecoder;
import io.plimsoll.sbe.OrderRefusedEncoder;
import io.plimsoll.sbe.OrdersRefusedDecoder;
import io.plimsoll.sbe.OrdersRefusedEncoder;
import io.plimsoll.sbe.PocketOpenedDecoder;
import io.plimsoll.sbe.PocketOpenedEncoder;
import io.plimsoll.sbe.PositionSettledDecoder;
import io.plimsoll.sbe.PositionSettledEncoder;
import io.plimsoll.sbe.RaisePhasedInDecoder;
import io.plimsoll.sbe.RowsReplacedDecoder;
import io.plimsoll.sbe.RowsReplacedEncoder;
import io.plimsoll.sbe.TradingChangedDecoder;
import io.plimsoll.sbe.TradingChangedEncoder;
import io.plimsoll.sbe.VolatilityFixedDecoder;
import io.plimsoll.sbe.VolatilityFixedEncoder;
import io.plimsoll.sbe.WithdrawalLimitedDecoder;
import io.plimsoll.sbe.WithdrawalLimitedEncoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettledDecoder;
import io.plimsoll.sbe.WithdrawalSettledEncoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class EventDispatcherTest {
    private static final int AFTER_THE_LAST = 563;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[128]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final Heard heard = new Heard();
    private final EventDispatcher dispatcher = new EventDispatcher(heard);

    @Test
    void tellsOfDocumentsVolatilitiesAndRows() {
        new DocumentInForceEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .documentVersion(4)
                .kind(DocumentKind.MARGIN_MODEL);
        dispatch();
        new VolatilityFixedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .asset(2)
                .after(28);
        dispatch();
        new RowsReplacedEncoder().wrapAndApplyHeader(buffer, 0, header).asset(2).priced(676);
        dispatch();

        assertThat(heard.lines).containsExactly("MARGIN_MODEL 4", "volatility of 2: 28", "rows of 2: 676");
    }

    @Test
    void tellsOfFunding() {
        new FundingRateSetEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .instrument(3)
                .rate(-7);
        dispatch();
        new FundingPaidEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .account(9)
                .amount(-28);
        dispatch();

        assertThat(heard.lines).containsExactly("funding of 3: -7", "funding of account 9: -28");
    }

    @Test
    void tellsOfSettlement() {
        new InstrumentSettledEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .instrument(3)
                .positions(2);
        dispatch();
        new PositionSettledEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .account(9)
                .amount(-28);
        dispatch();

        assertThat(heard.lines).containsExactly("settlement of 3: 2", "settlement of account 9: -28");
    }

    @Test
    void tellsWhoseTradingWasStopped() {
        new TradingChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .account(0)
                .group(9)
                .stopped(Flag.YES);
        dispatch();

        assertThat(heard.lines).containsExactly("trading of group 9 stopped: YES");
    }

    @Test
    void tellsOfModesModelsAndPockets() {
        new ModeChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .account(9)
                .from(MarginMode.CROSS)
                .to(MarginMode.PORTFOLIO);
        dispatch();
        new ModelChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .account(9)
                .from(1)
                .to(2);
        dispatch();
        new PocketOpenedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .account(90)
                .parent(9);
        dispatch();

        assertThat(heard.lines)
                .containsExactly("mode of account 9: PORTFOLIO", "model of account 9: 2", "pocket 90 of account 9");
    }

    @Test
    void tellsWhatBecameOfWithdrawals() {
        new WithdrawalSettledEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .withdrawal(9)
                .result(WithdrawalResult.RETURNED);
        dispatch();
        new WithdrawalLimitedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .account(9)
                .left(28);
        dispatch();

        assertThat(heard.lines).containsExactly("withdrawal 9: RETURNED", "account 9 may withdraw 28");
    }

    @Test
    void tellsWhyAnOrderIsRefused() {
        new OrderRefusedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .order(5)
                .freeMarginAfter(-3)
                .largestLots(4)
                .scenario(17);
        dispatch();

        assertThat(heard.lines).containsExactly("order 5 refused: free -3, largest 4, scenario 17");
    }

    @Test
    void tellsWhichOfSeveralOrdersBrokeARule() {
        new OrdersRefusedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .account(9)
                .order(5)
                .entry(2)
                .largestPpm(7);
        dispatch();

        assertThat(heard.lines).containsExactly("orders of account 9 refused: entry 2, order 5, largest 7");
    }

    @Test
    void tellsOfOrdersThatAreBoundToASession() {
        new CancelOnDisconnectChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .boundSource(9)
                .cancelled(3);
        dispatch();

        assertThat(heard.lines).containsExactly("source 9: 3 cancelled");
    }

    @Test
    void tellsOfInterestAndFees() {
        new InterestPaidEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .account(9)
                .amount(28);
        dispatch();
        new FeeScheduleAssignedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .account(9)
                .schedule(3);
        dispatch();

        assertThat(heard.lines).containsExactly("interest of account 9: 28", "fees of account 9: 3");
    }

    @Test
    void handsOnWhatANewerEngineSays() {
        header.wrap(buffer, 0).templateId(AFTER_THE_LAST);
        dispatch();

        assertThat(heard.lines).containsExactly("unknown 563");
    }

    private void dispatch() {
        dispatcher.dispatch(null, buffer, 0, buffer.capacity());
    }

    /** Writes down what the handler hears. */
    private static final class Heard implements ClientHandler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void onDocumentInForce(final EventInfo info, final DocumentInForceDecoder event) {
            lines.add(event.kind() + " " + event.documentVersion());
        }

        @Override
        public void onVolatilityFixed(final EventInfo info, final VolatilityFixedDecoder event) {
            lines.add("volatility of " + event.asset() + ": " + event.after());
        }

        @Override
        public void onRowsReplaced(final EventInfo info, final RowsReplacedDecoder event) {
            lines.add("rows of " + event.asset() + ": " + event.priced());
        }

        @Override
        public void onFundingRateSet(final EventInfo info, final FundingRateSetDecoder event) {
            lines.add("funding of " + event.instrument() + ": " + event.rate());
        }

        @Override
        public void onFundingPaid(final EventInfo info, final FundingPaidDecoder event) {
            lines.add("funding of account " + event.account() + ": " + event.amount());
        }

        @Override
        public void onInstrumentSettled(final EventInfo info, final InstrumentSettledDecoder event) {
            lines.add("settlement of " + event.instrument() + ": " + event.positions());
        }

        @Override
        public void onPositionSettled(final EventInfo info, final PositionSettledDecoder event) {
            lines.add("settlement of account " + event.account() + ": " + event.amount());
        }

        @Override
        public void onTradingChanged(final EventInfo info, final TradingChangedDecoder event) {
            lines.add("trading of group " + event.group() + " stopped: " + event.stopped());
        }

        @Override
        public void onModeChanged(final EventInfo info, final ModeChangedDecoder event) {
            lines.add("mode of account " + event.account() + ": " + event.to());
        }

        @Override
        public void onModelChanged(final EventInfo info, final ModelChangedDecoder event) {
            lines.add("model of account " + event.account() + ": " + event.to());
        }

        @Override
        public void onRaisePhasedIn(final EventInfo info, final RaisePhasedInDecoder event) {
            lines.add("raise of account " + event.account() + " to " + event.asked());
        }

        @Override
        public void onPocketOpened(final EventInfo info, final PocketOpenedDecoder event) {
            lines.add("pocket " + event.account() + " of account " + event.parent());
        }

        @Override
        public void onWithdrawalSettled(final EventInfo info, final WithdrawalSettledDecoder event) {
            lines.add("withdrawal " + event.withdrawal() + ": " + event.result());
        }

        @Override
        public void onWithdrawalLimited(final EventInfo info, final WithdrawalLimitedDecoder event) {
            lines.add("account " + event.account() + " may withdraw " + event.left());
        }

        @Override
        public void onOrderRefused(final EventInfo info, final OrderRefusedDecoder event) {
            lines.add("order " + event.order() + " refused: free " + event.freeMarginAfter() + ", largest "
                    + event.largestLots() + ", scenario " + event.scenario());
        }

        @Override
        public void onOrdersRefused(final EventInfo info, final OrdersRefusedDecoder event) {
            lines.add("orders of account " + event.account() + " refused: entry " + event.entry() + ", order "
                    + event.order() + ", largest " + event.largestPpm());
        }

        @Override
        public void onCancelOnDisconnectChanged(final EventInfo info, final CancelOnDisconnectChangedDecoder event) {
            lines.add("source " + event.boundSource() + ": " + event.cancelled() + " cancelled");
        }

        @Override
        public void onInterestPaid(final EventInfo info, final InterestPaidDecoder event) {
            lines.add("interest of account " + event.account() + ": " + event.amount());
        }

        @Override
        public void onFeeScheduleAssigned(final EventInfo info, final FeeScheduleAssignedDecoder event) {
            lines.add("fees of account " + event.account() + ": " + event.schedule());
        }

        @Override
        public void onUnknownEvent(
                final EventInfo info,
                final int templateId,
                final DirectBuffer event,
                final int offset,
                final int length) {
            lines.add("unknown " + templateId);
        }
    }
}
