/** What an account must have and has: one formula for equity, initial and maintenance margin. */
package io.plimsoll.core.margin;
