package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.CardAnswer;
import egov.kiosk.domain.access.Challenge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.SignedIn;
import egov.kiosk.domain.access.StaffDoor;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-in of the people who work here, below {@value #PATH}, for screens and for the technician's
 * command alike. Badge, PIN and token are in bodies only, never in a URL.
 */
final class AccessRoutes {
  /** Where calls about signing in begin. */
  static final String PATH = "/api/access/";

  /** Stands in for what is no badge at all, so that it is answered as a badge nobody has. */
  private static final Badge NOBODY = new Badge("nobody");

  private final Technicians technicians;
  private final AccessAnswers answers;
  private final StaffRoutes staff;

  AccessRoutes(Technicians technicians, Later<ApiJson> json) {
    this.technicians = technicians;
    this.answers = new AccessAnswers(json);
    this.staff = new StaffRoutes(technicians, answers);
  }

  Answer post(String path, ObjectNode request) {
    if (path.startsWith(StaffRoutes.PATH)) {
      return staff.post(path, request);
    }
    Optional<StaffDoor> door = technicians.door();
    if (door.isEmpty()) {
      return answers.refuse(Refusal.STARTING);
    }
    try {
      AccessBody body = new AccessBody(request);
      return answer(path, body, door.get());
    } catch (AccessException e) {
      return answers.refuse(e);
    } catch (IllegalArgumentException e) {
      return answers.refuse(Refusal.BAD_JSON);
    }
  }

  private Answer answer(String path, AccessBody body, StaffDoor door) throws AccessException {
    switch (path) {
      case PATH + "challenge" -> {
        Challenge challenge = door.challenge(badge(body.only(1).text("badge")));
        return answers.object(
            Map.of(
                "nonce", challenge.nonce(),
                "text", challenge.text(),
                "seconds", challenge.life().toSeconds()));
      }
      case PATH + "sign-in" -> {
        SignedIn in = door.signIn(badge(body.text("badge")), credentials(body));
        Map<String, Object> said = presence(in.presence());
        said.put("token", in.token());
        return answers.object(said);
      }
      case PATH + "who" -> {
        return answers.object(presence(door.who(body.only(1).text("token"))));
      }
      case PATH + "sign-out" -> {
        door.signOut(body.only(1).text("token"));
        return answers.object(Map.of());
      }
      case PATH + "change-pin" -> {
        door.changePin(body.only(3).text("token"), body.text("pin"), body.text("newPin"));
        return answers.object(Map.of());
      }
      default -> {
        return answers.refuse(Refusal.NOT_FOUND);
      }
    }
  }

  private static Badge badge(String typed) {
    return Badge.of(typed).orElse(NOBODY);
  }

  private static Credentials credentials(AccessBody body) {
    Optional<String> pin = body.optional("pin");
    Optional<String> nonce = body.optional("nonce");
    Optional<String> answer = body.optional("answer");
    if (nonce.isPresent() != answer.isPresent() || (pin.isEmpty() && nonce.isEmpty())) {
      throw new IllegalArgumentException("a PIN, or nonce and answer, or all three");
    }
    body.only(1 + (pin.isPresent() ? 1 : 0) + (nonce.isPresent() ? 2 : 0));
    return new Credentials(
        pin, nonce.map(name -> new CardAnswer(name, HexFormat.of().parseHex(answer.get()))));
  }

  private static Map<String, Object> presence(Presence presence) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("badge", presence.badge().value());
    said.put("role", presence.role().name());
    said.put("limited", presence.limited());
    said.put("idleSeconds", presence.idleLeft().toSeconds());
    said.put("seconds", presence.left().toSeconds());
    return said;
  }

  /** The members of a request, none of which is ever in a message. */
  record AccessBody(ObjectNode members) {
    /** The same, when it has so many members. */
    AccessBody only(int count) {
      if (members.size() != count) {
        throw new IllegalArgumentException("too many members, or too few");
      }
      return this;
    }

    String text(String name) {
      return optional(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    Optional<String> optional(String name) {
      JsonNode value = members.get(name);
      if (value == null) {
        return Optional.empty();
      }
      if (!value.isTextual()) {
        throw new IllegalArgumentException(name + " must be a string");
      }
      return Optional.of(value.textValue());
    }
  }
}
