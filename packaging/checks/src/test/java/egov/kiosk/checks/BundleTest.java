package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every bundle of ours must respect to run on Eclipse Kura 5.6 and 6 as well. */
@Tag("architecture")
class BundleTest {
  private static Attributes manifest(Path bundle) throws IOException {
    try (JarFile jar = new JarFile(bundle.toFile())) {
      return jar.getManifest().getMainAttributes();
    }
  }

  private static String header(Attributes attributes, String name) {
    String value = attributes.getValue(name);
    return value == null ? "" : value;
  }

  @Test
  void ownBundles_areAllThere() throws IOException {
    assertTrue(Tree.ownBundles().size() >= 15, "only " + Tree.ownBundles());
  }

  @Test
  void ownBundles_importNoServletAndNoKura() throws IOException {
    for (Path bundle : Tree.ownBundles()) {
      String imports = header(manifest(bundle), "Import-Package");
      assertFalse(
          imports.contains("servlet") || imports.contains("org.eclipse.kura"), bundle + imports);
    }
  }

  @Test
  void ownBundles_needNoNewerServiceComponentsThanKura56Has() throws IOException {
    Pattern extender =
        Pattern.compile("osgi\\.extender=osgi\\.component\\)\\(version>=1\\.([0-9])");
    int components = 0;
    for (Path bundle : Tree.ownBundles()) {
      var matcher = extender.matcher(header(manifest(bundle), "Require-Capability"));
      if (matcher.find()) {
        components++;
        assertTrue(Integer.parseInt(matcher.group(1)) <= 4, bundle.toString());
      }
    }
    assertTrue(components >= 10, "only " + components + " bundles with components");
  }

  /** What a framework keeps as a password it can also lose; ours are in files of their own. */
  @Test
  void ownBundles_declareNoPassword() throws IOException {
    int declared = 0;
    for (Path bundle : Tree.ownBundles()) {
      try (JarFile jar = new JarFile(bundle.toFile())) {
        for (JarEntry entry : Collections.list(jar.entries())) {
          if (entry.getName().matches("OSGI-INF/metatype/.*[.]xml")) {
            declared++;
            String settings =
                new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            assertFalse(settings.contains("type=\"Password\""), bundle + " " + entry.getName());
          }
        }
      }
    }
    assertTrue(declared >= 20, "only " + declared + " declarations of settings");
  }

  @Test
  void ownBundles_exportOnlyVersionedPackages() throws IOException {
    for (Path bundle : Tree.ownBundles()) {
      String exports = header(manifest(bundle), "Export-Package");
      for (String clause : exports.isEmpty() ? List.<String>of() : split(exports)) {
        assertTrue(clause.contains("version="), bundle + ": " + clause);
        // What the skins of all drivers share is no skin of its own.
        assertFalse(
            clause.contains(".component") && !clause.startsWith("egov.kiosk.link.component.offer"),
            bundle + " exports its skin: " + clause);
      }
    }
  }

  @Test
  void symbolicNames_areUnique() throws IOException {
    Map<String, Path> seen = new HashMap<>();
    for (Path bundle : Tree.bundles()) {
      String name = header(manifest(bundle), "Bundle-SymbolicName").replaceAll(";.*", "");
      assertFalse(name.isEmpty(), bundle + " is no bundle");
      assertEquals(null, seen.put(name, bundle), name + " is there twice");
    }
  }

  @Test
  void libraries_enterThroughOneBundleOnly() throws IOException {
    Map<String, List<String>> doors =
        Map.of(
            "com.fazecast.jSerialComm", List.of("kiosk-link"),
            "org.bouncycastle", List.of("kiosk-crypto", "kiosk-tls"),
            "org.opencv", List.of("kiosk-identity", "kiosk-camera"),
            "org.eclipse.paho", List.of("kiosk-uplink-mqtt"),
            "org.eclipse.jetty", List.of("kiosk-local-api"),
            "com.google.zxing",
                List.of("kiosk-local-api", "kiosk-documents", "kiosk-page-printer"));
    for (Path bundle : Tree.ownBundles()) {
      String imports = header(manifest(bundle), "Import-Package");
      doors.forEach(
          (library, rooms) -> {
            if (imports.contains(library)) {
              assertTrue(
                  rooms.stream().anyMatch(room -> bundle.getFileName().toString().startsWith(room)),
                  bundle.getFileName() + " imports " + library);
            }
          });
    }
  }

  private static List<String> split(String header) {
    return List.of(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
  }
}
