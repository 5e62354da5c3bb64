package egov.kiosk.contract;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.envelope.MalformedMessageException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a card as JSON. The photo is not part of a message. */
final class CitizenJson {
  private CitizenJson() {}

  static Map<String, Object> write(IdCard card) {
    Map<String, Object> json = new LinkedHashMap<>();
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
    return json;
  }

  static IdCard read(Members json) throws MalformedMessageException {
    Optional<LocalDate> validUntil =
        json.has("validUntil") ? Optional.of(json.day("validUntil")) : Optional.empty();
    IdCard card;
    try {
      card =
          new IdCard(
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
    } catch (IllegalArgumentException e) {
      throw json.wrong("name or number");
    }
    json.done();
    return card;
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
