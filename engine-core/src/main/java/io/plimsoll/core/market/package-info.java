/** What the market says: index prices, mark prices, market status. */
package io.plimsoll.core.market;
