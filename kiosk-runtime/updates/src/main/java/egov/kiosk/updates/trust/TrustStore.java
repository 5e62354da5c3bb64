package egov.kiosk.updates.trust;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.TwoCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is believed, on the disk and outside of the slots: the marks in two copies, and every root
 * since the first. A root that does not follow from the one before is not counted, so that neither
 * a damaged nor a planted file can do more than hide what came after it. For one thread.
 */
public final class TrustStore {
  private static final String FOLDER = "roots";

  private final Path first;
  private final Path directory;
  private final Disk disk;
  private final TwoCopies marks;

  /**
   * A store.
   *
   * @param first the root this machine was given
   * @param directory where the rest is kept; made when there is something to keep
   */
  public TrustStore(Path first, Path directory, Disk disk) {
    this.first = first;
    this.directory = directory;
    this.disk = disk;
    marks = new TwoCopies(directory, "trust", disk);
  }

  /**
   * Every root that follows, oldest first; at least one.
   *
   * @throws UpdateRefusedException {@link Refusal#NOTHING} when the first cannot be used
   */
  public List<Root> roots() throws UpdateRefusedException {
    List<Root> roots = new ArrayList<>();
    try {
      // A package makes it a link to where a site keeps its trust; both are root's alone.
      roots.add(Root.first(Disk.small(first.toRealPath(), Role.ROOT.longest())));
    } catch (IOException | UpdateRefusedException e) {
      throw new UpdateRefusedException(
          Refusal.NOTHING,
          "the trust root "
              + first
              + " cannot be used, so no update can be taken; put the operator's root there: "
              + e.getMessage());
    }
    while (true) {
      Root last = roots.get(roots.size() - 1);
      Path file = root(last.version() + 1);
      try {
        roots.add(last.next(Disk.small(file, Role.ROOT.longest())));
      } catch (IOException | UpdateRefusedException e) {
        return List.copyOf(roots);
      }
    }
  }

  /** The one that counts now. */
  public Root newest() throws UpdateRefusedException {
    return newestFirst().get(0);
  }

  /** The same, newest first. */
  public List<Root> newestFirst() throws UpdateRefusedException {
    List<Root> roots = new ArrayList<>(roots());
    Collections.reverse(roots);
    return roots;
  }

  /** What was believed last; {@link TrustMarks#NONE} when both copies are lost. */
  public TrustMarks marks() {
    return marks.read().map(TrustMarks::of).orElse(TrustMarks.NONE);
  }

  /** Keeps what is believed now: roots before the marks that speak of them. */
  public void keep(Verified verified) throws IOException {
    Files.createDirectories(directory.resolve(FOLDER));
    for (Verified.NewRoot root : verified.newRoots()) {
      disk.replace(root(root.version()), root.bytes());
    }
    TrustMarks next = marks().with(verified.marks());
    if (!next.equals(marks())) {
      marks.write(next.lines());
    }
  }

  private Path root(long version) {
    return directory.resolve(FOLDER).resolve(Role.rootName(version));
  }
}
