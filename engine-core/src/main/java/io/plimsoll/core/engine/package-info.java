/** The state machine: one method per command, reject reasons, invariants. */
package io.plimsoll.core.engine;
