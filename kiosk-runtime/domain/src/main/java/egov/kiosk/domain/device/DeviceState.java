package egov.kiosk.domain.device;

/** The state of a device; one to one with the ten states of XFS4IoT (CEN/XFS successor). */
public enum DeviceState {
  ONLINE,
  OFFLINE,
  POWER_OFF,
  NO_DEVICE,
  HARDWARE_ERROR,
  USER_ERROR,
  BUSY,
  FRAUD_ATTEMPT,
  POTENTIAL_FRAUD,
  STARTING;

  /** Whether work can be given to the device now or as soon as it is free. */
  public boolean usable() {
    return this == ONLINE || this == BUSY || this == USER_ERROR;
  }

  /** The state a device is in while it has this fault, and no worse one. */
  public static DeviceState of(FaultCode fault) {
    return switch (fault) {
      case NO_DEVICE -> NO_DEVICE;
      case CANNOT_OPEN, NO_ANSWER, PAPER_OUT, COVER_OPEN, MEDIA_RETAINED -> OFFLINE;
      case NOT_THE_ACCEPTED_DEVICE, CAMERA_FROZEN -> POTENTIAL_FRAUD;
      case BUSY -> BUSY;
      case CARD_UNREADABLE,
          CARD_MOVED,
          NOT_AN_ID_CARD,
          CARD_DATA_INVALID,
          CARD_NOT_SUPPORTED,
          NO_CARD,
          CODE_REFUSED,
          PAPER_LOW,
          TONER_LOW,
          PRINT_UNKNOWN,
          CAMERA_DARK,
          CAMERA_BACK_LIT,
          DOOR_OPEN,
          ON_BATTERY,
          BATTERY_LOW ->
          ONLINE;
      case CAMERA_COVERED -> USER_ERROR;
      case READER_SELF_TEST_FAILED,
          READER_NOT_AUTHORISED,
          LINE_NOISE,
          PROTOCOL_ERROR,
          PRINTER_ERROR,
          PAPER_JAM,
          TONER_OUT,
          CAMERA_LOST,
          PICTURE_REFUSED,
          CONTRADICTION ->
          HARDWARE_ERROR;
    };
  }
}
