package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something a citizen can have done here (事项), read from a data file.
 *
 * @param code the item's code, opaque, 1 to 64 letters, digits or hyphens (GB/T 39554.1 lineage)
 * @param version the edition of this entry, e.g. {@code 2026.11.1}
 * @param name its name in Chinese
 * @param nameEnglish its name in English
 * @param summary one line about it
 * @param answerIn when there will be a result, in words; empty for local items
 * @param offlineClass what works without the network
 * @param identityLevel how surely the citizen must be known
 * @param needs devices it cannot start without
 * @param consents wordings to agree to; one for {@link ConsentPurpose#DATA} when a card is read,
 *     one for {@link ConsentPurpose#FACE} when a face may be used
 * @param questions the form, may be empty
 * @param guide what a local item shows, for {@link OfflineClass#LOCAL} only
 * @param urgent whether its transactions go before others when there is a backlog (加急)
 */
public record ServiceItem(
    String code,
    String version,
    String name,
    String nameEnglish,
    String summary,
    String answerIn,
    OfflineClass offlineClass,
    IdentityLevel identityLevel,
    Set<DeviceNeed> needs,
    List<ConsentText> consents,
    List<FormQuestion> questions,
    Optional<Guide> guide,
    boolean urgent) {

  public ServiceItem {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(answerIn, "answerIn");
    Objects.requireNonNull(offlineClass, "offlineClass");
    Objects.requireNonNull(identityLevel, "identityLevel");
    needs = Set.copyOf(needs);
    consents = List.copyOf(consents);
    questions = List.copyOf(questions);
    Objects.requireNonNull(guide, "guide");
    if (!code.matches("[A-Za-z0-9-]{1,64}") || !version.matches("[A-Za-z0-9.-]{1,32}")) {
      throw new IllegalArgumentException(
          "an item's code and version are letters, digits and hyphens (version: and dots)");
    }
    if (urgent && offlineClass == OfflineClass.LOCAL) {
      throw new IllegalArgumentException("a LOCAL item sends nothing, so it is never urgent");
    }
    if ((offlineClass == OfflineClass.LOCAL) != guide.isPresent()) {
      throw new IllegalArgumentException("a LOCAL item has a guide, and only a LOCAL item has one");
    }
    if (identityLevel != IdentityLevel.NONE && !has(consents, ConsentPurpose.DATA)) {
      throw new IllegalArgumentException("an item that reads a card asks for a DATA consent");
    }
    if (identityLevel == IdentityLevel.VERIFIED && !has(consents, ConsentPurpose.FACE)) {
      throw new IllegalArgumentException("an item that verifies asks for a separate FACE consent");
    }
    if (offlineClass == OfflineClass.LOCAL && identityLevel != IdentityLevel.NONE) {
      throw new IllegalArgumentException("a LOCAL item reads no card");
    }
    if (new HashSet<>(questions.stream().map(FormQuestion::id).toList()).size()
        != questions.size()) {
      throw new IllegalArgumentException("question ids are unique within a form");
    }
  }

  /** An item that is not urgent. */
  public ServiceItem(
      String code,
      String version,
      String name,
      String nameEnglish,
      String summary,
      String answerIn,
      OfflineClass offlineClass,
      IdentityLevel identityLevel,
      Set<DeviceNeed> needs,
      List<ConsentText> consents,
      List<FormQuestion> questions,
      Optional<Guide> guide) {
    this(
        code,
        version,
        name,
        nameEnglish,
        summary,
        answerIn,
        offlineClass,
        identityLevel,
        needs,
        consents,
        questions,
        guide,
        false);
  }

  /** The wording for a purpose, when the item asks for that consent. */
  public Optional<ConsentText> consent(ConsentPurpose purpose) {
    return consents.stream().filter(text -> text.purpose() == purpose).findFirst();
  }

  private static boolean has(List<ConsentText> consents, ConsentPurpose purpose) {
    return consents.stream().anyMatch(text -> text.purpose() == purpose);
  }
}
