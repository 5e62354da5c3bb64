package egov.kiosk.flow.desk;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.FaceChallenge;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.transaction.Guide;
import egov.kiosk.domain.transaction.OfflineClass;
import java.util.List;

/**
 * One session as the screen shows it, complete at every moment: a screen that lost everything draws
 * the page again from this alone. Parts that do not belong to the page are null.
 *
 * @param id the session's id, 32 hexadecimal digits, unguessable
 * @param page the page to show
 * @param step which of the {@code steps} the citizen is at, from 1
 * @param steps how many steps there are
 * @param item the service item
 * @param idle when this session ends by itself
 * @param helpCalled whether staff were called
 * @param consent the wording to agree to, on pages CONSENT and FACE_CONSENT
 * @param card how far the card is, once it is asked for
 * @param entry how the citizen can say who they are, on pages PLACE_CARD and SHOW_CODE
 * @param citizen who it is, masked, once the card was read
 * @param camera how far the comparison is, on page CAMERA
 * @param identity how the citizen was verified, once that is known
 * @param form the questions, on page FORM
 * @param review what will be handed in, on page CONFIRM
 * @param materials the papers to photograph, on page MATERIALS
 * @param sign what is to be signed, on pages CONFIRM and SIGN
 * @param accepted what the citizen takes home, from page ACCEPTED on
 * @param result what the platform's books say, on page RESULT
 * @param guide what a local item says, on page GUIDE
 * @param handover how far the telephone is, on page PHONE
 * @param takeCard whether a card still lies there, on page TAKE_CARD
 * @param problem what is wrong, on page PROBLEM
 */
public record SessionView(
    String id,
    Page page,
    int step,
    int steps,
    Item item,
    Idle idle,
    boolean helpCalled,
    ConsentView consent,
    Card card,
    EntryView entry,
    Citizen citizen,
    CameraView camera,
    Identity identity,
    Form form,
    List<ReviewRow> review,
    MaterialsView materials,
    SignView sign,
    Accepted accepted,
    Result result,
    Guide guide,
    Handover handover,
    TakeCard takeCard,
    Problem problem) {

  /** The service item in short. */
  public record Item(
      String code,
      String name,
      String nameEnglish,
      String answerIn,
      String answerInEnglish,
      OfflineClass offlineClass,
      IdentityLevel identityLevel) {}

  /**
   * The idle timer, counted from the moment this view was made; any touch starts it anew.
   *
   * @param warnInMillis until the screen asks whether the citizen is still there
   * @param endInMillis until the session is wiped
   * @param askInMillis until it asks so however often it is touched; below zero while it asks
   */
  public record Idle(long warnInMillis, long endInMillis, long askInMillis) {}

  /** How far the card is. */
  public enum CardState {
    WAITING,
    READING,
    READ
  }

  /**
   * The card.
   *
   * @param layout null until it was read
   * @param readMillis what reading took, 0 until then
   * @param wireMillis what its bytes alone need on the line, 0 until then
   */
  public record Card(
      CardState state, CardLayout layout, double readMillis, double wireMillis, boolean expired) {}

  /**
   * The citizen, masked.
   *
   * @param child whether the holder is under fourteen, so that staff look for a guardian's consent
   * @param rareName whether the name has a character of private use (造字), which no font draws
   */
  public record Citizen(String name, String number, boolean child, boolean rareName) {
    /** Somebody old enough to decide alone. */
    public Citizen(String name, String number) {
      this(name, number, false, false);
    }
  }

  /** How far the comparison is. */
  public enum CameraState {
    READY,
    LOOKING
  }

  /**
   * The camera page.
   *
   * @param light what the screen throws on the citizen's face, softly
   * @param ask what the citizen is asked to do; null for nothing
   */
  public record CameraView(
      CameraState state, FaceHint hint, int attemptsLeft, ScreenLight light, FaceChallenge ask) {}

  /**
   * How the citizen was verified.
   *
   * @param outcome PASS, REVIEW, FAIL, or ALTERNATIVE for the equal way
   * @param band in which band the similarity lay, null when no faces were compared
   */
  public record Identity(String outcome, String band) {}

  /**
   * The form.
   *
   * @param masked whether it holds values that can be asked to be shown plain
   * @param revealed whether they are plain just now
   * @param scan the scanner, where it answers a question; null without
   */
  public record Form(List<QuestionView> questions, boolean masked, boolean revealed, Scan scan) {
    /** A form of which nothing is masked but what the card says. */
    public Form(List<QuestionView> questions) {
      this(questions, false, false, null);
    }
  }

  /** What became of the slip. */
  public enum SlipState {
    NOT_PRINTED,
    PRINTING,
    PRINTED,
    FAILED,
    /** Sent, never confirmed: ask whether paper came out. */
    UNKNOWN
  }

  /**
   * The acceptance.
   *
   * @param transactionId the transaction's id; null for local items
   * @param number the official acceptance number (受理号), or the provisional one (临时号)
   * @param official whether {@code number} is the official one
   * @param qr what the QR code holds
   * @param slip what became of the slip
   * @param slipFault why the slip failed, a {@code FaultCode} name, or null
   * @param copy the sheet to take along; null when the item has none
   * @param payee who collects, when the item ends in a payment; {@code qr} takes it over to the
   *     citizen's telephone as soon as {@code official}
   * @param noPhone whether the citizen has no phone, so that nobody sends a message
   */
  public record Accepted(
      String transactionId,
      String number,
      boolean official,
      String qr,
      SlipState slip,
      String slipFault,
      Copy copy,
      String payee,
      String payeeEnglish,
      boolean noPhone) {}

  /**
   * What the platform's books say.
   *
   * @param rows label and value; empty when the books hold nothing
   * @param asOf what moment it is true for, may be empty
   * @param slip what became of the print
   * @param slipFault why printing failed, a {@code FaultCode} name, or null
   * @param masked whether it holds values that can be asked to be shown plain
   * @param revealed whether they are plain just now
   * @param wanted papers that are missing: what it is, and a hint
   * @param supplement whether they can be brought here and now
   * @param told what the platform last told by itself, when it could not be asked; else null
   * @param certificate whether there is a certificate; null when the item is for none
   * @param copy the certificate on paper; null when there is none to print
   */
  public record Result(
      List<Row> rows,
      String asOf,
      SlipState slip,
      String slipFault,
      boolean masked,
      boolean revealed,
      List<Row> wanted,
      boolean supplement,
      Told told,
      CertificateState certificate,
      Copy copy) {
    /** One row. */
    public record Row(String label, String value) {}
  }

  /**
   * The platform's last word on an application, from before.
   *
   * @param stage where it stood
   * @param since since when, local time to the minute, as ISO 8601 without a zone
   * @param at when the platform said so, likewise
   */
  public record Told(ProgressStage stage, String since, String at) {}

  /** How far the scanner is that reads the number from a slip. */
  public enum ScanState {
    /** A slip can be held to it. */
    WAITING,
    /** What was shown is no slip of ours. */
    REFUSED,
    /** The number is in the form. */
    TAKEN
  }

  /** The scanner, where {@code question} can be answered by it. */
  public record Scan(String question, ScanState state) {}

  /**
   * The sheet to take along, or the certificate.
   *
   * @param title its heading
   * @param state what became of it
   * @param fault why it is not printed, a {@code FaultCode} name, or null
   */
  public record Copy(String title, String titleEnglish, SlipState state, String fault) {
    /** A sheet without an English title. */
    public Copy(String title, SlipState state, String fault) {
      this(title, "", state, fault);
    }
  }

  /** How far the telephone is. */
  public enum HandoverState {
    OPENING,
    WAITING,
    FAILED
  }

  /**
   * A page on its way from a telephone.
   *
   * @param material the paper it is of
   * @param url the province's address, with a code for this page alone; empty until it is known
   */
  public record Handover(
      String material, String label, String labelEnglish, String url, HandoverState state) {}

  /**
   * The card that must not stay behind.
   *
   * @param card which card it is
   */
  public record TakeCard(boolean present, CredentialKind card) {}
}
