package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Accounts;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.instrument.FeeSchedule;

/** Commands about fee schedules, and who has which. */
public final class FeeCommands {
    private final EngineState state;
    private final CommandContext context;

    FeeCommands(final EngineState state, final CommandContext context) {
        this.state = state;
        this.context = context;
    }

    /**
     * Defines a schedule, or replaces its rates for trades to come.
     *
     * @param id from 1.
     * @param makerPpm rate of a maker; negative: a rebate.
     * @param takerPpm rate of a taker.
     * @return why not, or NONE.
     */
    public RejectReason onDefineFeeSchedule(final int id, final int makerPpm, final int takerPpm) {
        final FeeSchedule known = state.feeSchedules().get(id);
        if (id < 1) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        if (known == null && state.feeSchedules().isFull()) {
            return context.reject(RejectReason.LIMIT_REACHED, FeeSchedule.SCHEDULES_MAX);
        }
        if (!FeeSchedule.areValid(makerPpm, takerPpm)) {
            return RejectReason.RATE_OUT_OF_RANGE;
        }
        // The command is valid from here on: state is written only below this line.
        final FeeSchedule schedule = known == null ? new FeeSchedule(id) : known;
        final long before = known == null ? 0 : known.hash();
        schedule.set(makerPpm, takerPpm);
        if (known == null) {
            state.feeSchedules().add(id, schedule);
        }
        state.hash().replace(before, schedule.hash());
        context.events().onDefined(Definition.FEE_SCHEDULE, id);
        return RejectReason.NONE;
    }

    /**
     * Gives an account or a group a schedule. That of the account comes before that of its group.
     *
     * @param accountId the account; 0: the group is given.
     * @param groupId the group; 0: the account is given.
     * @param scheduleId the schedule; 0: none of its own any more.
     * @return why not, or NONE.
     */
    public RejectReason onAssign(final long accountId, final long groupId, final int scheduleId) {
        final Accounts accounts = state.accounts();
        if ((accountId == 0) == (groupId == 0)) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        final Account account = accountId == 0 ? null : accounts.account(accountId);
        final Group group = groupId == 0 ? null : accounts.group(groupId);
        if (account == null && accountId != 0) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (group == null && groupId != 0) {
            return RejectReason.UNKNOWN_GROUP;
        }
        final FeeSchedule schedule = state.feeSchedules().get(scheduleId);
        if (schedule == null && scheduleId != 0) {
            return RejectReason.UNKNOWN_FEE_SCHEDULE;
        }
        // The command is valid from here on: state is written only below this line.
        if (account != null) {
            accounts.feeSchedule(account, schedule);
        } else {
            accounts.feeSchedule(group, schedule);
        }
        context.events().money().onFeeScheduleAssigned(accountId, groupId, scheduleId, context.source());
        return RejectReason.NONE;
    }
}
