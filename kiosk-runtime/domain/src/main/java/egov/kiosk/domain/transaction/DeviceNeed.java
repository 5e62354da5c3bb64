package egov.kiosk.domain.transaction;

/** A device a service item cannot start without. */
public enum DeviceNeed {
  ID_CARD_READER,
  CAMERA,
  /** Paper must come out; an item that can also end with a QR code does not need the printer. */
  PRINTER
}
