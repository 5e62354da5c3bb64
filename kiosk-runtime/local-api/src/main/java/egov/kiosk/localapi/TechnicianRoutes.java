package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.ExportLine;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps what technicians ask about the queue, below {@value #PATH}, and its answers back. */
final class TechnicianRoutes {
  /** Where calls about the queue begin; a POST there changes it, or prepares to. */
  static final String PATH = "/api/outbox/";

  private static final Logger LOG = LoggerFactory.getLogger(TechnicianRoutes.class);
  private static final Pattern KEY = Pattern.compile("key=([0-9a-f-]{12,36})");
  private static final int MAX_PIECES = 4;
  private static final Refusal BAD_QUERY = new Refusal(400, "BAD_QUERY");
  private static final Refusal NO_SUCH_MESSAGE = new Refusal(404, "NO_SUCH_MESSAGE");
  private static final Refusal NOT_RETRIED = new Refusal(409, "NOT_RETRIED");

  private final Technicians technicians;
  private final Later<ApiJson> json;
  private final RefusedRequests refused;

  TechnicianRoutes(Technicians technicians, Later<ApiJson> json, RefusedRequests refused) {
    this.refused = refused;
    this.technicians = technicians;
    this.json = json;
  }

  private interface Call {
    Answer make()
        throws OutboxException, SealException, ParcelRefusedException, AuditUnavailableException;
  }

  Answer get(String path, String query) {
    Optional<Outbox> outbox = technicians.outbox();
    if (outbox.isEmpty()) {
      return refuse(Refusal.STARTING);
    }
    return answered(
        () ->
            switch (path) {
              case "/api/outbox" ->
                  Answer.json(json.get().figures(TechnicianText.figures(outbox.get().counts())));
              case "/api/outbox.txt" -> list(outbox.get(), query);
              case PATH + "message.txt" -> show(outbox.get(), query);
              default -> refuse(Refusal.NOT_FOUND);
            });
  }

  Answer post(String path, ObjectNode request) {
    Optional<Outbox> outbox = technicians.outbox();
    Optional<Courier> courier = technicians.courier();
    boolean aboutRetry = path.equals(PATH + "retry");
    if (aboutRetry ? outbox.isEmpty() : courier.isEmpty()) {
      return refuse(Refusal.STARTING);
    }
    Body body = new Body(request);
    return answered(
        () ->
            switch (path) {
              case PATH + "retry" ->
                  audited()
                      .make(
                          AuditAction.OUTBOX_RETRY,
                          () -> new Retry(outbox.get()).answer(body.text("id")));
              case PATH + "export" -> export(courier.get(), body);
              case PATH + "check" ->
                  Answer.text(courier.get().check(body.text("from"), body.pieces("line")) + "\n");
              case PATH + "carry" ->
                  audited().make(AuditAction.OUTBOX_IMPORT, () -> carry(courier.get(), body));
              default -> refuse(Refusal.NOT_FOUND);
            });
  }

  private Answer refuse(Refusal refusal) {
    refused.note(refusal);
    return new Answer(refusal.status(), Answer.JSON, json.get().refusal(refusal));
  }

  private Answer answered(Call call) {
    try {
      return call.make();
    } catch (OutboxException e) {
      return refuse(new Refusal(503, "QUEUE_" + e.reason()));
    } catch (ParcelRefusedException e) {
      LOG.warn("import: a file was refused: {}", e.getMessage());
      return refuse(new Refusal(422, "PARCEL_" + e.reason()));
    } catch (SealException e) {
      LOG.error("export: nothing can be sealed: {}", e.getMessage());
      return refuse(new Refusal(503, "KEYS"));
    } catch (AuditUnavailableException e) {
      LOG.error("a technician's request is refused without an audit log: {}", e.getMessage());
      return refuse(new Refusal(503, "AUDIT_" + e.reason()));
    } catch (IllegalArgumentException e) {
      return refuse(Refusal.BAD_JSON);
    }
  }

  private Answer list(Outbox outbox, String query) throws OutboxException {
    Optional<OutboxQuery> wanted = OutboxQuery.read(query);
    return wanted.isEmpty()
        ? refuse(BAD_QUERY)
        : Answer.text(TechnicianText.table(wanted.get().of(outbox), outbox.counts()));
  }

  private Answer show(Outbox outbox, String query) throws OutboxException {
    Matcher key = KEY.matcher(query == null ? "" : query);
    if (!key.matches()) {
      return refuse(BAD_QUERY);
    }
    Optional<OutboxEntry> found = outbox.find(key.group(1));
    return found
        .map(entry -> Answer.text(TechnicianText.details(entry)))
        .orElseGet(() -> refuse(NO_SUCH_MESSAGE));
  }

  private AuditedCall audited() {
    return new AuditedCall(technicians.audit());
  }

  private static Answer carry(Courier courier, Body body)
      throws ParcelRefusedException, OutboxException {
    return Answer.text(courier.carry(body.pieces("line")) ? "new\n" : "known\n");
  }

  /** An export is many calls; it is recorded when it begins. */
  private Answer export(Courier courier, Body body)
      throws OutboxException, SealException, ParcelRefusedException, AuditUnavailableException {
    String from = body.text("from");
    return from.equals(Courier.NOWHERE)
        ? audited().make(AuditAction.OUTBOX_EXPORT, () -> line(courier, from))
        : line(courier, from);
  }

  /** The first line says what comes next, the second is the file's. */
  private static Answer line(Courier courier, String from) throws OutboxException, SealException {
    ExportLine line = courier.export(from);
    return Answer.text(
        line.messages() + " " + line.passedOver() + " " + line.next() + "\n" + line.line() + "\n");
  }

  /** Sends dead letters again. */
  private final class Retry {
    private final Outbox outbox;

    Retry(Outbox outbox) {
      this.outbox = outbox;
    }

    Answer answer(String which) throws OutboxException {
      return which.equals("all-dead") ? all() : one(which);
    }

    private Answer one(String which) throws OutboxException {
      Optional<OutboxEntry> found = outbox.find(which);
      if (found.isEmpty()) {
        return refuse(NO_SUCH_MESSAGE);
      }
      return outbox.retry(found.get().id()) ? Answer.text("1 0\n") : refuse(NOT_RETRIED);
    }

    private Answer all() throws OutboxException {
      int retried = 0;
      int kept = 0;
      OutboxQuery dead = OutboxQuery.deadLetters(0);
      for (var page = dead.of(outbox); !page.isEmpty(); page = dead.of(outbox)) {
        for (OutboxEntry entry : page) {
          if (outbox.retry(entry.id())) {
            retried++;
          } else {
            kept++;
          }
          dead = OutboxQuery.deadLetters(entry.sequence());
        }
      }
      return Answer.text(retried + " " + kept + "\n");
    }
  }

  /** The request's members. */
  private record Body(ObjectNode members) {
    String text(String name) {
      JsonNode value = members.get(name);
      if (value == null || !value.isTextual()) {
        throw new IllegalArgumentException(name + " must be a string");
      }
      return value.textValue();
    }

    /** A long text, cut in pieces that each fit a string of this API. */
    String pieces(String name) {
      JsonNode value = members.get(name);
      if (!(value instanceof ArrayNode pieces) || pieces.size() > MAX_PIECES) {
        throw new IllegalArgumentException(name + " must be a short array");
      }
      StringBuilder whole = new StringBuilder();
      for (JsonNode piece : pieces) {
        if (!piece.isTextual()) {
          throw new IllegalArgumentException(name + " must hold strings");
        }
        whole.append(piece.textValue());
      }
      return whole.toString();
    }
  }
}
