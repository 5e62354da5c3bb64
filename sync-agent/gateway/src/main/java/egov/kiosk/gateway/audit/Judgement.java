package egov.kiosk.gateway.audit;

import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.domain.audit.AuditHead;
import java.util.List;

/** What a head of a kiosk's audit chain means beside those known before. */
public enum Judgement {
  /** The first of this kiosk. */
  FIRST(false),
  /** It goes on from what is known. */
  GOES_ON(false),
  /** It was here before, or comes late. */
  KNOWN(false),
  /** The kiosk does not remember a head the platform has: its log was cut or put back. */
  ROLLED_BACK(true),
  /** The kiosk has another record where the platform has one. */
  FORKED(true),
  /** The kiosk began another chain. */
  NEW_CHAIN(true),
  /** Not a head, or not signed by this kiosk. */
  REFUSED(true);

  private final boolean alarming;

  Judgement(boolean alarming) {
    this.alarming = alarming;
  }

  /** Whether somebody must look. */
  public boolean alarming() {
    return alarming;
  }

  /**
   * Judges a head whose signature holds.
   *
   * @param known those of the same kiosk, the oldest first
   */
  static Judgement of(AuditHead head, List<AuditAnchor> known) {
    if (known.isEmpty()) {
      return FIRST;
    }
    AuditHead last = known.get(known.size() - 1).head();
    if (known.stream().anyMatch(one -> names(one.head(), head))) {
      return KNOWN;
    }
    if (!head.chain().equals(last.chain())) {
      return NEW_CHAIN;
    }
    if (head.sequence() == last.sequence()) {
      return FORKED;
    }
    if (head.sequence() < last.sequence() || head.previousSequence() < last.sequence()) {
      return ROLLED_BACK;
    }
    boolean sameBefore =
        head.previousSequence() > last.sequence() || head.previousSm3().equals(last.sm3());
    return sameBefore ? GOES_ON : FORKED;
  }

  /** Whether a known head is this one, or was signed knowing it. */
  private static boolean names(AuditHead known, AuditHead head) {
    return (known.sequence() == head.sequence() && known.sm3().equals(head.sm3()))
        || (known.previousSequence() == head.sequence() && known.previousSm3().equals(head.sm3()));
  }
}
