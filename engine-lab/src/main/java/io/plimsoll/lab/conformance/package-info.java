/** Published margin numbers run through the engine's own code. */
package io.plimsoll.lab.conformance;
