package egov.kiosk.identity.liveness;

/** What one signal says. */
public enum Sign {
  /** It saw what a picture of a person cannot show. */
  LIVE,
  /** It cannot tell, or saw too little. */
  UNSURE,
  /** It saw what a living person does not show. */
  ATTACK
}
