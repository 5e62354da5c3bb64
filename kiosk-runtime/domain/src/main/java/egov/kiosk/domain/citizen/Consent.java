package egov.kiosk.domain.citizen;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A citizen's answer to one wording (同意), tied to the exact text that was on the screen. Within a
 * transaction its purpose identifies it.
 *
 * @param purpose what it is for
 * @param version the version id of the wording shown
 * @param givenAt when the answer was given
 * @param answer the answer
 * @param by whose answer it is
 * @param textSm3 SM3 of the wording shown, 64 hexadecimal digits; empty only in messages of kiosks
 *     that did not record it yet
 * @param shownIn the language of the page; the digest is over the Chinese, which binds, in either
 */
public record Consent(
    ConsentPurpose purpose,
    String version,
    Instant givenAt,
    ConsentAnswer answer,
    ConsentGiver by,
    Optional<String> textSm3,
    ShownLanguage shownIn) {
  public Consent {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(givenAt, "givenAt");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(shownIn, "shownIn");
    if (!textSm3.map(digest -> digest.matches("[0-9a-f]{64}")).orElse(true)) {
      throw new IllegalArgumentException("an SM3 digest has 64 hexadecimal digits");
    }
  }

  /** An answer on a Chinese page. */
  public Consent(
      ConsentPurpose purpose,
      String version,
      Instant givenAt,
      ConsentAnswer answer,
      ConsentGiver by,
      Optional<String> textSm3) {
    this(purpose, version, givenAt, answer, by, textSm3, ShownLanguage.ZH);
  }

  /** The holder agreed; the digest of the wording is not known. */
  public Consent(ConsentPurpose purpose, String version, Instant givenAt) {
    this(purpose, version, givenAt, ConsentAnswer.GIVEN, ConsentGiver.HOLDER, Optional.empty());
  }

  /** Whether it allows its purpose. */
  public boolean given() {
    return answer == ConsentAnswer.GIVEN;
  }

  /** The same wording, taken back at this moment. */
  public Consent withdrawn(Instant at) {
    return new Consent(purpose, version, at, ConsentAnswer.WITHDRAWN, by, textSm3, shownIn);
  }

  /** The same wording, agreed to by the holder's guardian at this moment. */
  public Consent byGuardian(Instant at) {
    return new Consent(purpose, version, at, answer, ConsentGiver.GUARDIAN, textSm3, shownIn);
  }
}
