package egov.kiosk.flow;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.transaction.Catalogue;
import java.util.Optional;

/**
 * The rooms and devices around the desk, as they are at the moment of the call: a device may come
 * and go at any time. Never blocks. Safe for several threads.
 */
public interface Ports {
  EnvelopeSealer sealer();

  Outbox outbox();

  Catalogue catalogue();

  Optional<FaceVerifier> faceVerifier();

  Optional<IdCardReader> reader();

  Optional<Printer> printer();

  Optional<Camera> camera();

  /** Where what was done is recorded. */
  default AuditLog audit() {
    return AuditLog.NONE;
  }

  /** Whether the platform can be reached. */
  boolean online();

  /** Whether new citizens are refused (暂停服务). */
  boolean locked();
}
