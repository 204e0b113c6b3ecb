package io.plimsoll.lab.demo;

import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.venue.Trigger;
import io.plimsoll.lab.venue.VenueReport;
import io.plimsoll.sbe.RejectReason;
import java.util.List;
import java.util.Map;

/**
 * What a demo did.
 *
 * @param tape that was played.
 * @param commands of the tape that were answered, without definitions.
 * @param elapsedNs from the first command of the tape to the last answer.
 * @param window commands in flight at most.
 * @param roundTrips times from sending to hearing the completion.
 * @param marginCalls all of them, in order.
 * @param triggers all of them, in order.
 * @param withdrawals all of them, in order.
 * @param rejections refused commands other than withdrawals, by reason.
 * @param alarms of the engine.
 * @param venue beside the venue's list; null: the tape has none.
 * @param lastSequence last command that the state hash is after.
 * @param stateHash at the end, as the engine gave it.
 * @param replay of the journal in a fresh process.
 */
public record DemoResult(
        Tape tape,
        long commands,
        long elapsedNs,
        int window,
        RoundTrips roundTrips,
        List<MarginCall> marginCalls,
        List<Trigger> triggers,
        List<Withdrawal> withdrawals,
        Map<RejectReason, Integer> rejections,
        int alarms,
        VenueReport venue,
        long lastSequence,
        long stateHash,
        EngineHost.ReplayVerdict replay) {

    /** {@return whether the replay is equal and the notional agrees at enough of the venue's liquidations} */
    public boolean isGood() {
        return replay.equal() && (venue == null || venue.agrees());
    }
}
