/** Joins configuration, gateway, journal and lab: makes settings of files, and runs engines in processes of their own. */
package io.plimsoll.cli.host;
