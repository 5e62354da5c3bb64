package egov.kiosk.updates.lab;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.updates.ddi.Ddi;
import egov.kiosk.updates.ddi.DdiSettings;
import egov.kiosk.updates.desk.Around;
import egov.kiosk.updates.desk.QuietRule;
import egov.kiosk.updates.desk.TrialWatch;
import egov.kiosk.updates.desk.UpdateDesk;
import egov.kiosk.updates.slot.Obedience;
import egov.kiosk.updates.slot.SlotName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The runtime's part on a machine, with a clock that is turned by hand and rooms that are set. */
public final class Desk implements Around, AutoCloseable {
  public boolean served = true;
  public boolean serving;
  public boolean queueFull;
  public Set<String> working = Set.of("printer", "outbox");
  public Set<String> silent = Set.of();
  public boolean online = true;
  public LocalTime time = LocalTime.NOON;
  public int restarts;
  public final List<String> records = new ArrayList<>();
  private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(4);
  private final Kiosk kiosk;
  private final URI server;
  private final QuietRule quiet = new QuietRule(LocalTime.MIN, LocalTime.MIN);
  private long nanos = 1;
  private UpdateDesk desk;

  public Desk(Kiosk kiosk, DdiServer server) throws IOException {
    this(kiosk, server.address());
  }

  /** At a server that knows the kiosk K-1 by the token "secret". */
  public Desk(Kiosk kiosk, URI server) throws IOException {
    this(kiosk, server, kiosk.now.plusSeconds(60));
  }

  /** The same, on a machine whose clock says something else. */
  public Desk(Kiosk kiosk, URI server, Instant clock) throws IOException {
    this.kiosk = kiosk;
    this.server = server;
    start(clock);
  }

  /** The process begins anew. */
  public void start(Instant clock) throws IOException {
    HttpClient http = HttpClient.newBuilder().executor(clockwork).build();
    DdiSettings settings = new DdiSettings(server, "DEFAULT", "K-1", "secret");
    desk =
        new UpdateDesk(
            kiosk.places,
            kiosk.machine(clock),
            Optional.of(new Ddi(http, settings, clockwork)),
            this,
            new UpdateDesk.Rules(quiet, () -> time),
            () -> nanos,
            new Random(7));
  }

  /** Time goes by, then the desk does what is due, and the helper obeys. */
  public void after(Duration time) throws Exception {
    nanos += time.toNanos();
    desk.step();
    new Obedience(kiosk.places, kiosk.updater()).run(false);
    desk.step();
  }

  /** The same without a helper that obeys. */
  public void alone(Duration time) throws InterruptedException {
    nanos += time.toNanos();
    desk.step();
  }

  /** What the helper does before a start. */
  public SlotName prestart() throws Exception {
    new Obedience(kiosk.places, kiosk.updater()).run(true);
    return kiosk.updater().prestart();
  }

  public UpdateDesk.Standing standing() {
    return desk.standing();
  }

  public void askNow() {
    desk.askNow();
  }

  @Override
  public boolean served() {
    return served;
  }

  @Override
  public boolean serving() {
    return serving;
  }

  @Override
  public boolean queueFull() {
    return queueFull;
  }

  @Override
  public TrialWatch.Seen look() {
    return new TrialWatch.Seen(working, silent, online);
  }

  @Override
  public void restart() {
    restarts++;
  }

  @Override
  public void record(AuditResult result, String reason, long version) {
    records.add(result + " " + reason + " " + version);
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
