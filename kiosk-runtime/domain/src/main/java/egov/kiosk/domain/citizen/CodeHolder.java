package egov.kiosk.domain.citizen;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose a code on a telephone (手机二维码) was, in the words of the platform that issued it. Nothing of
 * the code itself is left.
 *
 * @param name the holder's name
 * @param number the holder's identity number, which says the day of birth
 * @param validUntil the last day the electronic card behind the code is valid; empty when the
 *     platform does not say
 */
public record CodeHolder(PersonName name, IdNumber number, Optional<LocalDate> validUntil)
    implements Credential {
  /**
   * @throws IllegalArgumentException when the number says no day of birth
   */
  public CodeHolder {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(validUntil, "validUntil");
    number.requireBirthDate();
  }

  @Override
  public CredentialKind kind() {
    return CredentialKind.CODE;
  }

  @Override
  public Sex sex() {
    return number.sex();
  }

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
    return "CodeHolder[" + name + " " + number + "]";
  }
}
