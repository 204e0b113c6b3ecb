package io.plimsoll.core.wire;

import io.plimsoll.core.engine.CommandFamily;
import io.plimsoll.core.engine.Role;

/** Which role may send which command, for the edge: the engine asks the same rule again. */
public final class Roles {
    private Roles() {}

    /**
     * Whether a source of a role may send a command.
     *
     * @param role of the source.
     * @param templateId message id of a command.
     * @return true when it may.
     */
    public static boolean maySend(final Role role, final int templateId) {
        return role.maySend(CommandFamily.of(templateId));
    }
}
