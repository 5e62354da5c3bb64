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
  CAMERA_LOST(Actor.TECHNICIAN, "C-01"),
  /** The picture is too dark to be of use. */
  CAMERA_DARK(Actor.STAFF, "C-02"),
  /** Something lies on the lens. */
  CAMERA_COVERED(Actor.STAFF, "C-03"),
  /** A window or lamp behind the citizen outshines the face. */
  CAMERA_BACK_LIT(Actor.STAFF, "C-04"),
  /** The same picture comes again and again; a live stream never repeats: perhaps an attack. */
  CAMERA_FROZEN(Actor.TECHNICIAN, "C-05"),
  /** What the device calls a picture is none, or is larger than allowed. */
  PICTURE_REFUSED(Actor.TECHNICIAN, "C-06"),
  /** Paper is stuck. */
  PAPER_JAM(Actor.TECHNICIAN, "P-06"),
  /** Toner or ink is nearly used up; printing still works. */
  TONER_LOW(Actor.TECHNICIAN, "P-07"),
  /** Toner or ink is used up. */
  TONER_OUT(Actor.TECHNICIAN, "P-08"),
  /** A sheet was not taken and was drawn back, or lies in the mouth. */
  MEDIA_RETAINED(Actor.STAFF, "P-09"),
  /** The device answers, but is not the one that was accepted here; perhaps exchanged. */
  NOT_THE_ACCEPTED_DEVICE(Actor.TECHNICIAN, "D-05"),
  /** The device contradicts itself, e.g. reports paper out and paper present. */
  CONTRADICTION(Actor.TECHNICIAN, "D-06"),
  /** The card is of a kind or version this reader program does not know. */
  CARD_NOT_SUPPORTED(Actor.STAFF, "R-43"),
  /** The code is too long, or has characters no such code has. */
  CODE_REFUSED(Actor.CITIZEN, "S-01"),
  /** The cabinet's door is open. */
  DOOR_OPEN(Actor.TECHNICIAN, "K-01"),
  /** The mains is gone; the battery carries the kiosk. */
  ON_BATTERY(Actor.STAFF, "K-02"),
  /** The battery is nearly empty; the kiosk goes off with it. */
  BATTERY_LOW(Actor.STAFF, "K-03");

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
