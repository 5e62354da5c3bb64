package egov.kiosk.documents.ofd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML in the namespace of OFD, UTF-8, without white space between elements. */
public final class Xml {
  /** The namespace of GB/T 33190-2016. */
  public static final String NAMESPACE = "http://www.ofdspec.org/2016";

  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /** Starts with the root element; attributes as name, value, name, value. */
  public static Xml root(String name, String... attributes) {
    Xml xml = new Xml();
    xml.start(name, " xmlns:ofd=\"" + NAMESPACE + "\"", attributes).append('>');
    xml.open.push(name);
    return xml;
  }

  /** Opens an element. */
  public Xml open(String name, String... attributes) {
    start(name, "", attributes).append('>');
    open.push(name);
    return this;
  }

  /** Closes the element opened last. */
  public Xml close() {
    out.append("</ofd:").append(open.pop()).append('>');
    return this;
  }

  /** An element that holds text. */
  public Xml leaf(String name, String text, String... attributes) {
    escape(start(name, "", attributes).append('>'), text).append("</ofd:").append(name).append('>');
    return this;
  }

  /** An element that holds nothing. */
  public Xml empty(String name, String... attributes) {
    start(name, "", attributes).append("/>");
    return this;
  }

  /** Closes what is open and gives the bytes. */
  public byte[] bytes() {
    while (!open.isEmpty()) {
      close();
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private StringBuilder start(String name, String namespace, String... attributes) {
    out.append("<ofd:").append(name).append(namespace);
    for (int i = 0; i < attributes.length; i += 2) {
      escape(out.append(' ').append(attributes[i]).append("=\""), attributes[i + 1]).append('"');
    }
    return out;
  }

  private static StringBuilder escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return out;
  }
}
