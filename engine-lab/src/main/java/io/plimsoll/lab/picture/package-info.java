/**
 * Pictures of a portfolio as SVG, and a page with all of them: profit and margin over moves of price and volatility, what it loses
 * in each scenario, the tail of its losses and who it comes from.
 *
 * <pre>{@code
 * PortfolioPictures pictures = PortfolioPictures.of(
 *         new PortfolioBook(market, portfolio), SurfaceGrid.DEFAULT, (done, all) -> {}, Preset.shipped("plimsoll"));
 * pictures.write(Path.of("out/what-if"));
 * }</pre>
 *
 * <p>Figures are those of {@link io.plimsoll.lab.whatif.WhatIf}; only what lies between two points of a surface is interpolated.
 */
package io.plimsoll.lab.picture;
