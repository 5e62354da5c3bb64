package egov.kiosk.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.CardField;
import egov.kiosk.domain.transaction.Choice;
import egov.kiosk.domain.transaction.ConsentText;
import egov.kiosk.domain.transaction.DeviceNeed;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.Guide;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Turns one entry into a service item, by the rules of schema/service-item.schema.json. */
final class ItemReader {
  private final StrictJson json = new StrictJson();

  /** Reads a file's bytes, or refuses them as a whole. */
  ServiceItem read(byte[] bytes) throws EntryRefusedException {
    ObjectNode root = json.read(bytes);
    EntryObject entry = new EntryObject("", root);
    try {
      ServiceItem item = item(entry);
      entry.end();
      return item;
    } catch (IllegalArgumentException e) {
      throw new EntryRefusedException("/", e.getMessage());
    }
  }

  private static ServiceItem item(EntryObject entry) throws EntryRefusedException {
    return new ServiceItem(
        entry.text("code", 1, 64),
        entry.text("version", 1, 32),
        entry.text("name", 1, 30),
        entry.text("nameEn", 1, 80),
        entry.text("summary", 1, 60),
        entry.optionalText("answerIn", 30),
        entry.word("offlineClass", OfflineClass.class),
        entry.word("identityLevel", IdentityLevel.class),
        Set.copyOf(entry.optionalWords("needs", DeviceNeed.class)),
        consents(entry),
        questions(entry),
        guide(entry),
        entry.optionalFlag("urgent"));
  }

  private static List<ConsentText> consents(EntryObject entry) throws EntryRefusedException {
    List<ConsentText> consents = new ArrayList<>();
    Set<ConsentPurpose> seen = new HashSet<>();
    for (EntryObject consent : entry.optionalObjects("consents", 0, 2)) {
      ConsentPurpose purpose = consent.word("purpose", ConsentPurpose.class);
      if (!seen.add(purpose)) {
        throw new EntryRefusedException(consent.pointer(), "asks for one purpose a second time");
      }
      String version = consent.text("version", 1, 64);
      String title = consent.text("title", 1, 40);
      List<String> uses = consent.texts("uses", 1, 12, 20);
      String givenTo = consent.text("givenTo", 1, 60);
      String text = consent.longText("text", 4000);
      consent.end();
      consents.add(
          built(consent, () -> new ConsentText(purpose, version, title, uses, givenTo, text)));
    }
    return consents;
  }

  private static List<FormQuestion> questions(EntryObject entry) throws EntryRefusedException {
    List<FormQuestion> questions = new ArrayList<>();
    for (EntryObject object : entry.optionalObjects("questions", 0, 20)) {
      questions.add(question(object));
    }
    return questions;
  }

  private static FormQuestion question(EntryObject object) throws EntryRefusedException {
    String id = object.text("id", 1, 32);
    String label = object.text("label", 1, 40);
    String labelEnglish = object.text("labelEn", 1, 120);
    String hint = object.optionalText("hint", 60);
    FieldKind kind = object.word("kind", FieldKind.class);
    boolean required = object.flag("required");
    int maxLength = object.optionalNumber("maxLength", 1, 500, usualLength(kind));
    List<Choice> choices = choices(object);
    Optional<CardField> fromCard = object.optionalWord("fromCard", CardField.class);
    object.end();
    return built(
        object,
        () ->
            new FormQuestion(
                id, label, labelEnglish, hint, kind, required, maxLength, choices, fromCard));
  }

  private static int usualLength(FieldKind kind) {
    return switch (kind) {
      case TEXT -> 100;
      case PHONE -> 11;
      case CHOICE -> 64;
      case DATE -> 10;
      case NUMBER -> 18;
    };
  }

  private static List<Choice> choices(EntryObject question) throws EntryRefusedException {
    List<Choice> choices = new ArrayList<>();
    Set<String> values = new HashSet<>();
    for (EntryObject choice : question.optionalObjects("choices", 2, 20)) {
      String value = choice.text("value", 1, 64);
      String label = choice.text("label", 1, 30);
      choice.end();
      if (!values.add(value)) {
        throw new EntryRefusedException(choice.pointer(), "has the value of another choice");
      }
      choices.add(new Choice(value, label));
    }
    return choices;
  }

  private static Optional<Guide> guide(EntryObject entry) throws EntryRefusedException {
    Optional<EntryObject> object = entry.optionalObject("guide");
    if (object.isEmpty()) {
      return Optional.empty();
    }
    EntryObject guide = object.get();
    String title = guide.text("title", 1, 30);
    List<String> paragraphs = guide.texts("paragraphs", 1, 30, 500);
    guide.end();
    return Optional.of(new Guide(title, paragraphs));
  }

  /** What the domain refuses is refused at the object it came from. */
  private static <T> T built(EntryObject from, Supplier<T> constructor)
      throws EntryRefusedException {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw new EntryRefusedException(from.pointer(), e.getMessage());
    }
  }
}
