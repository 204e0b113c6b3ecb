package io.plimsoll.cli.doctor;

/**
 * What a check found.
 *
 * @param verdict the outcome.
 * @param found what is there.
 * @param remedy what to do; empty when there is nothing to do.
 */
public record Finding(Verdict verdict, String found, String remedy) {
    static Finding ok(final String found) {
        return new Finding(Verdict.OK, found, "");
    }

    static Finding warn(final String found, final String remedy) {
        return new Finding(Verdict.WARN, found, remedy);
    }

    static Finding fail(final String found, final String remedy) {
        return new Finding(Verdict.FAIL, found, remedy);
    }

    static Finding notCheckedOn(final Machine machine) {
        return new Finding(Verdict.SKIP, "not checked on " + machine.os(), "");
    }
}
