package egov.kiosk.outboxsqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who puts other things in the places of a queue's files while it works. What was there is
 * moved away and kept; what the links lead to must never change.
 */
final class Swapper {
  /** Where the queue makes files as it goes; a link there leads out of its directory. */
  private static final List<String> PLANTED =
      List.of("salvage.db", "incidents.txt", "check-in-full", "reserve-trial");

  private final Path queue;
  private final Path away;
  private int moved;

  /** What is put in the place of a file. */
  interface Instead {
    void put(Path place) throws Exception;
  }

  Swapper(Path queue, Path away) {
    this.queue = queue;
    this.away = away;
  }

  /** Moves a file away and puts something in its place. */
  void swap(String name, Instead instead) throws Exception {
    Files.move(queue.resolve(name), away.resolve(name + "-" + moved++));
    instead.put(queue.resolve(name));
  }

  /** Exchanges two files. */
  void exchange(String one, String other) throws IOException {
    Path between = away.resolve("between-" + moved++);
    Files.move(queue.resolve(one), between);
    Files.move(queue.resolve(other), queue.resolve(one));
    Files.move(between, queue.resolve(other));
  }

  /** Moves a file away and at once back. */
  void awayAndBack(String name) throws IOException {
    Path there = away.resolve(name + "-" + moved++);
    Files.move(queue.resolve(name), there);
    Files.move(there, queue.resolve(name));
  }

  static void fifo(Path place) throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", place.toString()).inheritIO().start();
    if (!mkfifo.waitFor(20, TimeUnit.SECONDS) || mkfifo.exitValue() != 0) {
      throw new IOException("mkfifo of coreutils failed");
    }
  }

  /**
   * Plants links wherever a name is free, as fast as it can, so many times for each; then it has
   * had its fun.
   */
  void plant(Path decoy, AtomicInteger left) {
    while (left.get() > 0) {
      for (String name : PLANTED) {
        try {
          Files.createSymbolicLink(queue.resolve(name), decoy);
          left.decrementAndGet();
        } catch (FileAlreadyExistsException e) {
          LockSupport.parkNanos(100_000);
        } catch (IOException e) {
          left.set(0);
        }
      }
    }
  }

  /** Takes away what was planted and lies there still. */
  void weed() throws IOException {
    for (String name : PLANTED) {
      if (Files.isSymbolicLink(queue.resolve(name))) {
        Files.delete(queue.resolve(name));
      }
    }
  }
}
