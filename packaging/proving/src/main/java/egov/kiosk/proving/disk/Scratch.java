package egov.kiosk.proving.disk;

import egov.kiosk.proving.child.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A place of our own whose files can be cloned in a moment: XFS in a loop image. Needs root, loop
 * devices, xfsprogs and e2fsprogs.
 */
public final class Scratch implements AutoCloseable {
  private static final String SIZE = "4G";

  private final Path image;
  private final Path mount;

  private Scratch(Path image, Path mount) {
    this.image = image;
    this.mount = mount;
  }

  /**
   * Makes and mounts it.
   *
   * @param directory an existing directory; the image is sparse
   * @throws IOException when this machine cannot, saying what is missing
   */
  public static Scratch in(Path directory) throws IOException, InterruptedException {
    if (!Shell.run("id -u").equals("0")) {
      throw new IOException("mounting needs root");
    }
    if (!Shell.has("mkfs.xfs", "mkfs.ext4", "losetup", "mount")) {
      throw new IOException("needs the Debian packages xfsprogs, e2fsprogs and mount");
    }
    Path image = directory.resolve("scratch.xfs");
    Path mount = Files.createDirectories(directory.resolve("scratch"));
    Shell.run(
        "truncate -s %s '%s' && mkfs.xfs -q -m reflink=1 '%s' && mount -o loop,discard '%s' '%s'"
            .formatted(SIZE, image, image, image, mount));
    return new Scratch(image, mount);
  }

  /** A fresh disk of that many mebibytes. */
  public LoopDisk disk(String name, int mebibytes) throws IOException, InterruptedException {
    return LoopDisk.create(mount, name, mebibytes, "");
  }

  /**
   * A disk that keeps no block back for its own books and writes none of them behind its beginning:
   * one without extents and journal.
   */
  public LoopDisk plainDisk(String name, int mebibytes) throws IOException, InterruptedException {
    return LoopDisk.create(mount, name, mebibytes, "-O ^extent,^64bit,^has_journal");
  }

  /** Unmounts and deletes it; its disks are closed before. */
  @Override
  public void close() throws IOException {
    try {
      Shell.run("umount -l '%s'".formatted(mount));
      Files.deleteIfExists(image);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
