package egov.kiosk.domain.outbox;

import java.time.Instant;
import java.util.List;

/** Told what happened to the queue, so that the platform learns of it too. */
public interface IncidentListener {
  /**
   * What happened. Called once for each incident, those of before included until one call returned
   * without an exception; on any thread.
   *
   * @param at when, by this kiosk's clock
   * @param missing places whose messages could not be saved; empty when nothing is missing
   */
  void happened(Instant at, List<SequenceRange> missing);
}
