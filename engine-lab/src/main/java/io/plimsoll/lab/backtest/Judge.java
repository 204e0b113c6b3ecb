package io.plimsoll.lab.backtest;

import io.plimsoll.lab.backtest.stats.AcerbiSzekely;
import io.plimsoll.lab.backtest.stats.Christoffersen;
import io.plimsoll.lab.backtest.stats.Holm;
import io.plimsoll.lab.backtest.stats.Kupiec;
import io.plimsoll.lab.backtest.stats.TailLaw;
import io.plimsoll.lab.backtest.stats.TestResult;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges books by the rules of the backtest. Nothing is rounded in favour of a model. */
public final class Judge {
    /** Level of the tests of rule (a), after Holm. */
    public static final double LEVEL = 0.01;

    /** Share of days that may lose more than VaR 99. */
    static final double VAR_RATE = 0.01;

    /** Days within which rises of margin are looked for. */
    public static final List<Integer> SPANS = List.of(1, 5, 30);

    private static final double ES_TAIL = 0.025;
    private static final int INITIAL_PER_MILLE = 5;
    private static final int MAINTENANCE_PER_MILLE = 10;
    private static final int PATHS = 10_000;
    private static final long SEED = 1;
    private static final int TESTS = 3;
    private static final double NOTIONAL_MINOR = Book.NOTIONAL * 1e6;

    private final Map<Integer, List<AcerbiSzekely.Simulated>> simulated = new HashMap<>();

    /** The tests of a book before Holm. */
    private record Tested(
            Book book, List<BookDay> days, int exceptions, TestResult kupiec, TestResult independence, TestResult z2) {}

    /**
     * Judges the books of a variant.
     *
     * @param days by book; a book without days is left out.
     * @return verdicts in the order of the books.
     */
    public List<BookVerdict> judge(final Map<Book, List<BookDay>> days) {
        final List<Tested> tested = new ArrayList<>();
        days.forEach((book, each) -> {
            if (!each.isEmpty()) {
                tested.add(test(book, each));
            }
        });
        final List<Double> adjusted = Holm.adjusted(tested.stream()
                .flatMap(each -> List.of(each.kupiec(), each.independence(), each.z2()).stream())
                .map(TestResult::pValue)
                .toList());
        final List<BookVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < tested.size(); i++) {
            verdicts.add(verdict(tested.get(i), adjusted.subList(TESTS * i, TESTS * (i + 1))));
        }
        return verdicts;
    }

    private Tested test(final Book book, final List<BookDay> days) {
        final boolean[] exceptions = new boolean[days.size()];
        int count = 0;
        for (int i = 0; i < exceptions.length; i++) {
            exceptions[i] = days.get(i).pnl() < -days.get(i).var99();
            count += exceptions[i] ? 1 : 0;
        }
        return new Tested(
                book,
                days,
                count,
                Kupiec.proportionOfFailures(count, days.size(), VAR_RATE),
                Christoffersen.of(exceptions).independence(),
                shortfallTest(days));
    }

    /** An expected shortfall that is no loss counts as the smallest loss there is. */
    private TestResult shortfallTest(final List<BookDay> days) {
        final double z2 = AcerbiSzekely.z2(
                days.stream().mapToDouble(BookDay::pnl).toArray(),
                days.stream().mapToDouble(BookDay::var975).toArray(),
                days.stream().mapToDouble(day -> Math.max(1, day.es975())).toArray(),
                ES_TAIL);
        return simulated.computeIfAbsent(days.size(), Judge::simulate).stream()
                .map(each -> each.judge(z2))
                .reduce((one, other) -> one.pValue() <= other.pValue() ? one : other)
                .orElseThrow();
    }

    private static List<AcerbiSzekely.Simulated> simulate(final int days) {
        final List<AcerbiSzekely.Simulated> laws = new ArrayList<>();
        for (final TailLaw law : TailLaw.values()) {
            laws.add(AcerbiSzekely.simulate(law, days, ES_TAIL, PATHS, SEED));
        }
        return laws;
    }

    private static BookVerdict verdict(final Tested tested, final List<Double> adjusted) {
        final List<BookDay> days = tested.days();
        final Map<String, Integer> binding = new TreeMap<>();
        days.forEach(day -> binding.merge(day.binding(), 1, Integer::sum));
        return new BookVerdict(
                tested.book(),
                days.size(),
                tested.exceptions(),
                tested.kupiec(),
                tested.independence(),
                tested.z2(),
                List.copyOf(adjusted),
                Cover.of(days, BookDay::initial, INITIAL_PER_MILLE),
                Cover.of(days, BookDay::maintenance, MAINTENANCE_PER_MILLE),
                days.stream().mapToLong(BookDay::initial).average().orElseThrow() / NOTIONAL_MINOR,
                days.stream().mapToLong(BookDay::maintenance).average().orElseThrow() / NOTIONAL_MINOR,
                SPANS.stream().map(span -> rise(days, span)).toList(),
                binding);
    }

    /** The largest ratio of a margin to one at most so many days before it; 1 if it never rose. */
    static double rise(final List<BookDay> days, final int span) {
        double largest = 1;
        for (int i = 0; i < days.size(); i++) {
            for (int k = i - 1; k >= 0 && isWithin(days, k, i, span); k--) {
                largest = Math.max(
                        largest, (double) days.get(i).initial() / days.get(k).initial());
            }
        }
        return largest;
    }

    private static boolean isWithin(final List<BookDay> days, final int from, final int to, final int span) {
        return ChronoUnit.DAYS.between(days.get(from).date(), days.get(to).date()) <= span;
    }
}
