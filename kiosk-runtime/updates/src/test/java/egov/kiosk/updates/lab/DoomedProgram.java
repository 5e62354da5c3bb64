package egov.kiosk.updates.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The helper in one jar without signatures, with a class-data archive where the JVM can make one: a
 * hundred starts of it are most of what these tests cost.
 */
public final class DoomedProgram {
  private final Path jar;
  private final Path archive;

  private DoomedProgram(Path jar, Path archive) {
    this.jar = jar;
    this.archive = archive;
  }

  /** Makes it below a directory; {@code rehearsal} is a command line of the helper that works. */
  public static DoomedProgram in(Path directory, List<String> rehearsal) throws Exception {
    Path jar = directory.resolve("doomed.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(0);
      Set<String> names = new HashSet<>();
      for (String place : System.getProperty("java.class.path").split(":")) {
        if (place.matches(".*(kiosk-|bcprov|classes/?$|/updates/|/crypto/|/domain/).*")) {
          add(Path.of(place), out, names);
        }
      }
    }
    DoomedProgram made = new DoomedProgram(jar, directory.resolve("doomed.jsa"));
    List<String> line = new ArrayList<>(made.line("-XX:ArchiveClassesAtExit=" + made.archive));
    line.add("0");
    line.addAll(rehearsal);
    new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("rehearsal.log").toFile())
        .start()
        .waitFor();
    return made;
  }

  /** The beginning of its command line; the number of the last step follows. */
  public List<String> line() {
    return line("-XX:SharedArchiveFile=" + archive);
  }

  private List<String> line(String shared) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx64m",
        "-Xshare:auto",
        "-Xlog:disable",
        shared,
        "-cp",
        jar.toString(),
        Doomed.class.getName());
  }

  private static void add(Path place, JarOutputStream out, Set<String> names) throws IOException {
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            add(place.relativize(file).toString(), in, out, names);
          }
        }
      }
    } else if (Files.isRegularFile(place)) {
      try (JarFile from = new JarFile(place.toFile(), false)) {
        for (JarEntry entry : java.util.Collections.list(from.entries())) {
          if (!entry.isDirectory()) {
            add(entry.getName(), from.getInputStream(entry), out, names);
          }
        }
      }
    }
  }

  private static void add(String name, InputStream in, JarOutputStream out, Set<String> names)
      throws IOException {
    boolean wanted = !name.startsWith("META-INF/") && !name.equals("module-info.class");
    if (wanted && names.add(name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo((OutputStream) out);
      out.closeEntry();
    }
  }
}
