package egov.kiosk.crypto.rest;

import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.crypto.sm.Sm3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The file of the data keys and its copy, mode 0600, each replaced whole or not at all: a head that
 * anybody may read, the wrapped keys, and a digest over both that tells a damaged file from one of
 * another machine. The file is written before its copy, so that it is never the older one.
 */
final class RingFile {
  private static final String NAME = "data-keys";
  private static final String COPY = "data-keys.copy";
  private static final String FORM = "egov.kiosk data key file ";
  private static final String HEAD = FORM + "1";
  private static final int LARGEST = 1024 * 1024;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path directory;

  RingFile(Path directory) {
    this.directory = directory;
  }

  /** What is in a sound file. */
  @SuppressWarnings("ArrayRecordComponent")
  record Content(String wrapping, List<String> titles, byte[] wrapped) {}

  /** Whether there is anything, sound or not. */
  boolean exists() {
    return Files.exists(directory.resolve(NAME)) || Files.exists(directory.resolve(COPY));
  }

  /** The keys are in a form that this program does not know; they are whole, and left alone. */
  static final class NewerFormException extends IOException {
    private static final long serialVersionUID = 1L;

    NewerFormException() {
      super("the data keys are in a form of a newer program; install that again");
    }
  }

  /**
   * The file, or its copy where the file is missing or damaged; empty when neither is sound.
   *
   * @throws NewerFormException when one of them is a newer program's
   */
  Optional<Content> read() throws IOException {
    Optional<Content> file = read(directory.resolve(NAME));
    return file.isPresent() ? file : read(directory.resolve(COPY));
  }

  /** Whether both are there and the same. */
  boolean doubled() throws IOException {
    Path copy = directory.resolve(COPY);
    return Files.exists(directory.resolve(NAME))
        && Files.exists(copy)
        && Files.mismatch(directory.resolve(NAME), copy) < 0;
  }

  private static Optional<Content> read(Path file) throws IOException {
    byte[] bytes;
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    List<String> lines =
        new ArrayList<>(new String(bytes, StandardCharsets.ISO_8859_1).lines().toList());
    if (lines.size() < 4 || !lines.get(0).startsWith(FORM)) {
      return Optional.empty();
    }
    String head = lines.get(0);
    String last = lines.remove(lines.size() - 1);
    if (!head.equals(HEAD) && last.equals(digest(lines))) {
      throw new NewerFormException();
    }
    if (!head.equals(HEAD)
        || !last.equals(digest(lines))
        || !lines.get(1).startsWith("wrapping ")) {
      return Optional.empty();
    }
    try {
      String wrapped = lines.get(lines.size() - 1);
      return Optional.of(
          new Content(
              lines.get(1).substring("wrapping ".length()),
              List.copyOf(lines.subList(2, lines.size() - 1)),
              Base64.getDecoder().decode(wrapped)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void write(Content content) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEAD, "wrapping " + content.wrapping()));
    lines.addAll(content.titles());
    lines.add(Base64.getEncoder().encodeToString(content.wrapped()));
    lines.add(digest(lines));
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    PrivateFile.replace(directory.resolve(NAME), bytes);
    PrivateFile.replace(directory.resolve(COPY), bytes);
  }

  /** Moves what is there to other names, changing nothing in it. */
  Path setAside(Instant now) throws IOException {
    Path place = directory.resolve("damaged-" + STAMP.format(now));
    for (int i = 1; Files.exists(place); i++) {
      place = directory.resolve("damaged-" + STAMP.format(now) + "-" + i);
    }
    Files.createDirectory(place);
    for (String name : List.of(NAME, COPY)) {
      if (Files.exists(directory.resolve(name))) {
        Files.move(directory.resolve(name), place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return place;
  }

  private static String digest(List<String> lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    return "sm3 " + HexFormat.of().formatHex(Sm3.digest(bytes));
  }
}
