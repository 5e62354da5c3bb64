package egov.kiosk.localapi.field;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.TrackPoint;
import egov.kiosk.fieldwork.desk.FieldDesk;
import egov.kiosk.fieldwork.desk.FieldDesk.Beginning;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps a grid worker's calls to the desk. Every call needs the token of a grid worker who is signed
 * in: of the role itself, because technicians have no business with households. A call that the
 * page makes by itself, while nobody touches it, says {@code "unattended": true}. The token is in
 * bodies, or in the header {@link #WORKER} where the body is a picture; never in a URL.
 */
public final class FieldRoutes {
  /** Where calls of grid workers begin; all are POSTs. */
  public static final String PATH = "/api/field/";

  /** Where pictures and sounds are sent to, as they are. */
  public static final String UPLOADS = PATH + "upload/";

  /** The header with the worker's token of an upload. */
  public static final String WORKER = "Kiosk-Worker";

  private static final Pattern PHOTO =
      Pattern.compile(UPLOADS + "photo/([0-9a-f-]{36})/([a-z0-9-]{1,32})");
  private static final Pattern VOICE = Pattern.compile(UPLOADS + "voice/([0-9a-f-]{36})");

  private final Supplier<Optional<StaffDoor>> door;
  private final Supplier<Optional<FieldDesk>> desk;
  private final InstantSource clock;

  /**
   * @param door where people sign in
   * @param desk the desk, where this machine is a grid worker's
   * @param clock tells when a point of a patrol was passed
   */
  public FieldRoutes(
      Supplier<Optional<StaffDoor>> door, Supplier<Optional<FieldDesk>> desk, InstantSource clock) {
    this.door = door;
    this.desk = desk;
    this.clock = clock;
  }

  /** Whether a path takes pictures or sounds of this media type. */
  public static boolean takes(String path, String mediaType) {
    return PHOTO.matcher(path).matches() && mediaType.equals("image/jpeg")
        || VOICE.matcher(path).matches() && mediaType.equals("audio/webm");
  }

  /** Answers a POST with a JSON object. */
  public FieldReply post(String path, ObjectNode request) {
    return answer(
        () -> {
          FieldBody body = new FieldBody(request);
          Badge who = worker(body.text("token"), !body.said("unattended"));
          return call(path.substring(PATH.length()), body, who);
        });
  }

  /** Answers a POST whose body is a picture or a sound. */
  public FieldReply upload(String path, Optional<String> token, byte[] content) {
    return answer(
        () -> {
          Badge who = worker(token.orElse(""), true);
          Matcher photo = PHOTO.matcher(path);
          if (photo.matches()) {
            return draft(there().photo(who, photo.group(1), photo.group(2), content));
          }
          Matcher voice = VOICE.matcher(path);
          return voice.matches() ? draft(there().voice(who, voice.group(1), content)) : notFound();
        });
  }

  private interface Call {
    FieldReply make() throws AccessException, FieldException;
  }

  private FieldReply answer(Call call) {
    if (door.get().isEmpty()) {
      return FieldReply.refused(503, "STARTING", List.of());
    }
    if (desk.get().isEmpty()) {
      return FieldReply.refused(503, "NO_GRID", List.of());
    }
    try {
      return call.make();
    } catch (AccessException e) {
      return FieldRefusals.of(e);
    } catch (FieldException e) {
      return FieldRefusals.of(e);
    } catch (IllegalArgumentException e) {
      return FieldReply.refused(400, "BAD_JSON", List.of());
    }
  }

  private FieldDesk there() {
    return desk.get().orElseThrow(() -> new IllegalArgumentException("the desk has gone"));
  }

  /** A page that looks by itself keeps nobody signed in: their idle time goes on. */
  private Badge worker(String token, boolean attended) throws AccessException {
    StaffDoor there = door.get().orElseThrow();
    Presence who = attended ? there.use(token, StaffRole.GRID_WORKER) : there.who(token);
    if (who.role() != StaffRole.GRID_WORKER) {
      throw AccessException.of(AccessException.Reason.ROLE_TOO_LOW);
    }
    if (who.limited()) {
      throw AccessException.of(AccessException.Reason.LIMITED);
    }
    return who.badge();
  }

  private FieldReply call(String name, FieldBody body, Badge who) throws FieldException {
    FieldDesk there = there();
    return switch (name) {
      case "today" -> FieldReply.of(Map.of("today", there.today(who)));
      case "houses" -> FieldReply.of(Map.of("houses", there.houses()));
      case "sync" -> FieldReply.of(Map.of("sync", there.sync(who)));
      case "push" -> FieldReply.of(Map.of("sync", there.push(who)));
      case "begin" -> draft(there.begin(who, beginning(body)));
      case "new-house" -> draft(there.newHousehold(who));
      case "draft" -> draft(there.draft(who, body.text("draft")));
      case "answer" ->
          draft(there.answer(who, body.text("draft"), body.text("field"), body.text("value")));
      case "take-away" -> draft(there.takeAway(who, body.text("draft"), body.text("piece")));
      case "consent" -> draft(there.consent(who, body.text("draft"), body.flag("given")));
      case "sign" -> draft(there.sign(who, body.text("draft"), body.strokes("strokes")));
      case "read-card" -> draft(there.readCard(who, body.text("draft"), body.whole("person")));
      case "track" -> draft(there.track(who, point(body)));
      case "hand-in" -> FieldReply.of(Map.of("sent", there.handIn(who, body.text("draft"))));
      case "picture" -> picture(there.picture(who, body.text("draft"), body.text("piece")));
      case "sound" -> FieldReply.of(Map.of("webm", base64(there.sound(who, body.text("draft")))));
      case "reveal" ->
          FieldReply.of(
              Map.of("number", there.reveal(who, body.text("household"), body.whole("person"))));
      case "discard" -> {
        there.discard(who, body.text("draft"));
        yield FieldReply.of(Map.of());
      }
      case "resolve" -> {
        there.resolve(who, body.text("household"), body.text("field"), body.flag("mine"));
        yield FieldReply.of(Map.of("sync", there.sync(who)));
      }
      default -> notFound();
    };
  }

  private static Beginning beginning(FieldBody body) {
    DraftKind kind =
        Arrays.stream(DraftKind.values())
            .filter(one -> one.name().equals(body.text("kind")))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such kind"));
    return new Beginning(kind, body.find("task"), body.find("household"), body.find("item"));
  }

  private TrackPoint point(FieldBody body) {
    Instant now = clock.instant();
    return new TrackPoint(now, body.number("lat"), body.number("lon"), body.whole("metres"));
  }

  private static FieldReply draft(Object view) {
    return FieldReply.of(Map.of("draft", view));
  }

  private static FieldReply picture(byte[] jpeg) {
    return FieldReply.of(Map.of("jpeg", base64(jpeg)));
  }

  private static String base64(byte[] content) {
    return Base64.getEncoder().encodeToString(content);
  }

  private static FieldReply notFound() {
    return FieldReply.refused(404, "NOT_FOUND", List.of());
  }
}
