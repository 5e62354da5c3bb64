package egov.kiosk.catalogue;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.transaction.AgeLimits;
import egov.kiosk.domain.transaction.ItemProfile;
import egov.kiosk.domain.transaction.Jurisdiction;
import egov.kiosk.domain.transaction.LifeEvent;
import egov.kiosk.domain.transaction.Listing;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.domain.transaction.PaymentHandover;
import egov.kiosk.domain.transaction.Verification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what an entry says of itself beyond what every entry says. */
final class ProfileReader {
  /** The pages that wait for a citizen, by the words the screens use. */
  static final List<String> PAGES =
      List.of(
          "consent",
          "place-card",
          "show-code",
          "face-consent",
          "camera",
          "alternative",
          "retrieval-consent",
          "form",
          "materials",
          "phone",
          "sign",
          "confirm",
          "result",
          "accepted",
          "guide");

  private static final int HIGHEST_NUMBER = 9_999;

  private ProfileReader() {}

  static ItemProfile profile(EntryObject entry, Verification verification)
      throws EntryRefusedException {
    Listing listing = listing(entry);
    OutcomeKind outcome = entry.optionalWord("output", OutcomeKind.class).orElse(OutcomeKind.SLIP);
    Optional<PaymentHandover> payment = payment(entry);
    Map<String, Integer> patience = patience(entry);
    List<String> bundle = entry.optionalTexts("bundle", 2, 8, 64);
    Optional<Jurisdiction> jurisdiction = jurisdiction(entry);
    AgeLimits ages = ages(entry);
    Set<CredentialKind> entries =
        entry.names().contains("entries")
            ? Set.copyOf(entry.optionalWords("entries", CredentialKind.class))
            : ItemProfile.ID_CARD;
    return entry.build(
        () ->
            new ItemProfile(
                verification,
                listing,
                outcome,
                payment,
                patience,
                bundle,
                jurisdiction,
                ages,
                entries));
  }

  private static Listing listing(EntryObject entry) throws EntryRefusedException {
    Set<LifeEvent> events = Set.copyOf(entry.optionalWords("lifeEvents", LifeEvent.class));
    String initials = entry.optionalText("initials", 40);
    if (!initials.matches("[a-z0-9]*")) {
      throw new EntryRefusedException("/initials", "must be lower-case letters and digits");
    }
    int number = entry.optionalNumber("number", 1, HIGHEST_NUMBER, 0);
    return new Listing(
        events,
        initials,
        number,
        entry.english("summaryEn", 160),
        entry.english("answerInEn", 100));
  }

  private static Optional<PaymentHandover> payment(EntryObject entry) throws EntryRefusedException {
    Optional<EntryObject> object = entry.optionalObject("payment");
    if (object.isEmpty()) {
      return Optional.empty();
    }
    EntryObject payment = object.get();
    String url = payment.text("url", 1, 200);
    String payee = payment.text("payee", 1, 30);
    String payeeEnglish = payment.english("payeeEn", 80);
    payment.end();
    return Optional.of(payment.build(() -> new PaymentHandover(url, payee, payeeEnglish)));
  }

  private static Map<String, Integer> patience(EntryObject entry) throws EntryRefusedException {
    Map<String, Integer> patience = new HashMap<>();
    Optional<EntryObject> object = entry.optionalObject("timeouts");
    if (object.isPresent()) {
      for (String page : PAGES) {
        int seconds = object.get().optionalNumber(page, 10, 900, 0);
        if (seconds > 0) {
          patience.put(page, seconds);
        }
      }
      object.get().end();
    }
    return patience;
  }

  private static AgeLimits ages(EntryObject entry) throws EntryRefusedException {
    Optional<EntryObject> object = entry.optionalObject("ages");
    if (object.isEmpty()) {
      return AgeLimits.NONE;
    }
    EntryObject ages = object.get();
    int from = ages.optionalNumber("from", 0, AgeLimits.NONE.to(), 0);
    int to = ages.optionalNumber("to", 0, AgeLimits.NONE.to(), AgeLimits.NONE.to());
    ages.end();
    return ages.build(() -> new AgeLimits(from, to));
  }

  private static Optional<Jurisdiction> jurisdiction(EntryObject entry)
      throws EntryRefusedException {
    Optional<EntryObject> object = entry.optionalObject("jurisdiction");
    if (object.isEmpty()) {
      return Optional.empty();
    }
    EntryObject jurisdiction = object.get();
    String region = jurisdiction.text("region", 6, 6);
    List<String> provinces = jurisdiction.optionalTexts("crossProvince", 0, 34, 6);
    jurisdiction.end();
    return Optional.of(jurisdiction.build(() -> new Jurisdiction(region, provinces)));
  }
}
