package io.plimsoll.lab.venue;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engine says of an account at one sequence. Amounts in millionths of a dollar.
 *
 * @param status where it stands on the ladder.
 * @param equity value of its money and unrealised P and L, without haircut.
 * @param maintenanceMargin equity below which it is closed out.
 * @param notional sum of the absolute value of its positions at the mark.
 * @param positions its open positions, by instrument id.
 */
public record AccountFigures(
        MarginStatus status, long equity, long maintenanceMargin, long notional, List<Position> positions) {

    /**
     * An open position.
     *
     * @param instrument id.
     * @param lots signed.
     * @param notional absolute value at the mark.
     */
    public record Position(int instrument, long lots, long notional) {}

    /**
     * Asks an engine.
     *
     * @param engine as it stands; nothing is changed.
     * @param accountId of a defined account.
     * @return its figures.
     */
    public static AccountFigures of(final MarginEngine engine, final long accountId) {
        final Account account = engine.state().accounts().account(accountId);
        final MarginAssessment assessment = new MarginAssessment();
        engine.assess(account, assessment);
        final Positions held = account.positions();
        final List<Position> positions = new ArrayList<>();
        for (int i = 0; i < held.count(); i++) {
            final Instrument instrument = held.instrumentAt(i);
            final long mark = engine.state().prices().markTicks(instrument);
            positions.add(
                    new Position(instrument.id(), held.lotsAt(i), Math.abs(instrument.value(held.lotsAt(i), mark))));
        }
        return new AccountFigures(
                account.status(),
                assessment.netAssetValue(),
                assessment.maintenanceMargin(),
                assessment.notional(),
                positions);
    }

    /**
     * Absolute value of the positions in some instruments.
     *
     * @param instruments ids.
     * @return sum of their notional.
     */
    public long notionalOf(final List<Integer> instruments) {
        long sum = 0;
        for (final Position position : positions) {
            sum += instruments.contains(position.instrument) ? position.notional : 0;
        }
        return sum;
    }

    /**
     * Lots held in an instrument.
     *
     * @param instrument id.
     * @return signed; 0 when flat.
     */
    public long lotsOf(final int instrument) {
        for (final Position position : positions) {
            if (position.instrument == instrument) {
                return position.lots;
            }
        }
        return 0;
    }
}
