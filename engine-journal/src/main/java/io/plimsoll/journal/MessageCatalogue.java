package io.plimsoll.journal;

import io.plimsoll.sbe.MessageHeaderDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.agrona.DirectBuffer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What messages the schema has and which fields, read from the schema itself; their decoders by name. */
final class MessageCatalogue {
    private static final String SCHEMA = "/plimsoll/plimsoll.xml";
    private static final String CODECS = "io.plimsoll.sbe.";

    private static final Map<Integer, Message> MESSAGES = read();

    /** Fields and groups of a message, or of an entry of a group. */
    record Block(String name, List<String> fields, List<Block> groups) {}

    /** A message of the schema and its decoder. */
    record Message(String name, Class<?> codec, Block block) {
        /** A decoder laid over a frame. */
        Object decoder(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header)
                throws ReflectiveOperationException {
            final Object decoder = codec.getDeclaredConstructor().newInstance();
            codec.getMethod("wrap", DirectBuffer.class, int.class, int.class, int.class)
                    .invoke(
                            decoder,
                            buffer,
                            offset + MessageHeaderDecoder.ENCODED_LENGTH,
                            header.blockLength(),
                            header.version());
            return decoder;
        }

        /** Where the message ends, once all its groups were gone through. */
        int end(final Object decoder) throws ReflectiveOperationException {
            return (int) codec.getMethod("limit").invoke(decoder);
        }
    }

    private MessageCatalogue() {}

    /** Message of an id; null: the schema has none. */
    static Message byTemplate(final int templateId) {
        return MESSAGES.get(templateId);
    }

    private static Map<Integer, Message> read() {
        try (InputStream in = MessageHeaderDecoder.class.getResourceAsStream(SCHEMA)) {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            final Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
            final Map<Integer, Message> messages = new HashMap<>();
            for (final Element child : children(root)) {
                if (child.getTagName().equals("sbe:message")) {
                    final String name = child.getAttribute("name");
                    messages.put(
                            Integer.valueOf(child.getAttribute("id")),
                            new Message(name, Class.forName(CODECS + name + "Decoder"), block(child)));
                }
            }
            return messages;
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (final SAXException | ParserConfigurationException | ClassNotFoundException failure) {
            throw new IllegalStateException("the schema in the jar cannot be read", failure);
        }
    }

    private static Block block(final Element element) {
        final List<String> fields = new ArrayList<>();
        final List<Block> groups = new ArrayList<>();
        for (final Element child : children(element)) {
            switch (child.getTagName()) {
                case "field" -> fields.add(child.getAttribute("name"));
                case "group" -> groups.add(block(child));
                default -> throw new IllegalStateException("the schema has a " + child.getTagName());
            }
        }
        return new Block(element.getAttribute("name"), fields, groups);
    }

    private static List<Element> children(final Element parent) {
        final List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                children.add((Element) node);
            }
        }
        return children;
    }
}
