package egov.kiosk.idcardreader;

/** How a reader behaves towards a card that was read and still lies there. */
public enum Repoll {
  /** It is found again and again. */
  REPEAT,
  /** It is not found until lifted and placed again; only reading it once more shows it is there. */
  LIFT
}
