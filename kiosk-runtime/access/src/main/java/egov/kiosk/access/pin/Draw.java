package egov.kiosk.access.pin;

import egov.kiosk.domain.access.Badge;
import java.security.SecureRandom;

/** Secrets drawn for somebody, to be said once. Safe for use by several threads. */
public final class Draw {
  /** Without what is mistaken for another when it is read from a screen. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final int GROUP = 5;
  private static final int PIN = 8;

  private final SecureRandom random;

  /**
   * @param random the system's generator
   */
  public Draw(SecureRandom random) {
    this.random = random;
  }

  /** The secret of a first start: 25 letters and digits in groups, 123 bits. */
  public String startSecret() {
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        secret.append('-');
      }
      secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return secret.toString();
  }

  /** A PIN of eight digits that the policy takes. */
  public String pin(Badge badge) {
    while (true) {
      StringBuilder pin = new StringBuilder();
      for (int i = 0; i < PIN; i++) {
        pin.append((char) ('0' + random.nextInt(10)));
      }
      if (PinPolicy.broken(badge, pin.toString()).isEmpty()) {
        return pin.toString();
      }
    }
  }
}
