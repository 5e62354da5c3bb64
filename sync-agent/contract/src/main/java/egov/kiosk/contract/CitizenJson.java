package egov.kiosk.contract;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.CodeHolder;
import egov.kiosk.domain.citizen.Credential;
import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.envelope.MalformedMessageException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the citizen showed as JSON, by its member {@code credential}; without one it is an identity
 * card, as in the messages of kiosks that knew no other. The photo is not part of a message.
 */
final class CitizenJson {
  private static final String CREDENTIAL = "credential";

  private CitizenJson() {}

  static Map<String, Object> write(Credential shown) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (shown instanceof IdCard card) {
      write(card, json);
      return json;
    }
    json.put(CREDENTIAL, shown.kind().name());
    json.put("name", shown.name().value());
    json.put("number", shown.number().value());
    if (shown instanceof SocialCard card) {
      write(card, json);
    } else if (shown instanceof CodeHolder holder) {
      holder.validUntil().ifPresent(day -> json.put("validUntil", day.toString()));
    }
    return json;
  }

  private static void write(SocialCard card, Map<String, Object> json) {
    json.put("cardVersion", card.version());
    json.put("cardNumber", card.cardNumber());
    json.put("issuer", card.issuer());
    json.put("sex", String.valueOf(card.sex().code()));
    card.issuedOn().ifPresent(day -> json.put("issuedOn", day.toString()));
    card.validUntil().ifPresent(day -> json.put("validUntil", day.toString()));
  }

  private static void write(IdCard card, Map<String, Object> json) {
    json.put("layout", card.layout().name());
    json.put("name", card.name().value());
    card.latinName().ifPresent(name -> json.put("latinName", name));
    json.put("sex", String.valueOf(card.sex().code()));
    json.put("nationality", card.nationality());
    json.put("birthDate", card.birthDate().toString());
    json.put("address", card.address());
    json.put("number", card.number().value());
    json.put("issuer", card.issuer());
    json.put("validFrom", card.validFrom().toString());
    card.validUntil().ifPresent(day -> json.put("validUntil", day.toString()));
  }

  static Credential read(Members json) throws MalformedMessageException {
    CredentialKind kind =
        json.has(CREDENTIAL) ? json.value(CREDENTIAL, CitizenJson::told) : CredentialKind.ID_CARD;
    Credential shown;
    try {
      shown =
          switch (kind) {
            case ID_CARD -> idCard(json);
            case SOCIAL_CARD -> socialCard(json);
            case CODE ->
                new CodeHolder(
                    new PersonName(json.text("name")),
                    IdNumber.of(json.text("number")),
                    optionalDay(json, "validUntil"));
          };
    } catch (IllegalArgumentException e) {
      throw json.wrong("name or number");
    }
    json.done();
    return shown;
  }

  /** The identity card is the one that is not told: one thing has one form. */
  private static CredentialKind told(String word) {
    CredentialKind kind = CredentialKind.valueOf(word);
    if (kind == CredentialKind.ID_CARD) {
      throw new IllegalArgumentException("an identity card has no such member");
    }
    return kind;
  }

  private static SocialCard socialCard(Members json) throws MalformedMessageException {
    return new SocialCard(
        json.text("cardVersion"),
        json.text("cardNumber"),
        json.text("issuer"),
        optionalDay(json, "issuedOn"),
        optionalDay(json, "validUntil"),
        IdNumber.of(json.text("number")),
        new PersonName(json.text("name")),
        sex(json));
  }

  private static Optional<LocalDate> optionalDay(Members json, String name)
      throws MalformedMessageException {
    return json.has(name) ? Optional.of(json.day(name)) : Optional.empty();
  }

  private static IdCard idCard(Members json) throws MalformedMessageException {
    Optional<LocalDate> validUntil = optionalDay(json, "validUntil");
    return new IdCard(
        json.value("layout", CardLayout::valueOf),
        new PersonName(json.text("name")),
        json.optionalText("latinName"),
        sex(json),
        json.text("nationality"),
        json.day("birthDate"),
        json.text("address"),
        IdNumber.of(json.text("number")),
        json.text("issuer"),
        json.day("validFrom"),
        validUntil,
        new Portrait(new byte[Portrait.BLOCK_BYTES]));
  }

  private static Sex sex(Members json) throws MalformedMessageException {
    String code = json.text("sex");
    for (Sex sex : Sex.values()) {
      if (code.equals(String.valueOf(sex.code()))) {
        return sex;
      }
    }
    throw json.wrong("sex");
  }
}
