package io.plimsoll.config.scenario;

/**
 * What has a price of its own.
 *
 * @param symbol such as {@code BTC}.
 * @param riskClass it belongs to.
 */
public record Underlying(String symbol, RiskClass riskClass) {}
