package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.transaction.Assent;
import egov.kiosk.domain.transaction.Enclosed;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.LicenceProof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes with a transaction, as members of its JSON; each is absent where there is nothing. */
final class EnclosedJson {
  private EnclosedJson() {}

  static void write(Enclosed enclosed, Map<String, Object> json) {
    if (!enclosed.enclosures().isEmpty()) {
      json.put("enclosures", enclosed.enclosures().stream().map(EnclosedJson::write).toList());
    }
    if (!enclosed.broughtLater().isEmpty()) {
      json.put("broughtLater", enclosed.broughtLater());
    }
    if (!enclosed.licences().isEmpty()) {
      json.put("licences", enclosed.licences().stream().map(EnclosedJson::write).toList());
    }
    enclosed.assent().ifPresent(assent -> json.put("assent", write(assent)));
  }

  static Enclosed read(Members json) throws MalformedMessageException {
    List<Enclosure> enclosures = new ArrayList<>();
    if (json.has("enclosures")) {
      for (Members object : json.objects("enclosures")) {
        enclosures.add(enclosure(object));
        object.done();
      }
    }
    List<String> later = json.has("broughtLater") ? json.list("broughtLater") : List.of();
    Optional<Assent> assent = Optional.empty();
    if (json.has("assent")) {
      Members object = json.object("assent");
      assent = Optional.of(assent(object));
      object.done();
    }
    List<LicenceProof> licences = new ArrayList<>();
    if (json.has("licences")) {
      for (Members object : json.objects("licences")) {
        licences.add(licence(object));
        object.done();
      }
    }
    try {
      return new Enclosed(enclosures, later, assent, licences);
    } catch (IllegalArgumentException e) {
      throw json.wrong("enclosures");
    }
  }

  private static Map<String, Object> write(Enclosure enclosure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", enclosure.name());
    json.put("mediaType", enclosure.mediaType());
    json.put("bytes", enclosure.bytes());
    json.put("sm3", enclosure.sm3());
    return json;
  }

  private static Map<String, Object> write(LicenceProof proof) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("material", proof.material());
    json.put("type", proof.type());
    json.put("sm3", proof.sm3());
    return json;
  }

  private static LicenceProof licence(Members json) throws MalformedMessageException {
    String material = json.text("material");
    String type = json.text("type");
    String sm3 = json.text("sm3");
    try {
      return new LicenceProof(material, type, sm3);
    } catch (IllegalArgumentException e) {
      throw json.wrong("material");
    }
  }

  private static Map<String, Object> write(Assent assent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("way", assent.way().name());
    json.put("at", assent.at().toString());
    json.put("textSm3", assent.textSm3());
    return json;
  }

  private static Enclosure enclosure(Members json) throws MalformedMessageException {
    String name = json.text("name");
    String mediaType = json.text("mediaType");
    long bytes = json.whole("bytes");
    String sm3 = json.text("sm3");
    try {
      return new Enclosure(name, mediaType, bytes, sm3);
    } catch (IllegalArgumentException e) {
      throw json.wrong("name");
    }
  }

  private static Assent assent(Members json) throws MalformedMessageException {
    Assent.Way way = json.value("way", Assent.Way::valueOf);
    var at = json.instant("at");
    String textSm3 = json.text("textSm3");
    try {
      return new Assent(way, at, textSm3);
    } catch (IllegalArgumentException e) {
      throw json.wrong("textSm3");
    }
  }
}
