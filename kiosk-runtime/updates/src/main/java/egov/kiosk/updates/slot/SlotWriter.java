package egov.kiosk.updates.slot;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.trust.Part;
import egov.kiosk.updates.trust.Release;
import egov.kiosk.updates.trust.ReleaseFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * Fills a slot, in the order that makes a cut at any moment harmless: the mark goes first and comes
 * last, and in between every file and every directory is on the disk.
 */
final class SlotWriter {
  private static final long SLACK = 16L << 20;

  private final Path slot;
  private final Disk disk;

  SlotWriter(Path slot, Disk disk) {
    this.slot = slot;
    this.disk = disk;
  }

  /**
   * Fills it.
   *
   * @param from where the parts lie
   * @param here what runs, whose files are used again
   */
  void fill(Release release, byte[] list, Path from, Optional<ProgramHere> here)
      throws IOException, UpdateRefusedException {
    Files.createDirectories(slot);
    demandSpace(release);
    disk.delete(slot.resolve(SlotContent.COMPLETE));
    disk.wipe(slot);
    try {
      Files.createDirectories(slot);
      write(release, from, here);
      disk.replace(slot.resolve(SlotContent.TARGETS), list);
      syncFolders();
      disk.sync(slot.getParent());
      disk.replace(slot.resolve(SlotContent.COMPLETE), SlotContent.mark(release));
      new SlotContent(slot).verify(release);
    } catch (IOException | UpdateRefusedException e) {
      // Half a slot is of no use to anybody and may be what fills the disk.
      clear(e);
      throw e;
    }
  }

  private void clear(Exception why) {
    try {
      Files.deleteIfExists(slot.resolve(SlotContent.COMPLETE));
      disk.wipe(slot);
    } catch (IOException e) {
      // A disk that fails may not take anything away either; what is told is why it came to this.
      why.addSuppressed(e);
    }
  }

  private void demandSpace(Release release) throws IOException, UpdateRefusedException {
    long there = Files.getFileStore(slot).getUsableSpace();
    long freed = 0;
    try (var files = Files.walk(slot)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        freed += Files.size(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (there + freed < release.size() + SLACK) {
      throw new UpdateRefusedException(
          Refusal.NO_SPACE,
          "%s needs %d MB and has %d MB".formatted(slot, release.size() >> 20, there >> 20));
    }
  }

  private void write(Release release, Path from, Optional<ProgramHere> here)
      throws IOException, UpdateRefusedException {
    PartUnpacker unpacker = new PartUnpacker(slot, disk);
    for (int part = 0; part < release.parts().size(); part++) {
      int number = part;
      List<ReleaseFile> files =
          release.files().stream().filter(file -> file.part() == number).toList();
      Path archive = from.resolve(release.parts().get(part).name());
      if (Files.isRegularFile(archive, LinkOption.NOFOLLOW_LINKS)) {
        unpacker.unpack(archive, files);
      } else {
        copy(unpacker, release.parts().get(part), files, here);
      }
    }
  }

  private static void copy(
      PartUnpacker unpacker, Part part, List<ReleaseFile> files, Optional<ProgramHere> here)
      throws IOException, UpdateRefusedException {
    for (ReleaseFile file : files) {
      Optional<Path> same = here.flatMap(program -> program.same(file));
      if (same.isEmpty()) {
        throw new UpdateRefusedException(
            Refusal.CONTENT, part.name() + " is not there, and its files are not here");
      }
      unpacker.copy(same.get(), file);
    }
  }

  private void syncFolders() throws IOException {
    Files.walkFileTree(
        slot,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            disk.sync(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
