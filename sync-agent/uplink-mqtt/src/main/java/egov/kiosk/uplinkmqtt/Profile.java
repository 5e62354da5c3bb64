package egov.kiosk.uplinkmqtt;

import java.util.Arrays;

/** What the platform's broker can do. */
public enum Profile {
  /** Wills, retained messages, shared subscriptions. */
  A,
  /**
   * None of these, bodies of 64 KiB, a ping every 8 minutes at least (some hosted brokers). The
   * kiosk asks for what it should be at every connection instead of finding it kept there.
   */
  B;

  /**
   * Reads a profile.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static Profile of(String word) {
    return Arrays.stream(values())
        .filter(profile -> profile.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a profile is A or B"));
  }
}
