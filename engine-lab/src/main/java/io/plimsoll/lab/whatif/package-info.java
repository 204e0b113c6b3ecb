/**
 * What a portfolio needs as margin, and why, without any server: a market, a portfolio, one or several margin models.
 *
 * <pre>{@code
 * Market market = Market.at(Instant.parse("2026-11-20T08:00:00Z"))
 *         .withRate(0.04)
 *         .with(UnderlyingMarket.of("BTC", 92_500, 0.024)
 *                 .with(Expiry.of("25DEC26", Instant.parse("2026-12-25T08:00:00Z"), 92_900).with(Smile.flat(0.45))));
 * Portfolio portfolio = Portfolio.ofCash("60000")
 *         .with("BTC-PERP", "1")
 *         .with("BTC-25DEC26-100000-C", "-2");
 * MarginAnswer answer =
 *         WhatIf.margin(portfolio, market, Preset.shipped("plimsoll")).get(0);
 * System.out.println(answer.initial() + " of " + answer.equity().total());
 * ExplanationText.of(answer.tree(), ExplanationText.Detail.SCREEN).forEach(System.out::println);
 * }</pre>
 *
 * <p>Amounts are exact decimals in the margin currency. Prices and volatilities are {@code double}; they become integers in one
 * place, when an instrument is priced, and all that follows is exact.
 */
package io.plimsoll.lab.whatif;
