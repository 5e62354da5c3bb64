package egov.kiosk.flow.desk;

import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.transaction.RatingReason;
import java.util.Map;

/** Everything a citizen can do in a session. */
public sealed interface Action {
  /** Answers the wording on the page; a refusal never ends the session but offers other ways. */
  record Consent(boolean accept, String version) implements Action {}

  /** Reads the card once more. */
  record CardRetry() implements Action {}

  /** Takes a code on a telephone in the card's place. */
  record UseCode() implements Action {}

  /** Says which code the telephone shows; never that on a slip. */
  record ShowCode(CodeKind kind) implements Action {}

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

  /** Photographs one page of a paper. */
  record PageTake(String material) implements Action {}

  /** Keeps the picture just taken. */
  record PageKeep() implements Action {}

  /** Lets go of the picture just taken. */
  record PageDrop() implements Action {}

  /** Takes a kept page out again. */
  record PageRemove(String page) implements Action {}

  /** The paper will be brought to the counter, or will not after all. */
  record BringLater(String material, boolean later) implements Action {}

  /** Answers the wording about fetching what is known already. */
  record RetrievalConsent(boolean accept, String version) implements Action {}

  /** An electronic licence stands in for the paper, or does not after all. */
  record UseLicence(String material, boolean use) implements Action {}

  /** Brings this paper's page from the citizen's telephone. */
  record PhoneOpen(String material) implements Action {}

  /** Brings the papers that are missing from what was asked after. */
  record Supplement() implements Action {}

  /** Shows masked values for some seconds. */
  record Reveal() implements Action {}

  /** Signs by hand. */
  record Sign(Ink ink) implements Action {}

  /** Stands for it without signing by hand: confirms the sentence on the page. */
  record Assent() implements Action {}

  /** Prints the sheet to take along. */
  record PrintCopy() implements Action {}

  /** What the citizen saw at the printer when the machine could not tell. */
  record CopySeen(boolean came) implements Action {}

  /** From the last look to the one row of it that is to be mended; everything is kept. */
  record Change(String row) implements Action {}

  /** One page back; answers are kept. */
  record Back() implements Action {}

  /**
   * Hands the transaction in.
   *
   * @param leaveHere whether a question that got no answer is left here to be answered later
   */
  record Submit(boolean leaveHere) implements Action {
    /** Hands in, or asks. */
    public Submit() {
      this(false);
    }
  }

  /** Prints the slip or the guide. */
  record Print() implements Action {}

  /** Goes on, where nothing else has to be said. */
  record Continue() implements Action {}

  /** Rates the service: 1 to 5, or 0 to skip. */
  record Rate(int level) implements Action {}

  /** Says what was worst, after a low rating; null to say nothing. */
  record RateReason(RatingReason.Code reason) implements Action {}

  /** The citizen says the card was taken. */
  record CardTaken() implements Action {}

  /** Calls staff. */
  record Help() implements Action {}

  /** Shows that somebody is still there. */
  record Touch() implements Action {}

  /** Ends the session and wipes it. */
  record End() implements Action {}
}
