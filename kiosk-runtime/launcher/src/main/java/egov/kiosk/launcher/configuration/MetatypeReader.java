package egov.kiosk.launcher.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what can be configured out of the bundles themselves: the metatype documents below {@code
 * OSGI-INF/metatype/}. No bundle is started for it.
 */
final class MetatypeReader {
  private static final String FOLDER = "OSGI-INF/metatype/";

  private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
  private final Map<String, Map<String, Attribute>> definitions = new HashMap<>();
  private final Map<String, String> designates = new LinkedHashMap<>();

  MetatypeReader() {
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * Reads the metatype documents of bundles.
   *
   * @return attributes by id, by component pid
   * @throws IOException when a bundle cannot be read
   */
  static Map<String, Map<String, Attribute>> read(List<Path> bundles) throws IOException {
    MetatypeReader reader = new MetatypeReader();
    for (Path bundle : bundles) {
      reader.readBundle(bundle);
    }
    Map<String, Map<String, Attribute>> byPid = new LinkedHashMap<>();
    reader.designates.forEach((pid, ocd) -> byPid.put(pid, reader.definitions.get(ocd)));
    return byPid;
  }

  private void readBundle(Path bundle) throws IOException {
    // Signatures of third-party jars are not checked here: that alone would cost a third of the
    // start.
    try (JarFile jar = new JarFile(bundle.toFile(), false)) {
      // Not every jar has an entry for each of its folders.
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".xml")) {
          try (InputStream in = jar.getInputStream(entry)) {
            readDocument(in);
          } catch (XMLStreamException e) {
            throw new IOException(bundle.getFileName() + ": metatype document is damaged", e);
          }
        }
      }
    }
  }

  private void readDocument(InputStream in) throws XMLStreamException {
    XMLStreamReader reader = xml.createXMLStreamReader(in);
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    String pid = null;
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "OCD" -> {
          attributes = new LinkedHashMap<>();
          definitions.put(reader.getAttributeValue(null, "id"), attributes);
        }
        case "AD" -> {
          Attribute attribute = readAttribute(reader);
          attributes.put(attribute.id(), attribute);
        }
        case "Designate" -> pid = pid(reader);
        case "Object" -> designates.put(pid, reader.getAttributeValue(null, "ocdref"));
        default -> {
          // Elements such as MetaData and Icon say nothing about values.
        }
      }
    }
  }

  /** In packages for a framework of others some components are made by a technician. */
  private static String pid(XMLStreamReader reader) {
    String pid = reader.getAttributeValue(null, "pid");
    return pid == null ? reader.getAttributeValue(null, "factoryPid") : pid;
  }

  private static Attribute readAttribute(XMLStreamReader reader) throws XMLStreamException {
    String id = reader.getAttributeValue(null, "id");
    String type = reader.getAttributeValue(null, "type");
    String cardinality = reader.getAttributeValue(null, "cardinality");
    boolean required =
        reader.getAttributeValue(null, "default") == null
            && !"false".equals(reader.getAttributeValue(null, "required"));
    Optional<String> min = Optional.ofNullable(reader.getAttributeValue(null, "min"));
    Optional<String> max = Optional.ofNullable(reader.getAttributeValue(null, "max"));
    List<String> options = new ArrayList<>();
    while (!(reader.next() == XMLStreamConstants.END_ELEMENT
        && reader.getLocalName().equals("AD"))) {
      if (reader.isStartElement() && reader.getLocalName().equals("Option")) {
        options.add(reader.getAttributeValue(null, "value"));
      }
    }
    boolean several = cardinality != null && !cardinality.equals("0");
    return new Attribute(id, type, several, min, max, List.copyOf(options), required);
  }
}
