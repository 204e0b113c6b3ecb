/** The live host: Aeron in and out, the ring, the journal, sessions, and the fail-stop. No margin logic. */
package io.plimsoll.gateway;
