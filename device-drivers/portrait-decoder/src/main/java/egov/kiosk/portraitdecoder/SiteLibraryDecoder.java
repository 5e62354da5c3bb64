package egov.kiosk.portraitdecoder;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.identity.portrait.PortraitDecoder;
import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.portrait.PortraitRefusedException;
import egov.kiosk.portraitdecoder.child.Frames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes portraits of real cards with the site's library in a child process. A child that crashed
 * or hung is replaced for the next card; after three failures in a row the library is left alone
 * for a minute, and portraits are refused at once. Safe for use by several threads, one at a time.
 */
public final class SiteLibraryDecoder implements PortraitDecoder, HealthCheck, AutoCloseable {
  /** The decoder's and its check's name. */
  public static final String NAME = "portrait-decoder";

  private static final Logger LOG = LoggerFactory.getLogger(SiteLibraryDecoder.class);
  private static final byte[] EMULATED = "EWLT1\0".getBytes(StandardCharsets.US_ASCII);
  private static final Duration START_LIMIT = Duration.ofSeconds(15);
  private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int FAILURES_IN_A_ROW = 3;

  private final DecoderSettings settings;
  private final ChildProgram program;
  private final LongSupplier nanos;
  private Child child;
  private int failures;
  private long pausedAt;
  private String lastProblem = "";

  /**
   * Starts nothing yet: the child is started by the first card.
   *
   * @param nanos a monotonic clock
   */
  public SiteLibraryDecoder(DecoderSettings settings, LongSupplier nanos) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.nanos = Objects.requireNonNull(nanos, "nanos");
    this.program = new ChildProgram(settings);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Every block but an emulated card's: only the library knows what it can decode. */
  @Override
  public boolean recognises(byte[] block) {
    return block.length == Frames.BLOCK_BYTES
        && !Arrays.equals(block, 0, EMULATED.length, EMULATED, 0, EMULATED.length);
  }

  @Override
  public synchronized PortraitPicture decode(byte[] block) throws PortraitRefusedException {
    if (block.length != Frames.BLOCK_BYTES) {
      throw new PortraitRefusedException("a photo block has 1024 bytes");
    }
    if (failures >= FAILURES_IN_A_ROW) {
      if (nanos.getAsLong() - pausedAt < PAUSE_NANOS) {
        throw new PortraitRefusedException("the site's portrait library fails again and again");
      }
      failures = 0;
    }
    byte[] picture;
    try {
      picture = child().decode(block, settings.timeout());
    } catch (PortraitRefusedException e) {
      failed(e);
      throw e;
    }
    failures = 0;
    lastProblem = "";
    if (settings.bottomUp()) {
      turnOver(picture);
    }
    return new PortraitPicture(Frames.WIDTH, Frames.HEIGHT, picture);
  }

  private Child child() throws PortraitRefusedException {
    if (child != null && !child.alive()) {
      close();
    }
    if (child == null) {
      child = Child.start(program, START_LIMIT);
    }
    return child;
  }

  private void failed(PortraitRefusedException failure) {
    boolean answered = child != null && child.alive();
    if (!answered) {
      close();
      failures++;
      pausedAt = nanos.getAsLong();
    }
    if (!lastProblem.equals(failure.getMessage())) {
      lastProblem = failure.getMessage();
      LOG.warn("{}: {}", NAME, lastProblem);
    }
  }

  private static void turnOver(byte[] picture) {
    int row = Frames.WIDTH * 3;
    byte[] held = new byte[row];
    for (int top = 0, low = Frames.HEIGHT - 1; top < low; top++, low--) {
      System.arraycopy(picture, top * row, held, 0, row);
      System.arraycopy(picture, low * row, picture, top * row, row);
      System.arraycopy(held, 0, picture, low * row, row);
    }
    Arrays.fill(held, (byte) 0);
  }

  @Override
  public synchronized Finding check(Duration timeout) {
    try {
      child();
      return lastProblem.isEmpty()
          ? Finding.ok(NAME, "the site's portrait library is loaded, in a process of its own")
          : finding(lastProblem);
    } catch (PortraitRefusedException e) {
      String cause = Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse("");
      return finding(cause.isEmpty() ? e.getMessage() : e.getMessage() + ": " + cause);
    }
  }

  private static Finding finding(String what) {
    return new Finding(
        NAME,
        Level.WARN,
        what,
        Actor.TECHNICIAN,
        "check the library's path, symbol and licence; cards are read without their portrait");
  }

  /** Ends the child. */
  @Override
  public synchronized void close() {
    if (child != null) {
      child.close();
      child = null;
    }
  }
}
