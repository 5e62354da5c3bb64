package egov.kiosk.flow.desk;

import java.util.Map;

/** Everything a citizen can do in a session. */
public sealed interface Action {
  /** Answers the wording on the page; a refusal never ends the session but offers other ways. */
  record Consent(boolean accept, String version) implements Action {}

  /** Reads the card once more. */
  record CardRetry() implements Action {}

  /** Answers the separate wording about the face. */
  record FaceConsent(boolean accept, String version) implements Action {}

  /** Starts looking at the camera. */
  record FaceStart() implements Action {}

  /** Takes the equal way without a face. */
  record OtherWay() implements Action {}

  /** A member of staff vouches: badge number and PIN. */
  record StaffCheck(String badge, String pin) implements Action {
    @Override
    public String toString() {
      return "StaffCheck";
    }
  }

  /**
   * Answers by question id.
   *
   * @param partial whether only these answers are to be checked, and the page stays
   */
  record Form(Map<String, String> values, boolean partial) implements Action {
    public Form {
      values = Map.copyOf(values);
    }

    @Override
    public String toString() {
      return "Form" + values.keySet();
    }
  }

  /** One page back; answers are kept. */
  record Back() implements Action {}

  /** Hands the transaction in. */
  record Submit() implements Action {}

  /** Prints the slip or the guide. */
  record Print() implements Action {}

  /** Goes on from the accepted or guide page. */
  record Continue() implements Action {}

  /** Rates the service: 1 to 5, or 0 to skip. */
  record Rate(int level) implements Action {}

  /** The citizen says the card was taken. */
  record CardTaken() implements Action {}

  /** Calls staff. */
  record Help() implements Action {}

  /** Shows that somebody is still there. */
  record Touch() implements Action {}

  /** Ends the session and wipes it. */
  record End() implements Action {}
}
