package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintRefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Print jobs nobody but a person at the printer can settle, at {@value #LIST} and below. */
final class PrintRoutes {
  /** The jobs that ask. */
  static final String LIST = "/api/prints";

  /** Where calls begin that change something. */
  static final String PATH = LIST + "/";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final Refusal NO_SUCH_PRINT = new Refusal(404, "NO_SUCH_PRINT");

  private final Technicians technicians;
  private final Later<ApiJson> json;
  private final Function<Refusal, Answer> refuse;

  PrintRoutes(Technicians technicians, Later<ApiJson> json, Function<Refusal, Answer> refuse) {
    this.technicians = technicians;
    this.json = json;
    this.refuse = refuse;
  }

  Answer get(String path) {
    Optional<PrintDesk> desk = technicians.prints();
    if (desk.isEmpty()) {
      return refuse.apply(Refusal.STARTING);
    }
    return switch (path) {
      case LIST ->
          Answer.json(
              json.get()
                  .object(
                      Map.of(
                          "prints",
                          desk.get().asking().stream().map(PrintRoutes::members).toList())));
      case LIST + ".txt" -> Answer.text(table(desk.get().asking()));
      default -> refuse.apply(Refusal.NOT_FOUND);
    };
  }

  Answer post(String path, ObjectNode request) {
    Optional<PrintDesk> desk = technicians.prints();
    if (desk.isEmpty()) {
      return refuse.apply(Refusal.STARTING);
    }
    if (!path.equals(PATH + "answer")) {
      return refuse.apply(Refusal.NOT_FOUND);
    }
    String id = request.path("id").asText();
    String answer = request.path("answer").asText();
    boolean known = answer.equals("printed") || answer.equals("not-printed");
    if (request.size() != 2 || !ID.matcher(id).matches() || !known) {
      return refuse.apply(Refusal.BAD_JSON);
    }
    try {
      return answered(desk.get(), id, answer.equals("printed"));
    } catch (AuditUnavailableException e) {
      return refuse.apply(new Refusal(503, "AUDIT_" + e.reason()));
    }
  }

  /** Recorded before it is done, and refused if it cannot be recorded. */
  private Answer answered(PrintDesk desk, String id, boolean came)
      throws AuditUnavailableException {
    Optional<PrintJob> asked =
        desk.asking().stream().filter(job -> job.id().equals(id)).findFirst();
    AuditLog log = technicians.audit();
    log.require(event(asked, AuditResult.BEGUN));
    AuditResult result = AuditResult.FAILED;
    try {
      PrintJob job = desk.answer(id, came, Actor.TECHNICIAN);
      result = AuditResult.DONE;
      return Answer.text(line(job) + "\n");
    } catch (PrintRefusedException e) {
      result = AuditResult.REFUSED;
      return refuse.apply(
          switch (e.reason()) {
            case NOTHING_TO_ANSWER -> NO_SUCH_PRINT;
            case LEDGER_UNAVAILABLE -> new Refusal(503, "NOT_WRITTEN");
            default -> new Refusal(409, e.reason().name());
          });
    } finally {
      log.record(event(asked, result));
    }
  }

  private static AuditEvent event(Optional<PrintJob> job, AuditResult result) {
    AuditEvent event = AuditEvent.of(AuditActor.TECHNICIAN, AuditAction.PRINT_ANSWERED, result);
    return job.map(one -> event.about(AuditSubject.message(one.transactionId()))).orElse(event);
  }

  private static Map<String, Object> members(PrintJob job) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", job.id());
    members.put("transactionId", job.transactionId().value());
    members.put("kind", job.kind().name());
    members.put("pages", job.pages());
    members.put("state", job.state().name());
    members.put("fault", job.fault().map(FaultCode::name).orElse(null));
    members.put("begun", job.begun().toString());
    return members;
  }

  private static String table(List<PrintJob> jobs) {
    StringBuilder text = new StringBuilder();
    jobs.forEach(job -> text.append(line(job)).append('\n'));
    return text.append(jobs.size()).append(" to look after\n").toString();
  }

  private static String line(PrintJob job) {
    String state =
        job.answer()
            .map(answer -> answer.paperCame() ? "PRINTED (seen)" : "NOT PRINTED (seen)")
            .orElse(job.state().name());
    return String.format(
        "%s  %-4s  %2d  %-18s  %-16s  %s  %s",
        job.id(),
        job.kind(),
        job.pages(),
        state,
        job.fault().map(FaultCode::name).orElse("-"),
        job.begun(),
        job.transactionId());
  }
}
