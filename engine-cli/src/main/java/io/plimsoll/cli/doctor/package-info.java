/** Checks of the machine an engine is to run on; each is a small class that gets its facts from {@link io.plimsoll.cli.doctor.Machine}. */
package io.plimsoll.cli.doctor;
