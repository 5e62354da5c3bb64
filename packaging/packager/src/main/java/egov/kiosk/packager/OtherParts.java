package egov.kiosk.packager;

import java.util.List;

/**
 * What a package carries of Debian, put into the bill of materials that Maven wrote: Java and the
 * libraries it was built with. Components are of the group {@code debian}.
 */
final class DebianParts {
  private static final String END = "</components>";

  private DebianParts() {}

  /**
   * The document with the parts in it.
   *
   * @param bill CycloneDX, XML
   * @param lines name, version and licence (an SPDX expression), one part a line
   * @param architecture as Debian calls it
   * @throws PackagingException when the document lists no components, or a line is none
   */
  static String in(String bill, List<String> lines, String architecture) throws PackagingException {
    int end = bill.lastIndexOf(END);
    if (end < 0) {
      throw new PackagingException("the bill of materials lists no components");
    }
    StringBuilder parts = new StringBuilder();
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      if (words.length < 3
          || !words[0].matches("[a-z0-9+.-]+")
          || !words[1].matches("[\\w.+:~-]+")) {
        throw new PackagingException("\"" + line + "\" is not: name, version, licence");
      }
      parts.append(component(words[0], words[1], words[2], architecture));
    }
    return bill.substring(0, end) + parts + bill.substring(end);
  }

  private static String component(
      String name, String version, String licence, String architecture) {
    return """
    <component type="library"><group>debian</group><name>%s</name><version>%s</version>\
    <licenses><expression>%s</expression></licenses>\
    <purl>pkg:deb/debian/%s@%s?arch=%s</purl></component>
    """
        .formatted(name, version, licence, escaped(name), escaped(version), architecture);
  }

  /** As the rules of package addresses want it. */
  private static String escaped(String text) {
    return text.replace("+", "%2B").replace(":", "%3A").replace("~", "%7E");
  }
}
