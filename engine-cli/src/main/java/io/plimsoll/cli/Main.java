package io.plimsoll.cli;

import io.plimsoll.cli.log.LogForm;
import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.AccountSort;
import io.plimsoll.cli.view.ConfigFormat;
import io.plimsoll.cli.view.DumpFormat;
import io.plimsoll.config.ConfigKind;
import io.plimsoll.config.Nearest;
import io.plimsoll.core.account.MarginStatus;
import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args as typed.
     */
    public static void main(final String[] args) {
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        final Terminal terminal = new Terminal(
                System.out,
                System.err,
                Boolean.getBoolean("plimsoll.stderr.tty"),
                Boolean.getBoolean("plimsoll.stderr.tty") && System.getenv("NO_COLOR") == null,
                System::nanoTime);
        final int code = commandLine(terminal).execute(args);
        terminal.out().flush();
        System.exit(code);
    }

    /**
     * The whole command line.
     *
     * @param terminal where it writes to.
     * @return ready to execute.
     */
    static CommandLine commandLine(final Terminal terminal) {
        final Failures failures = new Failures();
        final CommandLine root = new CommandLine(new Plimsoll(), new Commands(terminal));
        BenchCommand.handOver(root);
        return root.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Instant.class, Main::instant)
                .registerConverter(LocalDate.class, Main::day)
                .registerConverter(BigDecimal.class, Main::decimal)
                .registerConverter(Long.class, text -> number(text, Long::valueOf))
                .registerConverter(long.class, text -> number(text, Long::valueOf))
                .registerConverter(Integer.class, text -> number(text, Integer::valueOf))
                .registerConverter(int.class, text -> number(text, Integer::valueOf))
                .registerConverter(Format.class, word(Format.values()))
                .registerConverter(DumpFormat.class, word(DumpFormat.values()))
                .registerConverter(ConfigFormat.class, word(ConfigFormat.values()))
                .registerConverter(ConfigKind.class, word(ConfigKind.values()))
                .registerConverter(CompletionCommand.Shell.class, word(CompletionCommand.Shell.values()))
                .registerConverter(Progress.Mode.class, word(Progress.Mode.values()))
                .registerConverter(LogForm.class, word(LogForm.values()))
                .registerConverter(AccountSort.class, word(AccountSort.values()))
                .registerConverter(MarginStatus.class, word(MarginStatus.values()))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** Reads one of some words; an error names them all, and the nearest. */
    private static <E extends Enum<E>> ITypeConverter<E> word(final E[] values) {
        return text -> {
            for (final E value : values) {
                if (value.toString().equalsIgnoreCase(text)) {
                    return value;
                }
            }
            final List<String> words = Arrays.stream(values).map(E::toString).toList();
            throw new TypeConversionException(
                    "'" + text + "' is not one of " + String.join(", ", words) + Nearest.question(text, words));
        };
    }

    private static <N> N number(final String text, final Function<String, N> reader) {
        try {
            return reader.apply(text);
        } catch (final NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number, or is too large");
        }
    }

    private static Instant instant(final String text) {
        try {
            return Instant.parse(text);
        } catch (final DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is not a time such as 2023-06-01T00:00:00Z");
        }
    }

    private static LocalDate day(final String text) {
        try {
            return LocalDate.parse(text);
        } catch (final DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is not a day such as 2023-06-01");
        }
    }

    private static BigDecimal decimal(final String text) {
        try {
            return new BigDecimal(text);
        } catch (final NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a decimal number such as 0.99");
        }
    }

    /** Makes commands: those that write are given the terminal. */
    private record Commands(Terminal terminal) implements IFactory {
        @Override
        public <K> K create(final Class<K> type) throws Exception {
            for (final Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Terminal.class) {
                    return type.cast(constructor.newInstance(terminal));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
