package io.plimsoll.core.wire;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.AccountEvents;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.market.PriceBook;
import io.plimsoll.sbe.LiquidationRequestedEncoder;
import io.plimsoll.sbe.MarginCallEncoder;
import io.plimsoll.sbe.ModeChangedEncoder;
import io.plimsoll.sbe.ModelChangedEncoder;
import io.plimsoll.sbe.NoNewRiskEncoder;
import io.plimsoll.sbe.PocketOpenedEncoder;
import io.plimsoll.sbe.PositionChangedEncoder;
import io.plimsoll.sbe.PositionSettledEncoder;
import io.plimsoll.sbe.RaisePhasedInEncoder;
import io.plimsoll.sbe.StatusChangedEncoder;

/** Encodes what the engine says of accounts. */
final class AccountEventEncoder implements AccountEvents {
    private final EventFrame frame;
    private final PositionChangedEncoder positionChanged = new PositionChangedEncoder();
    private final StatusChangedEncoder statusChanged = new StatusChangedEncoder();
    private final ModeChangedEncoder modeChanged = new ModeChangedEncoder();
    private final RaisePhasedInEncoder raisePhasedIn = new RaisePhasedInEncoder();
    private final ModelChangedEncoder modelChanged = new ModelChangedEncoder();
    private final PocketOpenedEncoder pocketOpened = new PocketOpenedEncoder();
    private final NoNewRiskEncoder noNewRisk = new NoNewRiskEncoder();
    private final MarginCallEncoder marginCall = new MarginCallEncoder();
    private final LiquidationRequestedEncoder liquidation = new LiquidationRequestedEncoder();
    private final PositionSettledEncoder positionSettled = new PositionSettledEncoder();

    AccountEventEncoder(final EventFrame frame) {
        this.frame = frame;
    }

    @Override
    public void onPositionChanged(
            final Account account, final Instrument instrument, final long realised, final long tradeId) {
        positionChanged
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .lots(account.positions().lotsOf(instrument))
                .entryCost(account.positions().entryCostOf(instrument))
                .realised(realised)
                .tradeId(tradeId)
                .instrument(instrument.id());
        frame.emit(positionChanged.encodedLength(), 0);
    }

    @Override
    public void onStatusChanged(final Account account, final MarginStatus from, final MarginAssessment assessment) {
        statusChanged
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .marginEquity(assessment.marginEquity())
                .netAssetValue(assessment.netAssetValue())
                .initialMargin(assessment.initialMargin())
                .maintenanceMargin(assessment.maintenanceMargin())
                .from(frame.enums().marginStatus(from))
                .to(frame.enums().marginStatus(account.status()));
        frame.emit(statusChanged.encodedLength(), 0);
    }

    @Override
    public void onModeChanged(final Account account, final MarginMode from, final MarginAssessment assessment) {
        modeChanged
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .marginEquity(assessment.marginEquity())
                .initialMargin(assessment.initialMargin())
                .maintenanceMargin(assessment.maintenanceMargin())
                .from(frame.enums().marginMode(from))
                .to(frame.enums().marginMode(account.mode()));
        frame.emit(modeChanged.encodedLength(), 0);
    }

    @Override
    public void onModelChanged(final Account account, final int from, final MarginAssessment assessment) {
        modelChanged
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .marginEquity(assessment.marginEquity())
                .initialMargin(assessment.initialMargin())
                .maintenanceMargin(assessment.maintenanceMargin())
                .from(from)
                .to(account.model());
        frame.emit(modelChanged.encodedLength(), 0);
    }

    @Override
    public void onRaisePhasedIn(final Account account, final long counted, final long asked) {
        raisePhasedIn
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .counted(counted)
                .asked(asked)
                .fromNs(account.phaseIn().fromNs())
                .untilNs(account.phaseIn().untilNs());
        frame.emit(raisePhasedIn.encodedLength(), 0);
    }

    @Override
    public void onPocketOpened(final Account pocket) {
        pocketOpened
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(pocket.id())
                .parent(pocket.parent().id())
                .group(pocket.group().id())
                .instrument(pocket.only().id());
        frame.emit(pocketOpened.encodedLength(), 0);
    }

    @Override
    public void onNoNewRisk(final Account account, final MarginAssessment assessment) {
        noNewRisk
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .shortfall(-assessment.freeMargin());
        frame.emit(noNewRisk.encodedLength(), 0);
    }

    @Override
    public void onMarginCall(final Account account, final MarginAssessment assessment) {
        marginCall
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .shortfall(-assessment.freeMargin())
                .toLiquidation(assessment.marginEquity() - assessment.maintenanceMargin());
        frame.emit(marginCall.encodedLength(), 0);
    }

    @Override
    public void onLiquidationRequested(
            final Account account, final PriceBook prices, final MarginAssessment assessment) {
        final Positions positions = account.positions();
        final LiquidationRequestedEncoder.PositionsEncoder group = liquidation
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .marginEquity(assessment.marginEquity())
                .maintenanceMargin(assessment.maintenanceMargin())
                .notional(assessment.notional())
                .positionsCount(positions.count());
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            group.next()
                    .lots(positions.lotsAt(i))
                    .mark(prices.markTicks(instrument))
                    .entryCost(positions.entryCostAt(i))
                    .instrument(instrument.id());
        }
        frame.emit(liquidation.encodedLength(), 0);
    }

    @Override
    public void onPositionSettled(
            final Account account,
            final Instrument instrument,
            final long lots,
            final long entryCost,
            final long paid) {
        positionSettled
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .lots(lots)
                .entryCost(entryCost)
                .amount(paid)
                .instrument(instrument.id());
        frame.emit(positionSettled.encodedLength(), 0);
    }
}
