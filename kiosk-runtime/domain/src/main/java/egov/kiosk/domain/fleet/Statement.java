package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;

/** What a kiosk says for itself through the queue: sealed, receipted, never lost. */
public sealed interface Statement permits Reconciliation, Incident, AttachmentManifest {
  /** Its end-to-end identity. */
  TransactionId id();

  /** The kiosk that says it. */
  String kioskId();

  /** What kind of message it is. */
  MessageKind kind();

  /** How soon it goes. */
  Lane lane();
}
