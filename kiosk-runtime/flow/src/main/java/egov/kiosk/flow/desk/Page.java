package egov.kiosk.flow.desk;

/** The page a citizen sees; one question or one action each. */
public enum Page {
  CONSENT("consent"),
  PLACE_CARD("place-card"),
  /** A code on a telephone is shown in the card's place. */
  SHOW_CODE("show-code"),
  FACE_CONSENT("face-consent"),
  CAMERA("camera"),
  /** The equal way without a face: a member of staff checks. */
  ALTERNATIVE("alternative"),
  /** May be fetched what is known already? */
  RETRIEVAL_CONSENT("retrieval-consent"),
  /** It is being fetched. */
  RETRIEVING("retrieving"),
  FORM("form"),
  /** Papers are photographed. */
  MATERIALS("materials"),
  /** A page comes from the citizen's telephone. */
  PHONE("phone"),
  CONFIRM("confirm"),
  /** The citizen signs, or confirms in words. */
  SIGN("sign"),
  ACCEPTED("accepted"),
  /** What the platform's books say. */
  RESULT("result"),
  /** What a local item shows. */
  GUIDE("guide"),
  RATING("rating"),
  /** What was least to the citizen's liking. */
  RATING_REASON("rating-reason"),
  TAKE_CARD("take-card"),
  PROBLEM("problem");

  private final String word;

  Page(String word) {
    this.word = word;
  }

  /** The word the screens use. */
  public String word() {
    return word;
  }
}
