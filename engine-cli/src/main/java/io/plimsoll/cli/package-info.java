/** The {@code plimsoll} command: one class a command, each joining what the other modules do. */
package io.plimsoll.cli;
