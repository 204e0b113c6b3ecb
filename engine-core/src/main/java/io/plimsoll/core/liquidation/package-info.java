/** The margin-call ladder: which status an assessment means. */
package io.plimsoll.core.liquidation;
