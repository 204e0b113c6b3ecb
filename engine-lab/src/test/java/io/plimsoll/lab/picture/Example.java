package io.plimsoll.lab.picture;

import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.PortfolioFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The portfolio that ships, with so little cash that every line of margin status is near. */
final class Example {
    private Example() {}

    static PortfolioBook book() {
        final PortfolioBook shipped = PortfolioFiles.read(Path.of("..", "config", "examples", "portfolio.yaml"));
        return new PortfolioBook(shipped.market(), shipped.portfolio().plusCash(new BigDecimal("-120000")));
    }

    /** Few cells: prices by 5 %, volatilities by 50 %. */
    static SurfaceGrid grid() {
        return new SurfaceGrid(
                List.of(
                        new BigDecimal("-0.30"),
                        new BigDecimal("-0.25"),
                        new BigDecimal("-0.20"),
                        new BigDecimal("-0.15"),
                        new BigDecimal("-0.10"),
                        new BigDecimal("-0.05"),
                        new BigDecimal("0"),
                        new BigDecimal("0.05")),
                List.of(new BigDecimal("-0.5"), new BigDecimal("0"), new BigDecimal("0.5")),
                Optional.empty());
    }
}
