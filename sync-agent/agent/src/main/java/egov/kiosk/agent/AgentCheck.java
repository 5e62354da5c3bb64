package egov.kiosk.agent;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The doctor's question whether messages get through. Takes no time. */
public final class AgentCheck implements HealthCheck {
  private static final String NAME = "agent";

  private final SyncAgent agent;

  public AgentCheck(SyncAgent agent) {
    this.agent = agent;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    AgentStatus status = agent.status();
    DrainStatus drain = status.drain();
    String line =
        (status.online() ? "Connected" : "Not connected")
            + " since "
            + status.since().truncatedTo(ChronoUnit.SECONDS)
            + ", "
            + drain.underWay()
            + " under way, "
            + status.refusedReceipts()
            + " receipts refused, "
            + status.droppedReceipts()
            + " dropped.";
    if (!status.online()) {
      return warn(
          line, Actor.TECHNICIAN, "See the finding about the broker; what is queued is kept.");
    }
    if (drain.parked() > 0) {
      return warn(
          line + " The broker refuses " + drain.parked() + " messages.",
          Actor.TECHNICIAN,
          "Have the platform allow this kiosk's topics and quota; they are tried again by"
              + " themselves.");
    }
    if (drain.oversize() > 0) {
      return warn(
          line + " " + drain.oversize() + " messages are larger than the broker takes.",
          Actor.TECHNICIAN,
          "Have the platform raise its maximum packet size; they are tried again by themselves.");
    }
    if (drain.late() > 0) {
      return warn(
          line + " The platform has not answered " + drain.late() + " messages.",
          Actor.NOBODY,
          "They are sent again by themselves; if it lasts, tell the platform.");
    }
    return Finding.ok(NAME, line);
  }

  private static Finding warn(String what, Actor actor, String advice) {
    return new Finding(NAME, Level.WARN, what, actor, advice);
  }
}
