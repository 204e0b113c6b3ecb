package io.plimsoll.gateway;

import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;

/** An agent that does no work once anything has failed, and whose own failure stops everything. */
abstract class GuardedAgent implements Agent {
    private final FailStop failStop;
    private final String role;

    GuardedAgent(final FailStop failStop, final String role) {
        this.failStop = failStop;
        this.role = role;
    }

    /** One round of work. */
    abstract int work();

    @Override
    public final int doWork() {
        if (failStop.failed()) {
            throw new AgentTerminationException();
        }
        try {
            return work();
        } catch (final AgentTerminationException ended) {
            throw ended;
        } catch (final Throwable failure) {
            failStop.onError(failure);
            throw new AgentTerminationException(failure);
        }
    }

    @Override
    public final String roleName() {
        return role;
    }
}
