package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.localapi.technician.Console;
import egov.kiosk.localapi.technician.Doctor;
import egov.kiosk.localapi.technician.Reply;
import egov.kiosk.localapi.technician.StaffPage;
import egov.kiosk.localapi.technician.TechnicianDesk;
import java.util.Optional;

/**
 * Lets technicians in: at the screen below {@value #PAGES} by the token of somebody signed in, on
 * the command line below {@value #COMMAND_LINE} by the technician's token of this start.
 */
final class ConsoleRoutes {
  /** Where calls of the technician's pages begin. */
  static final String PAGES = "/api/technician/";

  /** Where the first technician of a machine comes in; nobody is signed in there. */
  static final String FIRST = PAGES + "first-start/";

  /** The book of staff: technicians look and unlock there, administrators do the rest. */
  static final String STAFF = PAGES + "staff/";

  /** Where calls of the technician's command begin; the screen's token does not do. */
  static final String COMMAND_LINE = "/api/console/";

  /** The doctor's findings for a terminal. */
  static final String DOCTOR = "/api/doctor.txt";

  /** The same as JSON. */
  static final String DOCTOR_JSON = "/api/doctor";

  private static final String CHINESE = "lang=zh";

  private final Technicians technicians;
  private final Later<ApiJson> json;
  private final AccessAnswers answers;
  private final Later<TechnicianDesk> desk;
  private final Later<Doctor> doctor = new Later<>(Doctor::new);

  ConsoleRoutes(Technicians technicians, Later<ApiJson> json) {
    this.technicians = technicians;
    this.json = json;
    answers = new AccessAnswers(json);
    desk =
        new Later<>(
            () ->
                new TechnicianDesk(
                    new Console(
                        technicians::findings,
                        technicians::outbox,
                        technicians::audit,
                        technicians::machine)));
  }

  static boolean takes(String path) {
    return path.startsWith(PAGES) || path.startsWith(COMMAND_LINE);
  }

  static boolean isDoctor(String path) {
    return path.equals(DOCTOR) || path.equals(DOCTOR_JSON);
  }

  Answer doctor(String path, String query) {
    String language = CHINESE.equals(query) ? "zh" : "en";
    return path.equals(DOCTOR)
        ? Answer.text(doctor.get().table(technicians.findings(), language))
        : answers.object(doctor.get().report(technicians.findings(), language));
  }

  Answer post(String path, ObjectNode request) {
    if (path.startsWith(COMMAND_LINE)) {
      return answer(
          desk.get().reply(path.substring(COMMAND_LINE.length()), request, Optional.empty()));
    }
    if (path.startsWith(FIRST)) {
      return answer(desk.get().firstStart(path.substring(FIRST.length()), request));
    }
    Optional<StaffDoor> door = technicians.door();
    if (door.isEmpty()) {
      return answers.refuse(Refusal.STARTING);
    }
    if (!request.path("token").isTextual()) {
      return answers.refuse(Refusal.BAD_JSON);
    }
    try {
      if (path.startsWith(STAFF)) {
        return staff(path.substring(STAFF.length()), request);
      }
      Presence who = door.get().use(request.get("token").textValue(), StaffRole.TECHNICIAN);
      request.remove("token");
      return answer(
          desk.get()
              .reply(path.substring(PAGES.length()), request, Optional.of(who.badge().value())));
    } catch (AccessException e) {
      return answers.refuse(e);
    }
  }

  /** The office asks for the token itself, and for the role that each call needs. */
  private Answer staff(String call, ObjectNode request) throws AccessException {
    Optional<StaffAdministration> office = technicians.staff();
    if (office.isEmpty()) {
      return answers.refuse(Refusal.STARTING);
    }
    String token = request.remove("token").textValue();
    return answer(new StaffPage(office.get()).reply(call, token, request));
  }

  private Answer answer(Reply reply) {
    return reply.picture().length > 0
        ? new Answer(reply.status(), "image/jpeg", reply.picture())
        : new Answer(reply.status(), Answer.JSON, json.get().object(reply.body()));
  }
}
