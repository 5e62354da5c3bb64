package egov.kiosk.domain.citizen;

/** What a service item asks of a verification, gentlest first. Persist names, never ordinals. */
public enum FaceDemand {
  /** The live face is the card's; a frozen or repeated stream is refused all the same. */
  LIKENESS,
  /** And a living person was seen, without asking anything of them: by watching and by light. */
  LIVENESS,
  /** And that person did what they were asked to: blinked, turned or nodded. */
  CHALLENGE,
  /** A member of staff looks at card and citizen; no camera is opened. */
  STAFF
}
