package egov.kiosk.link.attached;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads from the kernel's own files what is plugged in: everything that types or points, and what
 * keeps files or opens a network if it hangs on USB. Sends nothing to any device.
 */
final class Sysfs {
  private static final int LONGEST = 64;

  private final Path root;

  /**
   * @param root where the files are, {@code /sys} on a real machine
   */
  Sysfs(Path root) {
    this.root = Objects.requireNonNull(root, "root");
  }

  /**
   * What is there now.
   *
   * @throws IOException when the kernel's files cannot be read at all
   */
  Set<Attached> read() throws IOException {
    Set<Attached> found = new TreeSet<>();
    for (Path one : below("class/input", "input*")) {
      found.add(new Attached(Attached.Kind.INPUT, inputId(one), name(one)));
    }
    for (Path one : below("block", "*")) {
      usbModel(one).ifPresent(id -> found.add(new Attached(Attached.Kind.STORAGE, id, name(one))));
    }
    for (Path one : below("class/net", "*")) {
      usbModel(one).ifPresent(id -> found.add(new Attached(Attached.Kind.NETWORK, id, name(one))));
    }
    return found;
  }

  private Set<Path> below(String folder, String pattern) throws IOException {
    Set<Path> found = new TreeSet<>();
    Path directory = root.resolve(folder);
    if (!Files.isDirectory(root)) {
      throw new IOException(root + " is not there");
    }
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> names = Files.newDirectoryStream(directory, pattern)) {
        names.forEach(found::add);
      }
    }
    return found;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  /** Vendor and product for what has them; buttons of the machine itself go by their name. */
  private static String inputId(Path input) {
    String vendor = text(input.resolve("id/vendor"));
    String product = text(input.resolve("id/product"));
    boolean numbered = vendor.matches("[0-9a-f]{4}") && product.matches("[0-9a-f]{4}");
    return numbered && !vendor.equals("0000")
        ? vendor + ":" + product
        : word(input.resolve("name"));
  }

  /** The USB model of whatever a device hangs on; empty when it is part of the machine. */
  private static Optional<String> usbModel(Path device) {
    try {
      for (Path one = device.toRealPath(); one != null; one = one.getParent()) {
        String vendor = text(one.resolve("idVendor"));
        if (!vendor.isEmpty()) {
          return Optional.of(vendor + ":" + text(one.resolve("idProduct")));
        }
      }
    } catch (IOException e) {
      // It went while it was looked at.
    }
    return Optional.empty();
  }

  /** A name a device gives itself is hostile text: letters, digits and hyphens of it are kept. */
  private static String word(Path file) {
    String plain = text(file).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
    return cut.isEmpty() ? "unnamed" : cut;
  }

  private static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
