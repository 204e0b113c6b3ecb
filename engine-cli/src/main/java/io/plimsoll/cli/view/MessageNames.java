package io.plimsoll.cli.view;

import io.plimsoll.config.Nearest;
import io.plimsoll.sbe.MessageHeaderDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Names of the messages of the schema, read from the schema itself. */
public final class MessageNames {
    /** Stands for every command. */
    static final String COMMAND = "command";

    /** Stands for every event. */
    static final String EVENT = "event";

    private static final String SCHEMA = "/plimsoll/plimsoll.xml";

    private MessageNames() {}

    /**
     * The name as the schema writes it.
     *
     * @param given in any case.
     * @return the name.
     * @throws IllegalArgumentException naming the nearest one, if the schema has no such message.
     */
    public static String canonical(final String given) {
        final List<String> names = all();
        for (final String name : names) {
            if (name.equalsIgnoreCase(given)) {
                return name;
            }
        }
        throw new IllegalArgumentException("no message is called '" + given + "'"
                + Nearest.to(given, names)
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("; names: " + String.join(", ", names)));
    }

    private static List<String> all() {
        final List<String> names = new ArrayList<>(List.of(COMMAND, EVENT));
        try (InputStream in = MessageHeaderDecoder.class.getResourceAsStream(SCHEMA)) {
            final XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            final XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("message")) {
                    names.add(xml.getAttributeValue(null, "name"));
                }
            }
        } catch (final XMLStreamException e) {
            throw new IllegalStateException(e);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
