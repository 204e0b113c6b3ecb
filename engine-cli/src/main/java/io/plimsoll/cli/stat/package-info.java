/** What a live engine shows of itself, as people and programs read it. */
package io.plimsoll.cli.stat;
