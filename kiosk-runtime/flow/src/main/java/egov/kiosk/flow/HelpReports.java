package egov.kiosk.flow;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.help.HelpCall;
import egov.kiosk.domain.help.HelpLine;
import egov.kiosk.domain.help.HelpState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who hears of a call for help: the audit log, and the platform. The platform is told how it stands
 * last, once a second until the broker took it; what nobody took for {@link #GIVE_UP} is no news
 * any more. Safe for several threads.
 */
final class HelpReports {
  private static final Logger LOG = LoggerFactory.getLogger(HelpReports.class);
  private static final Duration GIVE_UP = Duration.ofMinutes(30);

  private final Ports ports;
  private final Ticker ticker;
  private final Consumer<HelpCall> taken;
  private HelpCall untold;
  private Duration newsSince;
  private boolean underWay;

  /**
   * @param taken told when the broker took a report, on any thread
   */
  HelpReports(Ports ports, Ticker ticker, Consumer<HelpCall> taken) {
    this.ports = ports;
    this.ticker = ticker;
    this.taken = taken;
  }

  /** Whether somebody can be told now. */
  boolean possible() {
    return ports.online() && ports.helpLine().isPresent();
  }

  /** Tells at once, and again until it is heard. */
  void tell(HelpCall call) {
    synchronized (this) {
      // Who hears of it at all hears a call, whatever the citizen was shown meanwhile.
      untold = call.state() == HelpState.NO_LINE ? call.now(HelpState.CALLING, call.at()) : call;
      newsSince = ticker.elapsed();
    }
    send();
  }

  /** Once a second. */
  void beat() {
    send();
  }

  private void send() {
    Optional<HelpLine> line = ports.helpLine();
    HelpCall news;
    synchronized (this) {
      if (untold != null && ticker.elapsed().minus(newsSince).compareTo(GIVE_UP) >= 0) {
        untold = null;
      }
      if (untold == null || underWay || line.isEmpty()) {
        return;
      }
      underWay = true;
      news = untold;
    }
    try {
      line.get()
          .tell(news)
          .whenComplete((heard, failure) -> outcome(news, Boolean.TRUE.equals(heard)));
    } catch (RuntimeException e) {
      // A citizen pressed: what goes wrong with the line is no matter of theirs, and it is tried
      // again.
      LOG.debug("The line for help failed", e);
      outcome(news, false);
    }
  }

  private void outcome(HelpCall told, boolean heard) {
    synchronized (this) {
      underWay = false;
      if (heard && told.equals(untold)) {
        untold = null;
      }
    }
    if (heard) {
      taken.accept(told);
    }
  }

  /** Writes down who did what to the call. */
  void record(HelpCall call, AuditActor who, String why) {
    boolean failed = call.state() == HelpState.UNANSWERED || call.state() == HelpState.NO_LINE;
    ports
        .audit()
        .record(
            AuditEvent.of(who, AuditAction.HELP, failed ? AuditResult.FAILED : AuditResult.DONE)
                .with(AuditAttribute.REASON, AuditCode.orOther(why))
                .with(AuditAttribute.ITEM, AuditCode.orOther(call.item()))
                .with(
                    AuditAttribute.SECONDS,
                    Duration.between(call.calledAt(), call.at()).toSeconds()));
  }
}
