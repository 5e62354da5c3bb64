package egov.kiosk.flow.session;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.Standing;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.SessionView.SlipState;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the citizen's request: its identity from the first moment on, its numbers, its
 * sealed form, and the slip. One session has one transaction id, so however often handing in is
 * tried, it is the same transaction. Guarded by the desk's lock.
 */
public final class Acceptance {
  private TransactionId transactionId;
  private LocalNumber number;
  private String officialNumber;
  private Instant acceptedAt;
  private SignedEnvelope envelope;
  private Submission submission;
  private SlipState slip = SlipState.NOT_PRINTED;
  private String slipFault;
  private String printedNumber;
  private String printJob;
  private InquiryAnswer answer;
  private Certificate certificate = Certificate.none();
  private Standing told;
  private boolean leftHere;
  private final SheetCopy copy = new SheetCopy();
  private final Set<String> attached = new HashSet<>();

  Acceptance(TransactionId transactionId) {
    this.transactionId = transactionId;
  }

  /** Null once wiped. */
  public TransactionId transactionId() {
    return transactionId;
  }

  /** The provisional number, once one was drawn. */
  public Optional<LocalNumber> number() {
    return Optional.ofNullable(number);
  }

  public void number(LocalNumber drawn) {
    number = drawn;
  }

  /** The platform's number, once it came. */
  public Optional<String> officialNumber() {
    return Optional.ofNullable(officialNumber);
  }

  public void officialNumber(String given) {
    officialNumber = given;
  }

  /** The number the citizen is told now: the official one as soon as it is known. */
  public String shownNumber() {
    return officialNumber != null ? officialNumber : number == null ? null : number.value();
  }

  /** When the citizen handed it in, or null. */
  public Instant acceptedAt() {
    return acceptedAt;
  }

  public void acceptedAt(Instant moment) {
    acceptedAt = moment;
  }

  /** The sealed transaction that may have been queued already; then no other may take its place. */
  public Optional<SignedEnvelope> envelope() {
    return Optional.ofNullable(envelope);
  }

  public void envelope(SignedEnvelope sealed) {
    envelope = sealed;
  }

  /** Handing in, while it goes on; else null. */
  public Submission submission() {
    return submission;
  }

  public void submission(Submission begun) {
    submission = begun;
  }

  public SlipState slip() {
    return slip;
  }

  /** The fault code's name when printing failed, else null. */
  public String slipFault() {
    return slipFault;
  }

  public void slip(SlipState outcome, String fault) {
    slip = outcome;
    slipFault = fault;
  }

  /** The number on the slip that was printed last, or null. */
  public String printedNumber() {
    return printedNumber;
  }

  public void printedNumber(String onSlip) {
    printedNumber = onSlip;
  }

  /** The ledger's job whose end is in doubt, or null. */
  public String printJob() {
    return printJob;
  }

  public void printJob(String inDoubt) {
    printJob = inDoubt;
  }

  /** What the platform's books said, or null. */
  public InquiryAnswer answer() {
    return answer;
  }

  /** What the books said; what was told before no longer counts. */
  public void answer(InquiryAnswer given) {
    told = null;
    answer = given;
  }

  /** The certificate that came with the answer, if one did. */
  public Certificate certificate() {
    return certificate;
  }

  /** Another one; the one before it is wiped. */
  public void certificate(Certificate fetched) {
    certificate.close();
    certificate = fetched;
  }

  /** What the platform last told of what is asked after, when it cannot be asked now; or null. */
  public Standing told() {
    return told;
  }

  /** Nobody can be asked: the last word stands in for an answer. */
  public void told(Standing last) {
    told = last;
    answer = InquiryAnswer.NOTHING;
  }

  /** Whether a question is left here to be answered later. */
  public boolean leftHere() {
    return leftHere;
  }

  public void leaveHere() {
    leftHere = true;
  }

  /** The sheet to take along. */
  public SheetCopy copy() {
    return copy;
  }

  /** Names and digests of what is stored beside the transaction already; live. */
  public Set<String> attached() {
    return attached;
  }

  void wipe() {
    answer = null;
    certificate(Certificate.none());
    told = null;
    leftHere = false;
    copy.wipe();
    attached.clear();
    printJob = null;
    transactionId = null;
    number = null;
    officialNumber = null;
    acceptedAt = null;
    envelope = null;
    submission = null;
    slip = SlipState.NOT_PRINTED;
    slipFault = null;
    printedNumber = null;
  }
}
