package io.plimsoll.lab.tape;

import io.plimsoll.lab.tape.BitstampTape.Print;
import io.plimsoll.lab.tape.TapeEvent.Fill;
import io.plimsoll.lab.tape.TapeEvent.Ledger;
import io.plimsoll.lab.tape.TapeEvent.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up crowd that trades at the prices of real trades. At every trade one member acts: opens a position with 2 to 40
 * times its money, adds to it, takes some off, closes it, pays in or out, or only watches. Members do not know margin, so
 * that the fast moves of that week bring margin calls and liquidations.
 */
final class Population {
    private static final int MEMBERS = 200;
    private static final int CALM_OF_TEN = 8;
    private static final int LEVERAGE_CALM_MAX = 8;
    private static final int LEVERAGE_MAX = 40;
    private static final long DOLLAR = 1_000_000L;
    private static final long[] FIRST_DEPOSITS = {200, 500, 1_000, 2_000, 5_000, 20_000};

    private final SplittableRandom random;
    private final Coin coin;
    private final List<Print> prints;
    private final List<String> accounts = new ArrayList<>();
    private final List<TapeEvent> events = new ArrayList<>();
    private final Member[] members = new Member[MEMBERS];

    private static final class Member {
        private int index;
        private int joinsAt;
        private long deposit;
        private long cash;
        private long lots;
        private boolean gone;
    }

    Population(final long seed, final Coin coin, final List<Print> prints) {
        this.random = new SplittableRandom(seed);
        this.coin = coin;
        this.prints = prints;
        for (int i = 0; i < MEMBERS; i++) {
            accounts.add(String.format("A%05d", i + 1));
            members[i] = new Member();
            members[i].index = i;
            members[i].joinsAt = random.nextInt(prints.size() / 2);
            members[i].deposit = FIRST_DEPOSITS[random.nextInt(FIRST_DEPOSITS.length)] * DOLLAR;
        }
        for (int i = 0; i < prints.size(); i++) {
            act(i, members[random.nextInt(MEMBERS)]);
        }
    }

    List<String> accounts() {
        return accounts;
    }

    List<TapeEvent> events() {
        return events;
    }

    private void act(final int at, final Member member) {
        final Print print = prints.get(at);
        if (member.gone || at < member.joinsAt) {
            events.add(new Mark(print.timeNs(), 0, print.ticks()));
            return;
        }
        if (member.cash == 0 && member.lots == 0) {
            pay(print, member, member.deposit);
        }
        if (member.lots == 0) {
            open(print, member);
        } else {
            change(print, member);
        }
    }

    private void open(final Print print, final Member member) {
        if (member.cash < member.deposit / 5) {
            refillOrLeave(print, member);
            return;
        }
        if (member.cash > 2 * member.deposit && random.nextInt(4) == 0) {
            pay(print, member, -(member.cash - member.deposit) / 2);
        }
        final boolean calm = random.nextInt(10) < CALM_OF_TEN;
        final int leverage = 2 + random.nextInt((calm ? LEVERAGE_CALM_MAX : LEVERAGE_MAX) - 1);
        final long lots = Math.max(1, member.cash / coin.value(1, print.ticks()) * leverage);
        fill(print, member, random.nextInt(5) < 3 ? lots : -lots);
    }

    private void change(final Print print, final Member member) {
        final long equity = member.cash + coin.value(member.lots, print.ticks());
        final long notional = Math.abs(coin.value(member.lots, print.ticks()));
        final int what = random.nextInt(20);
        if (equity < notional / 100) {
            // Under water: half of them close, half of them pay in, as far as a member ever does.
            if (what % 2 == 0) {
                fill(print, member, -member.lots);
            } else {
                pay(print, member, Math.max(member.deposit / 2, DOLLAR - equity));
            }
        } else if (what < 2) {
            fill(print, member, -member.lots);
        } else if (what < 4 && Math.abs(member.lots) > 1) {
            fill(print, member, -member.lots / 2);
        } else if (what == 4 && notional < 10 * equity) {
            fill(print, member, member.lots);
        } else {
            events.add(new Mark(print.timeNs(), 0, print.ticks()));
        }
    }

    private void refillOrLeave(final Print print, final Member member) {
        if (random.nextInt(3) == 0) {
            member.gone = true;
            events.add(new Mark(print.timeNs(), 0, print.ticks()));
        } else {
            pay(print, member, member.deposit);
        }
    }

    private void pay(final Print print, final Member member, final long amount) {
        if (amount != 0) {
            member.cash += amount;
            events.add(new Ledger(print.timeNs(), member.index, amount));
        }
    }

    private void fill(final Print print, final Member member, final long lots) {
        member.lots += lots;
        member.cash -= coin.value(lots, print.ticks());
        events.add(new Fill(print.timeNs(), member.index, 0, print.ticks(), lots, true, false));
    }
}
