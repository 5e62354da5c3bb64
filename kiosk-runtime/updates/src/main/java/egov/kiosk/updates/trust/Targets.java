package egov.kiosk.updates.trust;

import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.json.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the program is, for every kind of machine (TUF §4.5).
 *
 * @param version of the metadata
 * @param releases in the order they were written
 */
public record Targets(long version, List<Release> releases) {
  private static final int MOST = 64;

  /** Copies the list. */
  public Targets {
    releases = List.copyOf(releases);
  }

  static Targets of(SignedMetadata metadata) throws UpdateRefusedException {
    List<Release> releases = new ArrayList<>();
    for (Members one : metadata.body().objects("releases", MOST)) {
      releases.add(Release.of(one));
    }
    metadata.body().done();
    return new Targets(metadata.version(), releases);
  }

  /**
   * Reads what lies in a slot, signed by keys of a root that is or was believed; time plays no part
   * any more, because what was good when it was installed may go on running.
   *
   * @throws UpdateRefusedException when none of the roots believes it
   */
  public static Targets installed(byte[] bytes, List<Root> roots) throws UpdateRefusedException {
    SignedMetadata metadata = SignedMetadata.read(Role.TARGETS, bytes);
    UpdateRefusedException last = null;
    for (Root root : roots) {
      try {
        root.demand(Role.TARGETS, metadata);
        return of(metadata);
      } catch (UpdateRefusedException e) {
        last = e;
      }
    }
    throw last == null ? metadata.body().wrong("roots") : last;
  }

  /** Reads what lies in a slot whose digest is known to be the one that was installed. */
  public static Targets pinned(byte[] bytes) throws UpdateRefusedException {
    return of(SignedMetadata.read(Role.TARGETS, bytes));
  }

  /** The release of a version for an architecture. */
  public Optional<Release> release(long wanted, String arch) {
    return releases.stream()
        .filter(one -> one.version() == wanted && one.arch().equals(arch))
        .findFirst();
  }
}
