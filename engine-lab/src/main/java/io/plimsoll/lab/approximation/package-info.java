/** Approximations of portfolio risk, to stand beside the full revaluation and never instead of it. */
package io.plimsoll.lab.approximation;
