/**
 * Our accounts beside the figures of a venue that liquidated them. Our side comes from the engine; the rest is arithmetic of
 * comparison. Agreement is claimed for what agrees and for nothing else.
 */
package io.plimsoll.lab.venue;
