package egov.kiosk.upkeep.look;

import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the work gets done: what waits, what was given up, what runs out. */
final class WorkLooks {
  private static final Duration LONG = Duration.ofHours(24);
  private static final Duration TOO_LONG = Duration.ofHours(72);
  private static final int PAGE = 200;

  private final Machine machine;
  private final Rooms rooms;

  WorkLooks(Machine machine, Rooms rooms) {
    this.machine = machine;
    this.rooms = rooms;
  }

  List<Look> all() {
    return List.of(
        new Look("queue-oldest", timeout -> oldest()),
        new Look("queue-dead-letters", timeout -> dead()),
        new Look("queue-leftovers", timeout -> leftovers()),
        new Look("consumables", timeout -> new SupplyLook(rooms).verdict()),
        new Look("machine-profile", timeout -> new FaceLook(machine, rooms).verdict()),
        new Look("maintenance", timeout -> maintenance()),
        new Look("acceptance", timeout -> acceptance()));
  }

  private Verdict oldest() throws OutboxException {
    Optional<Outbox> outbox = rooms.outbox();
    if (outbox.isEmpty()) {
      return closed();
    }
    Optional<OutboxEntry> first = first(outbox.get());
    if (first.isEmpty()) {
      return Verdict.ok("nothing waits");
    }
    Duration age = Duration.between(first.get().queuedAt(), machine.clock().instant());
    String what = "the oldest message waits for " + age.toHours() + " hours";
    if (age.compareTo(TOO_LONG) > 0) {
      return Verdict.fail(what, "bring the line back, or carry the queue out: kiosk outbox export");
    }
    return age.compareTo(LONG) > 0
        ? Verdict.warn(what, "see the findings broker and agent")
        : Verdict.ok(what);
  }

  private static Optional<OutboxEntry> first(Outbox outbox) throws OutboxException {
    if (outbox.counts().pending() == 0) {
      return Optional.empty();
    }
    long after = 0;
    while (true) {
      List<OutboxEntry> page = outbox.list(after, PAGE);
      for (OutboxEntry entry : page) {
        if (entry.state() == DeliveryState.PENDING) {
          return Optional.of(entry);
        }
        after = entry.sequence();
      }
      if (page.size() < PAGE) {
        return Optional.empty();
      }
    }
  }

  private Verdict dead() throws OutboxException {
    Optional<Outbox> outbox = rooms.outbox();
    if (outbox.isEmpty()) {
      return closed();
    }
    long dead = outbox.get().counts().deadLetter();
    return dead > 0
        ? Verdict.warn(
            dead + " messages were given up",
            "kiosk outbox list --state dead-letter says why; mend that, then retry them")
        : Verdict.ok("none");
  }

  private static Verdict closed() {
    return Verdict.fail("the queue is not open", "see the findings outbox, data-keys and disk");
  }

  private Verdict leftovers() throws IOException {
    Path queue =
        machine
            .settings()
            .text("outbox.directory")
            .map(Path::of)
            .orElse(machine.data().resolve("outbox"));
    Path aside = queue.resolve("quarantine");
    boolean left = false;
    if (Files.isDirectory(aside)) {
      try (Stream<Path> files = Files.list(aside)) {
        left = files.findAny().isPresent();
      }
    }
    return left || Files.exists(queue.resolve("incidents.txt"))
        ? Verdict.warn(
            "a damaged queue was set aside and is still there",
            "kiosk outbox salvage, tell the platform, then move the files away")
        : Verdict.ok("none");
  }

  private Verdict maintenance() {
    boolean closed =
        rooms.service().map(one -> one.closures().contains(Closure.MAINTENANCE)).orElse(false);
    return closed
        ? Verdict.warn(
            "out of service for maintenance; citizens are sent elsewhere",
            "when the work is done: kiosk maintenance off")
        : Verdict.ok("not out of service for maintenance");
  }

  private Verdict acceptance() {
    return rooms
        .accepted()
        .map(at -> Verdict.ok("accepted on " + at))
        .orElseGet(
            () ->
                Verdict.warn(
                    "nobody accepted this machine",
                    "go through the technician's page /technician, or kiosk provision"));
  }
}
