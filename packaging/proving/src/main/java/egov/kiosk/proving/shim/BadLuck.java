package egov.kiosk.proving.shim;

import egov.kiosk.proving.child.Shell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Bad luck of the processes started with {@link #environment}, changed while they run. Starts
 * without any.
 */
public final class BadLuck {
  private static final String SOURCE = "badluck.c";
  private static final int SIZE = 512;
  private static final int FAULTS = 0;
  private static final int ONE_IN = 4;
  private static final int CLOCK = 8;
  private static final int HITS = 16;
  private static final int BELOW = 32;

  private final Path library;
  private final Path file;
  private final MappedByteBuffer page;

  /** A way system calls fail. */
  public enum Failure {
    /** fsync and fdatasync report an input/output error. */
    SYNC,
    /** Writing reports one, and nothing was written. */
    WRITE,
    /** Writing reports one after half of the bytes. */
    TEAR,
    /** Reading reports one. */
    READ,
    /** Writing reports a full disk. */
    FULL
  }

  private BadLuck(Path library, Path file, MappedByteBuffer page) {
    this.library = library;
    this.file = file;
    this.page = page;
  }

  /**
   * Compiles the library to preload.
   *
   * @throws IOException when there is no gcc or it reports anything at all
   */
  public static void compileTo(Path library) throws IOException, InterruptedException {
    Path source = library.resolveSibling(SOURCE);
    try (InputStream text = BadLuck.class.getResourceAsStream(SOURCE)) {
      Files.copy(text, source, StandardCopyOption.REPLACE_EXISTING);
    }
    Shell.run(
        "gcc -shared -fPIC -O2 -Wall -Wextra -Werror -o '%s' '%s' -ldl".formatted(library, source));
  }

  /**
   * Makes a page of luck.
   *
   * @param library what {@link #compileTo} wrote
   * @param file the page; created
   * @param below only calls on files below this directory fail
   */
  public static BadLuck open(Path library, Path file, Path below) throws IOException {
    byte[] name = below.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
    if (name.length >= SIZE - BELOW) {
      throw new IOException("the path " + below + " is too long for the shim");
    }
    Files.write(file, new byte[SIZE]);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MappedByteBuffer page = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
      page.order(ByteOrder.nativeOrder());
      page.put(BELOW, name);
      return new BadLuck(library, file, page);
    }
  }

  /** What a process must have in its environment to share this luck. */
  public Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "KIOSK_BADLUCK", file.toString());
  }

  /**
   * From now on such calls fail.
   *
   * @param oneIn every how many-th call does, 1: each
   */
  public void strike(Set<Failure> failures, int oneIn) {
    int bits = 0;
    for (Failure failure : failures) {
      bits |= 1 << failure.ordinal();
    }
    page.putInt(ONE_IN, oneIn);
    page.putInt(FAULTS, bits);
  }

  /** From now on the wall clock is off by this much. */
  public void shiftClock(Duration offset) {
    page.putLong(CLOCK, offset.toNanos());
  }

  /** From now on everything goes well, and the clock is right. */
  public void relent() {
    page.putInt(FAULTS, 0);
    page.putLong(CLOCK, 0);
  }

  /** How many calls failed since the start. */
  public long hits() {
    return page.getLong(HITS);
  }
}
