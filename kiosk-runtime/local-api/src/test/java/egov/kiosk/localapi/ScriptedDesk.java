package egov.kiosk.localapi;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.PageOutline;
import egov.kiosk.domain.transaction.FieldError;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.HelpDesk;
import egov.kiosk.flow.desk.ItemView;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A desk that records what it is asked; its one session has a well-known id. */
final class ScriptedDesk implements CitizenDesk {
  static final String PAGE = "0123456789abcdef";
  static final String SESSION = "0123456789abcdef0123456789abcdef";

  final List<String> begun = new CopyOnWriteArrayList<>();
  final List<Action> acted = new CopyOnWriteArrayList<>();
  final List<ShownLanguage> shownIn = new CopyOnWriteArrayList<>();
  volatile Runnable onAct = () -> {};
  private volatile Optional<SessionView> open = Optional.empty();
  final List<DeskListener> listeners = new CopyOnWriteArrayList<>();
  final ScriptedHelp helping = new ScriptedHelp();

  @Override
  public KioskView kiosk() {
    return new KioskView(
            "fz-gl-000001",
            "测试点",
            true,
            Set.of(),
            "",
            "",
            "12345",
            Map.of("printer", DeviceState.ONLINE))
        .with(helping.view);
  }

  @Override
  public List<ItemView> items() {
    return List.of(
        new ItemView("A1", "事项", "Item", "", OfflineClass.QUEUE_OK, true, null),
        new ItemView(
            "A2", "事项", "Item", "", OfflineClass.ONLINE_ONLY, false, ItemView.Reason.NETWORK_DOWN));
  }

  @Override
  public void shownIn(String sessionId, ShownLanguage language) throws DeskException {
    check(sessionId);
    shownIn.add(language);
  }

  @Override
  public SessionView begin(String itemCode) throws DeskException {
    begun.add(itemCode);
    if (begun.size() > 1) {
      throw new DeskException(DeskException.Reason.SESSION_BUSY);
    }
    open = Optional.of(view());
    return view();
  }

  @Override
  public SessionView view(String sessionId) throws DeskException {
    check(sessionId);
    return view();
  }

  @Override
  public Optional<SessionView> current() {
    return open;
  }

  /** Tells of another session, or of none. */
  void tell(Optional<SessionView> view) {
    open = view;
    listeners.forEach(listener -> listener.sessionChanged(view));
  }

  @Override
  public Optional<SessionView> act(String sessionId, Action action) throws DeskException {
    check(sessionId);
    acted.add(action);
    onAct.run();
    if (action instanceof Action.Form) {
      throw new DeskException(
          DeskException.Reason.FORM_REJECTED,
          List.of(new FieldError("phone", FieldError.Code.NOT_DIGITS, 11)));
    }
    return action instanceof Action.End ? Optional.empty() : Optional.of(view());
  }

  @Override
  public Optional<byte[]> preview(String sessionId) throws DeskException {
    check(sessionId);
    return Optional.of(new byte[] {1, 2, 3});
  }

  @Override
  public Optional<PageOutline> outline(String sessionId) throws DeskException {
    check(sessionId);
    return Optional.of(
        new PageOutline(
            List.of(corner(0.1, 0.2), corner(0.9, 0.2), corner(0.9, 0.8), corner(0.1, 0.8))));
  }

  private static PageOutline.Corner corner(double x, double y) {
    return new PageOutline.Corner(x, y);
  }

  @Override
  public Optional<byte[]> page(String sessionId, String key) throws DeskException {
    check(sessionId);
    return key.equals(PAGE) ? Optional.of(new byte[] {7, 8, 9}) : Optional.empty();
  }

  @Override
  public HelpDesk help() {
    return helping;
  }

  @Override
  public Listening listen(DeskListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private static void check(String sessionId) throws DeskException {
    if (!sessionId.equals(SESSION)) {
      throw new DeskException(DeskException.Reason.NO_SESSION);
    }
  }

  static SessionView view() {
    return new SessionView(
        SESSION,
        Page.ACCEPTED,
        5,
        5,
        new SessionView.Item(
            "A1",
            "事项",
            "Item",
            "3个工作日",
            "3 working days",
            OfflineClass.QUEUE_OK,
            IdentityLevel.CARD),
        new SessionView.Idle(60_000, 80_000, 900_000),
        false,
        null,
        null,
        null,
        new SessionView.Citizen("测**", "3501**********999X"),
        null,
        null,
        null,
        null,
        null,
        null,
        new SessionView.Accepted(
            "0190a0b0-0000-7000-8000-000000000000",
            "350102600012",
            false,
            "K1:350102600012",
            SessionView.SlipState.NOT_PRINTED,
            null,
            null,
            null,
            null,
            false),
        null,
        null,
        null,
        null,
        null);
  }

  List<String> asked() {
    List<String> asked = new ArrayList<>(begun);
    acted.forEach(action -> asked.add(action.toString()));
    return asked;
  }
}
