package egov.kiosk.packager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a jar again with fewer entries, the same bytes every time: entries in their old order, the
 * manifest first, all of one date. A jar that loses entries or gets another name also loses the
 * signature files of whoever signed it, and the digests in its manifest.
 */
public final class SlimJar {
  /** The first moment a zip can say. */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

  private static final Pattern SIGNATURE =
      Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)|META-INF/SIG-[^/]+");
  private static final Pattern NATIVE = Pattern.compile(".+\\.(so|dll|dylib|jnilib|a)");

  private SlimJar() {}

  /** Whether an entry is a native library, of whatever machine. */
  public static boolean isNative(String entry) {
    return NATIVE.matcher(entry).matches();
  }

  /** Whether a jar holds an entry that is not to be kept. */
  public static boolean needed(Path jar, Predicate<String> keep) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      return file.stream().anyMatch(entry -> !keep.test(entry.getName()));
    }
  }

  /** Another manifest: what its main section says more. */
  @FunctionalInterface
  public interface Rename {
    void change(Attributes main);
  }

  /** Another content of an entry, by its name. */
  interface Edit {
    /** Everything as it was. */
    Edit NONE = (name, content) -> content;

    byte[] change(String name, byte[] content);
  }

  /**
   * Writes a jar again.
   *
   * @param from the jar
   * @param to where to; may be the same
   * @param keep which entries stay
   * @param rename changes the manifest
   */
  public static void write(Path from, Path to, Predicate<String> keep, Rename rename)
      throws IOException {
    write(from, to, keep, rename, Edit.NONE, List.of());
  }

  /**
   * As above, with other contents.
   *
   * @param more files that come besides, below a directory of their own directory's name
   */
  static void write(
      Path from, Path to, Predicate<String> keep, Rename rename, Edit edit, List<Path> more)
      throws IOException {
    Path fresh = Files.createTempFile(to.toAbsolutePath().getParent(), "jar", ".tmp");
    try {
      try (JarFile jar = new JarFile(from.toFile(), false);
          OutputStream out = Files.newOutputStream(fresh);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        put(zip, JarFile.MANIFEST_NAME, manifest(jar, rename));
        Enumeration<? extends ZipEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
          ZipEntry entry = entries.nextElement();
          String name = entry.getName();
          if (entry.isDirectory()
              || name.equals(JarFile.MANIFEST_NAME)
              || SIGNATURE.matcher(name).matches()
              || !keep.test(name)) {
            continue;
          }
          try (InputStream in = jar.getInputStream(entry)) {
            put(zip, name, edit.change(name, in.readAllBytes()));
          }
        }
        for (Path file : more) {
          String name = file.getParent().getFileName() + "/" + file.getFileName();
          put(zip, name, Files.readAllBytes(file));
        }
      }
      Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING);
      to.toFile().setReadable(true, false);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static byte[] manifest(JarFile jar, Rename rename) throws IOException {
    Manifest old = jar.getManifest();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putAll(old.getMainAttributes());
    rename.change(manifest.getMainAttributes());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }

  static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(DATE);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
