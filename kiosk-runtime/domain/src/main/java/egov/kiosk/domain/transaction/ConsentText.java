package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.ConsentPurpose;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The wording a citizen agrees to before their data is used (告知同意).
 *
 * @param purpose what is asked for
 * @param version id of this exact wording, recorded with the consent
 * @param title what it is about, in one line
 * @param uses what is used, e.g. name, number
 * @param givenTo who gets it
 * @param text the full text
 * @param english the same in English, to be understood; empty where there is none. What binds is
 *     the Chinese, and only that is digested
 */
public record ConsentText(
    ConsentPurpose purpose,
    String version,
    String title,
    List<String> uses,
    String givenTo,
    String text,
    Optional<ConsentTranslation> english) {
  /** RECORD SEPARATOR, which no wording contains. */
  private static final String BETWEEN = "\u001e";

  public ConsentText {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(title, "title");
    uses = List.copyOf(uses);
    Objects.requireNonNull(givenTo, "givenTo");
    Objects.requireNonNull(text, "text");
    if (!version.matches("[A-Za-z0-9.-]{1,64}")) {
      throw new IllegalArgumentException(
          "a consent version has 1 to 64 letters, digits, dots or hyphens");
    }
    if (english.isPresent() && english.get().uses().size() != uses.size()) {
      throw new MemberRefusedException("en/uses", "names as many things as uses, in its order");
    }
  }

  /** A wording without English. */
  public ConsentText(
      ConsentPurpose purpose,
      String version,
      String title,
      List<String> uses,
      String givenTo,
      String text) {
    this(purpose, version, title, uses, givenTo, text, Optional.empty());
  }

  /**
   * What the digest in a consent is over: purpose, version, title, every use, receiver and text in
   * this order with U+001E between them, in UTF-8.
   */
  public byte[] shownBytes() {
    List<String> parts = new ArrayList<>(List.of(purpose.name(), version, title));
    parts.addAll(uses);
    parts.add(givenTo);
    parts.add(text);
    return String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
  }
}
