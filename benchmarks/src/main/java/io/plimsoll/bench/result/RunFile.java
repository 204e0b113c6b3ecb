package io.plimsoll.bench.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs on disk, as JSON. */
public final class RunFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private RunFile() {}

    /**
     * Writes a run.
     *
     * @param run to write.
     * @param file to write it to; replaced if it is there.
     */
    public static void write(final Run run, final Path file) throws IOException {
        JSON.writeValue(file.toFile(), run);
    }

    /**
     * Reads a run.
     *
     * @param file {@code run.json}, or the folder it is in.
     * @return the run.
     * @throws IOException there is none, or it is of another format; the message says so.
     */
    public static Run read(final Path file) throws IOException {
        final Path json = Files.isDirectory(file) ? file.resolve(Run.FILE) : file;
        if (!Files.isRegularFile(json)) {
            throw new IOException("no run in '" + file + "': there is no " + json.getFileName());
        }
        try {
            final Run run = JSON.readValue(json.toFile(), Run.class);
            if (run.format() != Run.FORMAT) {
                throw new IOException(json + " has format " + run.format() + "; this build reads " + Run.FORMAT);
            }
            return run;
        } catch (final JsonProcessingException e) {
            final String where = e.getLocation() == null
                    ? ""
                    : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new IOException(json + where + ": not a run: " + e.getOriginalMessage(), e);
        }
    }
}
