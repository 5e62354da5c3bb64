package egov.kiosk.town;

import java.util.Set;

/** Devices a town has only when asked for: they cost processes of their own. */
public enum Extra {
  /** A document camera over a dark table. */
  DOCUMENT_CAMERA,
  /** An office printer: CUPS' ippeveprinter (Debian: cups-ipp-utils, avahi-daemon, dbus). */
  PAGE_PRINTER,
  /** A scanner of codes on telephones, on a serial line. */
  CODE_SCANNER,
  /** A relay board with lamps, door, presence and UPS, on a serial line. */
  CABINET,
  /**
   * A reader of social security cards at a PC/SC service of the town's own (Debian: pcscd,
   * vsmartcard-vpcd); a town whose machine cannot have one goes on without.
   */
  SOCIAL_CARD,
  /** No device: a machine without an identity, and the desk where it gets one with a code. */
  BARE;

  /** Every device there is. */
  public static final Set<Extra> DEVICES =
      Set.of(DOCUMENT_CAMERA, PAGE_PRINTER, CODE_SCANNER, CABINET, SOCIAL_CARD);
}
