package egov.kiosk.kurabridge;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was found out last about whether the kiosk may serve, for the log and the doctor. Safe for
 * use by several threads.
 */
public final class ProductionCheck implements HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ProductionCheck.class);
  private static final String NAME = "production-rules";

  private volatile List<String> complaints = List.of();
  private volatile boolean laboratory = true;
  private List<String> told = List.of();

  /** Takes a result; says nothing yet, since pages are filled in one setting at a time. */
  public void found(boolean inALaboratory, List<String> reasons) {
    laboratory = inALaboratory;
    complaints = List.copyOf(reasons);
  }

  /** Puts into the log what is new: one line a reason, one when all of them are gone. */
  public synchronized void tell() {
    List<String> now = complaints;
    for (String reason : now) {
      if (!told.contains(reason)) {
        LOG.error("bridge: the kiosk stays closed: {}", reason);
      }
    }
    if (now.isEmpty() && !told.isEmpty()) {
      LOG.info("bridge: nothing keeps the kiosk closed any more");
    }
    told = now;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    List<String> now = complaints;
    if (!now.isEmpty()) {
      return new Finding(
          NAME,
          Level.FAIL,
          "the kiosk stays closed: " + String.join("; ", now),
          Actor.TECHNICIAN,
          "mend each of them on the framework's pages; the kiosk opens by itself");
    }
    return Finding.ok(
        NAME,
        laboratory
            ? "a laboratory, where nothing is refused"
            : "nothing of a laboratory's is in use");
  }
}
