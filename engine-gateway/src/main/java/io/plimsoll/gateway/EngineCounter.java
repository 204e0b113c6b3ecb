package io.plimsoll.gateway;

import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.sbe.FrameVerdict;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The counters of a live engine: one table for who writes and who reads. Type ids and keys are part of the interface and never
 * given another meaning; labels may change. Counts are since the engine's start.
 */
public enum EngineCounter {
    /** Frames that became commands. */
    FRAMES_ACCEPTED(20_556, "frames_accepted", "frames accepted"),
    /** Frames passed over because one before them was refused. */
    FRAMES_PASSED_OVER(20_557, "frames_passed_over", "frames passed over after a refused one"),
    /** Commands on the ring that journal or engine have not taken. */
    RING_FILL(20_558, "ring_fill_commands", "commands waiting on the ring"),
    /** Last sequence given. */
    SEQUENCED(20_559, "sequenced_seq", "last sequence sequenced"),
    /** Last sequence in the command journal. */
    JOURNALED(20_560, "journaled_seq", "last sequence journaled"),
    /** Last sequence applied. */
    APPLIED(20_561, "applied_seq", "last sequence applied"),
    /** Last sequence whose events have left. */
    RELEASED(20_562, "released_seq", "last sequence released"),
    /** Last sequence on disk. */
    DURABLE(20_563, "durable_seq", "last sequence durable"),
    /** Sessions that are open. */
    SESSIONS(20_564, "sessions", "sessions"),
    /** 1: the machine's clock was set, and ingress stopped. */
    CLOCK_ALARM(20_565, "clock_alarm", "alarm: clock was set, ingress stopped"),
    /** Number of this start. */
    EPOCH(20_566, "epoch", "epoch"),
    /** Id of the engine's process. */
    PROCESS(20_567, "process_id", "process id"),
    /** When the engine became ready, ms since 1970. */
    START_TIME(20_568, "start_time_ms", "start time, ms since 1970"),
    /** When ingress last went round, ms since 1970; moved every 100 ms. */
    HEARTBEAT(20_569, "heartbeat_ms", "heartbeat, ms since 1970"),
    /** Time of the last command sequenced, as the sequencer's clock has it, ns since 1970. */
    LAST_COMMAND_TIME(20_570, "last_command_time_ns", "time of the last command, ns since 1970"),
    /** Room of the ring. */
    RING_SIZE(20_571, "ring_size_commands", "commands that the ring holds"),
    /** Bytes of events that wait between engine and egress. */
    OUTBOUND_FILL(20_572, "outbound_fill_bytes", "bytes waiting on the outbound ring"),
    /** Room of the outbound ring. */
    OUTBOUND_SIZE(20_573, "outbound_size_bytes", "bytes that the outbound ring holds"),
    /** Bytes of command records, envelopes with them. */
    COMMAND_BYTES(20_574, "journal_command_bytes", "bytes of commands journaled"),
    /** Bytes of event records, envelopes with them. */
    EVENT_BYTES(20_575, "journal_event_bytes", "bytes of events journaled"),
    /** Events written to the event journal and let out. */
    EVENTS_RELEASED(20_576, "events_released", "events released"),
    /** Commands that the engine rejected for a reason. */
    COMMANDS_REJECTED(20_577, "commands_rejected", "commands rejected"),
    /** Alarms of the engine. */
    ALARMS(20_578, "alarms", "alarms"),
    /** Forces of the journal to disk. */
    FORCES(20_579, "forces", "forces of the journal to disk"),
    /** How long the last force took. */
    FORCE_LAST(20_580, "force_last_ns", "last force, ns"),
    /** Longest force of the last second in which there was one. */
    FORCE_MAX(20_581, "force_max_ns", "longest force of the last second, ns"),
    /** Commands applied in the last second. */
    COMMANDS_PER_SECOND(20_582, "commands_per_s", "commands per second"),
    /** Events released in the last second. */
    EVENTS_PER_SECOND(20_583, "events_per_s", "events per second"),
    /** Bytes journaled in the last second, commands and events. */
    JOURNAL_BYTES_PER_SECOND(20_584, "journal_bytes_per_s", "journal bytes per second"),
    /** Sequenced to applied, last second, half of the commands are below. */
    APPLIED_P50(20_585, "applied_p50_ns", "sequenced to applied, p50, ns"),
    /** Sequenced to applied, 99 of 100. */
    APPLIED_P99(20_586, "applied_p99_ns", "sequenced to applied, p99, ns"),
    /** Sequenced to applied, 999 of 1,000. */
    APPLIED_P999(20_587, "applied_p999_ns", "sequenced to applied, p99.9, ns"),
    /** Sequenced to applied, longest. */
    APPLIED_MAX(20_588, "applied_max_ns", "sequenced to applied, max, ns"),
    /** Sequenced to released, last second, half of the commands are below. */
    RELEASED_P50(20_589, "released_p50_ns", "sequenced to released, p50, ns"),
    /** Sequenced to released, 99 of 100. */
    RELEASED_P99(20_590, "released_p99_ns", "sequenced to released, p99, ns"),
    /** Sequenced to released, 999 of 1,000. */
    RELEASED_P999(20_591, "released_p999_ns", "sequenced to released, p99.9, ns"),
    /** Sequenced to released, longest. */
    RELEASED_MAX(20_592, "released_max_ns", "sequenced to released, max, ns"),
    /** 1: rows are due or being made, and the host sequences slices of that work. */
    REVALUATION_PENDING(20_593, "revaluation_pending", "revaluation under way"),
    /** Times that the rows of an underlying were replaced. */
    REVALUATIONS(20_594, "revaluations", "revaluations of an underlying"),
    /** Checks of orders that a bound decided. */
    ORDERS_BY_BOUND(20_595, "orders_by_bound", "orders checked by the bound"),
    /** Checks of orders that needed the whole requirement. */
    ORDERS_IN_FULL(20_596, "orders_in_full", "orders checked in full"),
    /** Refused: shorter than its block. */
    REFUSED_TOO_SHORT(20_602, "refused_too_short", "frames refused: TOO_SHORT"),
    /** Refused: longer than a command. */
    REFUSED_TOO_LONG(20_603, "refused_too_long", "frames refused: TOO_LONG"),
    /** Refused: another schema. */
    REFUSED_WRONG_SCHEMA(20_604, "refused_wrong_schema", "frames refused: WRONG_SCHEMA"),
    /** Refused: another version. */
    REFUSED_WRONG_VERSION(20_605, "refused_wrong_version", "frames refused: WRONG_VERSION"),
    /** Refused: no command. */
    REFUSED_UNKNOWN_TEMPLATE(20_606, "refused_unknown_template", "frames refused: UNKNOWN_TEMPLATE"),
    /** Refused: block of another length. */
    REFUSED_WRONG_BLOCK_LENGTH(20_607, "refused_wrong_block_length", "frames refused: WRONG_BLOCK_LENGTH"),
    /** Refused: a group that does not fit. */
    REFUSED_BAD_GROUP(20_608, "refused_bad_group", "frames refused: BAD_GROUP"),
    /** Refused: a value that its enum does not name. */
    REFUSED_BAD_ENUM(20_609, "refused_bad_enum", "frames refused: BAD_ENUM"),
    /** Refused: not this role's to send. */
    REFUSED_NOT_ALLOWED(20_610, "refused_not_allowed", "frames refused: NOT_ALLOWED"),
    /** Refused: not the session's source. */
    REFUSED_WRONG_SOURCE(20_611, "refused_wrong_source", "frames refused: WRONG_SOURCE"),
    /** Refused: no session. */
    REFUSED_NOT_CONNECTED(20_612, "refused_not_connected", "frames refused: NOT_CONNECTED"),
    /** Refused: the ring is full. */
    REFUSED_BACK_PRESSURE(20_613, "refused_back_pressure", "frames refused: BACK_PRESSURE"),
    /** Refused: ingress has stopped. */
    REFUSED_ENGINE_STOPPED(20_614, "refused_engine_stopped", "frames refused: ENGINE_STOPPED"),
    /** Accounts in good standing. */
    ACCOUNTS_NORMAL(20_641, "accounts_normal", "accounts: NORMAL"),
    /** Accounts that may only reduce. */
    ACCOUNTS_NO_NEW_RISK(20_642, "accounts_no_new_risk", "accounts: NO_NEW_RISK"),
    /** Accounts asked for collateral. */
    ACCOUNTS_MARGIN_CALL(20_643, "accounts_margin_call", "accounts: MARGIN_CALL"),
    /** Accounts to be closed out. */
    ACCOUNTS_LIQUIDATION(20_644, "accounts_liquidation", "accounts: LIQUIDATION"),
    /** Accounts for the backstop. */
    ACCOUNTS_BACKSTOP(20_645, "accounts_backstop", "accounts: BACKSTOP"),
    /** Accounts below zero. */
    ACCOUNTS_BANKRUPT(20_646, "accounts_bankrupt", "accounts: BANKRUPT");

    private static final String LABEL_START = "plimsoll ";
    private static final int REFUSED = 20_600;
    private static final int ACCOUNTS = 20_640;
    private static final Map<Integer, EngineCounter> BY_TYPE = byType();

    private final int typeId;
    private final String key;
    private final String label;

    EngineCounter(final int typeId, final String key, final String label) {
        this.typeId = typeId;
        this.key = key;
        this.label = label;
    }

    private static Map<Integer, EngineCounter> byType() {
        final Map<Integer, EngineCounter> map = new HashMap<>();
        for (final EngineCounter counter : values()) {
            map.put(counter.typeId, counter);
        }
        return Collections.unmodifiableMap(map);
    }

    /** {@return type of the Aeron counter} */
    public int typeId() {
        return typeId;
    }

    /** {@return name for programs: snake case, the unit at its end} */
    public String key() {
        return key;
    }

    /** {@return label of the Aeron counter, for people} */
    public String label() {
        return LABEL_START + label;
    }

    /**
     * Looks a counter up.
     *
     * @param typeId of an Aeron counter.
     * @return the counter, or null if it is none of the engine's.
     */
    public static EngineCounter byTypeId(final int typeId) {
        return BY_TYPE.get(typeId);
    }

    /**
     * Counter of the frames refused for a cause.
     *
     * @param verdict the cause; not {@link FrameVerdict#ACCEPTED}.
     * @return the counter.
     */
    public static EngineCounter refused(final FrameVerdict verdict) {
        return BY_TYPE.get(REFUSED + verdict.value());
    }

    /**
     * Counter of the accounts at a place of the ladder, the error account among them.
     *
     * @param status the place.
     * @return the counter.
     */
    public static EngineCounter accounts(final MarginStatus status) {
        return BY_TYPE.get(ACCOUNTS + status.code());
    }
}
