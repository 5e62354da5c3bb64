package egov.kiosk.contract;

import egov.kiosk.domain.citizen.Credential;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question as JSON. */
final class QuestionJson {
  static final String KIND = "question";

  private QuestionJson() {}

  static Map<String, Object> write(Question question) {
    Asking asking = question.asking();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", KIND);
    json.put("version", MessageHead.VERSION);
    json.put("id", question.id().value());
    json.put("kioskId", question.kioskId());
    json.put("askedAt", question.askedAt().toString());
    json.put("expiresAt", question.expiresAt().toString());
    json.put("answerKey", question.answerKey());
    json.put("purpose", asking.purpose().name());
    json.put("item", Map.of("code", asking.itemCode(), "version", asking.itemVersion()));
    json.put(
        "citizen",
        asking.citizen().map(VerifiedCitizen::shown).map(CitizenJson::write).orElse(null));
    json.put("identity", IdentityJson.write(asking.citizen()));
    json.put("consents", asking.consents().stream().map(TransactionJson::consent).toList());
    json.put("parameters", asking.parameters());
    return json;
  }

  static Question read(Members json) throws MalformedMessageException {
    json.constant("kind", KIND);
    Members item = json.object("item");
    Optional<Members> citizen = json.nullableObject("citizen");
    Optional<Credential> shown =
        citizen.isPresent() ? Optional.of(CitizenJson.read(citizen.get())) : Optional.empty();
    Optional<VerifiedCitizen> known = IdentityJson.read(json.object("identity"), shown);
    var consents = TransactionJson.consents(json.objects("consents"));
    Map<String, String> parameters = json.object("parameters").texts();
    Asking.Purpose purpose = json.value("purpose", Asking.Purpose::valueOf);
    String code = MessageHead.itemCode(item, "code");
    String version = item.text("version");
    item.done();
    Question question;
    try {
      question =
          new Question(
              json.value("id", TransactionId::new),
              MessageHead.kioskId(json),
              json.instant("askedAt"),
              json.instant("expiresAt"),
              json.text("answerKey"),
              new Asking(purpose, code, version, known, List.copyOf(consents), parameters));
    } catch (IllegalArgumentException e) {
      // The constructors' messages name rules and no values.
      throw new MalformedMessageException(e.getMessage());
    }
    json.done();
    return question;
  }
}
