package egov.kiosk.flow.cabinet;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.device.Lamp;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.EntryView.WayState;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.desk.SessionView.SlipState;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Leads the citizen's eye: only the lamp of the device that is needed now is lit, and one flashes
 * only for what must be taken back. Follows what the screen shows, so the two never disagree.
 */
public final class LampGuide implements DeskListener {
  private final Consumer<Set<Lamp>> lamps;
  private Set<Lamp> ofSession = Set.of();
  private Set<Lamp> steady = Set.of();
  private Set<Lamp> flashing = Set.of();
  private boolean bright;
  private boolean called;

  /**
   * @param lamps lights exactly these; called by whoever calls here
   */
  public LampGuide(Consumer<Set<Lamp>> lamps) {
    this.lamps = Objects.requireNonNull(lamps, "lamps");
  }

  @Override
  public synchronized void sessionChanged(Optional<SessionView> view) {
    ofSession = view.map(LampGuide::steady).orElse(Set.of());
    follow(view.map(LampGuide::flashing).orElse(Set.of()));
  }

  /** Staff look for the lamp of who called them, also where nobody has begun anything yet. */
  @Override
  public synchronized void kioskChanged(KioskView view) {
    called = view.help() != null;
    follow(flashing);
  }

  private void follow(Set<Lamp> nowFlashing) {
    Set<Lamp> nowSteady = EnumSet.noneOf(Lamp.class);
    nowSteady.addAll(ofSession);
    if (called) {
      nowSteady.add(Lamp.HELP);
    }
    if (!nowSteady.equals(steady) || !nowFlashing.equals(flashing)) {
      steady = nowSteady;
      flashing = nowFlashing;
      bright = true;
      light();
    }
  }

  /** Every half second or so; does nothing unless something flashes. */
  public synchronized void beat() {
    if (!flashing.isEmpty()) {
      bright = !bright;
      light();
    }
  }

  /** Lights what is to be lit once more, e.g. for a cabinet that has just come. */
  public synchronized void light() {
    Set<Lamp> lit = EnumSet.noneOf(Lamp.class);
    lit.addAll(steady);
    if (bright) {
      lit.addAll(flashing);
    }
    lamps.accept(Set.copyOf(lit));
  }

  private static Set<Lamp> steady(SessionView view) {
    Set<Lamp> lit = EnumSet.noneOf(Lamp.class);
    switch (view.page()) {
      case PLACE_CARD -> lit.addAll(readers(view));
      case SHOW_CODE -> lit.add(Lamp.CODE);
      case CAMERA -> lit.add(Lamp.FACE);
      case FORM -> {
        if (view.form().scan() != null) {
          lit.add(Lamp.CODE);
        }
      }
      case ACCEPTED, RESULT -> {
        if (paperComes(view)) {
          lit.add(Lamp.PAPER);
        }
      }
      default -> {
        // Nothing but the screen is needed.
      }
    }
    return lit;
  }

  /** Where a card can be put that works; all of them when the screen does not say. */
  private static Set<Lamp> readers(SessionView view) {
    Set<Lamp> lit = EnumSet.noneOf(Lamp.class);
    if (view.entry() != null) {
      view.entry().ways().stream()
          .filter(way -> way.kind() != CredentialKind.CODE && way.state() == WayState.READY)
          .forEach(way -> lit.add(lamp(way.kind())));
    }
    return lit;
  }

  private static Lamp lamp(CredentialKind kind) {
    return switch (kind) {
      case ID_CARD -> Lamp.CARD;
      case SOCIAL_CARD -> Lamp.SOCIAL_CARD;
      case CODE -> Lamp.CODE;
    };
  }

  private static boolean paperComes(SessionView view) {
    SessionView.Accepted accepted = view.accepted();
    SessionView.Result result = view.result();
    return accepted != null
            && (comes(accepted.slip()) || accepted.copy() != null && comes(accepted.copy().state()))
        || result != null && comes(result.slip());
  }

  private static boolean comes(SlipState state) {
    return state == SlipState.PRINTING || state == SlipState.PRINTED || state == SlipState.UNKNOWN;
  }

  private static Set<Lamp> flashing(SessionView view) {
    boolean left = view.takeCard() != null && view.takeCard().present();
    return left ? Set.of(lamp(view.takeCard().card())) : Set.of();
  }
}
