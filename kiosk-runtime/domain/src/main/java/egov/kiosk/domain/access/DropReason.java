package egov.kiosk.domain.access;

/** Why every role was dropped at once. */
public enum DropReason {
  /** The cabinet's door was closed: who worked inside is done. */
  DOOR_CLOSED,
  /** The platform or an administrator asked for it. */
  ORDERED,
  /** The kiosk stops. */
  STOPPING
}
