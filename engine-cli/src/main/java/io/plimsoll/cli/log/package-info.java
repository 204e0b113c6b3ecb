/** What the processes of the command line write to their logs, and in which form. */
package io.plimsoll.cli.log;
