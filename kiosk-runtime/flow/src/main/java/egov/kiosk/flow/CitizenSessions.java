package egov.kiosk.flow;

import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.device.PageOutline;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.HelpDesk;
import egov.kiosk.flow.desk.ItemView;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.help.HelpBell;
import egov.kiosk.flow.number.LocalNumbers;
import egov.kiosk.flow.session.IdleTimer;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.Submission;
import egov.kiosk.flow.step.Actions;
import egov.kiosk.flow.step.Beat;
import egov.kiosk.flow.step.Journey;
import egov.kiosk.flow.step.SlipCopy;
import egov.kiosk.flow.step.Steps;
import egov.kiosk.flow.step.SubmitStep;
import egov.kiosk.flow.step.Tools;
import egov.kiosk.flow.step.Trail;
import egov.kiosk.flow.surroundings.Ports;
import egov.kiosk.flow.surroundings.Settings;
import egov.kiosk.flow.surroundings.Ticker;
import egov.kiosk.flow.surroundings.Worker;
import egov.kiosk.flow.view.Views;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The desk: opens sessions, passes actions to their steps, keeps the time, and tells listeners.
 *
 * <p>Threads: callers' own for actions, {@code kiosk-session} for device work, {@code kiosk-desk}
 * for {@link #beat} and listeners. One lock guards the open session; handing in holds it only
 * before and after sealing and queueing, so a slow disk does not freeze the screen.
 */
public final class CitizenSessions
    implements CitizenDesk, SettlementListener, ConnectivityListener, AutoCloseable {
  private static final int ID_BYTES = 16;
  private static final Duration LONGEST_SUBMIT = Duration.ofSeconds(30);

  private final Tools tools;
  private final DeskEvents events;
  private final Executor desk;
  private final OpenSession open;
  private final Sights sights;
  private final ItemAvailability availability;
  private final SubmitStep submit;
  private final Actions actions;
  private final Beat beat;
  private final MachineNews news;
  private final StaffCall help;
  private final SecureRandom random = new SecureRandom();
  private volatile Settings settings;

  /**
   * Sets the desk up; nothing happens before the first call.
   *
   * @param ports the rooms and devices
   * @param settings what the technician set
   * @param numbers where provisional numbers come from
   * @param clock the wall clock
   * @param ticker time that only goes forward
   * @param worker where device work is done, one piece after the other
   * @param desk where listeners are told, one change after the other
   */
  public CitizenSessions(
      Ports ports,
      Settings settings,
      LocalNumbers numbers,
      InstantSource clock,
      Ticker ticker,
      Worker worker,
      Executor desk) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.desk = desk;
    events = new DeskEvents(desk);
    HelpBell bell = new HelpBell(ports, this::settings, clock, ticker, this::machineChanged);
    open = new OpenSession(new Views(this::settings, ports, bell::standing), events);
    help = new StaffCall(open, ports, bell);
    events.listen(help);
    sights = new Sights(open);
    Journey journey = new Journey(new Trail(ports, ticker));
    tools = new Tools(ports, this::settings, clock, ticker, worker, open, journey, bell);
    availability = new ItemAvailability(ports, this::settings, numbers::ready, clock);
    submit = new SubmitStep(tools, numbers);
    Steps steps = new Steps(tools);
    journey.onParting(new SlipCopy(tools)::parting);
    actions = new Actions(journey, steps, bell);
    beat = new Beat(tools, steps);
    news = new MachineNews(this::kiosk, availability::items, events);
  }

  /** Sets the desk anew; what is open goes on under the new settings. */
  public void settings(Settings changed) {
    settings = Objects.requireNonNull(changed, "settings");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(tools.clock().instant(), settings.zone());
  }

  private Settings settings() {
    return settings;
  }

  @Override
  public KioskView kiosk() {
    return availability.kiosk().with(tools.bell().view());
  }

  @Override
  public HelpDesk help() {
    return help;
  }

  @Override
  public List<ItemView> items() {
    return availability.items();
  }

  @Override
  public SessionView begin(String itemCode) throws DeskException {
    ServiceItem item =
        tools
            .ports()
            .catalogue()
            .item(itemCode)
            .filter(availability::available)
            .map(found -> found.on(today()))
            .orElseThrow(() -> new DeskException(Reason.ITEM_UNAVAILABLE));
    open.lock();
    try {
      if (open.taken()) {
        throw new DeskException(Reason.SESSION_BUSY);
      }
      byte[] id = new byte[ID_BYTES];
      random.nextBytes(id);
      Session session =
          new Session(
              HexFormat.of().formatHex(id),
              item,
              TransactionId.create(tools.clock().instant()),
              new IdleTimer(tools.ticker()));
      open.open(session);
      tools.journey().begin(session);
      return open.show().orElseThrow();
    } finally {
      open.unlock();
    }
  }

  @Override
  public SessionView view(String sessionId) throws DeskException {
    return open.view(sessionId);
  }

  @Override
  public Optional<SessionView> current() {
    return open.current();
  }

  @Override
  public void shownIn(String sessionId, ShownLanguage language) throws DeskException {
    open.shownIn(sessionId, language);
  }

  @Override
  public Optional<SessionView> act(String sessionId, Action action) throws DeskException {
    Session session;
    Submission submission;
    boolean mine = false;
    open.lock();
    try {
      session = open.byId(sessionId);
      session.idle().touch();
      submission = session.acceptance().submission();
      if (action instanceof Action.Touch) {
        return open.view();
      }
      if (submission == null) {
        if (!(action instanceof Action.Submit) || !SubmitStep.possible(session)) {
          actions.perform(session, action);
          return open.show();
        }
        submission = submit.begin(session, (Action.Submit) action);
        mine = true;
      }
    } finally {
      open.unlock();
    }
    if (mine) {
      submit.finish(session, submission);
    } else {
      submission.await(LONGEST_SUBMIT);
    }
    return action instanceof Action.Submit
        ? Optional.of(view(sessionId))
        : afterwards(sessionId, action);
  }

  /** What was asked for while handing in went on, now that it is over. */
  private Optional<SessionView> afterwards(String sessionId, Action action) throws DeskException {
    open.lock();
    try {
      Session session = open.byId(sessionId);
      actions.perform(session, action);
      return open.show();
    } finally {
      open.unlock();
    }
  }

  @Override
  public Optional<byte[]> preview(String sessionId) throws DeskException {
    return sights.preview(sessionId);
  }

  @Override
  public Optional<PageOutline> outline(String sessionId) throws DeskException {
    return sights.outline(sessionId);
  }

  @Override
  public Optional<byte[]> page(String sessionId, String key) throws DeskException {
    return sights.page(sessionId, key);
  }

  @Override
  public Listening listen(DeskListener listener) {
    return events.listen(listener);
  }

  /** What time brings; called once a second on {@code kiosk-desk}. */
  public void beat() {
    open.lock();
    try {
      if (open.get() != null && beat.on(open.get())) {
        open.show();
      }
    } finally {
      open.unlock();
    }
    tools.bell().beat();
    news.tell();
  }

  @Override
  public void connectivityChanged(boolean online) {
    machineChanged();
  }

  private void machineChanged() {
    desk.execute(news::tell);
  }

  @Override
  public void settled(PlatformReceipt receipt) {
    open.lock();
    try {
      if (open.get() != null && submit.receipt(open.get(), receipt)) {
        open.show();
      }
    } finally {
      open.unlock();
    }
  }

  /** Wipes the open session, whatever it is at, and opens no other. */
  @Override
  public void close() {
    open.close();
  }
}
