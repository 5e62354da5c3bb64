package egov.kiosk.flow.session;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.flow.desk.EntryView;
import egov.kiosk.flow.desk.EntryView.Way;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a citizen is in saying who they are, and where a card of theirs may lie. Says nothing
 * about who it is. Guarded by the desk's lock.
 */
public final class EntryState {
  private final Set<CredentialKind> seen = EnumSet.noneOf(CredentialKind.class);
  private final Map<CredentialKind, FaultCode> faults = new EnumMap<>(CredentialKind.class);
  private List<Way> ways = List.of();
  private Set<CredentialKind> readers = Set.of();
  private EntryView.Code code;
  private CredentialKind left = CredentialKind.ID_CARD;

  /** A card lay there at some time, and so may lie there still. */
  public void saw(CredentialKind kind) {
    seen.add(kind);
    left = kind;
  }

  /** Where a card was. */
  public Set<CredentialKind> seen() {
    return Set.copyOf(seen);
  }

  /** Takes over where this kiosk reads cards, whether or not the item takes them. */
  public void readers(Set<CredentialKind> there) {
    readers = Set.copyOf(there);
  }

  /**
   * Where a card may lie though none was seen: it goes in unasked, on whatever page, and into the
   * reader of another kind of card, too.
   */
  public Set<CredentialKind> toAsk() {
    Set<CredentialKind> asked = EnumSet.copyOf(seen);
    asked.addAll(readers);
    return asked;
  }

  /** The device of this way failed. */
  public void fault(CredentialKind kind, FaultCode fault) {
    faults.put(kind, fault);
  }

  /** Devices that failed since the page was entered. */
  public Map<CredentialKind, FaultCode> faults() {
    return Map.copyOf(faults);
  }

  /** The page was entered anew: what failed before is tried again. */
  public void anew() {
    faults.clear();
    code = null;
  }

  public List<Way> ways() {
    return ways;
  }

  /**
   * Takes over what works now.
   *
   * @return whether that is news
   */
  public boolean ways(List<Way> now) {
    boolean news = !ways.equals(now);
    ways = now;
    return news;
  }

  /** How far the telephone's code is, on its page; else null. */
  public EntryView.Code code() {
    return code;
  }

  public void code(EntryView.Code now) {
    code = now;
  }

  /** Which card is asked back. */
  public CredentialKind left() {
    return left;
  }

  public void left(CredentialKind kind) {
    left = kind;
  }
}
