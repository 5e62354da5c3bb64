package egov.kiosk.domain.citizen;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a citizen showed to say who they are. Each proves that somebody holds it; who the holder is
 * only a comparison with the portrait or a person can tell, and a portrait has {@link IdCard}
 * alone.
 *
 * <p>How far each can be believed differs, and a service item says which it takes (decision 0031):
 * an identity card is genuine, its reader's security module says so; a code is genuine, its
 * platform says so; the free part of a social security card anybody can write who has a card to
 * write on.
 */
public sealed interface Credential extends AutoCloseable permits IdCard, SocialCard, CodeHolder {
  /** Which of them it is. */
  CredentialKind kind();

  /** The holder's name. */
  PersonName name();

  /** The holder's identity number. */
  IdNumber number();

  /** The holder's sex, as far as it is known. */
  Sex sex();

  /** The holder's day of birth. */
  LocalDate birthDate();

  /** Whether it has expired on the given day; the last day of validity still counts. */
  boolean expiredOn(LocalDate day);

  /**
   * Whether the holder is under fourteen at this moment, so that a guardian (监护人) must agree; a
   * year of age is full on the day after the birthday.
   */
  default boolean needsGuardianAt(Instant moment) {
    return OwnConsent.needsGuardian(birthDate(), moment);
  }

  /** Overwrites what of it can be overwritten. */
  @Override
  void close();
}
