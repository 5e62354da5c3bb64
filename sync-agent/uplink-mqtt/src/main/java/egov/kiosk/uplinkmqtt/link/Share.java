package egov.kiosk.uplinkmqtt.link;

/** Whose part of the window a publication takes. */
public enum Share {
  /** What the link is there for: {@link LinkOptions.Windows#main()}. */
  MAIN,
  /** What may wait: {@link LinkOptions.Windows#side()}. */
  SIDE
}
