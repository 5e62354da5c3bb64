package egov.kiosk.watch;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.file.WholeFile;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.LifeSign;
import egov.kiosk.launcher.port.Restart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services of the moment, as they come and go. Safe for use by several threads. */
public final class ServiceHands implements Hands {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceHands.class);
  private static final int MOST_REASON = 1024;

  private final Map<Object, Ward> wards = new ConcurrentHashMap<>();
  private final AtomicReference<ServiceLock> lock = new AtomicReference<>();
  private final AtomicReference<Restart> restart = new AtomicReference<>();
  private final Supplier<Optional<Path>> rebootRequest;
  private final Patience patience;

  /**
   * @param rebootRequest the file that asks the system to start the machine again
   */
  ServiceHands(Supplier<Optional<Path>> rebootRequest, Patience patience) {
    this.rebootRequest = rebootRequest;
    this.patience = patience;
  }

  void came(LifeSign sign, Part part) {
    wards.put(sign, Ward.of(sign, restarting(part)));
  }

  void came(Device device, Part part) {
    wards.put(device, Ward.of(device, restarting(part)));
  }

  private Ward.Restart restarting(Part part) {
    return timeout -> patience.ask(part.name(), part::restart, timeout).orElse(false);
  }

  void went(Object watched) {
    wards.remove(watched);
  }

  void lock(ServiceLock service) {
    lock.set(service);
  }

  void noLock(ServiceLock service) {
    lock.compareAndSet(service, null);
  }

  void restart(Restart service) {
    restart.set(service);
  }

  void noRestart(Restart service) {
    restart.compareAndSet(service, null);
  }

  @Override
  public Set<Ward> wards() {
    return new HashSet<>(wards.values());
  }

  /** Asked on a thread of its own: what hangs may hold the lock the answer needs. */
  @Override
  public boolean serving() {
    ServiceLock desk = lock.get();
    return desk != null && patience.ask("desk", desk::serving).orElse(true);
  }

  @Override
  public boolean restartProcess() {
    Restart launcher = restart.get();
    if (launcher == null) {
      return false;
    }
    launcher.restart();
    return true;
  }

  @Override
  public boolean reboot(String reason) {
    Optional<Path> request = rebootRequest.get();
    if (request.isEmpty()) {
      return false;
    }
    try {
      new WholeFile(request.get(), MOST_REASON)
          .write((reason + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.error("watch: the machine cannot be asked to start again: {}; look at it", request.get());
      return false;
    }
    restartProcess();
    return true;
  }

  @Override
  public boolean close(boolean closed) {
    ServiceLock desk = lock.get();
    if (desk == null) {
      return false;
    }
    try {
      desk.close(Closure.SAFE_MODE, closed);
      return true;
    } catch (IOException e) {
      LOG.error("watch: that the kiosk is {} could not be kept", closed ? "closed" : "open");
      return false;
    }
  }
}
