package egov.kiosk.printledger;

import egov.kiosk.domain.print.PrintState;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the journal lies: {@code prints.log} in a directory of its own. A damaged file is renamed,
 * never deleted, and what can be read of it is carried on.
 */
final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private static final long USUAL_LENGTH = 1024 * 1024;
  private static final String NAME = "prints.log";
  private static final String DAMAGED = "prints-damaged-";

  private final Path directory;
  private final Duration kept;
  private final InstantSource clock;
  private final long rewriteAt;

  /**
   * @param directory made when missing, readable by its owner only
   * @param kept how long a settled job is remembered
   */
  Shelf(Path directory, Duration kept, InstantSource clock) {
    this(directory, kept, clock, USUAL_LENGTH);
  }

  /** One that is written anew when it has grown beyond so many bytes. */
  Shelf(Path directory, Duration kept, InstantSource clock, long rewriteAt) {
    this.rewriteAt = rewriteAt;
    this.directory = directory.toAbsolutePath();
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * The journal, ready to go on.
   *
   * @param damaged whether it was found damaged this time
   */
  record Opened(Book book, LedgerFile file, RandomAccessFile lock, long lastNumber, boolean damaged)
      implements Closeable {
    Opened after(long number) {
      return new Opened(book, file, lock, number, damaged);
    }

    @Override
    public void close() throws IOException {
      try {
        file.close();
      } finally {
        lock.close();
      }
    }
  }

  long rewriteAt() {
    return rewriteAt;
  }

  Opened open() throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    RandomAccessFile lock = lock();
    try {
      Path file = directory.resolve(NAME);
      Reading reading = Reading.of(file);
      if (!reading.damaged()) {
        LedgerFile end = LedgerFile.open(file, reading.goodLength());
        Opened whole = new Opened(reading.book(), end, lock, reading.lastNumber(), false);
        return reading.goodLength() > 0 ? rewrite(whole) : whole;
      }
      Path aside = freeName();
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
      LedgerFile.syncDirectory(directory);
      LOG.error(
          "The print ledger was damaged; it is kept as {}. Jobs it no longer knows may be printed"
              + " twice; look at the disk",
          aside.getFileName());
      return written(reading.book(), lock, true);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private RandomAccessFile lock() throws IOException {
    RandomAccessFile file = new RandomAccessFile(directory.resolve("lock").toFile(), "rw");
    try {
      FileLock taken = file.getChannel().tryLock();
      if (taken != null) {
        return file;
      }
    } catch (OverlappingFileLockException e) {
      // the same answer: somebody has it
    } catch (IOException e) {
      file.close();
      throw e;
    }
    file.close();
    throw new IOException("another runtime has the print ledger open; stop it first");
  }

  private Path freeName() {
    Path name = directory.resolve(DAMAGED + clock.millis() + ".log");
    for (int i = 1; Files.exists(name); i++) {
      name = directory.resolve(DAMAGED + clock.millis() + "-" + i + ".log");
    }
    return name;
  }

  /** The journal without what is settled and old. */
  Opened rewrite(Opened full) throws IOException {
    Opened shorter = written(full.book(), full.lock(), full.damaged());
    full.file().close();
    return shorter;
  }

  private Opened written(Book book, RandomAccessFile lock, boolean damaged) throws IOException {
    Book shorter = new Book();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Instant oldest = clock.instant().minus(kept);
    long number = 0;
    for (Entry entry : book.entries()) {
      boolean settled = entry.job().state() != PrintState.OPEN && !entry.job().asks();
      if (settled && entry.changed().isBefore(oldest)) {
        continue;
      }
      for (LedgerLine line : Book.retold(entry, number + 1)) {
        shorter.take(line);
        bytes.writeBytes(line.bytes());
        number = line.number();
      }
    }
    Path fresh = directory.resolve(NAME + ".new");
    Files.deleteIfExists(fresh);
    LedgerFile file = LedgerFile.open(fresh, 0);
    try {
      file.append(bytes.toByteArray());
      Files.move(
          fresh,
          directory.resolve(NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      LedgerFile.syncDirectory(directory);
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return new Opened(shorter, file, lock, number, damaged);
  }

  List<String> setAside() {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(DAMAGED))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
