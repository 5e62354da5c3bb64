package egov.kiosk.packager;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a package carries that Maven does not know of, put into the bill of materials that Maven
 * wrote: of Debian, Java and the libraries it was built with; of npm, what the pages are made with.
 */
enum OtherParts {
  DEBIAN("debian", "[a-z0-9+.-]+", "pkg:deb/debian/%s@%s?arch=%s"),
  NPM("npm", "(@[a-z0-9.-]+/)?[a-z0-9.-]+", "pkg:npm/%s@%s");

  private static final String END = "</components>";
  private static final Pattern VERSION = Pattern.compile("[\\w.+:~-]+");
  private static final Pattern LICENCE = Pattern.compile("[\\w.+() -]+");

  private final String group;
  private final Pattern name;
  private final String address;

  OtherParts(String group, String name, String address) {
    this.group = group;
    this.name = Pattern.compile(name);
    this.address = address;
  }

  /**
   * The document with the parts in it, as components of the group {@code debian} or {@code npm}.
   *
   * @param bill CycloneDX, XML
   * @param lines name, version and licence (an SPDX expression), one part a line
   * @param architecture as Debian calls it; {@code all} when it does not matter
   * @throws PackagingException when the document lists no components, or a line is none
   */
  String in(String bill, List<String> lines, String architecture) throws PackagingException {
    int end = bill.lastIndexOf(END);
    if (end < 0) {
      throw new PackagingException("the bill of materials lists no components");
    }
    StringBuilder parts = new StringBuilder();
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      if (words.length < 3
          || !name.matcher(words[0]).matches()
          || !VERSION.matcher(words[1]).matches()
          || !LICENCE.matcher(words[2]).matches()) {
        throw new PackagingException("\"" + line + "\" is not: name, version, licence");
      }
      parts.append(component(words[0], words[1], words[2], architecture));
    }
    return bill.substring(0, end) + parts + bill.substring(end);
  }

  private String component(String part, String version, String licence, String architecture) {
    return """
    <component type="library"><group>%s</group><name>%s</name><version>%s</version>\
    <licenses><expression>%s</expression></licenses><purl>%s</purl></component>
    """
        .formatted(
            group,
            part,
            version,
            licence,
            address.formatted(escaped(part), escaped(version), architecture));
  }

  /** As the rules of package addresses want it. */
  private static String escaped(String text) {
    return text.replace("+", "%2B").replace(":", "%3A").replace("~", "%7E").replace("@", "%40");
  }
}
