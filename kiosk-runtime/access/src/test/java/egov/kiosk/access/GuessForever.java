package egov.kiosk.access;

import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditEvent;
import java.nio.file.Path;
import java.time.Duration;

/** Guesses at a PIN and tells each wrong one after it was refused, until it is killed. */
final class GuessForever {
  private GuessForever() {}

  public static void main(String[] arguments) throws Exception {
    Lab lab = Lab.furnishedAlready(Path.of(arguments[0]));
    while (true) {
      lab.pass(Duration.ofHours(1));
      lab.heard.clear();
      lab.outcome(Lab.COUNTER, Lab.WRONG);
      for (AuditEvent event : lab.heard) {
        if (event.attributes().containsKey(AuditAttribute.COUNT)) {
          System.out.println("wrong " + event.attributes().get(AuditAttribute.COUNT));
          System.out.flush();
        }
      }
    }
  }
}
