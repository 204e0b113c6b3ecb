/** Who owns what: groups, accounts, balances, positions, resting orders, the ledgers of the house. */
package io.plimsoll.core.account;
