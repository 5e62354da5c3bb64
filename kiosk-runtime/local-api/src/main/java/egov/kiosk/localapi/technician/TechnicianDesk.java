package egov.kiosk.localapi.technician;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.SafeMode;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.Upkeep;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers technicians who were let in. Everything that changes something is recorded before it is
 * done, and refused if it cannot be. Safe for use by several threads.
 */
public final class TechnicianDesk {
  private static final Logger LOG = LoggerFactory.getLogger(TechnicianDesk.class);
  private static final int LOG_LINES = 300;

  private final Console console;
  private final Doctor doctor = new Doctor();
  private final FirstStartPage first;

  /** Asks nothing yet. */
  public TechnicianDesk(Console console) {
    this(console, System::nanoTime);
  }

  /**
   * @param nanos a clock that is never set
   */
  TechnicianDesk(Console console, LongSupplier nanos) {
    this.console = console;
    first = new FirstStartPage(nanos);
  }

  private interface Deed {
    Reply done() throws IOException, OutboxException, SetupException;
  }

  /**
   * Answers a call.
   *
   * @param call what comes behind the path's beginning, e.g. {@code maintenance}
   * @param request its members
   * @param badge who asks; empty for the command line
   */
  public Reply reply(String call, ObjectNode request, Optional<String> badge) {
    Asked asked = new Asked(request, badge.orElse("command-line"));
    AuditActor actor = badge.map(AuditActor::technician).orElse(AuditActor.TECHNICIAN);
    return answered(call, () -> page(call, asked, actor));
  }

  /**
   * Answers whoever stands before a machine that is nobody yet, and is let in by nothing but what
   * they bring.
   *
   * @param call {@code state} or {@code begin}
   */
  public Reply firstStart(String call, ObjectNode request) {
    Asked asked = new Asked(request, "");
    return answered(
        call,
        () -> {
          SetupDesk desk = console.setup().orElseThrow(NotThere::new);
          if (!call.equals("begin")) {
            return first.state(desk);
          }
          // On a machine at which somebody works nothing is tried, and nothing recorded.
          return desk.firstStart().open() ? begin(desk, asked) : Reply.refused(409, "SETUP_OVER");
        });
  }

  private Reply begin(SetupDesk desk, Asked asked)
      throws SetupException, AuditUnavailableException, IOException, OutboxException {
    Optional<Reply> refused = first.enter();
    if (refused.isPresent()) {
      return refused.get();
    }
    try {
      return recorded(
          AuditActor.SYSTEM, AuditAction.ENROLMENT, "first-start", () -> first.begin(desk, asked));
    } finally {
      first.left();
    }
  }

  private Reply page(String call, Asked asked, AuditActor actor)
      throws SetupException, AuditUnavailableException, IOException, OutboxException {
    if (call.startsWith("setup/")) {
      return setup(call.substring("setup/".length()), asked, actor);
    }
    return switch (call) {
      case "doctor" -> Reply.of(doctor.report(console.findings(), asked.optional("lang")));
      case "health" -> new HealthPage(console).reply();
      case "queue" -> queue().reply();
      case "service" -> Reply.of(new HealthPage(console).service());
      case "log" -> Reply.of(Map.of("lines", upkeep().log(LOG_LINES)));
      case "supplies" -> supplies().reply();
      case "refilled" ->
          recorded(actor, AuditAction.UPKEEP, call, () -> supplies().refilled(asked));
      case "retry" ->
          recorded(actor, AuditAction.OUTBOX_RETRY, call, () -> queue().retry(asked.text("id")));
      case "maintenance" -> maintenance(asked.truth("on"), actor);
      case "safe-mode" -> safeMode(actor);
      case "bundle" -> recorded(actor, AuditAction.UPKEEP, call, this::bundle);
      case "restart" -> recorded(actor, AuditAction.UPKEEP, call, this::restart);
      default -> Reply.refused(404, "NOT_FOUND");
    };
  }

  private interface Work {
    Reply done() throws SetupException, AuditUnavailableException, IOException, OutboxException;
  }

  private static Reply answered(String call, Work work) {
    try {
      return work.done();
    } catch (NotThere e) {
      return Reply.refused(503, "STARTING");
    } catch (IllegalArgumentException e) {
      return Reply.refused(400, "BAD_JSON");
    } catch (OutboxException e) {
      return Reply.refused(503, "QUEUE_" + e.reason());
    } catch (SetupException e) {
      return Reply.refused(status(e.reason()), "SETUP_" + e.reason(), e.detail());
    } catch (AuditUnavailableException e) {
      LOG.error("a technician's request is refused without an audit log: {}", e.getMessage());
      return Reply.refused(503, "AUDIT_" + e.reason());
    } catch (IOException e) {
      LOG.error("{} could not be done: {}; look at the disk", call, e.getClass().getSimpleName());
      return Reply.refused(503, "NOT_WRITTEN");
    }
  }

  private static int status(SetupException.Reason reason) {
    return switch (reason) {
      case BAD_ANSWER, NO_SUCH_DEVICE, REASON_MISSING -> 422;
      case SEAL_REFUSED -> 422;
      case NOT_YET, NO_ENROLMENT, TECHNICIAN_TAKEN -> 409;
      case CODE_REFUSED -> 403;
      case PLATFORM_UNREACHABLE, NOT_KEPT, NO_REPORT -> 503;
    };
  }

  private Reply setup(String call, Asked asked, AuditActor actor)
      throws SetupException, AuditUnavailableException, IOException, OutboxException {
    SetupPages pages = new SetupPages(console.setup().orElseThrow(NotThere::new), doctor);
    boolean looks = call.equals("view") || call.equals("picture") || call.equals("check");
    if (looks) {
      return pages.reply(call, asked);
    }
    AuditAction action = call.equals("enrol") ? AuditAction.ENROLMENT : AuditAction.UPKEEP;
    return recorded(actor, action, "setup-" + call, () -> pages.reply(call, asked));
  }

  private Reply maintenance(boolean on, AuditActor actor)
      throws AuditUnavailableException, IOException, OutboxException, SetupException {
    ServiceLock lock = console.service().orElseThrow(NotThere::new);
    AuditAction action = on ? AuditAction.SERVICE_LOCKED : AuditAction.SERVICE_UNLOCKED;
    return recorded(
        actor,
        action,
        "maintenance",
        () -> {
          lock.close(Closure.MAINTENANCE, on);
          return Reply.of(new HealthPage(console).service());
        });
  }

  private Reply safeMode(AuditActor actor)
      throws AuditUnavailableException, IOException, OutboxException, SetupException {
    SafeMode mode = console.safeMode().orElseThrow(NotThere::new);
    return recorded(
        actor,
        AuditAction.SERVICE_UNLOCKED,
        "safe-mode",
        () -> {
          mode.leave();
          return Reply.of(new HealthPage(console).service());
        });
  }

  private Reply bundle() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("doctor.txt", doctor.table(console.findings(), "en"));
    StringBuilder devices = new StringBuilder();
    console
        .devices()
        .forEach(
            one ->
                devices.append(one.name()).append(' ').append(one.status().state()).append('\n'));
    parts.put("devices.txt", devices.toString());
    return Reply.of(Map.of("file", upkeep().bundle(parts)));
  }

  /** Never while a citizen is being served. */
  private Reply restart() {
    if (console.service().map(ServiceLock::serving).orElse(false)) {
      return Reply.refused(409, "SERVING");
    }
    console.restart().orElseThrow(NotThere::new).run();
    return Reply.of(Map.of());
  }

  private Reply recorded(AuditActor actor, AuditAction action, String word, Deed deed)
      throws AuditUnavailableException, IOException, OutboxException, SetupException {
    AuditEvent event =
        AuditEvent.of(actor, action, AuditResult.BEGUN)
            .with(AuditAttribute.COMMAND, AuditCode.orOther(word));
    console.audit().require(event);
    AuditResult result = AuditResult.FAILED;
    try {
      Reply reply = deed.done();
      result = reply.status() < 400 ? AuditResult.DONE : AuditResult.REFUSED;
      return reply;
    } catch (SetupException | IllegalArgumentException e) {
      result = AuditResult.REFUSED;
      throw e;
    } finally {
      console
          .audit()
          .record(
              AuditEvent.of(actor, action, result)
                  .with(AuditAttribute.COMMAND, AuditCode.orOther(word)));
    }
  }

  private QueuePage queue() {
    return new QueuePage(console.outbox().orElseThrow(NotThere::new));
  }

  private SupplyPage supplies() {
    return new SupplyPage(console.supplies().orElseThrow(NotThere::new));
  }

  private Upkeep upkeep() {
    return console.upkeep().orElseThrow(NotThere::new);
  }

  /** The room that would answer is starting or stopping. */
  private static final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
