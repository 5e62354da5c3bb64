package egov.kiosk.domain.device;

/**
 * Every fault a device can report, who must act on it, and the short code that appears small on a
 * screen and in a technician's log. The screen and the doctor put the code into words.
 */
public enum FaultCode {
  /** SW3 41, 47, 81, 31, 32, 33: lift the card, wait, place it again. */
  CARD_UNREADABLE(Actor.CITIZEN, "R-41"),
  /** The card left the field while it was read. */
  CARD_MOVED(Actor.CITIZEN, "R-42"),
  /** SW3 40: something is on the reader, but no identity card. */
  NOT_AN_ID_CARD(Actor.CITIZEN, "R-40"),
  /** The card was read, but what it says is impossible, e.g. a wrong check character. */
  CARD_DATA_INVALID(Actor.STAFF, "R-49"),
  /** No card was placed in time. */
  NO_CARD(Actor.CITIZEN, "R-80"),
  /** SW3 60: the security module failed its self-test and accepts nothing. */
  READER_SELF_TEST_FAILED(Actor.TECHNICIAN, "R-60"),
  /** SW3 66: the security module is not authorised. */
  READER_NOT_AUTHORISED(Actor.TECHNICIAN, "R-66"),
  /** Frames arrive damaged or out of step, again after a resend. */
  LINE_NOISE(Actor.TECHNICIAN, "R-10"),
  /** The device's answer makes no sense for the command sent. */
  PROTOCOL_ERROR(Actor.TECHNICIAN, "R-24"),
  /** The device does not answer in time. */
  NO_ANSWER(Actor.TECHNICIAN, "D-01"),
  /** The device is not there: unplugged, or the configured path is wrong. */
  NO_DEVICE(Actor.TECHNICIAN, "D-02"),
  /** The device is there, but the runtime may not open it or another program holds it. */
  CANNOT_OPEN(Actor.TECHNICIAN, "D-03"),
  /** Another command is under way; busy is an answer. */
  BUSY(Actor.NOBODY, "D-04"),
  /** Paper is out. */
  PAPER_OUT(Actor.TECHNICIAN, "P-01"),
  /** Paper is nearly out; printing still works. */
  PAPER_LOW(Actor.TECHNICIAN, "P-02"),
  /** The printer's cover is open. */
  COVER_OPEN(Actor.TECHNICIAN, "P-03"),
  /** Cutter, jam or print head. */
  PRINTER_ERROR(Actor.TECHNICIAN, "P-04"),
  /** Sent, but the printer never confirmed: ask the citizen whether paper came out. */
  PRINT_UNKNOWN(Actor.CITIZEN, "P-05"),
  /** The camera gives no picture. */
  CAMERA_LOST(Actor.TECHNICIAN, "C-01");

  private final Actor actor;
  private final String code;

  FaultCode(Actor actor, String code) {
    this.actor = actor;
    this.code = code;
  }

  /** Who must act. */
  public Actor actor() {
    return actor;
  }

  /** A letter and two digits, e.g. {@code R-41}. */
  public String code() {
    return code;
  }
}
