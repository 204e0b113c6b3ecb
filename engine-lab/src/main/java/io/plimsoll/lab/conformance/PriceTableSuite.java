package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values and greeks of calls and puts over a wide ladder of spot prices, a row a spot. */
final class PriceTableSuite implements Suite {
    private static final double ABSOLUTE = 2e-6;
    private static final Set<String> INPUTS = Set.of("id", "spot", "strike", "r", "q", "t", "vol", "enforced");

    @Override
    public String name() {
        return "black_scholes_table";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        final Tolerance tolerance = Tolerance.within(Fields.real(file.path("tolerance"), "absolute", ABSOLUTE));
        final List<JsonNode> columns = Fields.list(file, "columns");
        int index = 0;
        for (final JsonNode row : Fields.list(file, "rows")) {
            final ObjectNode named = JsonNodeFactory.instance.objectNode();
            for (int column = 0; column < Math.min(columns.size(), row.size()); column++) {
                named.set(columns.get(column).asText(), row.get(column));
            }
            report.one(named, "rows[" + index++ + "]", (each, checks) -> {
                if (!(row instanceof ArrayNode) || row.size() != columns.size()) {
                    throw new CaseException(
                            "a row of " + row.size() + " numbers; there are " + columns.size() + " columns");
                }
                check(each, checks, tolerance);
            });
        }
    }

    private static void check(final JsonNode row, final SuiteReport.Case checks, final Tolerance tolerance) {
        final SpotOption call = SpotOption.of(row, true);
        final SpotOption put = SpotOption.of(row, false);
        for (final Map.Entry<String, JsonNode> cell : row.properties()) {
            final String column = cell.getKey();
            if (INPUTS.contains(column)) {
                continue;
            }
            final Optional<Double> actual = quantity(call, put, column);
            if (actual.isPresent()) {
                checks.expect(column, Fields.number(column, cell.getValue()), Fields.result(actual.get()), tolerance);
            } else {
                checks.unsupported("the column '" + column + "' is not known");
            }
        }
    }

    /** A column names a quantity and, where they differ, the side. */
    private static Optional<Double> quantity(final SpotOption call, final SpotOption put, final String column) {
        if (column.equals("call") || column.equals("put")) {
            return (column.equals("call") ? call : put).quantity("value");
        }
        if (column.endsWith("_put")) {
            return put.quantity(column.substring(0, column.length() - "_put".length()));
        }
        return call.quantity(
                column.endsWith("_call") ? column.substring(0, column.length() - "_call".length()) : column);
    }
}
