package io.plimsoll.core.margin.model;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;

/** What an account, alone in its group, holds of the rows of a regime: positions and coins, made from the state. */
final class LiveHeld extends ListedHoldings {
    private final long[] coins;

    LiveHeld(final EngineState state, final Account account, final RiskRegime regime) {
        final long[] nets = new long[8];
        final Positions positions = account.positions();
        for (int i = 0; i < account.balances().count(); i++) {
            nets[account.balances().assetAt(i).id()] = account.balances().amountAt(i);
        }
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            if (!instrument.isPremiumStyle()) {
                nets[instrument.settlement().id()] +=
                        instrument.value(positions.lotsAt(i), state.prices().markTicks(instrument))
                                - positions.entryCostAt(i);
            }
            if (regime.row(instrument) != null) {
                add(regime.row(instrument), positions.lotsAt(i), 0);
            }
        }
        coins = new long[regime.coins().count()];
        for (int c = 0; c < coins.length; c++) {
            final Asset asset = regime.coins().asset(c);
            final long net = asset == null ? 0 : nets[asset.id()];
            final RiskInstrument row = regime.coins().row(c, net < 0);
            if (net != 0 && row != null) {
                final long lot = regime.coins().lot(c);
                coins[c] = Long.signum(net) * ((Math.abs(net) + lot / 2) / lot);
                add(row, coins[c], 0);
            }
        }
    }

    /** Lists a row that orders are in, with no lots where none are held. */
    void list(final RiskInstrument row) {
        if (!has(row)) {
            add(row, 0, 0);
        }
    }

    long lotsOfCoin(final int coin) {
        return coins[coin];
    }
}
