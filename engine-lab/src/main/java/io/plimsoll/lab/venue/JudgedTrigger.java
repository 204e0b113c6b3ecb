package io.plimsoll.lab.venue;

import io.plimsoll.lab.tape.VenueLiquidation;

/**
 * A trigger of ours and whether the venue did the same.
 *
 * @param trigger ours.
 * @param verdict what is known of the venue.
 * @param nearest the venue's row that is nearest in time for this account; null: it listed none within six hours.
 */
public record JudgedTrigger(Trigger trigger, Verdict verdict, VenueLiquidation nearest) {
    private static final long NEAR_NS = 6 * 3_600_000_000_000L;

    /** What is known of the venue. */
    public enum Verdict {
        /** The account holds nothing: what its close-out or its last trade cost was more than it had. */
        FLAT("the account holds nothing any more and owes: its close-out, or its last trade, cost more than it had"),

        /** The venue listed a liquidation of this account within six hours. */
        LISTED("the venue listed a liquidation of this account within 6 h"),

        /** The venue listed none, but the tape shows that its liquidator took a position over from this account. */
        CLOSED_OUT_ON_TAPE("not listed, but the tape shows a close-out of this account within 6 h"),

        /** After the end of the venue's list: nothing is known. */
        AFTER_LIST("after the end of the venue's list"),

        /** The account is the venue's own liquidator. */
        LIQUIDATOR("the account is the venue's own liquidator; its money is not on the tape"),

        /** The account never paid in on the tape. */
        NO_DEPOSIT("no deposit of this account on the tape"),

        /** The account paid in and the venue did not liquidate it. */
        VENUE_HAS_NONE(
                "the venue has none: our mark or our equity differs (no oracle marks, fees or funding on the tape)");

        private final String sentence;

        Verdict(final String sentence) {
            this.sentence = sentence;
        }

        /** {@return the verdict for the user} */
        public String sentence() {
            return sentence;
        }
    }

    /**
     * Whether a row of the venue's list is about the account of a trigger that holds positions, within six hours. A trigger of
     * an account that holds nothing any more follows from the close-out; it foretells nothing.
     *
     * @param trigger ours; account ids are account indexes + 1.
     * @param listed the venue's.
     * @return true when so.
     */
    public static boolean isNear(final Trigger trigger, final VenueLiquidation listed) {
        return trigger.notional() > 0
                && trigger.account() == listed.account() + 1
                && distanceNs(trigger, listed.timeNs()) <= NEAR_NS;
    }

    static boolean isNear(final Trigger trigger, final long timeNs) {
        return distanceNs(trigger, timeNs) <= NEAR_NS;
    }

    static long distanceNs(final Trigger trigger, final long timeNs) {
        return Math.abs(trigger.timeNs() - timeNs);
    }
}
