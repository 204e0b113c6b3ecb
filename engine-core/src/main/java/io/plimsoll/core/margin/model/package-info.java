/** Margin models as data: charges over scenario blocks and positions, and how they combine. */
package io.plimsoll.core.margin.model;
