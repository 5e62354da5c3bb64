package egov.kiosk.fieldwork.component;

import egov.kiosk.domain.access.LockoutListener;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.fieldwork.FieldCheck;
import egov.kiosk.fieldwork.FieldOrders;
import egov.kiosk.fieldwork.FieldWork;
import egov.kiosk.fieldwork.Ports;
import egov.kiosk.fieldwork.Wipe;
import egov.kiosk.fieldwork.desk.FieldDesk;
import egov.kiosk.fieldwork.desk.FieldRoom;
import egov.kiosk.fieldwork.store.PosixDisk;
import egov.kiosk.fieldwork.store.SealedFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A grid worker's room at work: its store, its desk, its thread. */
public final class FieldStation implements FieldRoom, HealthCheck, LockoutListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FieldStation.class);
  private static final long BEAT_SECONDS = 30;
  private static final long TEND_HOURS = 6;
  private static final long STOP_SECONDS = 4;

  private final SealedFiles store;
  private final FieldWork work;
  private final FieldOrders orders;
  private final Wipe wipe;
  private final FieldCheck check;
  private final ScheduledExecutorService timer;

  /**
   * Opens the store.
   *
   * @throws FieldException when it cannot be used, or is another machine's
   */
  FieldStation(
      FieldWorkConfiguration configuration,
      RestBox box,
      Sm3Digest digest,
      ChunkCipher cipher,
      AuditLog audit,
      Neighbours neighbours)
      throws FieldException {
    GridCell grid = new GridCell(configuration.grid());
    store = SealedFiles.open(Path.of(configuration.directory()), new PosixDisk(), box);
    Ports ports =
        new Ports(
            neighbours::outbox,
            neighbours::sealer,
            neighbours::attachments,
            neighbours::catalogue,
            neighbours::connectivity,
            () -> audit,
            digest,
            cipher,
            neighbours::reader);
    work = new FieldWork(grid, store, ports, Clock.system(ZoneId.of(configuration.zone())));
    work.begin();
    orders = new FieldOrders(grid, work);
    check = new FieldCheck(work);
    timer = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "field-work"));
    wipe = new Wipe(work, () -> audit, timer);
    timer.scheduleWithFixedDelay(work::beat, 1, BEAT_SECONDS, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(this::tend, TEND_HOURS, TEND_HOURS, TimeUnit.HOURS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tend() {
    try {
      store.tend();
    } catch (FieldException e) {
      LOG.warn("field work: files cannot be sealed anew: {}", e.getMessage());
    }
  }

  @Override
  public FieldDesk desk() {
    return work;
  }

  FieldOrders orders() {
    return orders;
  }

  Wipe wipe() {
    return wipe;
  }

  @Override
  public void lockedOut(StaffRole role) {
    wipe.lockedOut(role);
  }

  @Override
  public String name() {
    return check.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return check.check(timeout);
  }
}
