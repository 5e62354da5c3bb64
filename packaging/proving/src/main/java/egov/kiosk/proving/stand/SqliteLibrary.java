package egov.kiosk.proving.stand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The native part of SQLite, unpacked once: a process that is killed cannot take away the copy that
 * it would otherwise unpack for itself.
 */
final class SqliteLibrary {
  private static final String NAME = "libsqlitejdbc.so";

  private SqliteLibrary() {}

  /** Unpacks it and gives the options that make a virtual machine use it. */
  static List<String> extractTo(Path directory) throws IOException {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    String resource = "/org/sqlite/native/Linux/" + machine + "/" + NAME;
    try (InputStream library = SqliteLibrary.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException("there is no SQLite for this machine in the class path");
      }
      Files.copy(library, directory.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    }
    return List.of("-Dorg.sqlite.lib.path=" + directory, "-Dorg.sqlite.lib.name=" + NAME);
  }
}
