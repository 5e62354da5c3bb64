package egov.kiosk.proving.disk;

import egov.kiosk.proving.child.Shell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;

/**
 * A small ext4 disk in an image that can be cloned while it is written: the clone holds what had
 * reached the disk at that moment and nothing of what the kernel still kept in memory, which is
 * what a power cut leaves.
 */
public final class LoopDisk implements AutoCloseable {
  private static final String BALLAST = "ballast";
  private static final int CHUNK = 32 * 1024;
  private static final int ROUNDS = 3;

  private final Path image;
  private final Path clone;
  private final Path mount;

  private LoopDisk(Path image, Path clone, Path mount) {
    this.image = image;
    this.clone = clone;
    this.mount = mount;
  }

  static LoopDisk create(Path place, String name, int mebibytes, String features)
      throws IOException, InterruptedException {
    Path image = place.resolve(name + ".ext4");
    Path mount = Files.createDirectories(place.resolve(name));
    Shell.run(
        "truncate -s %dM '%s' && mkfs.ext4 -q -F -m 0 -E lazy_itable_init=0 %s '%s'"
            .formatted(mebibytes, image, features, image));
    LoopDisk disk = new LoopDisk(image, place.resolve(name + ".clone"), mount);
    disk.mount();
    return disk;
  }

  private void mount() throws IOException, InterruptedException {
    Shell.run("mount -o loop '%s' '%s'".formatted(image, mount));
  }

  /**
   * Waits, ten seconds at most, until no device stands for the image any more. Whoever of this
   * machine looks into new files or devices, udev say, keeps it for a moment; a mount in that
   * moment would be of the device as it was, with its size and what the kernel remembers of it.
   */
  private void unmount() throws IOException, InterruptedException {
    Shell.run(
        ("for i in 1 2 3 4 5; do umount '%1$s' && break; sleep 1; done; ! mountpoint -q '%1$s'"
                + " && for i in $(seq 50); do"
                + " [ -n \"$(losetup -nj '%2$s')\" ] || exit 0; sleep 0.2; done")
            .formatted(mount, image));
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
    unmount();
    Files.move(clone, image, StandardCopyOption.REPLACE_EXISTING);
    mount();
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
   * Fills its beginning to the last block, so that whatever is written from now on lies behind it.
   * Nobody may have files open on it.
   *
   * @param mebibytes how much of it has no free block
   */
  public void fillBeginning(int mebibytes) throws IOException, InterruptedException {
    Ballast ballast = new Ballast(mount);
    ballast.pour();
    unmount();
    BitSet kept = ballast.within(image, mebibytes);
    mount();
    ballast.keep(kept);
  }

  /**
   * From here to its end it is broken: the block layer answers EIO to every read there, for the
   * image ends before. What the kernel had in memory of any file is forgotten, so that it is read
   * from the disk. Nobody may have files open on it.
   *
   * @param mebibytes how much of it still works
   */
  public void breakAfter(int mebibytes) throws IOException, InterruptedException {
    unmount();
    mount();
    Shell.run("truncate -s %dM '%s'".formatted(mebibytes, image));
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
