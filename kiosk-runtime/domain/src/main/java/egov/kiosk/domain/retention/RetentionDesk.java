package egov.kiosk.domain.retention;

import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditUnavailableException;
import java.util.List;

/** Looks what is over its time, and destroys it. Safe for use by several threads. */
public interface RetentionDesk {
  /**
   * One store's part of a run.
   *
   * @param holding what it keeps
   * @param days how long
   * @param due what is over its time, or was destroyed
   * @param problem why nothing can be said or done; empty when nothing is wrong
   */
  record Outcome(Holding holding, int days, Due due, String problem) {}

  /** How many days this is kept here; 0 where days do not count. */
  int days(Holding holding);

  /**
   * Looks, without changing anything.
   *
   * @throws RetentionRefusedException when it is not known what time it is
   */
  List<Outcome> look() throws RetentionRefusedException;

  /**
   * Destroys what is over its time, with a record of each destruction.
   *
   * @param actor who asks for it
   * @throws RetentionRefusedException when it is not known what time it is, or a citizen is there
   * @throws AuditUnavailableException when the destruction could not be recorded; then nothing more
   *     is destroyed
   */
  List<Outcome> run(AuditActor actor) throws RetentionRefusedException, AuditUnavailableException;
}
