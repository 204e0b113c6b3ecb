/**
 * Scenario sets: the moves of prices and volatilities under which a portfolio is valued. A set is data: a YAML file with
 * classes, rules and the grid, and CSV files with the joint and the stress block. All figures are exact multiples of
 * 10^-15.
 */
package io.plimsoll.config.scenario;
