/** By how much initial margins rise day by day because prices, volatilities, models or parameters change, not because accounts trade. */
package io.plimsoll.lab.procyclicality;
