/** The audit log of a live engine: what was decided about accounts, money and markets, a line each. */
package io.plimsoll.cli.audit;
