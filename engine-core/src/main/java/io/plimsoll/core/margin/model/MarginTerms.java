package io.plimsoll.core.margin.model;

/** Names of the nodes that every margin model has. */
public final class MarginTerms {
    /** Scenario risk, R. */
    public static final String RISK = "risk";

    /** Add-ons of both margins. */
    public static final String ADD_ONS = "add-ons";

    /** Add-ons of the maintenance margin only. */
    public static final String MAINTENANCE_ADD_ONS = "maintenance add-ons";

    /** Add-ons of the initial margin only. */
    public static final String INITIAL_ADD_ONS = "initial add-ons";

    /** The maintenance margin. */
    public static final String MAINTENANCE = "maintenance margin";

    /** The initial margin. */
    public static final String INITIAL = "initial margin";

    /** What the initial margin is where the maintenance margin is not larger. */
    public static final String INITIAL_OF_RISK = "of risk and add-ons";

    /** A multiple of the scenario risk. */
    public static final String FACTOR = "factor";

    private MarginTerms() {}
}
