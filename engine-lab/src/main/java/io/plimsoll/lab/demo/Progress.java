package io.plimsoll.lab.demo;

/** Shows how far the demo is. */
public interface Progress {
    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void show(final long done, final long total, final long perSecond, final RoundTrips roundTrips) {}

        @Override
        public void clear() {}

        @Override
        public void done() {}
    };

    /**
     * Shows how far it is.
     *
     * @param done events played.
     * @param total events of the tape.
     * @param perSecond commands answered per second so far.
     * @param roundTrips times so far.
     */
    void show(long done, long total, long perSecond, RoundTrips roundTrips);

    /** Makes room for a line of other output. */
    void clear();

    /** Ends the display. */
    void done();
}
