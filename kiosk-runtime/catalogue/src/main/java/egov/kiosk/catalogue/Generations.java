package egov.kiosk.catalogue;

import egov.kiosk.domain.transaction.ServiceItem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sets of items the platform sent, on the disk: a directory for each, and one file that names
 * the directory in service with its digest. Replacing that file is what takes a set into service.
 * For one thread.
 */
final class Generations {
  private static final int MOST_ITEMS = 500;
  private static final int DIGEST_SHOWN = 8;
  private static final String FOLDER = "items-";
  private static final Pattern POINTER =
      Pattern.compile("kiosk-catalogue 1 ([0-9]{1,16}) ([0-9]{1,3}) ([0-9a-f]{64})\n");

  private final Path directory;
  private final DurableFiles files;
  private final ItemReader reader = new ItemReader();

  Generations(Path directory, DurableFiles files) {
    this.directory = directory;
    this.files = files;
  }

  /** Which set is in service, and what it must digest to. */
  private record Pointer(long version, int count, String digest) {
    Path folder(Path directory) {
      return directory.resolve(FOLDER + version + "-" + digest.substring(0, DIGEST_SHOWN));
    }

    byte[] bytes() {
      return ("kiosk-catalogue 1 " + version + " " + count + " " + digest + "\n")
          .getBytes(StandardCharsets.US_ASCII);
    }
  }

  /**
   * The set in service.
   *
   * @return empty when the platform never sent one
   * @throws EntryRefusedException when it is damaged; says where
   */
  Optional<Generation> current() throws EntryRefusedException {
    Path file = pointerFile();
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      Pointer pointer = pointer(file);
      List<byte[]> contents = new ArrayList<>();
      for (int i = 0; i < pointer.count(); i++) {
        contents.add(Files.readAllBytes(pointer.folder(directory).resolve(name(i))));
      }
      if (!digest(contents).equals(pointer.digest())) {
        throw EntryRefusedException.of(file.toString(), "the items are not those that were sent");
      }
      return Optional.of(new Generation(pointer.version(), read(contents)));
    } catch (IOException e) {
      throw EntryRefusedException.of(file.toString(), "it or an item of it cannot be read");
    }
  }

  /** Checks a set without changing anything. */
  Generation check(long version, List<String> texts) throws EntryRefusedException {
    if (texts.size() > MOST_ITEMS) {
      throw EntryRefusedException.of("items", "are more than " + MOST_ITEMS);
    }
    return new Generation(version, read(bytes(texts)));
  }

  /**
   * Takes a set into service; it was checked.
   *
   * @throws IOException when it could not be kept; then what was in service still is
   */
  void put(long version, List<String> texts) throws IOException {
    List<byte[]> contents = bytes(texts);
    Pointer pointer = new Pointer(version, contents.size(), digest(contents));
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path fresh = directory.resolve("fresh");
    files.delete(fresh);
    Files.createDirectory(fresh);
    for (int i = 0; i < contents.size(); i++) {
      files.write(fresh.resolve(name(i)), contents.get(i));
    }
    files.force(fresh);
    files.delete(pointer.folder(directory));
    files.rename(fresh, pointer.folder(directory));
    Path written = directory.resolve("current.new");
    files.write(written, pointer.bytes());
    files.rename(written, pointerFile());
    forgetOthers(pointer.folder(directory));
  }

  private void forgetOthers(Path kept) throws IOException {
    List<Path> others;
    try (Stream<Path> all = Files.list(directory)) {
      others =
          all.filter(path -> path.getFileName().toString().startsWith(FOLDER))
              .filter(path -> !path.equals(kept))
              .toList();
    }
    for (Path other : others) {
      files.delete(other);
    }
  }

  private Path pointerFile() {
    return directory.resolve("current");
  }

  private static Pointer pointer(Path file) throws IOException, EntryRefusedException {
    String text =
        Files.size(file) > 128
            ? ""
            : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    Matcher matcher = POINTER.matcher(text);
    if (!matcher.matches()) {
      throw EntryRefusedException.of(file.toString(), "is damaged");
    }
    return new Pointer(
        Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3));
  }

  private List<ServiceItem> read(List<byte[]> contents) throws EntryRefusedException {
    List<NamedEntry> entries = new ArrayList<>();
    for (byte[] content : contents) {
      String name = "item " + (entries.size() + 1);
      try {
        entries.add(new NamedEntry(name, reader.read(content)));
      } catch (EntryRefusedException e) {
        throw e.named(name);
      }
    }
    Shelf shelf = Assembly.of(entries);
    if (!shelf.refused().isEmpty()) {
      RefusedFile first = shelf.refused().get(0);
      throw first.why().named(first.file());
    }
    return shelf.items();
  }

  private static String name(int index) {
    return String.format("%03d.json", index);
  }

  private static List<byte[]> bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** Of lengths and contents, so that nothing can move from one item to the next. */
  private static String digest(List<byte[]> contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] content : contents) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
