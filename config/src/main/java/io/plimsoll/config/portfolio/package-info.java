/** Portfolio files: a market and positions in it, for what-if questions. */
package io.plimsoll.config.portfolio;
