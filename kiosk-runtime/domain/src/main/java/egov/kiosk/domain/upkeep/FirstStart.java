package egov.kiosk.domain.upkeep;

import java.util.Objects;

/**
 * What a machine that is nobody yet asks of whoever stands before it.
 *
 * @param open whether nobody works here and the machine has no identity: then the first technician
 *     may say who they are, together with a code that the platform confirms
 * @param believes whether the machine knows whom to believe; without that there is no first start
 *     at the page, because whoever typed a root of their own would be their own platform
 * @param kioskId who it would be; empty when that has to be typed
 * @param platform the enrolment desk; empty when that has to be typed
 */
public record FirstStart(boolean open, boolean believes, String kioskId, String platform) {
  /** A machine at which somebody works. */
  public static final FirstStart OVER = new FirstStart(false, false, "", "");

  public FirstStart {
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(platform, "platform");
  }

  /**
   * What the first technician brings. Its text shows nothing of it.
   *
   * @param code off the operator's sheet; kept nowhere
   * @param kioskId off the operator's sheet; empty when the machine knows it
   * @param platform the desk; empty when the machine knows it
   * @param badge the technician's own
   * @param pin chosen by them
   */
  public record Wish(String code, String kioskId, String platform, String badge, String pin) {
    public Wish {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(kioskId, "kioskId");
      Objects.requireNonNull(platform, "platform");
      Objects.requireNonNull(badge, "badge");
      Objects.requireNonNull(pin, "pin");
    }

    @Override
    public String toString() {
      return "Wish";
    }
  }
}
