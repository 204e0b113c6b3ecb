package io.plimsoll.gateway;

import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.Result;
import io.plimsoll.client.TradeReport;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.Side;

/** An endless stream of commands of an administrator, each given by its number alone: two accounts that trade and pay. */
final class TestStream {
    /** Commands of the opening: a group, two accounts. */
    private static final int OPENING = 3;

    private static final int KINDS = 8;
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final long MILLI_NS = 1_000_000L;

    private final TradeReport report = new TradeReport();

    /** Sends command number {@code n}, from 1. */
    Result send(final PlimsollClient client, final long n) {
        if (n == 1) {
            return client.admin().defineGroup(1);
        }
        if (n <= OPENING) {
            return client.admin().defineAccount(n - 1, 1, MarginMode.CROSS);
        }
        final long price = 20_000 + n % 97;
        final long buyer = 1 + n % 2;
        return switch ((int) (n % KINDS)) {
            case 0 -> client.admin().advanceTime(START_NS + n * MILLI_NS);
            case 1 -> client.deposit(buyer, TestGenesis.USDC, 50_000_000_000L + n);
            case 2 -> client.markPrice(TestGenesis.BTC_PERP, price);
            case 3 ->
                client.trade(report.trade(TestGenesis.BTC_PERP, n, price, 1 + n % 3, Side.BUY)
                        .buyer(buyer, 0, 100)
                        .seller(3 - buyer, 0, -50));
            case 4 -> client.placeOrder(TestGenesis.BTC_PERP, buyer, n, Side.BUY, 1, price, false);
            case 5 -> client.cancelOrder(3 - buyer, n - 1);
            case 6 -> client.withdraw(buyer, TestGenesis.USDC, 1_000 + n % 13);
            default -> client.transfer(buyer, 3 - buyer, TestGenesis.USDC, 500 + n % 7);
        };
    }
}
