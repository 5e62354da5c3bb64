package egov.kiosk.launcher;

import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.sqlite.JDBC;

/** An installation with only what the commands about the queue look at. */
public final class LabHome {
  private static final String METATYPE =
      """
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
        <OCD id="local-api" name="x"><AD id="runDirectory" type="String" default="run"/></OCD>
        <OCD id="outbox" name="x"><AD id="directory" type="String" default="q"/></OCD>
        <Designate pid="local-api"><Object ocdref="local-api"/></Designate>
        <Designate pid="outbox"><Object ocdref="outbox"/></Designate>
      </metatype:MetaData>
      """;

  private LabHome() {}

  public static void create(Path home) throws IOException, URISyntaxException {
    create(home, List.of(Outbox.class, SqliteOutbox.class, JDBC.class));
  }

  /** An installation with the bundles these classes come from. */
  public static void create(Path home, List<Class<?>> types)
      throws IOException, URISyntaxException {
    Path bundles = Files.createDirectories(home.resolve("bundles"));
    for (Class<?> type : types) {
      Path origin = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path jar = bundles.resolve(type.getSimpleName() + ".jar");
      if (Files.isDirectory(origin)) {
        pack(origin, jar);
      } else {
        Files.copy(origin, jar);
      }
    }
    try (JarOutputStream out = jar(bundles.resolve("settings.jar"))) {
      add(out, "OSGI-INF/metatype/", new byte[0]);
      add(out, "OSGI-INF/metatype/all.xml", METATYPE.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** In a build that does not package, a room is a directory of classes. */
  private static void pack(Path classes, Path to) throws IOException {
    try (JarOutputStream out = jar(to);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        add(out, classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }

  private static JarOutputStream jar(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return new JarOutputStream(out);
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
