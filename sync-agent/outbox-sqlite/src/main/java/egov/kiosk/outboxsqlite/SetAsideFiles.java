package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.outboxsqlite.directory.Quarantine;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.store.FullCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Damaged files that were set aside, and the copy from before the schema was changed, of which
 * every row goes on in the queue. While any place is missing there, all of them stay: one of them
 * may be the last that holds the message.
 */
final class SetAsideFiles implements RetainedStore {
  private final OpenStore store;
  private final Guard guard;

  SetAsideFiles(OpenStore store, Guard guard) {
    this.store = store;
    this.guard = guard;
  }

  private record Aside(Path place, Instant at) {}

  @Override
  public Holding holding() {
    return Holding.QUEUE_SET_ASIDE;
  }

  @Override
  public Due due(Instant before) throws IOException {
    Due due = Due.NOTHING;
    for (Aside one : old(before)) {
      due = due.and(Due.one(one.at()));
    }
    return due;
  }

  @Override
  public Due destroy(Instant before, int limit) throws IOException {
    Due gone = Due.NOTHING;
    for (Aside one : old(before).stream().limit(limit).toList()) {
      delete(one.place());
      gone = gone.and(Due.one(one.at()));
    }
    return gone;
  }

  private List<Aside> old(Instant before) throws IOException {
    List<Aside> old = new ArrayList<>(damaged());
    Path former = store.directory.file(StoreFiles.FORMER);
    if (Files.isRegularFile(former, LinkOption.NOFOLLOW_LINKS)) {
      old.add(new Aside(former, Files.getLastModifiedTime(former).toInstant()));
    }
    old.removeIf(one -> !one.at().isBefore(before));
    old.sort(Comparator.comparing(Aside::at));
    return old.isEmpty() || !complete() ? List.of() : old;
  }

  private List<Aside> damaged() throws IOException {
    Path quarantine = store.directory.file(Quarantine.NAME);
    if (!Files.isDirectory(quarantine, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    List<Aside> all = new ArrayList<>();
    try (Stream<Path> places = Files.list(quarantine)) {
      for (Path place : places.toList()) {
        Quarantine.takenAt(place.getFileName().toString())
            .ifPresent(at -> all.add(new Aside(place, at)));
      }
    }
    return all;
  }

  /** Whether nothing is missing in the queue, and nobody doubts its file. */
  private boolean complete() throws IOException {
    if (!guard.sound()) {
      return false;
    }
    try {
      return guard.read(
          () -> {
            try (FullCheck check = new FullCheck(store.directory.file(StoreFiles.DATABASE))) {
              return check.missing() == 0;
            }
          });
    } catch (OutboxException e) {
      throw new IOException("the queue is not in order: " + e.reason(), e);
    }
  }

  private static void delete(Path place) throws IOException {
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(place);
      return;
    }
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(place);
  }
}
