package io.plimsoll.sbe.schema;

import io.plimsoll.sbe.schema.Schema.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.agrona.generation.DynamicPackageOutputManager;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import uk.co.real_logic.sbe.generation.java.JavaGenerator;
import uk.co.real_logic.sbe.generation.java.JavaOutputManager;
import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.xml.IrGenerator;
import uk.co.real_logic.sbe.xml.ParserOptions;
import uk.co.real_logic.sbe.xml.XmlSchemaParser;

/**
 * What the next release of the schema may look like: one more field at the end of every block and of every group's entry.
 * Its codecs are generated and compiled on the spot, in a package of their own.
 */
final class NextVersion {
    static final String ADDED_FIELD = "addedLater";

    private static final String PACKAGE = "io.plimsoll.next";
    private static final int ADDED_ID = 999;

    private final Document document = SchemaReader.document();
    private final int version;

    private NextVersion() {
        final Element root = document.getDocumentElement();
        version = Integer.parseInt(root.getAttribute("version")) + 1;
        root.setAttribute("version", String.valueOf(version));
        root.setAttribute("package", PACKAGE);
        int id = ADDED_ID;
        for (final Element child : SchemaReader.children(root)) {
            if (child.getTagName().equals("sbe:message")) {
                id = addTo(child, id);
            }
        }
    }

    /** The codecs of the next version; sources and classes go to the folder. */
    static GeneratedCodec codecs(final Path folder) {
        try {
            final NextVersion next = new NextVersion();
            next.generate(folder);
            compile(folder);
            final URL[] urls = {folder.toUri().toURL()};
            return new GeneratedCodec(new URLClassLoader(urls, NextVersion.class.getClassLoader()), PACKAGE);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message with its further fields. */
    static Message message(final String name) {
        return SchemaReader.read(new NextVersion().document).message(name);
    }

    private int addTo(final Element block, final int firstId) {
        int id = firstId;
        Node afterFields = null;
        for (final Element child : SchemaReader.children(block)) {
            if (child.getTagName().equals("group")) {
                afterFields = afterFields == null ? child : afterFields;
                id = addTo(child, id);
            }
        }
        final Element field = document.createElement("field");
        field.setAttribute("name", ADDED_FIELD);
        field.setAttribute("id", String.valueOf(id));
        field.setAttribute("type", "Amount");
        field.setAttribute("sinceVersion", String.valueOf(version));
        field.setAttribute("description", "Something that was not thought of before");
        block.insertBefore(field, afterFields);
        return id + 1;
    }

    private void generate(final Path folder) {
        try {
            final ParserOptions options = ParserOptions.builder()
                    .stopOnError(true)
                    .warningsFatal(true)
                    .build();
            final StringWriter xml = new StringWriter();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(xml));
            final byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
            final Ir ir = new IrGenerator().generate(XmlSchemaParser.parse(new ByteArrayInputStream(bytes), options));
            final DynamicPackageOutputManager output = new JavaOutputManager(folder.toString(), PACKAGE);
            new JavaGenerator(
                            ir,
                            "org.agrona.MutableDirectBuffer",
                            "org.agrona.DirectBuffer",
                            false,
                            false,
                            false,
                            output)
                    .generate();
        } catch (final Exception e) {
            throw new IllegalStateException("the generator refused the next version", e);
        }
    }

    private static void compile(final Path folder) throws IOException {
        final List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        final int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        if (result != 0) {
            throw new IllegalStateException("the codecs of the next version do not compile");
        }
    }
}
