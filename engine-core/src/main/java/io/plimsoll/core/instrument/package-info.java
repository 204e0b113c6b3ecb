/** What is traded and owned: assets, instruments, tables of margin tiers. Terms only; prices live above. */
package io.plimsoll.core.instrument;
