package egov.kiosk.proving;

import egov.kiosk.proving.report.Report;
import egov.kiosk.proving.report.Sittings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Writes the report again and again while the campaign runs: one that is broken off has a whole
 * report, too. Thread safe.
 */
final class Progress implements Consumer<Report> {
  private static final int STEP = 50;
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private final Sittings file;
  private final LongSupplier nanos;
  private final long start;
  private long written;
  private Report report;
  private boolean ended;

  /**
   * @param nanos a clock that is never set
   */
  Progress(Sittings file, LongSupplier nanos) {
    this.file = file;
    this.nanos = nanos;
    start = nanos.getAsLong();
    written = start;
  }

  @Override
  public synchronized void accept(Report now) {
    report = now;
    if (ended) {
      return;
    }
    long time = nanos.getAsLong();
    int done = now.cycles();
    if (done > 0 && done % STEP == 0) {
      System.err.printf(
          "campaign: %d cycles, %d accepted, %d lost, %d doubled, %d complaints, %d s%n",
          done,
          now.total("accepted"),
          now.total("lost"),
          now.total("doubled"),
          now.complaints().size(),
          took(time).toSeconds());
    }
    if (time - written > BETWEEN.toNanos()) {
      written = time;
      write("interrupted");
    }
  }

  /**
   * Writes the last word; later ones change nothing.
   *
   * @param how how it ended
   */
  synchronized void end(String how) {
    if (!ended && report != null) {
      write(how);
    }
    ended = true;
  }

  /** The tables of what is there. */
  synchronized String markdown(String how) {
    return file.markdown(document(how));
  }

  private void write(String how) {
    try {
      file.write(document(how));
    } catch (IOException e) {
      System.err.println("campaign: the report is not written: " + e.getMessage());
    }
  }

  private Map<String, Object> document(String how) {
    return report.document(took(nanos.getAsLong()), how);
  }

  private Duration took(long time) {
    return Duration.ofNanos(time - start);
  }
}
