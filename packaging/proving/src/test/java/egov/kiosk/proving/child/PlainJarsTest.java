package egov.kiosk.proving.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything on the class path can be archived, and nothing of it is missing. */
class PlainJarsTest {
  @TempDir Path directory;

  private String jar(String name, String... entries) throws IOException {
    Path jar = directory.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (String entry : entries) {
        out.putNextEntry(new JarEntry(entry));
        out.write(entry.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return jar.toString();
  }

  private static Set<String> entries(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      Set<String> names = new TreeSet<>();
      file.stream().filter(entry -> !entry.isDirectory()).forEach(e -> names.add(e.getName()));
      return names;
    }
  }

  private String plain(String part) throws IOException {
    List<String> plain = PlainJars.of(List.of(part), directory.resolve("copies"));
    assertEquals(1, plain.size());
    return plain.get(0);
  }

  @Test
  void signedJar_of_isCopiedWithoutItsSignature() throws Exception {
    String signed = jar("signed.jar", "META-INF/MAKER.SF", "META-INF/MAKER.RSA", "a/B.class");
    assertEquals(Set.of("a/B.class"), entries(plain(signed)));
    assertEquals(3, entries(signed).size());
  }

  @Test
  void plainJar_of_isUsedAsItIs() throws Exception {
    String jar = jar("plain.jar", "META-INF/services/a.B", "a/B.class");
    assertEquals(jar, plain(jar));
  }

  @Test
  void directoryOfClasses_of_isPacked() throws Exception {
    Path classes = Files.createDirectories(directory.resolve("classes/a"));
    Files.writeString(classes.resolve("B.class"), "b");
    String packed = plain(directory.resolve("classes").toString());
    assertNotEquals(directory.resolve("classes").toString(), packed);
    assertEquals(Set.of("a/B.class"), entries(packed));
  }

  @Test
  void partThatIsNotThere_of_isLeftOut() throws Exception {
    List<String> parts = List.of(directory.resolve("nothing.jar").toString());
    assertEquals(List.of(), PlainJars.of(parts, directory.resolve("copies")));
  }
}
