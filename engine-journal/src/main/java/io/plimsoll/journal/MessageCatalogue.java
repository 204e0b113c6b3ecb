package io.plimsoll.journal;

import io.plimsoll.sbe.MessageHeaderDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What messages the schema has and which fields, read from the schema itself, so that new messages need no code. */
public final class MessageCatalogue {
    private static final String SCHEMA = "/plimsoll/plimsoll.xml";
    private static final int COMMAND_FIRST = 100;
    private static final int COMMAND_LAST = 399;
    private static final int EVENT_FIRST = 500;
    private static final int EVENT_LAST = 799;

    private static final Map<Integer, Message> MESSAGES = read();

    /**
     * A field.
     *
     * @param name as in the schema.
     * @param type its type in the schema, such as {@code AccountId}: it says what is counted in which unit.
     */
    public record Field(String name, String type) {}

    /**
     * Fields and groups of a message, or of an entry of a group.
     *
     * @param name of the message or group.
     * @param fields in order.
     * @param groups that repeat, in order, after the fields.
     */
    public record Block(String name, List<Field> fields, List<Block> groups) {
        /**
         * Names of the fields of a type, those of groups too.
         *
         * @param type in the schema.
         * @return the names.
         */
        public List<String> fieldsOf(final String type) {
            final List<String> names = new ArrayList<>();
            fields.stream().filter(field -> field.type().equals(type)).forEach(field -> names.add(field.name()));
            groups.forEach(group -> names.addAll(group.fieldsOf(type)));
            return names;
        }
    }

    /**
     * A message.
     *
     * @param id template id.
     * @param name in the schema.
     * @param block its fields.
     */
    public record Message(int id, String name, Block block) {
        /** {@return whether it is sent to the engine and journaled} */
        public boolean isCommand() {
            return id >= COMMAND_FIRST && id <= COMMAND_LAST;
        }

        /** {@return whether the engine says it} */
        public boolean isEvent() {
            return id >= EVENT_FIRST && id <= EVENT_LAST;
        }
    }

    private MessageCatalogue() {}

    /**
     * The messages that a journal holds: commands, then events.
     *
     * @return in the order of the schema.
     */
    public static List<Message> journaled() {
        return MESSAGES.values().stream()
                .filter(message -> message.isCommand() || message.isEvent())
                .toList();
    }

    /**
     * A message by its id.
     *
     * @param templateId id.
     * @return the message; null: the schema has none.
     */
    public static Message byTemplate(final int templateId) {
        return MESSAGES.get(templateId);
    }

    private static Map<Integer, Message> read() {
        try (InputStream in = MessageHeaderDecoder.class.getResourceAsStream(SCHEMA)) {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            final Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
            final Map<Integer, Message> messages = new LinkedHashMap<>();
            for (final Element child : children(root)) {
                if (child.getTagName().equals("sbe:message")) {
                    final Integer id = Integer.valueOf(child.getAttribute("id"));
                    messages.put(id, new Message(id, child.getAttribute("name"), block(child)));
                }
            }
            return messages;
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (final SAXException | ParserConfigurationException failure) {
            throw new IllegalStateException("the schema in the jar cannot be read", failure);
        }
    }

    private static Block block(final Element element) {
        final List<Field> fields = new ArrayList<>();
        final List<Block> groups = new ArrayList<>();
        for (final Element child : children(element)) {
            switch (child.getTagName()) {
                case "field" -> fields.add(new Field(child.getAttribute("name"), child.getAttribute("type")));
                case "group" -> groups.add(block(child));
                default -> throw new IllegalStateException("the schema has a " + child.getTagName());
            }
        }
        return new Block(element.getAttribute("name"), List.copyOf(fields), List.copyOf(groups));
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
