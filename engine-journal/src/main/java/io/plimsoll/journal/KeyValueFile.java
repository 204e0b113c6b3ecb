package io.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A small text file of {@code key=value} lines that is there whole or not at all: it is written under another name,
 * forced, renamed, and its folder forced. The last line is the CRC32C of all before it.
 */
final class KeyValueFile {
    private static final String CRC_KEY = "crc32c=";
    private static final int LENGTH_MAX = 64 << 10;

    private KeyValueFile() {}

    static Path temporary(final Path file) {
        return file.resolveSibling(file.getFileName() + ".tmp");
    }

    /** Writes and forces under the temporary name. */
    static void prepare(final Path file, final Map<String, String> entries, final Disk disk) throws IOException {
        final StringBuilder text = new StringBuilder();
        entries.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        final String crc = crc(text.toString());
        text.append(CRC_KEY).append(crc).append('\n');
        try (FileChannel channel = FileChannel.open(
                temporary(file),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            final ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            disk.force(channel);
        }
    }

    /** Gives the file its name and forces the folder. */
    static void commit(final Path file, final Disk disk) throws IOException {
        Files.move(temporary(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        disk.forceFolder(file.toAbsolutePath().getParent());
    }

    /**
     * Reads a file and checks its CRC.
     *
     * @return its entries.
     * @throws IOException it cannot be read or is damaged; says what is wrong.
     */
    static Map<String, String> read(final Path file) throws IOException {
        if (Files.size(file) > LENGTH_MAX) {
            throw new IOException("too long: " + Files.size(file) + " bytes");
        }
        final String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        final int end = text.lastIndexOf(CRC_KEY);
        if (end < 0 || !text.endsWith("\n")) {
            throw new IOException("not whole: the last line must be its CRC32C");
        }
        final String stored = text.substring(end + CRC_KEY.length(), text.length() - 1);
        final String computed = crc(text.substring(0, end));
        if (!computed.equals(stored)) {
            throw new IOException("its CRC32C is " + computed + ", it says " + stored);
        }
        final Map<String, String> entries = new HashMap<>();
        text.substring(0, end).lines().forEach(line -> {
            final int sign = line.indexOf('=');
            entries.put(line.substring(0, Math.max(sign, 0)), line.substring(sign + 1));
        });
        return entries;
    }

    private static String crc(final String text) {
        final CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return String.format("%08x", crc.getValue());
    }
}
