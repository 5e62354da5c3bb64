package egov.kiosk.crypto.seal;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * What a seal says of itself (印章信息, GB/T 38540-2020 SES_SealInfo).
 *
 * @param id its identity at the maker, 1 to 64 printable ASCII characters
 * @param vendor the maker's short mark, 1 to 64 printable ASCII characters
 * @param type 1 for an organisation's seal (单位印章), 2 for a person's
 * @param name what it is called, usually the organisation's name; 1 to 100 characters
 * @param signers the certificates that may use it, 1 to 16
 * @param createdAt when it was made, cut to seconds
 * @param validFrom from when it may be used, cut to seconds
 * @param validUntil until when it may be used, cut to seconds
 * @param picture what it looks like
 */
public record SealContent(
    String id,
    String vendor,
    int type,
    String name,
    List<Sm2Certificate> signers,
    Instant createdAt,
    Instant validFrom,
    Instant validUntil,
    SealPicture picture) {
  private static final int MOST_SIGNERS = 16;
  private static final int LONGEST_NAME = 100;

  public SealContent {
    signers = List.copyOf(signers);
    createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
    validFrom = validFrom.truncatedTo(ChronoUnit.SECONDS);
    validUntil = validUntil.truncatedTo(ChronoUnit.SECONDS);
    Objects.requireNonNull(picture, "picture");
    if (!ascii(id) || !ascii(vendor)) {
      throw new IllegalArgumentException(
          "a seal's id and its vendor have 1 to 64 printable ASCII characters");
    }
    if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw new IllegalArgumentException("a seal's name has 1 to 100 characters");
    }
    if (signers.isEmpty() || signers.size() > MOST_SIGNERS) {
      throw new IllegalArgumentException("a seal is used by 1 to 16 certificates");
    }
    if (!validFrom.isBefore(validUntil)) {
      throw new IllegalArgumentException("a seal is valid for some time");
    }
  }

  private static boolean ascii(String text) {
    return text.matches("[ -~]{1,64}");
  }
}
