package egov.kiosk.domain.citizen;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What the freely readable part of a social security card (社会保障卡) says: EF05 and EF06 of the social
 * security application, LD/T 32-2015. Text is exactly as on the card. The card proves that somebody
 * holds it and nothing more: identity comes from the platform or a face.
 *
 * @param version the version of the card's file structure (规范版本), e.g. {@code 2.00}
 * @param cardNumber the card's own number (卡号), 9 characters as a rule; no personal number
 * @param issuer the initialising institution (初始化机构) in hexadecimal digits
 * @param issuedOn when it was issued; empty when the card does not say or says an impossible day
 * @param validUntil last day of validity; empty as above
 * @param number the social security number (社会保障号码), which is the citizen's identity number
 * @param name the holder's name, its extension (姓名扩展) included
 * @param sex the holder's sex
 */
public record SocialCard(
    String version,
    String cardNumber,
    String issuer,
    Optional<LocalDate> issuedOn,
    Optional<LocalDate> validUntil,
    IdNumber number,
    PersonName name,
    Sex sex)
    implements Credential {
  /**
   * @throws IllegalArgumentException when the number says no day of birth
   */
  public SocialCard {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(cardNumber, "cardNumber");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(issuedOn, "issuedOn");
    Objects.requireNonNull(validUntil, "validUntil");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sex, "sex");
    number.requireBirthDate();
  }

  @Override
  public CredentialKind kind() {
    return CredentialKind.SOCIAL_CARD;
  }

  /** As the number says it. */
  @Override
  public LocalDate birthDate() {
    return number.requireBirthDate();
  }

  @Override
  public boolean expiredOn(LocalDate day) {
    return validUntil.map(day::isAfter).orElse(false);
  }

  /** Nothing of it can be overwritten. */
  @Override
  public void close() {}

  /** Masked, so that nothing of it can slip into a log. */
  @Override
  public String toString() {
    return "SocialCard[" + version + " " + name + " " + number + "]";
  }
}
