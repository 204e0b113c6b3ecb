/** How answers and progress look on a terminal, in a pipe and to a program. */
package io.plimsoll.cli.output;
