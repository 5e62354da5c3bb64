package egov.kiosk.domain.device;

/** What happens to a cabinet. */
public enum CabinetEvent {
  DOOR_OPENED,
  DOOR_CLOSED,
  /** Somebody stands in front of it. */
  PERSON_CAME,
  PERSON_LEFT,
  /** The mains is gone; the UPS (不间断电源) carries the kiosk. */
  MAINS_LOST,
  MAINS_BACK,
  /** The battery is nearly empty: stop in order, now. */
  BATTERY_LOW,
  /** The battery is not nearly empty any more. */
  BATTERY_CHARGED,
  /** The board went away or fell silent: what follows is not known, an open door is not seen. */
  SENSES_LOST,
  /** The board is back; what happened meanwhile follows as events of its own. */
  SENSES_BACK
}
