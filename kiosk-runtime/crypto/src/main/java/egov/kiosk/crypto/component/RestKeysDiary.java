package egov.kiosk.crypto.component;

import egov.kiosk.crypto.rest.KeyEvents;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.rest.RestKeyId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what happens to data keys; before there is an audit log, it keeps that for it. Safe
 * for use by several threads.
 */
final class RestKeysDiary implements KeyEvents {
  private static final Logger LOG = LoggerFactory.getLogger(RestKeysDiary.class);
  private static final String NAME = "rest-keys";
  private static final int MOST = 100;

  private final List<AuditEvent> waiting = new ArrayList<>();
  private AuditLog log;
  private volatile Path lost;

  synchronized void log(AuditLog audit) {
    log = audit;
    waiting.forEach(audit::record);
    waiting.clear();
  }

  synchronized void forget(AuditLog audit) {
    if (log == audit) {
      log = null;
    }
  }

  /** Where damaged keys are, since the start. */
  Optional<Path> lost() {
    return Optional.ofNullable(lost);
  }

  @Override
  public void made(RestKeyId key) {
    LOG.info("data keys: {} is in use from now on", key);
    note("made", AuditResult.DONE);
  }

  @Override
  public void destroyed(RestKeyId key) {
    LOG.info("data keys: {} is destroyed; nothing is under it any more", key);
    note("destroyed", AuditResult.DONE);
  }

  @Override
  public void lost(Path aside) {
    lost = aside;
    LOG.error(
        "data keys: file and copy are damaged and kept in {}; what is sealed under them in the queue"
            + " (item names, order, official numbers) cannot be read, the messages themselves can:"
            + " run kiosk outbox salvage --without-keys",
        aside);
    note("damaged", AuditResult.FAILED);
  }

  private synchronized void note(String reason, AuditResult result) {
    AuditEvent event =
        AuditEvent.of(AuditActor.SYSTEM, AuditAction.KEY_CHANGED, result)
            .with(AuditAttribute.COMPONENT, new AuditCode(NAME))
            .with(AuditAttribute.REASON, new AuditCode(reason));
    if (log != null) {
      log.record(event);
    } else if (waiting.size() < MOST) {
      waiting.add(event);
    }
  }
}
