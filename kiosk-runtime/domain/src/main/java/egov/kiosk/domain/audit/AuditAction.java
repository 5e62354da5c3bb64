package egov.kiosk.domain.audit;

import static egov.kiosk.domain.audit.AuditDataClass.OPERATIONAL;
import static egov.kiosk.domain.audit.AuditDataClass.PERSONAL;
import static egov.kiosk.domain.audit.AuditDataClass.SECURITY;
import static egov.kiosk.domain.audit.AuditDataClass.SENSITIVE;

/**
 * What can be done: a closed list, so that every record is understood for as long as it is kept.
 */
public enum AuditAction {
  RUNTIME_STARTED("runtime.started", OPERATIONAL, true),
  RUNTIME_STOPPED("runtime.stopped", OPERATIONAL, true),
  /** Settings of a component are others than before. */
  CONFIGURATION_CHANGED("configuration.changed", SECURITY, true),
  /** The platform's settings, items or commands: obeyed, refused, or reverted. */
  ORDER("order", SECURITY, true),
  /** The kiosk was taken out of public service. */
  SERVICE_LOCKED("service.locked", OPERATIONAL, true),
  SERVICE_UNLOCKED("service.unlocked", OPERATIONAL, true),
  /** A citizen agreed or did not. */
  CONSENT("consent", PERSONAL, false),
  /** A citizen took back what was agreed to (撤回同意). */
  CONSENT_WITHDRAWN("consent.withdrawn", PERSONAL, false),
  /** Card and face were compared (人证核验). */
  IDENTITY_VERIFIED("identity.verified", SENSITIVE, false),
  /** Staff vouched for a citizen, or a PIN was wrong. */
  STAFF_CHECK("staff.check", SENSITIVE, true),
  /** Accepted for the platform; the queue itself is the proof. */
  TRANSACTION_ACCEPTED("transaction.accepted", PERSONAL, false),
  /** The platform's books were asked for a citizen, and answered or not. */
  INQUIRED("inquired", PERSONAL, false),
  PRINTED("printed", PERSONAL, false),
  /** A person said whether the paper of a print job came out. */
  PRINT_ANSWERED("print.answered", PERSONAL, true),
  OUTBOX_RETRY("outbox.retry", OPERATIONAL, true),
  OUTBOX_EXPORT("outbox.export", PERSONAL, true),
  OUTBOX_IMPORT("outbox.import", PERSONAL, true),
  OUTBOX_SALVAGE("outbox.salvage", PERSONAL, true),
  /** A file of the queue was found damaged. */
  OUTBOX_DAMAGED("outbox.damaged", PERSONAL, true),
  /** A receipt was not believed. */
  RECEIPT_REFUSED("receipt.refused", SECURITY, false),
  /** Key or certificate are not in order, or are again. */
  KEYS("keys", SECURITY, true),
  /** A key was made, renewed or destroyed. */
  KEY_CHANGED("key.changed", SECURITY, true),
  /** A machine was given the identity of a kiosk, or asked for it. */
  ENROLMENT("enrolment", SECURITY, true),
  /** An operator made a one-time code. */
  ENROLMENT_CODE("enrolment.code", SECURITY, true),
  /** Certificates of a kiosk were revoked. */
  CERTIFICATES_REVOKED("certificates.revoked", SECURITY, true),
  /** Somebody signed in for staff or technical work, or tried to. */
  SIGN_IN("sign-in", SECURITY, true),
  SIGN_OUT("sign-out", SECURITY, true),
  /** A technician let another device serve than before, e.g. another card reader. */
  DEVICE_ACCEPTED("device.accepted", SECURITY, true),
  /** A device answered that was not accepted here. */
  DEVICE_EXCHANGED("device.exchanged", SECURITY, true),
  /** A technician had written down what goes over a device's line, masked by field. */
  DEVICE_RECORDED("device.recorded", SECURITY, true),
  /** Something was plugged in that may not be at a kiosk, e.g. a keyboard or a memory stick. */
  DEVICE_UNKNOWN("device.unknown", SECURITY, true),
  /** The cabinet was opened, or closed again. */
  DOOR_OPENED("door.opened", SECURITY, true),
  DOOR_CLOSED("door.closed", SECURITY, true),
  /** A file of the program is not as it was released. */
  PROGRAM_ALTERED("program.altered", SECURITY, true),
  /** A face pack was installed, removed, put into service, or refused. */
  FACE_PACK("face-pack", SECURITY, true),
  /** A technician set something up, accepted the machine, or took a support bundle. */
  UPKEEP("upkeep", SECURITY, true),
  /** A sealed document was examined and is not what it should be. */
  DOCUMENT_REFUSED("document.refused", SECURITY, false),
  /** The local interface refused a request. */
  REQUEST_REFUSED("request.refused", SECURITY, false),
  /** A version of the program was refused, tried, kept or given up (升级). */
  UPDATE("update", SECURITY, true),
  /** Personal data was destroyed when its time was over (销毁). */
  DATA_DESTROYED("data.destroyed", PERSONAL, true),
  /** A grid worker chose between their own and the platform's version of a household's field. */
  FIELD_CHOICE("field.choice", PERSONAL, true),
  /** A grid worker had a full ID number shown. */
  FIELD_REVEALED("field.revealed", SENSITIVE, true),
  /** Everything of field work was taken off this tablet. */
  FIELD_WIPED("field.wiped", SENSITIVE, true),
  /** A citizen called for help; it was answered, attended, called off, or nobody came. */
  HELP("help", OPERATIONAL, false);

  private final String word;
  private final AuditDataClass dataClass;
  private final boolean lasting;

  AuditAction(String word, AuditDataClass dataClass, boolean lasting) {
    this.word = word;
    this.dataClass = dataClass;
    this.lasting = lasting;
  }

  /** As the log writes it. */
  public String word() {
    return word;
  }

  /** What kind of data it touches, as a rule. */
  public AuditDataClass dataClass() {
    return dataClass;
  }

  /** Whether its record is on the disk before anything follows. */
  public boolean lasting() {
    return lasting;
  }
}
