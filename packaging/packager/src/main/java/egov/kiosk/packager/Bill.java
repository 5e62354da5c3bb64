package egov.kiosk.packager;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a program is made of (CycloneDX, XML): third parties' components only.
 *
 * @param components in the document's order
 */
public record Bill(List<Component> components) {
  /** What our own are called. */
  private static final String OURS = "egov.kiosk";

  public Bill {
    components = List.copyOf(components);
  }

  /**
   * One component.
   *
   * @param group as Maven says it
   * @param name as Maven says it
   * @param version as Maven says it
   * @param licences identifiers or names
   */
  public record Component(String group, String name, String version, List<String> licences) {
    public Component {
      licences = List.copyOf(licences);
    }

    /** {@code group:name}. */
    public String id() {
      return group + ":" + name;
    }
  }

  /**
   * Reads a document.
   *
   * @throws PackagingException when it is none, or holds nothing
   */
  public static Bill read(Path file) throws IOException, PackagingException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(file)) {
      List<Component> found = new Reading(factory.createXMLStreamReader(in)).components();
      if (found.isEmpty()) {
        throw new PackagingException(file + " names no component");
      }
      return new Bill(found.stream().filter(component -> !component.group().equals(OURS)).toList());
    } catch (XMLStreamException e) {
      throw new PackagingException(file + " is no CycloneDX document: " + e.getMessage(), e);
    }
  }

  /** Components stand in {@code bom/components}; the document's own subject does not. */
  private static final class Reading {
    private final XMLStreamReader in;
    private final List<Component> components = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private String group = "";
    private String name = "";
    private String version = "";
    private final List<String> licences = new ArrayList<>();

    Reading(XMLStreamReader in) {
      this.in = in;
    }

    List<Component> components() throws XMLStreamException {
      StringBuilder text = new StringBuilder();
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            path.add(in.getLocalName());
            text.setLength(0);
          }
          case XMLStreamConstants.CHARACTERS -> text.append(in.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            ended(text.toString().strip());
            path.remove(path.size() - 1);
            text.setLength(0);
          }
          default -> {
            // Comments and such.
          }
        }
      }
      return components;
    }

    private void ended(String text) {
      switch (String.join("/", path)) {
        case "bom/components/component/group" -> group = text;
        case "bom/components/component/name" -> name = text;
        case "bom/components/component/version" -> version = text;
        case "bom/components/component/licenses/license/id",
            "bom/components/component/licenses/license/name",
            "bom/components/component/licenses/expression" ->
            licences.add(text);
        case "bom/components/component" -> {
          components.add(new Component(group, name, version, licences));
          group = "";
          licences.clear();
        }
        default -> {
          // Not asked for.
        }
      }
    }
  }
}
