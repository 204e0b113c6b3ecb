package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.instrument.Asset;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps of exchange-core's tests, each a command to an engine, and what stands after it: a balance is what no order holds of it,
 * fees are what the ledger of the house has. A balance that the venue finds too small for an order is an order that is refused.
 */
final class ExchangeCoreSuite implements Suite {
    private static final Pattern DEPOSIT = Pattern.compile("deposit (\\w+) (\\d+)");
    private static final Pattern ORDER =
            Pattern.compile("(BID|ASK) (\\d+) @ (\\d+)( reserve \\d+)? (GTC|IOC) on (\\w+)");
    private static final Pattern FILLED = Pattern.compile("filled (\\d+).*");
    private static final Pattern EXACTLY = Pattern.compile(".*= (\\d+) exactly\\)");
    private static final String REFUSED = "RISK_NSF";
    private static final Set<RejectReason> NO_FUNDS =
            Set.of(RejectReason.INSUFFICIENT_BALANCE, RejectReason.INSUFFICIENT_MARGIN);
    private static final Tolerance EQUAL = Tolerance.within(0);

    @Override
    public String name() {
        return "exchange_core_risk";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        final JsonNode instruments = Fields.required(file, "instruments");
        report.each(file, "cases", (each, checks) -> {
            final StepMarket market = new StepMarket(instruments, each);
            int index = 0;
            for (final JsonNode step : Fields.list(each, "steps")) {
                new Step(market, step, "step " + ++index + ": ", checks).run();
            }
        });
    }

    /** One step of a case. */
    private record Step(StepMarket market, JsonNode step, String name, SuiteReport.Case checks) {
        void run() {
            final String actor = Fields.text(step, "actor");
            final String action = Fields.text(step, "action");
            final Matcher deposit = DEPOSIT.matcher(action);
            final Matcher order = ORDER.matcher(action);
            if (deposit.matches()) {
                market.deposit(actor, deposit.group(1), Long.parseLong(deposit.group(2)));
            } else if (order.matches()) {
                order(market.account(actor), order);
            } else if (action.equals("cancel")) {
                market.cancel(market.account(actor));
            } else if (!action.equals("check")) {
                throw new CaseException("'action' is '" + action + "', which is none that is known");
            }
            if (actor.equals(StepMarket.HOUSE)) {
                house();
            } else {
                standing(market.account(actor));
            }
        }

        private void order(final Account account, final Matcher order) {
            final boolean buys = order.group(1).equals("BID");
            final long lots = Long.parseLong(order.group(2));
            final long limit = Long.parseLong(order.group(3));
            final RejectReason reason = market.place(account, buys ? lots : -lots, limit);
            final String expected = step.path("expect").asText("accepted");
            final boolean isAsExpected =
                    expected.equals(REFUSED) ? NO_FUNDS.contains(reason) : reason == RejectReason.NONE;
            if (!isAsExpected) {
                checks.fail(name + "order", expected, reason.name());
                return;
            }
            final Matcher margin = EXACTLY.matcher(expected);
            if (margin.matches()) {
                equal("order margin", Long.parseLong(margin.group(1)), market.orderMargin(account));
            }
            if (order.group(5).equals("IOC") && reason == RejectReason.NONE) {
                filled(expected, market.match(account, buys ? lots : -lots, limit));
            }
        }

        private void filled(final String expected, final long lots) {
            final Matcher filled = FILLED.matcher(expected);
            if (!filled.matches()) {
                throw new CaseException("'expect' is '" + expected + "', not what was filled");
            }
            equal("filled", Long.parseLong(filled.group(1)), lots);
        }

        private void standing(final Account account) {
            for (final Map.Entry<String, JsonNode> balance :
                    step.path("balances").properties()) {
                final Asset asset = market.asset(balance.getKey());
                equal(balance.getKey(), balance.getValue().longValue(), market.free(account, asset));
            }
            expect("position", market.position(account));
            expect("pending_sell", market.open(account, false));
            expect("pending_buy", market.open(account, true));
        }

        private void house() {
            for (final Map.Entry<String, JsonNode> fee : step.path("fees").properties()) {
                final Asset asset = market.asset(fee.getKey());
                equal("fees " + fee.getKey(), fee.getValue().longValue(), market.ledger(LedgerAccount.FEES, asset));
            }
            for (final Map.Entry<String, JsonNode> sum :
                    step.path("client_balance_sum").properties()) {
                final Asset asset = market.asset(sum.getKey());
                equal("balances " + sum.getKey(), sum.getValue().longValue(), market.sumOfBalances(asset));
            }
            expect("open_interest_long", market.openInterest());
        }

        private void expect(final String key, final long actual) {
            checks.expect(step, key, () -> BigDecimal.valueOf(actual), EQUAL);
        }

        private void equal(final String quantity, final long expected, final long actual) {
            checks.expect(name + quantity, BigDecimal.valueOf(expected), BigDecimal.valueOf(actual), EQUAL);
        }
    }
}
