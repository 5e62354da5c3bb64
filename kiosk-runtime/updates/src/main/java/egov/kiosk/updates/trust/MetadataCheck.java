package egov.kiosk.updates.trust;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The client's work-flow of TUF §5.3 to §5.6: roots one by one, then timestamp, snapshot, targets.
 * Everything is compared before anything is kept; keeping is another's step. For one thread.
 */
public final class MetadataCheck {
  private static final int MOST_ROTATIONS = 64;

  private final TrustStore store;
  private final MetadataSource source;
  private final TimeFloor time;
  private final Duration late;
  private final List<Verified.NewRoot> newRoots = new ArrayList<>();
  private TrustMarks marks;
  private Root root;

  /**
   * A check.
   *
   * @param marks what was believed last, by this store and perhaps by another keeper
   * @param late how long timestamp and snapshot may be over: nothing over a line, some days on a
   *     stick that had to travel
   */
  public MetadataCheck(
      TrustStore store, TrustMarks marks, MetadataSource source, TimeFloor time, Duration late) {
    this.store = store;
    this.source = source;
    this.time = time;
    this.late = late;
    this.marks = marks;
  }

  /**
   * Checks all of it.
   *
   * @throws UpdateRefusedException at the first thing that is not in order
   * @throws IOException when the source cannot be read
   */
  public Verified run() throws IOException, UpdateRefusedException {
    followRoots();
    SignedMetadata timestamp = read(Role.TIMESTAMP, need(Role.TIMESTAMP));
    demandNotOlder(timestamp, marks.timestamp());
    if (timestamp.issued().isAfter(root.expires())) {
      throw new UpdateRefusedException(
          Refusal.MALFORMED, "the timestamp was signed after the end of its root");
    }
    TrustMarks seen = seen(timestamp);
    Instant now = time.now(seen);
    // Of a root only the newest need be good today, and only after all were followed.
    root.demandFresh(now);
    timestamp.demandFresh(now.minus(late));
    Pointer toSnapshot = pointer(timestamp, Role.SNAPSHOT);

    byte[] snapshotBytes = need(Role.SNAPSHOT);
    SignedMetadata snapshot = read(Role.SNAPSHOT, snapshotBytes);
    toSnapshot.demand(snapshotBytes, snapshot);
    demandNotOlder(snapshot, marks.snapshot());
    snapshot.demandFresh(now.minus(late));
    Pointer toTargets = pointer(snapshot, Role.TARGETS);

    byte[] targetsBytes = need(Role.TARGETS);
    SignedMetadata targets = read(Role.TARGETS, targetsBytes);
    demandNotOlder(targets, marks.targets());
    toTargets.demand(targetsBytes, targets);
    targets.demandFresh(now);
    return new Verified(
        Targets.of(targets),
        targetsBytes,
        new TrustMarks(
            root.version(),
            timestamp.version(),
            snapshot.version(),
            targets.version(),
            seen.signedAt()),
        newRoots);
  }

  private void followRoots() throws IOException, UpdateRefusedException {
    List<Root> known = store.roots();
    root = known.get(known.size() - 1);
    for (int i = 0; i < MOST_ROTATIONS; i++) {
      Optional<byte[]> next = source.fetch(Role.rootName(root.version() + 1), Role.ROOT.longest());
      if (next.isEmpty()) {
        return;
      }
      Root followed = root.next(next.get());
      if (followed.changes(Role.TIMESTAMP, root) || followed.changes(Role.SNAPSHOT, root)) {
        marks = marks.withoutOnline();
      }
      newRoots.add(new Verified.NewRoot(followed.version(), next.get()));
      root = followed;
    }
    throw new UpdateRefusedException(Refusal.MALFORMED, "the root changes without end");
  }

  private TrustMarks seen(SignedMetadata timestamp) {
    return new TrustMarks(0, 0, 0, 0, timestamp.issued())
        .with(new TrustMarks(0, 0, 0, 0, marks.signedAt()));
  }

  private byte[] need(Role role) throws IOException, UpdateRefusedException {
    return source
        .fetch(role.fileName(), role.longest())
        .orElseThrow(
            () -> new UpdateRefusedException(Refusal.MIXED, role.fileName() + " is not there"));
  }

  private SignedMetadata read(Role role, byte[] bytes) throws UpdateRefusedException {
    SignedMetadata metadata = SignedMetadata.read(role, bytes);
    root.demand(role, metadata);
    return metadata;
  }

  private static Pointer pointer(SignedMetadata metadata, Role to) throws UpdateRefusedException {
    Pointer pointer = Pointer.of(metadata.body().object(to.word()));
    metadata.body().done();
    return pointer;
  }

  private static void demandNotOlder(SignedMetadata metadata, long believed)
      throws UpdateRefusedException {
    if (metadata.version() < believed) {
      throw new UpdateRefusedException(
          Refusal.OLDER,
          "%s version %d is older than version %d, which was believed before"
              .formatted(metadata.role().word(), metadata.version(), believed));
    }
  }
}
