package egov.kiosk.localapi;

import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.retention.RetentionDesk;
import egov.kiosk.domain.retention.RetentionRefusedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What technicians ask about retention, below {@value #PATH}. */
final class RetentionRoutes {
  /** Where calls about retention begin; a POST there destroys. */
  static final String PATH = "/api/retention/";

  private final Technicians technicians;
  private final Function<Refusal, Answer> refuse;

  RetentionRoutes(Technicians technicians, Function<Refusal, Answer> refuse) {
    this.technicians = technicians;
    this.refuse = refuse;
  }

  Answer get(String path) {
    Optional<RetentionDesk> desk = technicians.retention();
    if (desk.isEmpty()) {
      return refuse.apply(Refusal.STARTING);
    }
    return switch (path) {
      case PATH + "table.txt" -> Answer.text(RetentionText.table(desk.get()));
      case PATH + "due.txt" -> outcome(desk.get()::look);
      default -> refuse.apply(Refusal.NOT_FOUND);
    };
  }

  Answer post(String path) {
    Optional<RetentionDesk> desk = technicians.retention();
    if (desk.isEmpty()) {
      return refuse.apply(Refusal.STARTING);
    }
    return path.equals(PATH + "run")
        ? outcome(() -> desk.get().run(AuditActor.TECHNICIAN))
        : refuse.apply(Refusal.NOT_FOUND);
  }

  private interface Call {
    List<RetentionDesk.Outcome> make() throws RetentionRefusedException, AuditUnavailableException;
  }

  private Answer outcome(Call call) {
    try {
      return Answer.text(RetentionText.outcomes(call.make()));
    } catch (RetentionRefusedException e) {
      return refuse.apply(new Refusal(409, "RETENTION_" + e.reason()));
    } catch (AuditUnavailableException e) {
      return refuse.apply(new Refusal(503, "AUDIT_" + e.reason()));
    }
  }
}
