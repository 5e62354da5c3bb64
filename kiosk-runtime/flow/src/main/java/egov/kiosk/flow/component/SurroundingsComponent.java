package egov.kiosk.flow.component;

import egov.kiosk.domain.device.Cabinet;
import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.domain.device.CabinetListener;
import egov.kiosk.domain.device.Lamp;
import egov.kiosk.flow.cabinet.BatteryWatch;
import egov.kiosk.flow.cabinet.LampGuide;
import egov.kiosk.flow.desk.CitizenDesk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.LoggerFactory;

/** The cabinet's lamps and battery; a kiosk without a cabinet does nothing here. */
@Component(immediate = true, service = CabinetListener.class)
public final class SurroundingsComponent implements CabinetListener {
  private static final long FLASH_MILLIS = 600;
  private static final BatteryWatch.Times TIMES =
      new BatteryWatch.Times(Duration.ofSeconds(60), Duration.ofSeconds(15));

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "kiosk-surroundings");
            made.setDaemon(true);
            return made;
          });

  private final LampGuide lamps = new LampGuide(this::light);
  private final BatteryWatch battery;
  private final List<CitizenDesk.Listening> listening;
  private volatile Cabinet cabinet;

  /** What the launcher offers to stop the kiosk before its power goes. */
  @Reference(
      target = "(kiosk.order=power-down)",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Runnable powerDown;

  @Activate
  public SurroundingsComponent(@Reference CitizenDesk desk) {
    battery =
        new BatteryWatch(
            desk,
            (wait, task) -> thread.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS),
            TIMES,
            this::onBattery,
            this::stop);
    listening = List.of(desk.listen(lamps), desk.listen(battery));
  }

  /** Flashing costs something only where there are lamps. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      unbind = "gone")
  void came(Cabinet fresh) {
    cabinet = fresh;
    lamps.light();
  }

  void gone(Cabinet old) {
    if (cabinet == old) {
      cabinet = null;
    }
  }

  @Activate
  void activate() {
    thread.scheduleWithFixedDelay(lamps::beat, FLASH_MILLIS, FLASH_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void deactivate() {
    listening.forEach(CitizenDesk.Listening::close);
    thread.shutdownNow();
    light(Set.of());
  }

  private void light(Set<Lamp> lit) {
    Cabinet present = cabinet;
    if (present != null) {
      present.light(lit);
    }
  }

  private Optional<Boolean> onBattery() {
    Cabinet present = cabinet;
    return present == null ? Optional.empty() : present.onBattery();
  }

  private void stop() {
    Runnable order = powerDown;
    if (order == null) {
      LoggerFactory.getLogger(SurroundingsComponent.class)
          .warn("nobody here can stop the kiosk; its power will");
    } else {
      order.run();
    }
  }

  @Override
  public void happened(CabinetEvent event) {
    battery.happened(event);
  }
}
