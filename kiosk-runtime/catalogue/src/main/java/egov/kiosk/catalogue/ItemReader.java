package egov.kiosk.catalogue;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.transaction.ConsentText;
import egov.kiosk.domain.transaction.ConsentTranslation;
import egov.kiosk.domain.transaction.DeviceNeed;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.Guide;
import egov.kiosk.domain.transaction.ItemProfile;
import egov.kiosk.domain.transaction.ItemStep;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.SheetTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns one entry into a service item, by the rules of schema/service-item.schema.json. */
final class ItemReader {
  private final StrictJson json = new StrictJson();

  /** Reads a file's bytes, or refuses them as a whole. */
  Entry read(byte[] bytes) throws EntryRefusedException {
    StrictJson.Text text = json.read(bytes);
    try {
      EntryObject entry = new EntryObject("", text.root());
      ServiceItem item = item(entry);
      entry.end();
      return new Entry(item, text.positions());
    } catch (EntryRefusedException e) {
      throw e.in(text.positions());
    }
  }

  private static ServiceItem item(EntryObject entry) throws EntryRefusedException {
    String code = entry.text("code", 1, 64);
    String version = entry.text("version", 1, 32);
    String name = entry.text("name", 1, 30);
    String nameEnglish = entry.text("nameEn", 1, 80);
    String summary = entry.text("summary", 1, 60);
    String answerIn = entry.optionalText("answerIn", 30);
    OfflineClass offlineClass = entry.word("offlineClass", OfflineClass.class);
    LevelWord level = entry.word("identityLevel", LevelWord.class);
    Set<DeviceNeed> needs = Set.copyOf(entry.optionalWords("needs", DeviceNeed.class));
    List<ConsentText> consents = consents(entry);
    List<FormQuestion> questions = FormReader.questions(entry);
    Optional<Guide> guide = guide(entry);
    boolean urgent = entry.optionalFlag("urgent");
    List<Material> materials = MaterialReader.materials(entry);
    boolean signed = entry.optionalFlag("signature");
    Optional<SheetTemplate> copy = MaterialReader.copy(entry);
    ItemProfile profile = ProfileReader.profile(entry, level.verification());
    ServiceItem item =
        entry.build(
            () ->
                new ServiceItem(
                    code,
                    version,
                    name,
                    nameEnglish,
                    summary,
                    answerIn,
                    offlineClass,
                    level.level(),
                    needs,
                    consents,
                    questions,
                    guide,
                    urgent,
                    materials,
                    signed,
                    copy,
                    profile));
    requireSteps(entry, item);
    Optional<String> broken = RetrievalRule.broken(item);
    if (broken.isPresent() && profile.bundle().isEmpty()) {
      throw new EntryRefusedException("/consents", broken.get());
    }
    return item;
  }

  /** Who writes the steps down means them: an entry that leads elsewhere is not what was meant. */
  private static void requireSteps(EntryObject entry, ServiceItem item)
      throws EntryRefusedException {
    boolean told = entry.names().contains("steps");
    List<ItemStep> steps = entry.optionalWords("steps", ItemStep.class);
    if (told && !steps.equals(ItemStep.of(item))) {
      throw new EntryRefusedException(
          "/steps", "the rest of this entry leads to these steps: " + ItemStep.of(item));
    }
  }

  private static List<ConsentText> consents(EntryObject entry) throws EntryRefusedException {
    List<ConsentText> consents = new ArrayList<>();
    Set<ConsentPurpose> seen = new HashSet<>();
    for (EntryObject consent : entry.optionalObjects("consents", 0, 3)) {
      ConsentPurpose purpose = consent.word("purpose", ConsentPurpose.class);
      if (!seen.add(purpose)) {
        throw new EntryRefusedException(consent.pointer(), "asks for one purpose a second time");
      }
      String version = consent.text("version", 1, 64);
      String title = consent.text("title", 1, 40);
      List<String> uses = consent.texts("uses", 1, 12, 20);
      String givenTo = consent.text("givenTo", 1, 60);
      String text = consent.longText("text", 4000);
      Optional<ConsentTranslation> english = translation(consent);
      consent.end();
      consents.add(
          consent.build(
              () -> new ConsentText(purpose, version, title, uses, givenTo, text, english)));
    }
    return consents;
  }

  private static Optional<ConsentTranslation> translation(EntryObject consent)
      throws EntryRefusedException {
    Optional<EntryObject> object = consent.optionalObject("en");
    if (object.isEmpty()) {
      return Optional.empty();
    }
    EntryObject english = object.get();
    String title = english.text("title", 1, 120);
    List<String> uses = english.texts("uses", 1, 12, 60);
    String givenTo = english.text("givenTo", 1, 160);
    String text = english.longText("text", 8000);
    english.end();
    return Optional.of(new ConsentTranslation(title, uses, givenTo, text));
  }

  private static Optional<Guide> guide(EntryObject entry) throws EntryRefusedException {
    Optional<EntryObject> object = entry.optionalObject("guide");
    if (object.isEmpty()) {
      return Optional.empty();
    }
    EntryObject guide = object.get();
    String title = guide.text("title", 1, 30);
    List<String> paragraphs = guide.texts("paragraphs", 1, 30, 500);
    String titleEnglish = guide.english("titleEn", 80);
    List<String> paragraphsEnglish = guide.optionalTexts("paragraphsEn", 1, 30, 1500);
    guide.end();
    return Optional.of(
        guide.build(() -> new Guide(title, paragraphs, titleEnglish, paragraphsEnglish)));
  }
}
