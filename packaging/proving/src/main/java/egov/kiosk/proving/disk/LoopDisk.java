package egov.kiosk.proving.disk;

import egov.kiosk.proving.child.Shell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A small ext4 disk in an image that can be cloned while it is written: the clone holds what had
 * reached the disk at that moment and nothing of what the kernel still kept in memory, which is
 * what a power cut leaves.
 */
public final class LoopDisk implements AutoCloseable {
  private static final String BALLAST = "ballast";
  private static final int CHUNK = 32 * 1024;
  private static final int ROUNDS = 3;

  /** The most an ext4 of this kind keeps back for its books: 4,096 blocks of 1 KiB, in MiB. */
  private static final int KEPT_BACK = 8;

  private final Path image;
  private final Path clone;
  private final Path mount;

  private LoopDisk(Path image, Path clone, Path mount) {
    this.image = image;
    this.clone = clone;
    this.mount = mount;
  }

  static LoopDisk create(Path place, String name, int mebibytes)
      throws IOException, InterruptedException {
    Path image = place.resolve(name + ".ext4");
    Path mount = Files.createDirectories(place.resolve(name));
    Shell.run(
        "truncate -s %dM '%s' && mkfs.ext4 -q -F -m 0 -E lazy_itable_init=0 '%s'"
            .formatted(mebibytes, image, image));
    LoopDisk disk = new LoopDisk(image, place.resolve(name + ".clone"), mount);
    disk.mount();
    return disk;
  }

  private void mount() throws IOException, InterruptedException {
    Shell.run("mount -o loop '%s' '%s'".formatted(image, mount));
  }

  /** Where its files are. */
  public Path path() {
    return mount;
  }

  /** Keeps what is on the disk at this moment; whoever writes to it is not disturbed. */
  public void freeze() throws IOException, InterruptedException {
    Shell.run("cp --reflink=always '%s' '%s'".formatted(image, clone));
  }

  /** Puts the kept disk in the place of the present one. Nobody may have files open on it. */
  public void comeBack() throws IOException, InterruptedException {
    Shell.run(
        "umount '%s' && mv '%s' '%s' && mount -o loop '%s' '%s'"
            .formatted(mount, clone, image, image, mount));
  }

  /**
   * Fills it up.
   *
   * @param left how many bytes stay free, about; 0 for none at all
   */
  public void fill(long left) throws IOException {
    Path ballast = mount.resolve(BALLAST);
    try (FileChannel out =
        FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      // What the file system kept back for its own books it gives after syncing.
      for (int round = 0; round < ROUNDS; round++) {
        pour(out, left);
        out.force(true);
      }
    }
  }

  private void pour(FileChannel out, long left) throws IOException {
    long room = left == 0 ? Long.MAX_VALUE : mount.toFile().getUsableSpace() - left;
    try {
      for (long written = 0; written < room; written += CHUNK) {
        out.write(ByteBuffer.allocate(CHUNK));
      }
    } catch (IOException e) {
      if (mount.toFile().getUsableSpace() > left + CHUNK) {
        throw e;
      }
      // As full as it gets, be it that somebody else wrote meanwhile.
    }
  }

  /**
   * Fills it to its last block, with what the file system keeps back for its own books. Nobody may
   * have files open on it.
   */
  public void fillWhole() throws IOException, InterruptedException {
    fill(0);
    // What is kept back the kernel gives to no file; written into the image itself there is no such
    // rule. That write ends for want of a block. No zeros: those it would leave out.
    Shell.run(
        ("umount '%1$s' && yes | head -c %2$dM >'%3$s'"
                + " && debugfs -w -R 'write \"%3$s\" %4$s' '%5$s' 2>&1 | grep -q 'allocate block'"
                + " && rm '%3$s' && e2fsck -fp '%5$s'")
            .formatted(mount, KEPT_BACK, clone, BALLAST + "-whole", image));
    mount();
  }

  /**
   * Makes it that large. When it was {@link #fillWhole filled} before, whatever is written from now
   * on lies in the part that grew. Nobody may have files open on it.
   */
  public void grow(int mebibytes) throws IOException, InterruptedException {
    // Not while it is mounted: the kernel wants a right for that which a container may not have.
    Shell.run(
        "umount '%s' && truncate -s %dM '%s' && e2fsck -fp '%s' && resize2fs '%s'"
            .formatted(mount, mebibytes, image, image, image));
    mount();
  }

  /**
   * From here to its end it is broken: the block layer answers EIO to every read and write there.
   * What the kernel had in memory of any file is forgotten, so that it is read from the disk.
   * Nobody may have files open on it.
   *
   * @param mebibytes how much of it still works
   */
  public void breakAfter(int mebibytes) throws IOException, InterruptedException {
    Shell.run("umount '%s'".formatted(mount));
    mount();
    Shell.run(
        "truncate -s %dM '%s' && losetup -c \"$(findmnt -no SOURCE '%s')\""
            .formatted(mebibytes, image, mount));
  }

  /** Takes away what {@link #fill} put there. */
  public void empty() throws IOException {
    Files.deleteIfExists(mount.resolve(BALLAST));
  }

  @Override
  public void close() throws IOException {
    try {
      Shell.run("umount -l '%s'".formatted(mount));
      Files.deleteIfExists(image);
      Files.deleteIfExists(clone);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
