package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.localapi.field.FieldReply;
import egov.kiosk.localapi.field.FieldRoutes;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps requests that passed the guard to the desk, and its answers back. */
final class ApiRoutes {
  /** Where a citizen's session is begun, seen and gone on with. */
  static final String SESSIONS = "/api/sessions";

  private static final Pattern SESSION = Pattern.compile(SESSIONS + "/([0-9a-f]{32})");
  private static final Pattern PART = Pattern.compile(SESSIONS + "/([0-9a-f]{32})/([a-z.-]{1,32})");

  private final Desks desks;
  private final Later<ApiJson> json;
  private final Consumer<String> begun;
  private final TechnicianRoutes technician;
  private final RetentionRoutes retention;
  private final DeviceRoutes devices;
  private final PrintRoutes prints;
  private final TraceRoutes traces;
  private final SightRoutes sights;
  private final RefusedRequests refused;
  private final AccessRoutes access;
  private final AssistRoutes assist;
  private final FieldRoutes field;
  private final HelpRoutes help;
  private final ConsoleRoutes console;
  private final ActionReader actions = new ActionReader();

  /**
   * @param begun told the id of each session begun here, before that is answered
   */
  ApiRoutes(Desks desks, Later<ApiJson> json, Consumer<String> begun) {
    this.desks = desks;
    this.json = json;
    this.begun = begun;
    refused = new RefusedRequests(desks.technicians()::audit);
    technician = new TechnicianRoutes(desks.technicians(), json, refused);
    retention = new RetentionRoutes(desks.technicians(), this::refuse);
    access = new AccessRoutes(desks.technicians(), json);
    devices = new DeviceRoutes(desks.technicians(), this::refuse);
    assist = new AssistRoutes(desks.assistance(), json, this::refuse);
    console = new ConsoleRoutes(desks.technicians(), json);
    prints = new PrintRoutes(desks.technicians(), json, this::refuse);
    traces = new TraceRoutes(desks.technicians(), this::refuse, InstantSource.system());
    sights = new SightRoutes(json, this::refuse);
    help = new HelpRoutes(json);
    field =
        new FieldRoutes(
            desks.technicians()::door, desks.technicians()::field, InstantSource.system());
  }

  /** Answers a GET below {@code /api/}. */
  Answer get(String path, String query) {
    if (path.equals("/api/kiosk")) {
      return Answer.json(json.get().kiosk(desks.citizen().get().map(CitizenDesk::kiosk)));
    }
    if (path.equals("/api/health")) {
      return Answer.json(json.get().findings(desks.technicians().findings()));
    }
    if (path.equals("/api/health.txt")) {
      return TechnicianText.findings(desks.technicians().findings());
    }
    if (ConsoleRoutes.isDoctor(path)) {
      return console.doctor(path, query);
    }
    if (path.startsWith(AssistRoutes.AUDIO)) {
      return assist.get(path, query);
    }
    if (path.startsWith("/api/outbox")) {
      return technician.get(path, query);
    }
    if (path.startsWith(TraceRoutes.PATH)) {
      return traces.get(path, query);
    }
    if (path.startsWith(RetentionRoutes.PATH)) {
      return retention.get(path);
    }
    if (path.startsWith(DeviceRoutes.PATH)) {
      return devices.get(path);
    }
    if (path.startsWith(PrintRoutes.LIST)) {
      return prints.get(path);
    }
    return withDesk(
        desk -> {
          if (path.equals("/api/items")) {
            return Answer.json(json.get().items(desk.items()));
          }
          Matcher session = SESSION.matcher(path);
          if (session.matches()) {
            return Answer.json(json.get().session(Optional.of(desk.view(session.group(1)))));
          }
          return sights.get(desk, path);
        });
  }

  /** Answers a POST below {@code /api/}. */
  Answer post(String path, byte[] body) {
    ObjectNode request;
    try {
      request = json.get().readObject(body);
    } catch (IOException e) {
      return refuse(Refusal.BAD_JSON);
    }
    if (path.startsWith(AssistRoutes.AUDIO) || path.equals(AssistRoutes.WRITING)) {
      return assist.post(path, request);
    }
    if (path.startsWith(TechnicianRoutes.PATH)) {
      return technician.post(path, request);
    }
    if (path.startsWith(RetentionRoutes.PATH)) {
      return retention.post(path);
    }
    if (path.startsWith(DeviceRoutes.PATH)) {
      return devices.post(path, request);
    }
    if (path.startsWith(PrintRoutes.PATH)) {
      return prints.post(path, request);
    }
    if (path.startsWith(FieldRoutes.PATH)) {
      return answer(field.post(path, request));
    }
    if (ConsoleRoutes.takes(path)) {
      return console.post(path, request);
    }
    if (path.startsWith(AccessRoutes.PATH)) {
      return access.post(path, request);
    }
    return withDesk(
        desk -> {
          if (path.equals(SESSIONS)) {
            return begin(desk, request);
          }
          if (HelpRoutes.takes(path)) {
            return help.post(desk, path, request);
          }
          Matcher part = PART.matcher(path);
          if (!part.matches()) {
            return refuse(Refusal.NOT_FOUND);
          }
          Optional<Action> action;
          Optional<ShownLanguage> language;
          try {
            language = ActionReader.language(request);
            action = actions.read(part.group(2), request);
          } catch (IOException e) {
            return refuse(Refusal.BAD_JSON);
          }
          if (action.isEmpty()) {
            return refuse(Refusal.NOT_FOUND);
          }
          if (language.isPresent()) {
            desk.shownIn(part.group(1), language.get());
          }
          return Answer.json(json.get().session(desk.act(part.group(1), action.get())));
        });
  }

  /** Answers a POST whose body is a picture or a sound of a grid worker's. */
  Answer upload(String path, Optional<String> worker, byte[] body) {
    return answer(field.upload(path, worker, body));
  }

  private Answer answer(FieldReply reply) {
    return new Answer(reply.status(), Answer.JSON, json.get().object(reply.members()));
  }

  Answer refuse(Refusal refusal) {
    refused.note(refusal);
    return new Answer(refusal.status(), Answer.JSON, json.get().refusal(refusal));
  }

  private Answer begin(CitizenDesk desk, ObjectNode request) throws DeskException {
    if (request.size() != 1 || !request.path("itemCode").isTextual()) {
      return refuse(Refusal.BAD_JSON);
    }
    SessionView view = desk.begin(request.get("itemCode").textValue());
    begun.accept(view.id());
    return new Answer(201, Answer.JSON, json.get().session(Optional.of(view)));
  }

  private interface DeskCall {
    Answer on(CitizenDesk desk) throws DeskException;
  }

  private Answer withDesk(DeskCall call) {
    Optional<CitizenDesk> desk = desks.citizen().get();
    if (desk.isEmpty()) {
      return refuse(Refusal.STARTING);
    }
    try {
      return call.on(desk.get());
    } catch (DeskException e) {
      int status =
          switch (e.reason()) {
            case NO_SESSION -> 404;
            case SESSION_BUSY, WRONG_STEP -> 409;
            case ITEM_UNAVAILABLE,
                WRONG_VERSION,
                FORM_REJECTED,
                MATERIAL_MISSING,
                SIGNATURE_TOO_SHORT ->
                422;
          };
      return new Answer(status, Answer.JSON, json.get().refusal(e));
    }
  }
}
