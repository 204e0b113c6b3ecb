/** Figures as people read them. */
package io.plimsoll.lab.text;
