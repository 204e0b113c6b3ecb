/** Margin models on disk: presets are files. */
package io.plimsoll.config.model;
