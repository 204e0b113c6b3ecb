package io.plimsoll.bench.load;

/** A scenario applied to an engine that nobody hosts: no journal, no wire. */
public final class Load {
    private final Scenario scenario;
    private final Venue venue;

    /**
     * Opens the market and the positions.
     *
     * @param scenario what to send.
     */
    public Load(final Scenario scenario) {
        this.scenario = scenario;
        venue = new Venue(scenario.accounts());
        scenario.open(venue::send);
    }

    /** {@return what it sends} */
    public String name() {
        return scenario.name();
    }

    /**
     * Applies the next command.
     *
     * @return events so far, so that nothing can be optimised away.
     */
    public long next() {
        venue.send(scenario.next());
        return venue.events();
    }
}
