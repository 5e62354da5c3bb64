package egov.kiosk.flow.help;

import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.help.HelpCall;
import egov.kiosk.domain.help.HelpState;
import egov.kiosk.flow.desk.HelpDesk;
import egov.kiosk.flow.desk.HelpView;
import egov.kiosk.flow.surroundings.Ports;
import egov.kiosk.flow.surroundings.Settings;
import egov.kiosk.flow.surroundings.Ticker;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one call for help that stands: its state, its times, and who is told. Nobody waits for ever:
 * a call that nobody answers, or whose answerer does not come, ends in a number to ring. Safe for
 * several threads.
 */
public final class HelpBell {
  private static final Logger LOG = LoggerFactory.getLogger(HelpBell.class);

  /** A line that does not take the call so long is none, whatever it says of itself. */
  private static final Duration REACH = Duration.ofSeconds(10);

  /** Who promised to come may be so late. */
  private static final Duration LATE = Duration.ofMinutes(2);

  /** A number that was shown so long is read. */
  private static final Duration FORGET = Duration.ofMinutes(10);

  /** So long a call holds its session open, however often it is answered. */
  private static final Duration HOLD = Duration.ofMinutes(35);

  private static final int ID_BYTES = 8;

  private final Supplier<Settings> settings;
  private final InstantSource clock;
  private final Ticker ticker;
  private final HelpReports reports;
  private final Runnable changed;
  private final SecureRandom random = new SecureRandom();
  private HelpCall call;
  private String session = "";
  private Duration begun;
  private Duration since;
  private boolean reached;
  private boolean forCard;
  private int minutes;

  /**
   * @param changed told after every change, on the thread that made it, without this bell's lock
   */
  public HelpBell(
      Ports ports,
      Supplier<Settings> settings,
      InstantSource clock,
      Ticker ticker,
      Runnable changed) {
    this.settings = settings;
    this.clock = clock;
    this.ticker = ticker;
    this.changed = changed;
    reports = new HelpReports(ports, this::taken);
  }

  /**
   * The citizen pressed.
   *
   * @param session the session it was in; empty before one
   */
  public void press(String session, String item, String page) {
    if (begin(session, item, page, AuditActor.CITIZEN, "called")) {
      changed.run();
    }
  }

  /**
   * The machine itself calls: a card lies there and its holder has gone. This call stands until the
   * session ends, which it does when the card is gone. One that is answered, or under way, will do.
   */
  public void cardLeft(String session, String item, String page) {
    boolean news;
    synchronized (this) {
      if (call != null && !call.state().waiting()) {
        over(AuditActor.SYSTEM, "called-again");
      }
      news = begin(session, item, page, AuditActor.SYSTEM, "card-left");
      forCard = this.session.equals(session);
    }
    if (news) {
      changed.run();
    }
  }

  private synchronized boolean begin(
      String where, String item, String page, AuditActor who, String why) {
    if (call != null && call.state() != HelpState.UNANSWERED) {
      return false;
    }
    over(who, "called-again");
    forCard = false;
    session = where;
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Instant now = clock.instant();
    HelpState state = reports.possible() ? HelpState.CALLING : HelpState.NO_LINE;
    reached = false;
    minutes = 0;
    begun = ticker.elapsed();
    since = begun;
    call = new HelpCall(HexFormat.of().formatHex(id), state, now, now, item, page);
    LOG.warn(
        "{} for help, page {}: {}",
        who.equals(AuditActor.CITIZEN) ? "A citizen calls" : "The kiosk calls",
        page.isEmpty() ? "before a session" : page,
        state == HelpState.NO_LINE ? "there is no line, the number is shown" : "calling");
    reports.record(call, who, why);
    reports.tell(call);
    return true;
  }

  /** Over, whatever it was at; nothing when none stands. */
  public void end(AuditActor who, String why) {
    if (over(who, why)) {
      changed.run();
    }
  }

  /** Ends a call that was made in a session which is not this one; empty when none is open. */
  public void left(String now) {
    boolean left;
    synchronized (this) {
      left = !session.isEmpty() && !session.equals(now) && over(AuditActor.CITIZEN, "left");
    }
    if (left) {
      changed.run();
    }
  }

  private synchronized boolean over(AuditActor who, String why) {
    if (call == null) {
      return false;
    }
    HelpCall last = call.now(HelpState.CLOSED, clock.instant());
    reports.record(last, who, why);
    reports.tell(last);
    call = null;
    return true;
  }

  /** Somebody answered this call, and no other. */
  public Optional<String> answered(String id, int within) {
    if (within < 1 || within > HelpDesk.LONGEST_MINUTES) {
      return Optional.of("minutes are 1 to " + HelpDesk.LONGEST_MINUTES);
    }
    synchronized (this) {
      if (!stands(id)) {
        return Optional.of("no such call stands");
      }
      if (call.state() == HelpState.ANSWERED) {
        // The first answer counts: who says it again does not put it off.
        return Optional.empty();
      }
      minutes = within;
      enter(HelpState.ANSWERED, AuditActor.PLATFORM, "answered");
    }
    changed.run();
    return Optional.empty();
  }

  /** The platform says that it is over. */
  public Optional<String> closed(String id) {
    synchronized (this) {
      if (!stands(id)) {
        return Optional.of("no such call stands");
      }
      over(AuditActor.PLATFORM, "closed");
    }
    changed.run();
    return Optional.empty();
  }

  private boolean stands(String id) {
    return call != null && call.id().equals(id);
  }

  /** What a second brings. */
  public void beat() {
    if (passed()) {
      changed.run();
    }
    reports.beat();
  }

  private synchronized boolean passed() {
    if (call == null) {
      return false;
    }
    Duration lasted = ticker.elapsed().minus(since);
    return switch (call.state()) {
      case CALLING -> {
        if (lasted.compareTo(settings.get().helpWait()) >= 0) {
          enter(HelpState.UNANSWERED, AuditActor.SYSTEM, "unanswered");
          yield true;
        }
        if (!reached && lasted.compareTo(REACH) >= 0) {
          enter(HelpState.NO_LINE, AuditActor.SYSTEM, "no-line");
          yield true;
        }
        yield false;
      }
      case ANSWERED -> {
        boolean late = lasted.compareTo(Duration.ofMinutes(minutes).plus(LATE)) >= 0;
        if (late) {
          enter(HelpState.UNANSWERED, AuditActor.SYSTEM, "nobody-came");
        }
        yield late;
      }
      default -> !forCard && lasted.compareTo(FORGET) >= 0 && over(AuditActor.SYSTEM, "over");
    };
  }

  private void enter(HelpState next, AuditActor who, String why) {
    since = ticker.elapsed();
    call = call.now(next, clock.instant());
    LOG.info("The call for help is {} now: {}", next, why);
    reports.record(call, who, why);
    reports.tell(call);
  }

  /** The broker has this report. */
  private void taken(HelpCall told) {
    boolean again;
    synchronized (this) {
      if (!stands(told.id())) {
        return;
      }
      reached = true;
      again = call.state() == HelpState.NO_LINE;
      if (again) {
        // There is a line after all: now somebody can answer.
        since = ticker.elapsed();
        call = call.now(HelpState.CALLING, clock.instant());
      }
    }
    if (again) {
      changed.run();
    }
  }

  /** Whether a call stands. */
  public synchronized boolean standing() {
    return call != null;
  }

  /** Whether who called in this session still waits for somebody to come. */
  public synchronized boolean holds(String id) {
    return call != null
        && call.state().waiting()
        && session.equals(id)
        && ticker.elapsed().minus(begun).compareTo(HOLD) < 0;
  }

  /** As the screen shows it; null when nobody is called. */
  public synchronized HelpView view() {
    if (call == null) {
      return null;
    }
    boolean promised = call.state() == HelpState.ANSWERED;
    return new HelpView(
        call.state(),
        call.calledAt().toString(),
        call.at().toString(),
        promised ? minutes : 0,
        promised ? call.at().plus(Duration.ofMinutes(minutes)).toString() : "",
        call.state().waiting(),
        session);
  }
}
