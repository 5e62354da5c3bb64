package egov.kiosk.domain.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Who may agree for themselves (个人信息保护法, article 31; 人脸识别技术应用安全管理办法). */
final class OwnConsent {
  /** Below this age a guardian decides. */
  private static final int AGE = 14;

  /** China has one time. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private OwnConsent() {}

  /** Whether somebody born on this day is under fourteen at this moment. */
  static boolean needsGuardian(LocalDate birthDate, Instant moment) {
    return !LocalDate.ofInstant(moment, CHINA).isAfter(birthDate.plusYears(AGE));
  }
}
