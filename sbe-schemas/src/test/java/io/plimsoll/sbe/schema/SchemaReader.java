package io.plimsoll.sbe.schema;

import io.plimsoll.sbe.schema.Schema.Field;
import io.plimsoll.sbe.schema.Schema.FieldType;
import io.plimsoll.sbe.schema.Schema.Group;
import io.plimsoll.sbe.schema.Schema.Kind;
import io.plimsoll.sbe.schema.Schema.Message;
import io.plimsoll.sbe.schema.Schema.NamedValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads the XML into a {@link Schema}. Knows only what our schema uses and stops at anything else. */
final class SchemaReader {
    static final String RESOURCE = "/plimsoll/plimsoll.xml";

    private static final Set<String> KNOWN_ATTRIBUTES = Set.of(
            "name",
            "id",
            "type",
            "primitiveType",
            "encodingType",
            "description",
            "length",
            "characterEncoding",
            "sinceVersion",
            "dimensionType");

    private final Map<String, Element> typeElements = new LinkedHashMap<>();
    private final Map<String, FieldType> types = new LinkedHashMap<>();

    private SchemaReader() {}

    /** The schema on the class path. */
    static Schema read() {
        return read(document());
    }

    /** The schema's XML, for those who want to change a copy of it. */
    static Document document() {
        try (InputStream in = SchemaReader.class.getResourceAsStream(RESOURCE)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(RESOURCE + " is not well formed", e);
        }
    }

    static List<Element> children(final Element parent) {
        final List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The schema that a document holds. */
    static Schema read(final Document document) {
        return new SchemaReader().schema(document);
    }

    private Schema schema(final Document document) {
        final Element root = document.getDocumentElement();
        final List<Message> messages = new ArrayList<>();
        for (final Element child : children(root)) {
            if (child.getTagName().equals("types")) {
                children(child).forEach(type -> typeElements.put(type.getAttribute("name"), type));
            } else {
                messages.add(message(child));
            }
        }
        final Map<String, FieldType> inOrder = new LinkedHashMap<>();
        typeElements.keySet().forEach(name -> inOrder.put(name, type(name)));
        return new Schema(number(root, "id"), number(root, "version"), inOrder, messages);
    }

    private Message message(final Element element) {
        final List<Field> fields = new ArrayList<>();
        final List<Group> groups = new ArrayList<>();
        for (final Element child : children(element)) {
            if (child.getTagName().equals("group")) {
                groups.add(group(child));
            } else {
                fields.add(field(child, end(fields), number(child, "id")));
            }
        }
        return new Message(
                name(element),
                number(element, "id"),
                description(element),
                since(element),
                end(fields),
                fields,
                groups);
    }

    private Group group(final Element element) {
        final List<Field> fields = new ArrayList<>();
        children(element).forEach(child -> fields.add(field(child, end(fields), number(child, "id"))));
        return new Group(
                name(element), number(element, "id"), description(element), since(element), end(fields), fields);
    }

    private Field field(final Element element, final int offset, final int id) {
        final FieldType type = element.hasAttribute("type") ? type(element.getAttribute("type")) : resolve(element);
        return new Field(name(element), id, type, offset, description(element), since(element));
    }

    private FieldType type(final String name) {
        final FieldType known = types.get(name);
        if (known != null) {
            return known;
        }
        if (!typeElements.containsKey(name)) {
            throw new IllegalStateException("no such type: " + name);
        }
        final FieldType type = resolve(typeElements.get(name));
        types.put(name, type);
        return type;
    }

    private FieldType resolve(final Element element) {
        return switch (element.getTagName()) {
            case "type" -> plain(element);
            case "enum" -> named(element, Kind.ENUM);
            case "set" -> named(element, Kind.SET);
            case "composite" -> composite(element);
            default -> throw new IllegalStateException("unknown element: " + element.getTagName());
        };
    }

    private FieldType plain(final Element element) {
        final String primitive = element.getAttribute("primitiveType");
        final int count = element.hasAttribute("length") ? number(element, "length") : 1;
        final Kind kind = primitive.equals("char") ? Kind.TEXT : Kind.NUMBER;
        return new FieldType(
                name(element), kind, primitive, count * size(primitive), description(element), List.of(), List.of());
    }

    private FieldType named(final Element element, final Kind kind) {
        final String primitive = element.getAttribute("encodingType");
        final List<NamedValue> values = new ArrayList<>();
        for (final Element child : children(element)) {
            final long value = Long.parseLong(child.getTextContent().trim());
            values.add(new NamedValue(name(child), value, description(child), since(child)));
        }
        return new FieldType(name(element), kind, primitive, size(primitive), description(element), values, List.of());
    }

    private FieldType composite(final Element element) {
        final List<Field> members = new ArrayList<>();
        children(element).forEach(child -> members.add(field(child, end(members), members.size() + 1)));
        return new FieldType(name(element), Kind.COMPOSITE, "", end(members), description(element), List.of(), members);
    }

    private static int end(final List<Field> fields) {
        return fields.isEmpty() ? 0 : fields.get(fields.size() - 1).end();
    }

    private static int size(final String primitive) {
        return switch (primitive) {
            case "char", "uint8" -> 1;
            case "uint16" -> 2;
            case "int32", "uint32" -> 4;
            case "int64" -> 8;
            default -> throw new IllegalStateException("unknown primitive type: " + primitive);
        };
    }

    private static String name(final Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            final String attribute = element.getAttributes().item(i).getNodeName();
            if (!KNOWN_ATTRIBUTES.contains(attribute)) {
                throw new IllegalStateException("unknown attribute: " + attribute);
            }
        }
        return element.getAttribute("name");
    }

    private static String description(final Element element) {
        return element.getAttribute("description");
    }

    private static int since(final Element element) {
        return element.hasAttribute("sinceVersion") ? number(element, "sinceVersion") : 1;
    }

    private static int number(final Element element, final String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
