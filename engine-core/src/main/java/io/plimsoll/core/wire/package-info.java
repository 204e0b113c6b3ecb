/** SBE to engine and back: the only package that sees codecs. */
package io.plimsoll.core.wire;
