/** Margins of portfolios without a server: markets, positions, presets, and the tree of what decides. */
package io.plimsoll.lab.margin;
