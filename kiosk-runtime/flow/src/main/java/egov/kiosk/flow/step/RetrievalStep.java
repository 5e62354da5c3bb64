package egov.kiosk.flow.step;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.session.Errand;
import egov.kiosk.flow.session.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what the government knows already, once, and only after the citizen agreed: fields of the
 * form and licences in place of papers. Without line or answer the citizen goes on by hand.
 */
final class RetrievalStep {
  private static final Logger LOG = LoggerFactory.getLogger(RetrievalStep.class);
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final Tools tools;

  RetrievalStep(Tools tools) {
    this.tools = tools;
  }

  /** The wording would be shown now; with nobody to ask it is passed by. */
  void begin(Session session) {
    boolean useless = parameters(session.item()).isEmpty();
    if (useless || !tools.ports().online() || tools.ports().inquiries().isEmpty()) {
      goOn(session);
    }
  }

  /** The citizen agreed: asks in the background. */
  void ask(Session session) {
    Optional<Inquiries> books = tools.ports().inquiries();
    if (books.isEmpty()) {
      goOn(session);
    } else {
      new Fetching(session, books.get(), asking(session)).begin(tools.worker());
    }
  }

  /** On without it, or with what came. */
  void goOn(Session session) {
    session.dossier().retrieved().settle();
    tools.journey().next(session);
  }

  private static Asking asking(Session session) {
    return new Asking(
        Asking.Purpose.RETRIEVAL,
        session.item().code(),
        session.item().version(),
        session.dossier().citizen(),
        session.dossier().consents(),
        parameters(session.item()));
  }

  /** What can be asked for at all. */
  private static Map<String, String> parameters(ServiceItem item) {
    Map<String, String> parameters = new HashMap<>();
    put(
        parameters,
        "fields",
        item.questions().stream()
            .map(FormQuestion::fromPlatform)
            .flatMap(Optional::stream)
            .toList());
    put(
        parameters,
        "licences",
        item.materials().stream().map(Material::licence).flatMap(Optional::stream).toList());
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, List<String> wanted) {
    if (!wanted.isEmpty()) {
      parameters.put(name, String.join(",", wanted.stream().distinct().toList()));
    }
  }

  private void came(Session session, InquiryAnswer answer) {
    session.dossier().retrieved().take(session.item(), answer, session.dossier().answers());
    tools.ports().audit().record(Records.inquired(session, AuditResult.DONE));
    goOn(session);
  }

  private void nothing(Session session) {
    tools.ports().audit().record(Records.inquired(session, AuditResult.FAILED));
    goOn(session);
  }

  /** One question, called back when the citizen goes on. */
  private final class Fetching extends Errand {
    private final Inquiries books;
    private final Asking asking;

    Fetching(Session session, Inquiries books, Asking asking) {
      super(session, tools.floor());
      this.books = books;
      this.asking = asking;
    }

    @Override
    public void run() {
      try {
        InquiryAnswer answer = books.ask(asking, LONGEST);
        done(() -> came(session(), answer));
      } catch (InquiryException e) {
        LOG.warn("Nothing was fetched for item {}: {}", asking.itemCode(), e.reason());
        done(() -> nothing(session()));
      }
    }

    @Override
    public void failed() {
      done(() -> nothing(session()));
    }
  }
}
