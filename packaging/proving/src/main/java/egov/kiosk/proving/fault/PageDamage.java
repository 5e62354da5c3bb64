package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The disk gives back other bytes than were written: while the kiosk is down, pages change. */
final class PageDamage implements Fault {
  private static final int MOST_MESSAGES = 14;
  private static final int STUMBLE_MILLIS = 150;
  private static final int PAGE = 4096;
  private static final int MOST_PAGES = 3;
  private static final String DATABASE = "outbox.db";
  private static final String LOG = "outbox.db-wal";

  private final Way way;

  enum Way {
    /** A few bits of a few pages of the database. */
    FLIP,
    /** Pages of the database written half: the rest is old or noise. */
    TEAR,
    /** Bits of the write-ahead log, or its end cut off. */
    LOG
  }

  PageDamage(Way way) {
    this.way = way;
  }

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    // Something should wait in the queue, or there is nothing to lose.
    if (random.nextBoolean()) {
      stand.kioskLine().cut();
    }
    Fault.accept(stand, random, MOST_MESSAGES);
    if (way != Way.LOG && random.nextInt(3) > 0) {
      // Empties the log into the database, so that no fresh copy of a page hides the damage.
      stand.stopKiosk();
    } else {
      stand.killKiosk();
    }
    damage(stand.queue(), random);
    stand.kioskLine().mend();
    // Killed while it puts things right, and again.
    for (int i = random.nextInt(3); i > 0; i--) {
      stand.stumble(random.nextInt(STUMBLE_MILLIS));
    }
    stand.startKiosk();
  }

  private void damage(Path queue, Random random) throws IOException {
    Path file = queue.resolve(way == Way.LOG ? LOG : DATABASE);
    if (!Files.exists(file) || Files.size(file) == 0) {
      file = queue.resolve(DATABASE);
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      int pages = 1 + random.nextInt(MOST_PAGES);
      for (int i = 0; i < pages && bytes.length() > 0; i++) {
        if (way == Way.TEAR) {
          tear(bytes, random);
        } else {
          flip(bytes, random);
        }
      }
      if (way == Way.LOG && random.nextInt(4) == 0) {
        bytes.setLength((long) (bytes.length() * random.nextDouble()));
      }
    }
  }

  private static void flip(RandomAccessFile bytes, Random random) throws IOException {
    long at = (long) (random.nextDouble() * bytes.length());
    bytes.seek(at);
    int old = bytes.read();
    bytes.seek(at);
    bytes.write(old ^ (1 << random.nextInt(8)));
  }

  private static void tear(RandomAccessFile bytes, Random random) throws IOException {
    long pages = Math.max(1, bytes.length() / PAGE);
    long from = (long) (random.nextDouble() * pages) * PAGE;
    byte[] rest = new byte[PAGE / 2];
    switch (random.nextInt(3)) {
      case 0 -> random.nextBytes(rest);
      case 1 -> {
        bytes.seek((long) (random.nextDouble() * pages) * PAGE);
        bytes.read(rest);
      }
      default -> {
        // Zeros, as of a sector that was never written.
      }
    }
    bytes.seek(from + (random.nextBoolean() ? 0 : PAGE / 2));
    bytes.write(rest);
  }
}
