package egov.kiosk.documents.verify;

import egov.kiosk.documents.ofd.Xml;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of OFD without anything that could reach out or blow up: UTF-8 only, no DTD, no
 * entities, nothing external, depth and number of elements limited; the size is limited before.
 */
final class StrictXml {
  private static final int DEEPEST = 32;
  private static final int MOST_ELEMENTS = 20_000;

  private final XMLStreamReader reader;
  private int elements;

  private StrictXml(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** The root element. */
  static Element read(byte[] xml, String root) throws Refusal {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(decoded(xml)));
      try {
        Element element = new StrictXml(reader).document();
        if (element.name().equals(root)) {
          return element;
        }
      } finally {
        reader.close();
      }
    } catch (CharacterCodingException | XMLStreamException | RuntimeException e) {
      // Without the cause: its text quotes the document.
      throw Refusal.unsupported("a part of the document is no XML of OFD");
    }
    throw Refusal.unsupported("a part of the document is another than it should be");
  }

  /** The text, without the mark of order some writers put before it. */
  private static String decoded(byte[] xml) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static XMLInputFactory factory() {
    // The one of the JDK, whatever lies on the class path.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing external is read");
        });
    // Else what is wrong would be printed to the terminal, and some of the document with it.
    factory.setXMLReporter((message, error, related, location) -> {});
    return factory;
  }

  private Element document() throws XMLStreamException {
    String declared = reader.getCharacterEncodingScheme();
    if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
      throw new XMLStreamException("another encoding");
    }
    Element root = null;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> root = element(1);
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("a document type");
        default -> {
          // Comments and processing instructions say nothing here.
        }
      }
    }
    if (root == null) {
      throw new XMLStreamException("no element");
    }
    return root;
  }

  private Element element(int depth) throws XMLStreamException {
    if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
      throw new XMLStreamException("too deep or too many");
    }
    if (!Xml.NAMESPACE.equals(reader.getNamespaceURI())) {
      throw new XMLStreamException("another namespace");
    }
    String name = reader.getLocalName();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    List<Element> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          return new Element(name, attributes, children, text.toString().strip());
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
        default -> {
          // As above.
        }
      }
    }
  }
}
