package egov.kiosk.flow.staff;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One member of staff as the configuration names them. Immutable; {@link #toString()} shows the
 * badge only.
 */
public final class StaffMember {
  private static final Pattern ENTRY =
      Pattern.compile("([0-9A-Za-z-]{1,32}):([0-9]{5,7}):((?:[0-9a-f]{2}){16,64}):([0-9a-f]{64})");
  private static final int MIN_ITERATIONS = 10_000;
  private static final int MAX_ITERATIONS = 5_000_000;

  private final String badge;
  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private StaffMember(String badge, int iterations, byte[] salt, byte[] hash) {
    this.badge = badge;
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  /**
   * Reads {@code badge:iterations:saltHex:hashHex}.
   *
   * @throws IllegalArgumentException when it has another shape; the message does not repeat it
   */
  public static StaffMember parse(String entry) {
    Matcher parts = ENTRY.matcher(entry);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a staff entry is badge:iterations:saltHex:hashHex with a salt of 16 to 64 bytes and a"
              + " hash of 32; make one with the staff-pin command");
    }
    int iterations = Integer.parseInt(parts.group(2));
    if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
      throw new IllegalArgumentException("a staff entry has 10000 to 5000000 iterations");
    }
    HexFormat hex = HexFormat.of();
    return new StaffMember(
        parts.group(1), iterations, hex.parseHex(parts.group(3)), hex.parseHex(parts.group(4)));
  }

  /** The badge number. */
  public String badge() {
    return badge;
  }

  /** Whether this is the member's PIN; takes as long for a wrong one as for the right one. */
  boolean knows(String pin) {
    return MessageDigest.isEqual(hash, StaffPins.derive(pin, salt, iterations));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StaffMember that
        && that.badge.equals(badge)
        && that.iterations == iterations
        && Arrays.equals(that.salt, salt)
        && Arrays.equals(that.hash, hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  @Override
  public String toString() {
    return "StaffMember[" + badge + "]";
  }
}
