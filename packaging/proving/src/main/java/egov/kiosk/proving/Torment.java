package egov.kiosk.proving;

import egov.kiosk.proving.audit.Finding;
import egov.kiosk.proving.fault.Kind;
import egov.kiosk.proving.fault.Menu;
import egov.kiosk.proving.report.Outcome;
import egov.kiosk.proving.report.Report;
import egov.kiosk.proving.stand.Ground;
import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** One stand's thread: cycle after cycle, a fresh kiosk from time to time. */
final class Torment implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Ground ground;
  private final int number;
  private final Course course;
  private final Menu menu;
  private final Report report;
  private final BooleanSupplier more;
  private final Runnable progress;
  private final Random seeds;
  private int round;

  Torment(
      Ground ground,
      int number,
      Course course,
      Menu menu,
      Report report,
      BooleanSupplier more,
      Runnable progress) {
    this.ground = ground;
    this.number = number;
    this.course = course;
    this.menu = menu;
    this.report = report;
    this.more = more;
    this.progress = progress;
    seeds = new Random(course.seed() * 31 + number);
  }

  @Override
  public void run() {
    try {
      boolean goOn = more.getAsBoolean();
      while (goOn) {
        goOn = round();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A kiosk's life; a failure of it ends it and is noted. */
  private boolean round() throws InterruptedException {
    boolean goOn = true;
    Kind kind = null;
    long seed = 0;
    try (Stand stand = new Stand(ground, number, round++, seeds.nextLong() >>> 16)) {
      try {
        boolean sound = true;
        for (int i = 0; i < course.renew() && goOn && sound; i++) {
          kind = menu.next();
          seed = seeds.nextLong();
          // After a complaint a fresh kiosk takes the place: one fault is to be told once.
          sound = !cycle(stand, kind, seed).bad();
          if (!sound) {
            keepEvidence(stand, kind);
          }
          progress.run();
          goOn = more.getAsBoolean();
        }
      } catch (IOException | RuntimeException e) {
        keepEvidence(stand, kind);
        throw e;
      } finally {
        report.refused(stand.books().refusals());
      }
    } catch (IOException | RuntimeException e) {
      String when = kind == null ? "while setting up" : kind.word() + " seed " + seed;
      report.complain(when + ": stand " + number + "-" + (round - 1) + ": " + e);
      goOn = more.getAsBoolean();
    }
    return goOn;
  }

  private void keepEvidence(Stand stand, Kind kind) throws IOException, InterruptedException {
    if (course.evidence().isPresent() && kind != null) {
      String name = "%d-%d-%s".formatted(number, round - 1, kind.word());
      stand.keepEvidence(course.evidence().get().resolve(name));
    }
  }

  private Outcome cycle(Stand stand, Kind kind, long seed)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long acceptedBefore = stand.books().accepted();
    long salvagedBefore = stand.incidents().salvaged();
    int incidentsBefore = stand.incidents().lines().size();
    stand.go();
    Menu.strike(kind, stand, new Random(seed));
    long mended = System.nanoTime();
    boolean restarted = stand.rest(PATIENCE);
    long rested = System.nanoTime();
    Finding finding = stand.audit(kind.destroys());
    List<String> incidents = stand.incidents().lines();
    Outcome outcome =
        new Outcome(
            kind.word(),
            seed,
            stand.books().accepted() - acceptedBefore,
            finding,
            stand.incidents().salvaged() - salvagedBefore,
            incidents.subList(incidentsBefore, incidents.size()),
            restarted,
            Duration.ofNanos(System.nanoTime() - start),
            Duration.ofNanos(rested - mended));
    report.add(outcome);
    if (!kind.destroys() && !outcome.incidents().isEmpty()) {
      report.surprise(kind.word() + " seed " + seed + ": " + outcome.incidents());
    }
    if (finding.pending() > 0) {
      keepEvidence(stand, kind);
      report.surprise(kind.word() + " seed " + seed + ": still waiting: " + finding.pending());
    }
    if (finding.restless() > 0) {
      report.surprise(
          kind.word()
              + " seed "
              + seed
              + ": not at rest though nothing waited: "
              + finding.restless());
    }
    return outcome;
  }
}
