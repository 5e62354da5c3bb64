package egov.kiosk.proving.child;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A class path whose classes can all be put into an archive of the virtual machine: it takes none
 * from a signed jar and none from a directory. What is in them is copied as it is.
 */
final class PlainJars {
  private static final List<String> SIGNATURES = List.of(".sf", ".rsa", ".dsa", ".ec");

  private PlainJars() {}

  /**
   * The same classes in jars without signatures.
   *
   * @param parts jars and directories of classes
   * @param directory where copies are made
   */
  static List<String> of(List<String> parts, Path directory) throws IOException {
    Files.createDirectories(directory);
    List<String> plain = new ArrayList<>();
    for (String part : parts) {
      Path path = Path.of(part);
      Path copy = directory.resolve(plain.size() + "-" + path.getFileName() + ".jar");
      if (Files.isDirectory(path)) {
        pack(path, copy);
        plain.add(copy.toString());
      } else if (Files.exists(path)) {
        plain.add(unsigned(path, copy).toString());
      }
    }
    return plain;
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      out.setLevel(1);
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }

  private static Path unsigned(Path jar, Path copy) throws IOException {
    try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
      if (signatures(inside).isEmpty()) {
        return jar;
      }
    }
    Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem inside = FileSystems.newFileSystem(copy, Map.of())) {
      for (Path signature : signatures(inside)) {
        Files.delete(signature);
      }
    }
    return copy;
  }

  private static List<Path> signatures(FileSystem jar) throws IOException {
    Path place = jar.getPath("META-INF");
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(PlainJars::signature).toList();
    }
  }

  private static boolean signature(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return SIGNATURES.stream().anyMatch(name::endsWith);
  }
}
