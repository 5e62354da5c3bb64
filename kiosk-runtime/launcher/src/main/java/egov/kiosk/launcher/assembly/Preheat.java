package egov.kiosk.launcher.assembly;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/**
 * Brings up, on the second core, what the first screen will need while the framework is still
 * starting. Only saves time: whatever is missing here is brought up later, where it is used.
 */
final class Preheat {
  /** The HTTP server's classes that are slow to initialise. */
  private static final List<String> SERVER =
      List.of(
          "org.eclipse.jetty.http.MimeTypes",
          "org.eclipse.jetty.http.HttpCompliance",
          "org.eclipse.jetty.http.HttpParser",
          "org.eclipse.jetty.http.PreEncodedHttpField",
          "org.eclipse.jetty.util.resource.ResourceFactory",
          "org.eclipse.jetty.server.Server",
          "org.eclipse.jetty.server.HttpConfiguration",
          "org.eclipse.jetty.server.internal.HttpConnection",
          "org.eclipse.jetty.server.ServerConnector");

  private Preheat() {}

  static void run() {
    // Configuration Admin writes each configuration as a serialised dictionary.
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(new Hashtable<>(Map.of("port", 0)));
      // Declarative Services reads its component descriptions with a SAX parser.
      SAXParserFactory.newInstance().newSAXParser();
      for (String name : SERVER) {
        Class.forName(name);
      }
    } catch (IOException | ClassNotFoundException | ParserConfigurationException | SAXException e) {
      LoggerFactory.getLogger(Preheat.class).debug("nothing to bring up early", e);
    }
  }
}
