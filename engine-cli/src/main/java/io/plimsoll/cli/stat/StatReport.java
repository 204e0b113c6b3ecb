package io.plimsoll.cli.stat;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.gateway.EngineCounter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** A live engine for people: a screen full, or a line. */
public final class StatReport {
    private static final int MICRO_SCALE = 3;
    private static final long SECOND_MS = 1_000;

    private StatReport() {}

    /**
     * The screen.
     *
     * @param stat to show.
     * @return the report.
     */
    public static Report of(final EngineStat stat) {
        final Report report = new Report()
                .field("engine", state(stat))
                .field("aeron", stat.aeronDirectory() + ", process " + stat.of(EngineCounter.PROCESS))
                .field(
                        "rate",
                        Texts.count(stat.of(EngineCounter.COMMANDS_PER_SECOND)) + " commands/s, "
                                + Texts.count(stat.of(EngineCounter.EVENTS_PER_SECOND)) + " events/s, journal "
                                + Texts.count(stat.of(EngineCounter.JOURNAL_BYTES_PER_SECOND)) + " bytes/s")
                .field("ring", fill(stat, EngineCounter.RING_FILL, EngineCounter.RING_SIZE, "commands"))
                .field("outbound", fill(stat, EngineCounter.OUTBOUND_FILL, EngineCounter.OUTBOUND_SIZE, "bytes"))
                .field(
                        "disk",
                        Texts.count(stat.of(EngineCounter.FORCES)) + " forces, the last took "
                                + micros(stat.of(EngineCounter.FORCE_LAST)) + " us, the longest of a second "
                                + micros(stat.of(EngineCounter.FORCE_MAX)) + " us")
                .field("journaled", journaled(stat))
                .field("last command", Texts.time(stat.of(EngineCounter.LAST_COMMAND_TIME)))
                .field("sessions", stat.of(EngineCounter.SESSIONS))
                .field("rejected", Texts.count(stat.of(EngineCounter.COMMANDS_REJECTED)) + " commands")
                .field("refused", refused(stat))
                .field("revaluation", revaluation(stat))
                .field(
                        "order checks",
                        Texts.count(stat.of(EngineCounter.ORDERS_BY_BOUND)) + " by the bound, "
                                + Texts.count(stat.of(EngineCounter.ORDERS_IN_FULL)) + " in full")
                .field("alarms", alarms(stat));
        return report.table(sequences(stat)).table(latency(stat)).table(accounts(stat));
    }

    /**
     * A line for those who keep many.
     *
     * @param stat to show.
     * @return names and values.
     */
    public static String line(final EngineStat stat) {
        return Texts.time(stat.nowMs() * 1_000_000) + ' ' + (stat.isAlive() ? "alive" : "NOT-ALIVE")
                + " epoch " + stat.of(EngineCounter.EPOCH)
                + " seq " + stat.of(EngineCounter.SEQUENCED)
                + " release-lag " + stat.behind(EngineCounter.RELEASED)
                + " durable-lag " + stat.behind(EngineCounter.DURABLE)
                + " commands/s " + stat.of(EngineCounter.COMMANDS_PER_SECOND)
                + " events/s " + stat.of(EngineCounter.EVENTS_PER_SECOND)
                + " journal-bytes/s " + stat.of(EngineCounter.JOURNAL_BYTES_PER_SECOND)
                + " ring-% " + stat.percent(EngineCounter.RING_FILL, EngineCounter.RING_SIZE)
                + " outbound-% " + stat.percent(EngineCounter.OUTBOUND_FILL, EngineCounter.OUTBOUND_SIZE)
                + " released-p50-us " + micros(stat.of(EngineCounter.RELEASED_P50))
                + " released-p99-us " + micros(stat.of(EngineCounter.RELEASED_P99))
                + " force-us " + micros(stat.of(EngineCounter.FORCE_LAST))
                + " sessions " + stat.of(EngineCounter.SESSIONS)
                + " refused " + stat.refused()
                + " rejected " + stat.of(EngineCounter.COMMANDS_REJECTED)
                + " alarms " + (stat.of(EngineCounter.ALARMS) + stat.of(EngineCounter.CLOCK_ALARM));
    }

    /**
     * Whether it lives, since when.
     *
     * @param stat to show.
     * @return some words.
     */
    public static String state(final EngineStat stat) {
        return (stat.isAlive() ? "alive" : "NOT ALIVE") + ", heartbeat " + Texts.count(stat.heartbeatAgeMs())
                + " ms ago, epoch " + stat.of(EngineCounter.EPOCH) + ", up " + time(stat.uptimeMs());
    }

    private static String time(final long ms) {
        final Duration up = Duration.ofSeconds(ms / SECOND_MS);
        return String.format(
                Locale.ROOT,
                "%d d %02d:%02d:%02d",
                up.toDays(),
                up.toHoursPart(),
                up.toMinutesPart(),
                up.toSecondsPart());
    }

    private static String fill(
            final EngineStat stat, final EngineCounter fill, final EngineCounter size, final String unit) {
        return stat.percent(fill, size) + " % full, " + Texts.count(stat.of(fill)) + " of " + Texts.count(stat.of(size))
                + ' ' + unit;
    }

    private static String journaled(final EngineStat stat) {
        return Texts.count(stat.of(EngineCounter.COMMAND_BYTES)) + " bytes of commands, "
                + Texts.count(stat.of(EngineCounter.EVENT_BYTES)) + " bytes of events, "
                + Texts.count(stat.of(EngineCounter.EVENTS_RELEASED)) + " events";
    }

    private static String refused(final EngineStat stat) {
        final StringBuilder causes = new StringBuilder();
        for (final Map.Entry<EngineCounter, Long> entry : stat.values().entrySet()) {
            if (entry.getKey().name().startsWith("REFUSED_") && entry.getValue() > 0) {
                causes.append(causes.isEmpty() ? ": " : ", ")
                        .append(entry.getKey().name().substring("REFUSED_".length()))
                        .append(' ')
                        .append(Texts.count(entry.getValue()));
            }
        }
        return Texts.count(stat.refused()) + " frames" + causes + "; accepted "
                + Texts.count(stat.of(EngineCounter.FRAMES_ACCEPTED)) + ", passed over "
                + Texts.count(stat.of(EngineCounter.FRAMES_PASSED_OVER));
    }

    private static String revaluation(final EngineStat stat) {
        return Texts.count(stat.of(EngineCounter.REVALUATIONS)) + " since the start, "
                + (stat.of(EngineCounter.REVALUATION_PENDING) == 0 ? "none under way" : "one under way");
    }

    private static String alarms(final EngineStat stat) {
        return stat.of(EngineCounter.ALARMS)
                + (stat.of(EngineCounter.CLOCK_ALARM) == 0 ? "" : "; THE CLOCK WAS SET, no commands are taken");
    }

    private static Rows sequences(final EngineStat stat) {
        final Rows rows = new Rows("sequences", "reached", "sequence", "behind");
        for (final EngineCounter counter : new EngineCounter[] {
            EngineCounter.SEQUENCED,
            EngineCounter.JOURNALED,
            EngineCounter.APPLIED,
            EngineCounter.RELEASED,
            EngineCounter.DURABLE
        }) {
            rows.add(
                    counter.name().toLowerCase(Locale.ROOT),
                    Texts.count(stat.of(counter)),
                    Texts.count(stat.behind(counter)));
        }
        return rows;
    }

    private static Rows latency(final EngineStat stat) {
        return new Rows("latency in us", "from sequenced to", "p50", "p99", "p99.9", "max")
                .add(
                        "applied",
                        micros(stat.of(EngineCounter.APPLIED_P50)),
                        micros(stat.of(EngineCounter.APPLIED_P99)),
                        micros(stat.of(EngineCounter.APPLIED_P999)),
                        micros(stat.of(EngineCounter.APPLIED_MAX)))
                .add(
                        "released",
                        micros(stat.of(EngineCounter.RELEASED_P50)),
                        micros(stat.of(EngineCounter.RELEASED_P99)),
                        micros(stat.of(EngineCounter.RELEASED_P999)),
                        micros(stat.of(EngineCounter.RELEASED_MAX)));
    }

    private static Rows accounts(final EngineStat stat) {
        final Rows rows = new Rows("accounts by status", "status", "accounts");
        for (final MarginStatus status : MarginStatus.values()) {
            rows.add(status, Texts.count(stat.of(EngineCounter.accounts(status))));
        }
        return rows;
    }

    /** Tenths are enough. */
    private static String micros(final long ns) {
        return BigDecimal.valueOf(ns, MICRO_SCALE)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
