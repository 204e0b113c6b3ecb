/** The demo: plays a tape through a whole engine as a client of it, and says what the engine did. */
package io.plimsoll.lab.demo;
