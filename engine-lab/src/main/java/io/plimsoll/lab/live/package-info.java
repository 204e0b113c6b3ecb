/** Scenario sets, margin models and surfaces as the live engine takes them, and its accounts as what-if does. */
package io.plimsoll.lab.live;
