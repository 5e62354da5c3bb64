package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import java.time.LocalDate;
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
 * @param materials papers to photograph, ids unique; none for LOCAL items
 * @param signed whether the citizen signs what is handed in, or confirms it in an equal way
 * @param copy the sheet the citizen takes along, when there is one
 * @param profile what it says beyond this: how it is found, what comes of it, what it bundles
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
    boolean urgent,
    List<Material> materials,
    boolean signed,
    Optional<SheetTemplate> copy,
    ItemProfile profile) {

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
    materials = List.copyOf(materials);
    Objects.requireNonNull(copy, "copy");
    Objects.requireNonNull(profile, "profile");
    refuse(
        !code.matches("[A-Za-z0-9-]{1,64}") || !version.matches("[A-Za-z0-9.-]{1,32}"),
        "code",
        "an item's code and version are letters, digits and hyphens (version: and dots)");
    refuse(
        new HashSet<>(questions.stream().map(FormQuestion::id).toList()).size() != questions.size(),
        "questions",
        "question ids are unique within a form");
    refuse(
        new HashSet<>(materials.stream().map(Material::id).toList()).size() != materials.size(),
        "materials",
        "material ids are unique within an item");
    refuse(profile.bundle().contains(code), "bundle", "a bundle does not name itself");
    refuse(
        identityLevel != IdentityLevel.NONE && !has(consents, ConsentPurpose.DATA),
        "identityLevel",
        "an item that reads a card asks for a DATA consent");
    refuse(
        identityLevel == IdentityLevel.VERIFIED
            && profile.verification() != Verification.STAFF_ONLY
            && !has(consents, ConsentPurpose.FACE),
        "identityLevel",
        "an item that verifies asks for a separate FACE consent");
    refuse(
        identityLevel == IdentityLevel.NONE && !profile.ages().equals(AgeLimits.NONE),
        "ages",
        "an item that reads no card knows nobody's age");
    boolean local = offlineClass == OfflineClass.LOCAL;
    refuse(
        local != guide.isPresent(),
        "offlineClass",
        "a LOCAL item has a guide, and only a LOCAL item has one");
    refuse(urgent && local, "urgent", "a LOCAL item sends nothing, so it is never urgent");
    refuse(
        local && identityLevel != IdentityLevel.NONE,
        "identityLevel",
        "a LOCAL item reads no card");
    refuse(
        local && (!materials.isEmpty() || signed || copy.isPresent()),
        "offlineClass",
        "a LOCAL item sends nothing: no materials, no signature");
    refuse(
        profile.outcome() == OutcomeKind.PAYMENT && offlineClass != OfflineClass.ONLINE_ONLY,
        "offlineClass",
        "a PAYMENT goes by the platform's number, so it is ONLINE_ONLY");
    boolean printed = printedHere(profile, needs);
    refuse(
        printed && offlineClass != OfflineClass.ONLINE_ONLY,
        "offlineClass",
        "a CERTIFICATE printed here comes from the platform now, so it is ONLINE_ONLY");
    refuse(
        printed && identityLevel == IdentityLevel.NONE,
        "identityLevel",
        "a CERTIFICATE printed here is somebody's: who it is for says who they are");
    refuse(
        local && (profile.outcome() != OutcomeKind.SLIP || !profile.bundle().isEmpty()),
        "offlineClass",
        "a LOCAL item sends nothing: no other output, no bundle");
    EntryRule.broken(identityLevel, needs, questions, consents, profile)
        .ifPresent(reason -> refuse(true, "entries", reason));
  }

  /** An item of the plain profile. */
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
      Optional<Guide> guide,
      boolean urgent,
      List<Material> materials,
      boolean signed,
      Optional<SheetTemplate> copy) {
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
        urgent,
        materials,
        signed,
        copy,
        ItemProfile.PLAIN);
  }

  /** An item without materials, signature and sheet. */
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
      Optional<Guide> guide,
      boolean urgent) {
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
        urgent,
        List.of(),
        false,
        Optional.empty());
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

  /** The item as it is asked on a day: questions that offer days offer those. */
  public ServiceItem on(LocalDate today) {
    return new ServiceItem(
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
        questions.stream().map(question -> question.on(today)).toList(),
        guide,
        urgent,
        materials,
        signed,
        copy,
        profile);
  }

  /** Whether it ends in a certificate that is fetched and printed while the citizen waits. */
  public boolean printedHere() {
    return printedHere(profile, needs);
  }

  private static boolean printedHere(ItemProfile profile, Set<DeviceNeed> needs) {
    return profile.outcome() == OutcomeKind.CERTIFICATE && needs.contains(DeviceNeed.PAGE_PRINTER);
  }

  /** The wording for a purpose, when the item asks for that consent. */
  public Optional<ConsentText> consent(ConsentPurpose purpose) {
    return consents.stream().filter(text -> text.purpose() == purpose).findFirst();
  }

  private static void refuse(boolean wrong, String member, String reason) {
    if (wrong) {
      throw new MemberRefusedException(member, reason);
    }
  }

  private static boolean has(List<ConsentText> consents, ConsentPurpose purpose) {
    return consents.stream().anyMatch(text -> text.purpose() == purpose);
  }
}
