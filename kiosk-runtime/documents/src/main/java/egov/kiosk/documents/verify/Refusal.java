package egov.kiosk.documents.verify;

import egov.kiosk.domain.document.Verdict;

/** The end of a check: any verdict but VALID. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final Verdict verdict;

  Refusal(Verdict verdict, String reason) {
    super(reason, null, false, false);
    this.verdict = verdict;
  }

  static Refusal unsupported(String reason) {
    return new Refusal(Verdict.UNSUPPORTED, reason);
  }

  static Refusal altered(String reason) {
    return new Refusal(Verdict.ALTERED, reason);
  }

  Verdict verdict() {
    return verdict;
  }
}
