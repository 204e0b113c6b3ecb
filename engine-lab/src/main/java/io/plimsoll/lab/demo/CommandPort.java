package io.plimsoll.lab.demo;

import io.plimsoll.client.AssetTerms;
import io.plimsoll.client.InstrumentTerms;
import io.plimsoll.client.Result;
import io.plimsoll.client.Tier;
import java.util.List;

/**
 * The commands that the demo sends, and the work of hearing the answers. One thread calls everything. Each send answers as
 * the client does; only {@link Result#SENT} sent something.
 */
public interface CommandPort extends AutoCloseable {
    /**
     * Receives what has arrived and calls the {@link EngineNews} with it.
     *
     * @return how much was done; 0: nothing.
     */
    int poll();

    /** {@return number that the last sent command got} */
    long lastSourceSequence();

    /**
     * Defines an asset.
     *
     * @param terms of it.
     * @return what became of the send.
     */
    Result defineAsset(AssetTerms terms);

    /**
     * Defines a table of margin tiers.
     *
     * @param table id.
     * @param tiers ascending.
     * @return what became of the send.
     */
    Result defineTiers(int table, List<Tier> tiers);

    /**
     * Defines an instrument.
     *
     * @param terms of it.
     * @return what became of the send.
     */
    Result defineInstrument(InstrumentTerms terms);

    /**
     * Defines a group.
     *
     * @param group id.
     * @return what became of the send.
     */
    Result defineGroup(long group);

    /**
     * Defines a cross account.
     *
     * @param account id.
     * @param group its owner.
     * @return what became of the send.
     */
    Result defineAccount(long account, long group);

    /**
     * Sets an index price.
     *
     * @param asset of which.
     * @param price margin currency per whole unit x 10^10.
     * @return what became of the send.
     */
    Result indexPrice(int asset, long price);

    /**
     * Money came in.
     *
     * @param account to credit.
     * @param asset of which.
     * @param amount minor units.
     * @return what became of the send.
     */
    Result deposit(long account, int asset, long amount);

    /**
     * Asks to take money out.
     *
     * @param account to debit.
     * @param asset of which.
     * @param amount minor units.
     * @return what became of the send.
     */
    Result withdraw(long account, int asset, long amount);

    /**
     * Sets a mark price.
     *
     * @param instrument of which.
     * @param ticks price.
     * @return what became of the send.
     */
    Result mark(int instrument, long ticks);

    /**
     * Reports a trade without orders and fees.
     *
     * @param trade its figures.
     * @return what became of the send.
     */
    Result trade(Deal trade);

    /**
     * Moves time on.
     *
     * @param timeNs new time.
     * @return what became of the send.
     */
    Result advanceTime(long timeNs);

    /**
     * Asks for the state hash.
     *
     * @return what became of the send.
     */
    Result checkpoint();

    @Override
    void close();
}
