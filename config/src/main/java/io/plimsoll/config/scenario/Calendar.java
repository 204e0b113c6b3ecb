package io.plimsoll.config.scenario;

/** Days on which a joint block has a scenario. */
public enum Calendar {
    /** Every day follows the day before it. */
    EVERY_DAY,
    /** Monday to Friday; a break may be as long as five days. */
    WEEKDAYS
}
