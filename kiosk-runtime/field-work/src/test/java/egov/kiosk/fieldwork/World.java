package egov.kiosk.fieldwork;

import egov.kiosk.fieldwork.store.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk in memory whose power can be cut at any step. What was renamed or deleted and not synced
 * is lost or kept as the dice fall; of a file being written any part may be there.
 */
final class World implements Disk {
  private final Map<Path, byte[]> files = new TreeMap<>();
  private final Deque<Change> unsynced = new ArrayDeque<>();
  private final Random dice;
  private int stepsLeft = Integer.MAX_VALUE;
  private int steps;

  /** What a name stood for before. */
  private record Change(Path name, byte[] before) {}

  World(long seed) {
    dice = new Random(seed);
  }

  /** Cuts the power at the n-th step from now. */
  void cutAfter(int n) {
    stepsLeft = n;
  }

  int steps() {
    return steps;
  }

  Map<Path, byte[]> files() {
    return files;
  }

  /** Anything durable that happens. */
  void step() {
    steps++;
    if (stepsLeft-- <= 0) {
      throw new PowerCut();
    }
  }

  /** The power comes back. */
  void powerUp() {
    stepsLeft = Integer.MAX_VALUE;
    while (!unsynced.isEmpty()) {
      Change change = unsynced.pollLast();
      if (dice.nextBoolean()) {
        unsynced.clear();
      } else if (change.before() == null) {
        files.remove(change.name());
      } else {
        files.put(change.name(), change.before());
      }
    }
  }

  private void change(Path name) {
    unsynced.addLast(new Change(name, files.get(name)));
  }

  @Override
  public synchronized void directory(Path directory) {}

  @Override
  public synchronized void write(Path file, byte[] content) {
    change(file);
    files.put(file, Arrays.copyOf(content, dice.nextInt(content.length + 1)));
    step();
    files.put(file, content.clone());
    step();
  }

  @Override
  public synchronized void rename(Path from, Path to) {
    step();
    change(to);
    change(from);
    files.put(to, files.remove(from));
    step();
  }

  @Override
  public synchronized void sync(Path directory) {
    step();
    unsynced.clear();
    step();
  }

  @Override
  public synchronized byte[] read(Path file) throws IOException {
    byte[] content = files.get(file);
    if (content == null) {
      throw new NoSuchFileException("none");
    }
    return content.clone();
  }

  @Override
  public synchronized void delete(Path file) {
    step();
    if (files.containsKey(file)) {
      change(file);
      files.remove(file);
    }
    step();
  }

  @Override
  public synchronized List<Path> list(Path directory) {
    return files.keySet().stream().filter(file -> directory.equals(file.getParent())).toList();
  }
}
