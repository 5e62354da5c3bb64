package egov.kiosk.contract;

import egov.kiosk.domain.citizen.Credential;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.domain.citizen.StaffCheck;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.envelope.MalformedMessageException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the citizen was identified, as JSON: a method, and the evidence it stands on. A face
 * comparison that did not pass stays as evidence beside a staff check.
 */
final class IdentityJson {
  private static final String NONE = "NONE";
  private static final String CARD = "CARD";
  private static final String FACE = "FACE";
  private static final String STAFF = "STAFF";

  private IdentityJson() {}

  static Map<String, Object> write(Optional<VerifiedCitizen> citizen) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", citizen.map(IdentityJson::method).orElse(NONE));
    citizen.flatMap(VerifiedCitizen::face).ifPresent(face -> face(face, json));
    citizen.flatMap(VerifiedCitizen::staff).ifPresent(staff -> staff(staff, json));
    return json;
  }

  static Optional<VerifiedCitizen> read(Members json, Optional<Credential> card)
      throws MalformedMessageException {
    String method = json.text("method");
    Optional<FaceMatch> face = json.has("outcome") ? Optional.of(face(json)) : Optional.empty();
    Optional<StaffCheck> staff =
        json.has("staffBadge") ? Optional.of(staff(json)) : Optional.empty();
    json.done();
    if (card.isEmpty() != method.equals(NONE)) {
      throw json.wrong("method");
    }
    Optional<VerifiedCitizen> citizen;
    try {
      citizen = card.map(known -> citizen(known, face, staff));
    } catch (IllegalArgumentException e) {
      throw json.wrong("outcome");
    }
    if (!citizen.map(IdentityJson::method).orElse(NONE).equals(method)
        || (citizen.isEmpty() && (face.isPresent() || staff.isPresent()))) {
      throw json.wrong("method");
    }
    return citizen;
  }

  private static VerifiedCitizen citizen(
      Credential shown, Optional<FaceMatch> face, Optional<StaffCheck> staff) {
    if (!(shown instanceof IdCard card)) {
      if (face.isPresent()) {
        throw new IllegalArgumentException("a face is compared with an identity card's portrait");
      }
      return staff.isPresent()
          ? VerifiedCitizen.byStaff(shown, staff.get())
          : VerifiedCitizen.byCard(shown);
    }
    if (staff.isPresent()) {
      return VerifiedCitizen.byStaff(card, staff.get(), face);
    }
    return face.isPresent()
        ? VerifiedCitizen.byFace(card, face.get())
        : VerifiedCitizen.byCard(card);
  }

  private static String method(VerifiedCitizen citizen) {
    if (citizen.staff().isPresent()) {
      return STAFF;
    }
    return citizen.face().isPresent() ? FACE : CARD;
  }

  private static void face(FaceMatch face, Map<String, Object> json) {
    json.put("outcome", face.outcome().name());
    json.put("scoreBand", face.band().name());
    json.put("liveness", face.liveness().name());
    json.put("packId", face.packId());
    json.put("frames", face.frames());
  }

  private static FaceMatch face(Members json) throws MalformedMessageException {
    try {
      return new FaceMatch(
          json.value("outcome", FaceOutcome::valueOf),
          band(json),
          liveness(json),
          json.text("packId"),
          json.integer("frames"));
    } catch (IllegalArgumentException e) {
      throw json.wrong("outcome");
    }
  }

  /** Older kiosks sent the score itself; nobody needs it, so it is not kept here either. */
  private static ScoreBand band(Members json) throws MalformedMessageException {
    return json.has("score")
        ? ScoreBand.of(json.number("score"), json.number("threshold"))
        : json.value("scoreBand", ScoreBand::valueOf);
  }

  private static Liveness liveness(Members json) throws MalformedMessageException {
    return json.has("liveness") ? json.value("liveness", Liveness::valueOf) : Liveness.NOT_CHECKED;
  }

  private static void staff(StaffCheck staff, Map<String, Object> json) {
    json.put("staffBadge", staff.badge());
    json.put("staffCheckedAt", staff.checkedAt().toString());
  }

  private static StaffCheck staff(Members json) throws MalformedMessageException {
    try {
      return new StaffCheck(json.text("staffBadge"), json.instant("staffCheckedAt"));
    } catch (IllegalArgumentException e) {
      throw json.wrong("staffBadge");
    }
  }
}
