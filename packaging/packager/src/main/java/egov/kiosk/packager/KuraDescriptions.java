package egov.kiosk.packager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * What one bundle of ours declares of components and settings, made fit for a framework that seeds
 * every component with its declared defaults, wanted or not, and whose pages demand a value
 * wherever one is required. The values of our configuration file become the defaults; what has none
 * need not be given; a component that exists only where the file has a line for it becomes a
 * factory, of which somebody has to make one.
 */
final class KuraDescriptions {
  private static final String SETTINGS = "OSGI-INF/metatype/";
  private static final Pattern COMPONENT = Pattern.compile("OSGI-INF/[^/]+\\.xml");
  private static final Pattern PID = Pattern.compile("configuration-pid=\"([^\"]+)\"");
  private static final Pattern SETTING =
      Pattern.compile("<AD id=\"([^\"]+)\"((?:[^>\"]|\"[^\"]*\")*?)(/?>)");
  private static final Pattern DEFAULT = Pattern.compile(" default=\"([^\"]*)\"");

  /** What makes a component wait until every bundle is there; offered by the bridge. */
  private static final String GATE =
      "<reference name=\"kiosk-gate\" interface=\"egov.kiosk.kurabridge.Gate\"/>";

  /** What makes it wait until somebody has given what nobody can know before. */
  private static final String FILLED =
      "<reference name=\"kiosk-page\" interface=\"egov.kiosk.kurabridge.Filled\""
          + " target=\"(page=%s)\"/>";

  private final KuraDefaults defaults;
  private final Set<String> waiting = new HashSet<>();
  private final Set<String> demanding = new HashSet<>();
  private final boolean gated;

  /**
   * Looks which components of a bundle wait to be configured.
   *
   * @param gated whether its components wait for the bridge's gate
   */
  KuraDescriptions(Path bundle, KuraDefaults defaults, boolean gated) throws IOException {
    this.defaults = defaults;
    this.gated = gated;
    try (JarFile jar = new JarFile(bundle.toFile(), false)) {
      for (ZipEntry entry : jar.stream().toList()) {
        String pid = page(entry.getName());
        if (!pid.isEmpty()
            && SETTING
                .matcher(settings(pid, text(jar.getInputStream(entry).readAllBytes())))
                .results()
                .anyMatch(found -> demands(found.group(2)))) {
          demanding.add(pid);
        }
      }
      for (ZipEntry entry : jar.stream().toList()) {
        if (COMPONENT.matcher(entry.getName()).matches()) {
          String component = text(jar.getInputStream(entry).readAllBytes());
          Matcher pid = PID.matcher(component);
          if (component.contains("configuration-policy=\"require\"")
              && pid.find()
              && defaults.of(pid.group(1)).isEmpty()) {
            waiting.add(pid.group(1));
          }
        }
      }
    }
  }

  /** An entry as it goes into the package. */
  byte[] change(String entry, byte[] content) {
    String pid = page(entry);
    if (!pid.isEmpty()) {
      return bytes(settings(pid, text(content)));
    }
    return COMPONENT.matcher(entry).matches() ? bytes(component(text(content))) : content;
  }

  private static String page(String entry) {
    return entry.startsWith(SETTINGS) && entry.endsWith(".xml")
        ? entry.substring(SETTINGS.length(), entry.length() - ".xml".length())
        : "";
  }

  /** Whether a setting must be given and has no default. */
  private static boolean demands(String attributes) {
    return !attributes.contains(" default=") && !attributes.contains(" required=\"false\"");
  }

  private String settings(String pid, String description) {
    Map<String, String> ours = defaults.of(pid);
    String changed =
        SETTING
            .matcher(description)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        "<AD id=\""
                            + found.group(1)
                            + "\""
                            + setting(found.group(2), ours.get(found.group(1)))
                            + found.group(3)));
    return waiting.contains(pid)
        ? changed.replace("<Designate pid=\"", "<Designate factoryPid=\"")
        : changed;
  }

  private static String setting(String attributes, String ours) {
    String changed = attributes;
    if (ours != null) {
      // A comma would begin the next of several values (OSGi Compendium 105).
      changed =
          DEFAULT.matcher(changed).replaceAll("")
              + " default=\""
              + escaped(ours.replace(",", "\\,"))
              + "\"";
    }
    boolean empty = changed.contains(" default=\"\"") && !changed.contains(" required=");
    return empty ? changed + " required=\"false\"" : changed;
  }

  /** The same defaults where Declarative Services look for them, before anything is seeded. */
  private String component(String description) {
    Matcher found = PID.matcher(description);
    String pid = found.find() ? found.group(1) : "";
    String changed = description;
    for (Map.Entry<String, String> one : defaults.of(pid).entrySet()) {
      String head = "<property name=\"" + one.getKey() + "\" type=\"String\" value=\"";
      changed =
          changed.replaceAll(
              Pattern.quote(head) + "[^\"]*\"",
              Matcher.quoteReplacement(head + escaped(one.getValue()) + "\""));
    }
    String waits = (gated ? GATE : "") + (demanding.contains(pid) ? FILLED.formatted(pid) : "");
    return changed.replace("<implementation ", waits + "<implementation ");
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
