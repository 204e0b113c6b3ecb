/** What the commands show of an engine and of a journal. Reads; changes nothing. */
package io.plimsoll.cli.view;
