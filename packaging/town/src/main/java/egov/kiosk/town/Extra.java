package egov.kiosk.town;

/** Devices a town has only when asked for: they cost processes of their own. */
public enum Extra {
  /** A document camera over a dark table. */
  DOCUMENT_CAMERA,
  /** An office printer: CUPS' ippeveprinter (Debian: cups-ipp-utils, avahi-daemon, dbus). */
  PAGE_PRINTER
}
