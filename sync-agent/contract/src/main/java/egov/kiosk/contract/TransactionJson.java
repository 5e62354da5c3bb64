package egov.kiosk.contract;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentAnswer;
import egov.kiosk.domain.citizen.ConsentGiver;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.Credential;
import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A transaction as JSON. */
final class TransactionJson {
  static final String KIND = "transaction";

  /** Where citizens asked (申请渠道): a self-service terminal, in the platform's own words. */
  private static final String CHANNEL = "自助终端";

  private TransactionJson() {}

  static Map<String, Object> write(Transaction transaction) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", KIND);
    json.put("version", MessageHead.VERSION);
    json.put("id", transaction.id().value());
    json.put("kioskId", transaction.kioskId());
    json.put("localNumber", transaction.localNumber().value());
    json.put("acceptedAt", transaction.acceptedAt().toString());
    json.put("channel", CHANNEL);
    json.put(
        "item", Map.of("code", transaction.item().code(), "version", transaction.item().version()));
    json.put(
        "citizen",
        transaction.citizen().map(VerifiedCitizen::shown).map(CitizenJson::write).orElse(null));
    json.put("identity", IdentityJson.write(transaction.citizen()));
    json.put("consents", transaction.consents().stream().map(TransactionJson::consent).toList());
    json.put("form", transaction.form().values());
    EnclosedJson.write(transaction.enclosed(), json);
    return json;
  }

  static ReceivedTransaction read(Members json) throws MalformedMessageException {
    json.constant("channel", CHANNEL);
    Members item = json.object("item");
    Optional<Members> citizen = json.nullableObject("citizen");
    Optional<Credential> shown =
        citizen.isPresent() ? Optional.of(CitizenJson.read(citizen.get())) : Optional.empty();
    ReceivedTransaction transaction =
        new ReceivedTransaction(
            json.value("id", TransactionId::new),
            MessageHead.kioskId(json),
            json.value("localNumber", LocalNumber::new),
            json.instant("acceptedAt"),
            MessageHead.itemCode(item, "code"),
            item.text("version"),
            IdentityJson.read(json.object("identity"), shown),
            consents(json.objects("consents")),
            json.object("form").texts(),
            EnclosedJson.read(json));
    item.done();
    json.done();
    return transaction;
  }

  static Map<String, Object> consent(Consent consent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("purpose", consent.purpose().name());
    json.put("version", consent.version());
    json.put("givenAt", consent.givenAt().toString());
    json.put("answer", consent.answer().name());
    json.put("by", consent.by().name());
    consent.textSm3().ifPresent(digest -> json.put("textSm3", digest));
    // Absent is Chinese: an older platform goes on reading what most citizens send.
    if (consent.shownIn() != ShownLanguage.ZH) {
      json.put("shownIn", consent.shownIn().name());
    }
    return json;
  }

  static List<Consent> consents(List<Members> objects) throws MalformedMessageException {
    List<Consent> consents = new ArrayList<>();
    for (Members json : objects) {
      consents.add(consent(json));
      json.done();
    }
    return consents;
  }

  /** Kiosks before the answer was recorded sent only what the holder had agreed to. */
  private static Consent consent(Members json) throws MalformedMessageException {
    ConsentPurpose purpose = json.value("purpose", ConsentPurpose::valueOf);
    String version = json.text("version");
    Instant at = json.instant("givenAt");
    ConsentAnswer answer =
        json.has("answer") ? json.value("answer", ConsentAnswer::valueOf) : ConsentAnswer.GIVEN;
    ConsentGiver by =
        json.has("by") ? json.value("by", ConsentGiver::valueOf) : ConsentGiver.HOLDER;
    Optional<String> digest = json.optionalText("textSm3");
    ShownLanguage shownIn =
        json.has("shownIn") ? json.value("shownIn", ShownLanguage::valueOf) : ShownLanguage.ZH;
    try {
      return new Consent(purpose, version, at, answer, by, digest, shownIn);
    } catch (IllegalArgumentException e) {
      throw json.wrong("textSm3");
    }
  }
}
