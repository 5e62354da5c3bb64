package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is shipped lets nobody in: every secret is made at a kiosk's own first start. */
@Tag("architecture")
class NoDefaultSecretTest {
  private static final Pattern SECRET_KEY =
      Pattern.compile("(?i).*(pin(?!s$)|password|secret|passphrase|token)[A-Za-z]*");
  private static final Pattern PRIVATE = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final List<String> MADE_AT_A_KIOSK =
      List.of(
          "staff.book", "start-secret", "staff.import", "access.secret", ".key", ".token", ".pin");

  private static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Tree.KIOSK)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  @DisplayName("J03 no file of a secret is shipped")
  void j03_shippedTree_holdsNoSecretsFile() throws IOException {
    List<Path> files = shipped();
    assertTrue(files.size() > 20, "only " + files);
    for (Path file : files) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      assertTrue(MADE_AT_A_KIOSK.stream().noneMatch(name::endsWith), file + " is shipped");
    }
  }

  @Test
  @DisplayName("J03 the shipped configuration sets no secret, only where one lies")
  void j03_configuration_setsNoSecret() throws IOException {
    int settings = 0;
    for (String line : Files.readAllLines(Tree.KIOSK.resolve("conf/kiosk.properties"))) {
      String text = line.startsWith("# ") && line.contains(" = ") ? line.substring(2) : line;
      String[] parts = text.split("=", 2);
      if (text.startsWith("#") || parts.length < 2) {
        continue;
      }
      settings++;
      String key = parts[0].strip();
      if (SECRET_KEY.matcher(key).matches()) {
        assertTrue(key.endsWith("File"), "a secret stands in the shipped configuration: " + key);
      }
    }
    assertTrue(settings > 20, "only " + settings + " settings were looked at");
  }

  @Test
  @DisplayName("J03 neither files nor our bundles carry a private key")
  void j03_noPrivateKeyAnywhere() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : shipped()) {
      String name = file.getFileName().toString();
      if (name.startsWith("kiosk-") && name.endsWith(".jar")) {
        look(file, found);
      } else if (Files.size(file) < 1_000_000 && !name.endsWith(".jar")) {
        note(file.toString(), Files.readAllBytes(file), found);
      }
    }
    assertEquals(List.of(), found);
  }

  private static void look(Path bundle, List<String> found) throws IOException {
    try (JarFile jar = new JarFile(bundle.toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        assertFalse(entry.getName().endsWith(".key"), bundle + ": " + entry.getName());
        if (!entry.getName().endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            note(bundle + ": " + entry.getName(), in.readAllBytes(), found);
          }
        }
      }
    }
  }

  private static void note(String where, byte[] bytes, List<String> found) {
    if (PRIVATE.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find()) {
      found.add(where);
    }
  }
}
