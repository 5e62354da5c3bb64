package egov.kiosk.flow.help;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.help.HelpCall;
import egov.kiosk.domain.help.HelpLine;
import egov.kiosk.domain.help.HelpState;
import egov.kiosk.flow.surroundings.Ports;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who hears of a call for help: the audit log, and the platform. The platform hears of everything
 * that became of every call, in order: each is told once a second until the broker took it, and
 * only then the next. Kept in memory, {@value #MOST} at most; safe for several threads.
 */
final class HelpReports {
  private static final Logger LOG = LoggerFactory.getLogger(HelpReports.class);

  /** Some hundred calls without a line: far more than a day without network brings. */
  private static final int MOST = 1_000;

  private final Ports ports;
  private final Consumer<HelpCall> taken;
  private final Deque<HelpCall> untold = new ArrayDeque<>();
  private boolean underWay;

  /**
   * @param taken told when the broker took a report, on any thread
   */
  HelpReports(Ports ports, Consumer<HelpCall> taken) {
    this.ports = ports;
    this.taken = taken;
  }

  /** Whether somebody can be told now. */
  boolean possible() {
    return ports.online() && ports.helpLine().isPresent();
  }

  /** Tells at once, after all that is not told yet, and again until it is heard. */
  void tell(HelpCall call) {
    // Who hears of it at all hears a call, whatever the citizen was shown meanwhile.
    HelpCall news =
        call.state() == HelpState.NO_LINE ? call.now(HelpState.CALLING, call.at()) : call;
    synchronized (this) {
      HelpCall last = untold.peekLast();
      if (last == null || !last.id().equals(news.id()) || last.state() != news.state()) {
        untold.addLast(news);
      }
      if (untold.size() > MOST) {
        untold.removeFirst();
        LOG.warn("No line took {} reports of calls for help: the oldest is dropped", MOST);
      }
    }
    send();
  }

  /** Once a second. */
  void beat() {
    send();
  }

  /** Tells one after the other as long as each is taken at once; else goes on when it was. */
  private void send() {
    Optional<HelpLine> line = ports.helpLine();
    if (line.isEmpty()) {
      return;
    }
    for (HelpCall news = next(); news != null; news = next()) {
      HelpCall told = news;
      CompletableFuture<Boolean> answer = tell(line.get(), told);
      if (!answer.isDone()) {
        answer.whenComplete(
            (heard, failure) -> {
              if (outcome(told, Boolean.TRUE.equals(heard))) {
                send();
              }
            });
        return;
      }
      if (!outcome(told, !answer.isCompletedExceptionally() && answer.join())) {
        return;
      }
    }
  }

  private CompletableFuture<Boolean> tell(HelpLine line, HelpCall news) {
    try {
      return line.tell(news).toCompletableFuture();
    } catch (RuntimeException e) {
      // A citizen pressed: what goes wrong with the line is no matter of theirs, and it is tried
      // again.
      LOG.debug("The line for help failed", e);
      return CompletableFuture.completedFuture(false);
    }
  }

  /** The oldest that is untold, now under way; null when there is none, or one is already. */
  private synchronized HelpCall next() {
    if (underWay || untold.isEmpty()) {
      return null;
    }
    underWay = true;
    return untold.peekFirst();
  }

  private boolean outcome(HelpCall told, boolean heard) {
    synchronized (this) {
      underWay = false;
      // It may have been dropped meanwhile.
      if (heard && told.equals(untold.peekFirst())) {
        untold.removeFirst();
      }
    }
    if (heard) {
      taken.accept(told);
    }
    return heard;
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
