package egov.kiosk.fieldwork;

import egov.kiosk.fieldwork.store.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A disk that has no room for some files. */
final class StubbornDisk implements Disk {
  private final Disk disk;
  Predicate<Path> refuses = file -> false;

  StubbornDisk(Disk disk) {
    this.disk = disk;
  }

  @Override
  public void directory(Path directory) throws IOException {
    disk.directory(directory);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (refuses.test(file)) {
      throw new IOException("no room");
    }
    disk.write(file, content);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    disk.rename(from, to);
  }

  @Override
  public void sync(Path directory) throws IOException {
    disk.sync(directory);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return disk.read(file);
  }

  @Override
  public void delete(Path file) throws IOException {
    disk.delete(file);
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    return disk.list(directory);
  }
}
