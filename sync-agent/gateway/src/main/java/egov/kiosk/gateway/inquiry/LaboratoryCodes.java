package egov.kiosk.gateway.inquiry;

import egov.kiosk.domain.citizen.CodeHolder;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Redemption;
import egov.kiosk.domain.inquiry.Redemption.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Codes on the telephones of people who do not exist, in place of the platforms that issue real
 * ones (电子社保卡, 医保电子凭证, 福建码). A code is {@code LAB}, the person's two digits, ten digits of the
 * second it was shown in, and nine letters or digits that nobody chose; it lives for a minute and
 * counts once. Of those that counted a digest is kept in memory until they are too old to count; so
 * a code that was shown before this process, or may have been, counts no more. Safe for several
 * threads.
 */
public final class LaboratoryCodes {
  private static final Pattern CODE = Pattern.compile("LAB([0-9]{2})([0-9]{10})[0-9A-Za-z]{9}");
  private static final Duration LIFE = Duration.ofSeconds(60);

  /** Kiosks and telephones may be so far ahead; for so long after a start nobody's code counts. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private static final int MOST = 10_000;
  private static final int CHOSEN_BY_NOBODY = 9;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final Map<String, CodeHolder> PEOPLE =
      Map.of(
          "01", person("测试用", "35010019000101999X"),
          "02", person("张标记", "11010519491231002X"));

  private final InstantSource clock;
  private final Instant countsAfter;
  private final Map<String, Instant> used = new HashMap<>();

  /**
   * @param clock judges how old a code is
   */
  public LaboratoryCodes(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    countsAfter = clock.instant().plus(TOLERANCE);
  }

  private static CodeHolder person(String name, String number) {
    return new CodeHolder(new PersonName(name), IdNumber.of(number), Optional.empty());
  }

  /**
   * A code as the telephone of one of them shows it now.
   *
   * @param person 1 or 2
   */
  public static String fresh(int person, Instant now, RandomGenerator random) {
    StringBuilder code = new StringBuilder(String.format(Locale.ROOT, "LAB%02d", person));
    code.append(now.getEpochSecond());
    for (int i = 0; i < CHOSEN_BY_NOBODY; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** Whose the code of this question is; from now on it has counted. */
  public synchronized Redemption redeem(Asking asking) {
    String token = asking.parameters().getOrDefault("token", "");
    Matcher parts = CODE.matcher(token);
    if (!parts.matches() || !PEOPLE.containsKey(parts.group(1))) {
      return Redemption.refused(Refusal.UNKNOWN);
    }
    Instant now = clock.instant();
    Instant shownAt = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
    used.values().removeIf(over -> !now.isBefore(over));
    if (shownAt.isAfter(now.plus(TOLERANCE))) {
      return Redemption.refused(Refusal.UNKNOWN);
    }
    Instant over = shownAt.plus(LIFE);
    if (!now.isBefore(over) || !shownAt.isAfter(countsAfter) || used.size() >= MOST) {
      return Redemption.refused(Refusal.EXPIRED);
    }
    return used.putIfAbsent(digest(token), over) == null
        ? Redemption.of(PEOPLE.get(parts.group(1)))
        : Redemption.refused(Refusal.USED);
  }

  private static String digest(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
