package egov.kiosk.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A machine of which the test says what fails; writes down what is done to it. */
final class Machine implements Hands {
  static final Instant BEGAN = Instant.parse("2026-11-22T01:00:00Z");

  final Path directory;
  final List<String> done = new ArrayList<>();
  final Set<String> ill = new HashSet<>();
  final Set<String> stuck = new HashSet<>();
  final Set<Ward> wards = new HashSet<>();
  boolean serving;
  boolean canRestart = true;
  boolean closed;
  String boot = "boot-1";
  Optional<Path> rebootRequest = Optional.of(Path.of("reboot"));
  Instant now = BEGAN;
  long nanos;
  Watchman watchman;
  WatchBook book;

  Machine(Path directory) {
    this.directory = directory;
  }

  WatchSettings settings() {
    return new WatchSettings(
        directory, rebootRequest, 3, 3, Duration.ofMinutes(30), 3, Duration.ofMinutes(15));
  }

  /** The process begins. */
  Machine start() throws IOException {
    book = new WatchBook(directory);
    watchman = new Watchman(book, settings(), this, () -> now, () -> nanos, boot);
    watchman.began();
    return this;
  }

  /** Watches something that is ill while its name is in {@link #ill}. */
  void watch(String name, boolean vital, Duration patience) {
    wards.add(
        new Ward(
            name,
            vital,
            () -> ill.contains(name),
            patience,
            within -> {
              done.add("part " + name);
              return !stuck.contains(name);
            }));
  }

  void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  /** Looks every five seconds for so long, or until something was done. */
  void until(Duration time) {
    int before = done.size();
    for (Duration passed = Duration.ZERO;
        passed.compareTo(time) < 0 && done.size() == before;
        passed = passed.plusSeconds(5)) {
      pass(Duration.ofSeconds(5));
      watchman.round();
    }
  }

  @Override
  public Set<Ward> wards() {
    return wards;
  }

  @Override
  public boolean serving() {
    return serving;
  }

  @Override
  public boolean restartProcess() {
    done.add("process");
    return canRestart;
  }

  @Override
  public boolean reboot(String reason) {
    done.add("system");
    return rebootRequest.isPresent();
  }

  @Override
  public boolean close(boolean now) {
    closed = now;
    return true;
  }
}
