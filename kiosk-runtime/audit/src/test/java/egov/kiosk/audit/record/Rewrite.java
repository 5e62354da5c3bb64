package egov.kiosk.audit.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes records as the log does: what somebody who knows the format, but no key, can do. */
public final class Rewrite {
  private Rewrite() {}

  /** The line, without its line feed. */
  public static String line(long sequence, Instant time, Entry like, Draft draft, String previous) {
    byte[] line = Entry.write(sequence, time, like.boot(), like.mono(), draft, previous).line();
    return new String(line, 0, line.length - 1, StandardCharsets.US_ASCII);
  }

  public static Entry parse(String line) {
    return Entry.parse(line.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
  }
}
