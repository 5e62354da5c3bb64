package egov.kiosk.domain.transaction;

/** A device a service item cannot start without. */
public enum DeviceNeed {
  ID_CARD_READER,
  CAMERA,
  /** Paper must come out; an item that can also end with a QR code does not need the printer. */
  PRINTER,
  /** Its papers must be photographed; one that may bring them later does not need the camera. */
  DOCUMENT_CAMERA,
  /** A sheet must come out. */
  PAGE_PRINTER
}
