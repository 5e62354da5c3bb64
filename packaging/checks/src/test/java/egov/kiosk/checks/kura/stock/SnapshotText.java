package egov.kiosk.checks.kura.stock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A snapshot as XML in the form that was seen. */
final class SnapshotText {
  private static final String SPACE = "http://eurotech.com/esf/2.0";

  private SnapshotText() {}

  /** Values by setting, by pid. */
  static Map<String, Map<String, Object>> read(String text) throws IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Map<String, Map<String, Object>> all = new TreeMap<>();
    try {
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
              .getDocumentElement();
      for (Element one : below(root, "configuration")) {
        Map<String, Object> values = new TreeMap<>();
        for (Element property : below(one, "property")) {
          values.put(property.getAttribute("name"), value(property));
        }
        all.put(one.getAttribute("pid"), values);
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("the snapshot cannot be read", e);
    }
    return all;
  }

  private static Object value(Element property) {
    List<Object> values = new ArrayList<>();
    for (Element value : below(property, "value")) {
      values.add(StockValues.one(property.getAttribute("type"), value.getTextContent()));
    }
    return Boolean.parseBoolean(property.getAttribute("array"))
        ? values.toArray(new String[0])
        : values.get(0);
  }

  private static List<Element> below(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagNameNS(SPACE, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The same again. */
  static String write(Map<String, Map<String, Object>> settings) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<esf:configurations xmlns:esf=\"").append(SPACE).append("\">\n");
    settings.forEach(
        (pid, values) -> {
          out.append("<esf:configuration pid=\"").append(escaped(pid));
          out.append("\"><esf:properties>\n");
          values.forEach((name, value) -> property(out, name, value));
          out.append("</esf:properties></esf:configuration>\n");
        });
    return out.append("</esf:configurations>\n").toString();
  }

  private static void property(StringBuilder out, String name, Object value) {
    boolean several = value instanceof String[];
    String type = several ? "String" : value.getClass().getSimpleName();
    out.append("<esf:property name=\"").append(escaped(name)).append("\" array=\"").append(several);
    out.append("\" encrypted=\"false\" type=\"").append(type).append("\">");
    for (Object one : several ? (String[]) value : new Object[] {value}) {
      out.append("<esf:value>").append(escaped(one.toString())).append("</esf:value>");
    }
    out.append("</esf:property>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
