package io.plimsoll.lab.margin;

import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Positions with the rows that a margin model needs, priced at any precision: the lot of each position is the power of ten that
 * makes its quantity a whole number.
 */
public final class PricedPortfolio implements Holdings {
    private final RiskFrame frame;
    private final List<RiskInstrument> instruments = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<BigDecimal> quantities = new ArrayList<>();
    private final List<Long> lots = new ArrayList<>();
    private PricedPortfolio reserved;
    private Exposure exposure = Exposure.NONE;
    private long[] lotsOfOthers = {};
    private long[] coinsOfOthers = {};

    PricedPortfolio(final RiskFrame frame) {
        this.frame = frame;
    }

    void add(final String name, final RiskInstrument instrument, final BigDecimal quantity) {
        names.add(name);
        instruments.add(instrument);
        quantities.add(quantity);
        lots.add(quantity.unscaledValue().longValueExact());
    }

    void addReserved(final String order, final RiskInstrument instrument, final BigDecimal quantity) {
        if (reserved == null) {
            reserved = new PricedPortfolio(frame);
        }
        reserved.add(order, instrument, quantity);
    }

    /**
     * Says what other accounts of the same owner hold.
     *
     * @param deltas of theirs, by underlying, in minor units.
     * @param sameLots lots of each position's instrument that they hold, long and short added.
     * @param sameCoins lots of each position's coin that they own.
     */
    public void beside(final Exposure deltas, final long[] sameLots, final long[] sameCoins) {
        exposure = deltas;
        lotsOfOthers = sameLots.clone();
        coinsOfOthers = sameCoins.clone();
    }

    @Override
    public Exposure exposure() {
        return exposure;
    }

    @Override
    public long lotsOfOthers(final int index) {
        return index < lotsOfOthers.length ? lotsOfOthers[index] : 0;
    }

    @Override
    public long coinsOfOthers(final int index) {
        return index < coinsOfOthers.length ? coinsOfOthers[index] : 0;
    }

    @Override
    public Holdings reserved() {
        return reserved == null ? Holdings.NONE : reserved;
    }

    /** {@return underlyings and expiries} */
    public RiskFrame frame() {
        return frame;
    }

    @Override
    public int count() {
        return instruments.size();
    }

    @Override
    public RiskInstrument instrument(final int index) {
        return instruments.get(index);
    }

    @Override
    public long lots(final int index) {
        return lots.get(index);
    }

    /**
     * Name of a position's instrument.
     *
     * @param index from 0.
     * @return the name.
     */
    public String name(final int index) {
        return names.get(index);
    }

    /**
     * Size of a position.
     *
     * @param index from 0.
     * @return signed quantity.
     */
    public BigDecimal quantity(final int index) {
        return quantities.get(index);
    }
}
