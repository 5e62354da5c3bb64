package egov.kiosk.attachments;

import egov.kiosk.attachments.store.Disk;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file system that forgets what was not forced, and that can end the world at any step. The worst
 * one the standards allow: a file whose entry was forced and whose content was not comes back
 * empty.
 */
public final class MemoryDisk implements Disk {
  /** The process is dead: nobody tidies up. */
  public static final class Dead extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Node {
    byte[] content;
    byte[] forced = {};

    Node(byte[] content) {
      this.content = content;
    }
  }

  private final Map<Path, Node> now = new TreeMap<>();
  private final Map<Path, Node> entries = new HashMap<>();
  private int stepsLeft = Integer.MAX_VALUE;
  private long usable = Long.MAX_VALUE / 4;
  private Path broken;

  /** Ends the world before the step of this number from now, from 0. */
  public synchronized void dieAt(int step) {
    stepsLeft = step;
  }

  /** One step of the world, here or elsewhere. */
  public synchronized void step() {
    if (stepsLeft == 0) {
      throw new Dead();
    }
    stepsLeft--;
  }

  public synchronized void usable(long bytes) {
    usable = bytes;
  }

  /** From now on this path fails. */
  public synchronized void breakAt(Path path) {
    broken = path;
  }

  /** The machine starts again after kill -9: everything written is there. */
  public synchronized void afterKill() {
    stepsLeft = Integer.MAX_VALUE;
  }

  /** The machine starts again after a power cut: only what was forced is there. */
  public synchronized void afterPowerCut() {
    stepsLeft = Integer.MAX_VALUE;
    now.clear();
    entries.forEach(
        (path, node) -> {
          node.content = node.content == null ? null : node.forced.clone();
          now.put(path, node);
        });
    now.keySet().removeIf(path -> !rooted(path));
    entries.keySet().retainAll(now.keySet());
  }

  /** The directory of all attachments was made at installation; all below it must be forced. */
  private boolean rooted(Path path) {
    return path.getNameCount() <= 2 || (entries.containsKey(path) && rooted(path.getParent()));
  }

  /** Every file, for a test to look at. */
  public synchronized Map<Path, byte[]> files() {
    Map<Path, byte[]> files = new TreeMap<>();
    now.forEach(
        (path, node) -> {
          if (node.content != null) {
            files.put(path, node.content.clone());
          }
        });
    return files;
  }

  private void touch(Path path) throws IOException {
    step();
    if (broken != null && path.startsWith(broken)) {
      throw new IOException("Input/output error");
    }
  }

  @Override
  public synchronized void createDirectory(Path directory) throws IOException {
    touch(directory);
    if (directory.getParent() != null && directory.getParent().getParent() != null) {
      now.putIfAbsent(directory.getParent(), new Node(null));
    }
    now.putIfAbsent(directory, new Node(null));
  }

  @Override
  public synchronized void create(Path file, byte[] content) throws IOException {
    touch(file);
    parent(file);
    if (now.putIfAbsent(file, new Node(content.clone())) != null) {
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  @Override
  public synchronized void append(Path file, byte[] content) throws IOException {
    touch(file);
    parent(file);
    Node node = now.computeIfAbsent(file, path -> new Node(new byte[0]));
    int length = node.content.length;
    node.content = Arrays.copyOf(node.content, length + content.length);
    System.arraycopy(content, 0, node.content, length, content.length);
  }

  private void parent(Path file) throws IOException {
    if (!now.containsKey(file.getParent())) {
      throw new NoSuchFileException(file.toString());
    }
  }

  @Override
  public synchronized void force(Path path) throws IOException {
    touch(path);
    Node node = now.get(path);
    if (node == null) {
      throw new NoSuchFileException(path.toString());
    }
    if (node.content != null) {
      node.forced = node.content.clone();
      return;
    }
    entries.keySet().removeIf(entry -> path.equals(entry.getParent()) && !now.containsKey(entry));
    now.forEach(
        (entry, child) -> {
          if (path.equals(entry.getParent())) {
            entries.put(entry, child);
          }
        });
    if (path.getNameCount() <= 2) {
      entries.put(path, node);
    }
  }

  @Override
  public synchronized byte[] read(Path file) throws IOException {
    touch(file);
    Node node = now.get(file);
    if (node == null || node.content == null) {
      throw new NoSuchFileException(file.toString());
    }
    return node.content.clone();
  }

  @Override
  public synchronized List<Path> list(Path directory) throws IOException {
    touch(directory);
    List<Path> children = new ArrayList<>();
    for (Path path : now.keySet()) {
      if (directory.equals(path.getParent())) {
        children.add(path);
      }
    }
    return children;
  }

  @Override
  public synchronized long length(Path file) throws IOException {
    touch(file);
    Node node = now.get(file);
    return node == null || node.content == null ? 0 : node.content.length;
  }

  @Override
  public synchronized void delete(Path path) throws IOException {
    touch(path);
    now.remove(path);
  }

  @Override
  public synchronized long usable(Path directory) throws IOException {
    touch(directory);
    return usable;
  }
}
